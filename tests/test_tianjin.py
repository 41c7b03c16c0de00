"""Tianjin 2020: all that the mangled repost says plainly is in data and documents, none of its noise, no date invented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from lowcapdocs.inspect.report import inspect_docx
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.sources.load import load
from tests.builders import REPOSITORY
from tests.workspaces import TIANJIN_CODES, Ran, copied, findings, run, word_text

NAME = "tianjin-2020"
SCHEDULE = f"policy_data/{NAME}/schedule.yaml"
DISTRICTS = (
    ("和平区", "120101"), ("河东区", "120102"), ("河西区", "120103"), ("南开区", "120104"), ("河北区", "120105"),
    ("红桥区", "120106"), ("东丽区", "120110"), ("西青区", "120111"), ("津南区", "120112"), ("北辰区", "120113"),
    ("武清区", "120114"), ("宝坻区", "120115"), ("滨海新区", "120116"), ("宁河区", "120117"), ("静海区", "120118"),
    ("蓟州区", "120119"),
)  # fmt: skip
UNITS = ("产品质量安全监督管理办公室", "信用监管办公室", "执法总队", "各区市场监管局")
NAMES = (
    "2020年依法依规推进落后产能退出工作方案", "天津市市场监督管理委员会", *UNITS, "《产品质量法》", "生产许可证", "营业执照",
    "天津市市场主体信用公示平台", "国家市场监督管理总局", "天津市行政机关联合惩戒工作机制",
    "淘汰落后产能取缔“地条钢”领导小组办公室", "钢铁、水泥、电解铝、平板玻璃、造纸", "提高认识", "加强领导", "强化落实",
    "部署阶段（5月底前）", "实施阶段（10月底前）", "总结验收阶段（11月底前）", "11月15日前",
)  # fmt: skip
"""What the plan must name, as the source does."""
NOISE = (
    "带钢", "磨削", "能耗管理", "综合标准推进", "推动落后产能退出工作方案", "谁进入", "认证条件", "水泥制品", "各地区", "各地市场",
    "2023", "汇总验收", "木业", "湖州",
)  # fmt: skip
"""What the repost put in, mangled or took from elsewhere."""


@dataclass(frozen=True)
class Built:
    """What `all` made and said."""

    ran: Ran
    texts: dict[str, str]
    """The text of every Word file, by name."""
    folder: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copied(tmp_path_factory.mktemp("tianjin"), NAME)
    ran = run(root, "all")
    folder = root / "build/word" / NAME
    texts = {path.relative_to(folder).with_suffix("").as_posix(): word_text(path) for path in folder.rglob("*.docx")}
    return Built(ran, texts, folder)


@pytest.fixture(scope="module")
def data() -> Campaign:
    return load(REPOSITORY / "policy_data" / NAME)


def test_the_source_contradicts_itself_and_is_told_so(tmp_path: Path) -> None:
    root = copied(tmp_path, NAME)
    assert [f"deadline-rest-day {SCHEDULE} 第{line}行 “deadline”" for line in (5, 15, 51)] + [
        f"step-two-dates {SCHEDULE} 第45行 “deadline”",
        f"issued-incomplete policy_data/{NAME}/documents.yaml 第2行 “text”",
    ] == findings(root)
    assert "“总结验收阶段”有两个时限：这里是“11月底前”，导语写的是“11月15日前”。" in run(root, "check").out


def test_every_document_is_made(built: Built) -> None:
    assert (0, TIANJIN_CODES) == (built.ran.code, built.ran.codes())
    assert {
        "工作方案", "总结报送通知", "关闭退出企业情况汇总表",
        *(f"职责清单/{place:02}-{unit}" for place, unit in enumerate(UNITS, start=1)),
        *(f"通知/{place:02}-{name}" for place, (name, _) in enumerate(DISTRICTS, start=1)),
    } == set(built.texts)  # fmt: skip
    assert (built.folder / "关闭退出企业情况汇总表.xlsx").is_file()


def test_the_plan_names_all_that_the_source_names(built: Built) -> None:
    assert [] == [name for name in NAMES if name not in built.texts["工作方案"]]


def test_the_noise_of_the_repost_is_nowhere(built: Built, data: Campaign) -> None:
    fields = (
        data.name, data.short_name, *(text for _, text in data.texts), *(each.title for each in data.basis),
        *(each for task in data.tasks for each in (task.title, task.text)),
        *(action.text for action in data.plan.action.values()), *(each.text for each in data.safeguards),
        *(name for unit in (*data.departments, *data.towns) for name in unit.names[1:2]),
    )  # fmt: skip
    told = {"data": "\n".join(fields), **built.texts}
    assert [] == [(file, word) for file, text in told.items() for word in NOISE if word in text]
    assert [] == re.findall("(?<!地条)钢(?!铁)", told["data"])


def test_what_the_source_lacks_stays_unknown(built: Built, data: Campaign) -> None:
    assert (None, (), (), ()) == (data.deadline, data.quotas, data.goals, data.returns)
    assert not any(entry.number or entry.date for entry in data.documents)
    for name in ("通知/01-和平区", "总结报送通知"):
        assert all(each in built.texts[name] for each in ("××〔2020〕××号", "2020年××月××日", "联系电话：××"))


def test_the_sixteen_districts_stand_in_official_order_with_their_codes(data: Campaign) -> None:
    assert DISTRICTS == tuple((town.name, town.code) for town in data.towns)
    assert {"区"} == {town.kind for town in data.towns}


def test_each_district_bureau_has_its_own_notice_and_nobody_elses(built: Built) -> None:
    for place, (name, _) in enumerate(DISTRICTS, start=1):
        text = built.texts[f"通知/{place:02}-{name}"]
        assert f"\n{name}市场监督管理局：\n" in f"\n{text}"
        assert [] == [other for other, _ in DISTRICTS if other != name and other in text]
        assert "于2020年11月15日前将工作报告报产品质量安全监督管理办公室" in text
        assert "人民政府" not in text


def test_every_duty_stands_in_the_plan_and_in_the_list_of_its_unit_alone(built: Built, data: Campaign) -> None:
    assert [4, 1, 5, 7] == [len(area.tasks) for area in data.areas]
    for task in data.tasks:
        (lead,) = task.duty.leads
        text = task.text.replace("{quality-law}", "《产品质量法》")
        assert text in built.texts["工作方案"]
        lists = {file for file, words in built.texts.items() if file.startswith("职责清单") and f"\n{text}\n" in words}
        same = {each.duty.leads[0].short for each in data.tasks if each.text == task.text}
        assert lead.short in same
        assert same == {file.split("-")[1] for file in lists}


def test_the_work_of_each_phase_is_in_the_plan_and_in_the_lists_of_who_does_it(built: Built, data: Campaign) -> None:
    assert [2, 7, 3] == [len(phase.actions) for phase in data.plan.phases]
    for action in data.plan.action.values():
        text = action.text.replace("{quality-law}", "《产品质量法》") + "。"
        assert text in built.texts["工作方案"]
        told = {file.split("-")[1] for file, words in built.texts.items() if file.startswith("职责") and text in words}
        assert {lead.short for lead in action.leads} == told
        if "各区市场监管局" in told:
            assert text in built.texts["通知/16-蓟州区"]


def test_summaries_are_asked_for_in_time_with_a_form_for_every_trade(built: Built, data: Campaign) -> None:
    text = built.texts["总结报送通知"]
    assert "于2020年11月15日前报产品质量安全监督管理办公室。" in text
    assert "各区市场监督管理局，信用监管办公室、执法总队：" in text
    assert [] == [trade for trade in data.industries if f"\n{trade}\n" not in built.texts["关闭退出企业情况汇总表"]]
    assert "附件：2020年重点行业关闭退出企业情况汇总表" in text


def test_no_document_breaks_a_clause(built: Built) -> None:
    faults = [
        (path.name, fault)
        for path in built.folder.rglob("*.docx")
        for line in inspect_docx(path.read_bytes(), path.name).lines()
        for fault in line.faults
    ]
    assert [] == faults


def test_the_program_knows_nothing_of_these_places() -> None:
    for path in (REPOSITORY / "lowcapdocs").rglob("*.py"):
        assert not re.search("天津|湖州|tianjin|huzhou", path.read_text(encoding="utf-8")), path
