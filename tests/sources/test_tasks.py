"""tasks: areas, duties, targets, deadlines, safeguards and evidence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Town
from lowcapdocs.model.quantity import Target
from lowcapdocs.model.task import Area, Duty, Evidence, Safeguard, Task
from lowcapdocs.problems import Where
from lowcapdocs.sources.columns import EVIDENCE, SAFEGUARDS, TASKS
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report, Sequence
from lowcapdocs.sources.records import records
from lowcapdocs.sources.tasks import Lookups, areas, evidence, report_open, safeguards, without_amounts
from tests.builders import CATALOGUE, FGJ, GQB, IMPROVE, JISHIGANG, SHIQI, node, placeless, table, told

WANGCHUN = Town(id="wangchun", name="望春街道", kind="街道", order=3)
PARK = Town(id="park", name="望春工业园区", kind="园区", order=4)
COMMON = Deadline("2020年度", date(2020, 12, 31))
PLAIN = {"编号": "t", "标题": "甲", "内容": "乙。"}


def lookups(report: Report) -> Lookups:
    return Lookups(
        departments=Names((GQB, FGJ), "部门", report),
        towns=Names((JISHIGANG, SHIQI, WANGCHUN, PARK), "镇街", report),
        basis={"catalogue": CATALOGUE},
        year=2020,
        deadline=COMMON,
    )


def read(node: Node | None) -> tuple[tuple[Area, ...], list[str]]:
    """Areas without places, and findings."""
    report = Report()
    return placeless(areas(node, lookups(report), report)), told(report)


def one(**fields: Any) -> tuple[Task, list[str]]:
    """The only task of a table, and findings."""
    (area,), findings = read(table({"领域": "能耗", **PLAIN, **fields}))
    return area.tasks[0], findings


def test_tasks_nest_in_areas_or_name_their_area_in_a_column() -> None:
    nested = table({"编号": "area-1", "名称": "能耗", "任务": [PLAIN]}, {"编号": "area-2", "名称": "环保", "任务": []})
    flat = table(
        {"领域": "能耗", **PLAIN}, {"领域": "环保", **PLAIN, "编号": "u"}, {"领域": "能耗", **PLAIN, "编号": "v"}
    )
    task = Task(id="t", title="甲", text="乙。", duty=Duty(leads=()), deadline=COMMON)
    assert ((Area(id="area-1", name="能耗", tasks=(task,)), Area(id="area-2", name="环保", tasks=())), []) == read(
        nested
    )
    found, findings = read(flat)
    assert ([("能耗", ["t", "v"]), ("环保", ["u"])], []) == (
        [(area.name, [each.id for each in area.tasks]) for area in found],
        findings,
    )


def test_no_file_is_no_area() -> None:
    assert ((), []) == read(None)


def test_a_task_says_who_does_it() -> None:
    found, findings = one(
        牵头单位="区工强办、区发改局", 牵头方式="分别", 配合单位="fgj", 责任单位="全部镇街、石碶、区发改局"
    )
    duty = Duty(leads=(GQB, FGJ), lead_manner="分别", cooperating=(FGJ,), responsible=(SHIQI, FGJ), all_towns=True)
    assert (duty, []) == (found.duty, findings)


@pytest.mark.parametrize(("expected", "unit"), [("name-ambiguous", "望春"), ("name-unknown", "江夏街道")])
def test_a_unit_that_cannot_be_told_is_no_unit(expected: str, unit: str) -> None:
    found, findings = one(责任单位=unit)
    assert ((), [f"{expected} 表.csv 第2行 “责任单位”"]) == (found.duty.responsible, findings)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (COMMON, {}),
        (COMMON, {"时限日期": ""}),
        (Deadline("11月15日前", date(2020, 11, 15)), {"完成时限": "11月15日前"}),
        (Deadline("11月15日前", date(2020, 11, 15)), {"完成时限": "11月15日前", "时限日期": ""}),
        (Deadline("汛期前", date(2020, 4, 15)), {"完成时限": "汛期前", "时限日期": "2020-04-15"}),
        (Deadline("长期坚持", None, kind="ongoing"), {"完成时限": "长期坚持"}),
        (Deadline("适时", None, kind="unreadable"), {"完成时限": "适时"}),
        (Deadline("长期坚持", date(2020, 4, 15), kind="ongoing"), {"完成时限": "长期坚持", "时限日期": "2020-04-15"}),
    ],
)
def test_a_deadline_is_its_own_or_that_of_the_campaign(expected: Deadline, fields: dict[str, str]) -> None:
    found, findings = one(**fields)
    assert (expected, []) == (found.deadline, findings)


AUDITS = Target(id="audits", name="节能监察企业", amount=Decimal(13), unit="家")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (AUDITS, "audits 节能监察企业 13家"),
        (AUDITS, "audits：节能监察企业13 家"),
        (Target(id="chp", name="", amount=Decimal("1200.5"), unit="万吨", bound="以上"), "chp 1,200.5万吨以上"),
        (Target(id="chp", name="对标", amount=Decimal(3), unit="亩", bound="不少于"), "chp 对标 不少于3亩"),
        (Target(id="chp", name="对标", amount=Decimal(3), unit="亩", bound="不少于"), "chp 对标 3亩不少于"),
    ],
)
def test_a_target_is_written_in_a_cell(expected: Target, text: str) -> None:
    found, findings = one(目标=text)
    assert ((expected,), []) == (found.targets, findings)


def test_targets_in_a_cell_and_in_a_list_are_the_same() -> None:
    fields = {"id": "chp", "名称": "对标", "数量": "1", "单位": "家", "界限": "以上"}
    listed = [{"id": "audits", "name": "节能监察企业", "amount": "13", "unit": "家"}, fields]
    assert one(目标="audits 节能监察企业 13家；chp 对标 1家以上") == one(目标=listed)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (["target-form 表.csv 第2行 “目标”"], {"目标": "监察十三家"}),
        (["value-number 表.csv 第2行 “目标”"], {"目标": "audits 监察 1.3.5家"}),
        (["id-twice 表.csv 第2行 “目标”"], {"目标": "a 1家；a 2家"}),
        (["basis-unknown 表.csv 第2行 “依据”"], {"依据": "catalogue、x"}),
        (["value-missing 表.csv 第2行 “内容”"], {"内容": ""}),
        (["column-unknown 表.csv 第2行 “颜色”"], {"颜色": "红"}),
        (["name-unknown 表.csv 第2行 “牵头单位”"], {"牵头单位": "甲局"}),
        (["value-missing 表.csv 第2行 “领域”"], {"领域": ""}),
    ],
)
def test_what_is_wrong_is_told_with_its_place(expected: list[str], fields: dict[str, str]) -> None:
    assert expected == one(**fields)[1]


def test_the_basis_of_a_task_is_looked_up() -> None:
    assert ((CATALOGUE,), []) == (one(依据="catalogue")[0].basis, [])


def test_an_id_stands_once_in_all_areas() -> None:
    nested = table({"编号": "a", "名称": "能耗", "任务": [PLAIN]}, {"编号": "a", "名称": "环保", "任务": [PLAIN]})
    assert ["id-twice 表.csv 第3行", "id-twice 表.csv 第3行 “任务”"] == read(nested)[1]


def test_safeguards_are_read_with_leads_and_basis() -> None:
    report = Report()
    rows = records(
        table(
            {"编号": "a", "标题": "甲", "内容": "乙。", "牵头单位": ["区工强办"], "依据": "catalogue"}, {"编号": "a"}
        ),
        SAFEGUARDS,
        report,
    )
    found = safeguards(rows, lookups(report), report)
    assert Safeguard(id="a", title="甲", text="乙。", leads=(GQB,), basis=(CATALOGUE,)) == placeless(found[0])
    assert ["value-missing 表.csv 第3行 “title”", "value-missing 表.csv 第3行 “text”", "id-twice 表.csv 第3行"] == told(
        report
    )


def test_evidence_belongs_to_a_measure_that_exists() -> None:
    report = Report()
    rows = records(
        table(
            {"编号": "a", "指标": "improve", "内容": "照片。", "必备材料": "整治前照片、整治后照片"},
            {"编号": "b", "指标": "x", "内容": "照片。"},
        ),
        EVIDENCE,
        report,
    )
    found = evidence(rows, (IMPROVE,), report)
    kinds = ("整治前照片", "整治后照片")
    assert Evidence(id="a", measure="improve", text="照片。", requires=kinds) == placeless(found[0])
    assert ["measure-unknown 表.csv 第3行 “指标”"] == told(report)


# What is left open


def test_a_deadline_that_yaml_names_and_leaves_blank_is_told() -> None:
    record = {"编号": "a", "标题": "甲", "内容": "乙", "牵头单位": "区发改局"}
    places = [Where("tasks.yaml", row=line) for line in (2, 4, 6)]
    rows = [{**record, "完成时限": ""}, {**record, "编号": "b"}, {**record, "编号": "c", "完成时限": "5月底前"}]
    listed = Sequence(tuple(map(node, rows, places)), Where("tasks.yaml"))
    report = Report()
    report_open(records(listed, TASKS, report), report)
    assert ["deadline-blank tasks.yaml 第2行 “完成时限”"] == told(report)


@pytest.mark.parametrize(
    ("deadlines", "expected"), [(("", ""), ["deadline-blank 表.csv “完成时限”"]), (("", "5月底前"), [])]
)
def test_in_a_table_a_whole_column_left_blank_is_told_once(deadlines: tuple[str, str], expected: list[str]) -> None:
    report = Report()
    report_open(records(table(*({"完成时限": each} for each in deadlines)), TASKS, report), report)
    assert expected == told(report)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("audits 节能监察企业 家", "audits 节能监察企业 13家"),
        ("a1: 对标 家以上； b 家", "a1: 对标 1家以上； b 1,200家"),
        ("'a 不低于家'", "'a 不低于5家'"),
        ("监察十三家", "监察十三家"),
        ("", ""),
    ],
)
def test_targets_in_a_cell_without_their_amounts(expected: str, text: str) -> None:
    assert expected == without_amounts(text)


def test_a_target_without_its_amount_is_none_though_its_id_ends_in_a_digit() -> None:
    assert ["target-form 表.csv 第2行 “目标”"] == one(目标="a1 家")[1]
