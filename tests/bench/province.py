"""A whole province as policy data: counties, towns, tasks, returns and published notices, made up by rule.

What `make bench` builds the site of. A campaign of `towns` towns comes to about 2 pages a town: its own,
its notice in full, and the lists, tasks and periods beside. All names are invented.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable, Sequence
from itertools import islice, product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TASKS = 60
PERIODS = tuple(f"{month:02}" for month in range(4, 13))
COUNTY_SIZE = 15
_FIRST = "东西南北中上下新古大小青白金石云清平安永"
_SECOND = "山河溪桥湖塘港浦岭坪沙林田洋屿江峰泉湾渡"
_THIRD = "集高横章龙鄞洞望段洪"


def names() -> Iterable[str]:
    """Names of towns, each another: 集东山, 集东河 …"""
    return ("".join(parts) for parts in product(_THIRD, _FIRST, _SECOND))


def build(folder: Path, towns: int, years: Sequence[int]) -> None:
    """A workspace in `folder`: one campaign of `towns` towns for each year, everything 主动公开."""
    for name in ("templates", "site"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for year in years:
        _campaign(folder / "policy_data" / f"p{year}", towns, year)


def _campaign(folder: Path, count: int, year: int) -> None:
    folder.mkdir(parents=True)
    listed = list(islice(names(), count))
    counties = [f"示例{number}县" for number in range(1, count // COUNTY_SIZE + 2)]
    quotas = [(place % 7 + 1, place % 40 + 5) for place in range(count)]
    (folder / "campaign.yaml").write_text(
        f"""name: 示例省{year}年淘汰落后产能及“低散乱”整治提升工作要点
short_name: 淘汰落后产能及“低散乱”整治提升
place: 示例省
year: {year}
issuer: 省工强办
deadline: {year}年度
total_name: 全省
measures:
  - {{id: phase_out, name: 淘汰落后产能涉及企业数, unit: 家, decimals: 0}}
  - {{id: improve, name: 整治提升企业数, unit: 家, decimals: 0}}
goals:
  - {{measure: phase_out, amount: {sum(quota[0] for quota in quotas)}}}
  - {{measure: improve, amount: {sum(quota[1] for quota in quotas)}}}
texts:
  purpose: 为完成年度目标任务，制定本要点。
  focus: 聚焦重点行业，依法依规推进
  report_by:
  contact:
  phone:
""",
        encoding="utf-8",
    )
    _table(folder / "departments.csv", ("编号", "简称", "全称"), _departments())
    rows = [
        (place, f"t{place}", f"{name}镇", "镇", counties[place // COUNTY_SIZE])
        for place, name in enumerate(listed, start=1)
    ]
    _table(folder / "towns.csv", ("序号", "编号", "名称", "类别", "备注"), rows)
    _table(
        folder / "quotas.csv",
        ("镇街", "淘汰落后产能涉及企业数（家）", "整治提升企业数（家）"),
        ((f"{name}镇", *quota) for name, quota in zip(listed, quotas, strict=True)),
    )
    _table(folder / "progress.csv", _PROGRESS, _returns(listed, quotas, year))
    (folder / "tasks.yaml").write_text(_tasks(), encoding="utf-8")
    (folder / "documents.yaml").write_text(_DOCUMENTS, encoding="utf-8")
    tables = ("campaign", "departments", "towns", "tasks", "quotas", "schedule", "progress")
    public = "".join(f"  {table}: 主动公开\n" for table in tables)
    review = "basis: 示例\nreviewer: 示例\ndate: 2020-04-01\n"
    (folder / "disclosure.yaml").write_text(f"{review}columns:\n{public}", encoding="utf-8")
    _table(
        folder / "publications.csv",
        ("文件", "对象", "发布时间", "内容概述"),
        [("plan", "", f"{year}-04-02", "目标、任务和措施")]
        + [("town-notice", f"{name}镇", f"{year}-04-03", f"{name}镇的任务和要求") for name in listed],
    )


def _departments() -> Iterable[tuple[str, str, str]]:
    yield "gqb", "省工强办", "示例省工强办"
    for number in range(1, 11):
        yield f"d{number}", f"省第{number}局", f"示例省第{number}管理局"


def _tasks() -> str:
    tasks = [
        {
            "id": f"task-{number}",
            "title": f"{name}行业整治",
            "text": f"对{name}行业的{{firms}}开展专项监察，逾期未改的依法关停退出，定期通报进展并公开结果。",
            "targets": [{"id": "firms", "name": "监察企业", "amount": number * 13, "unit": "家"}],
            "lead": f"省第{number % 10 + 1}局",
            "responsible": "全部镇街",
        }
        for number, name in enumerate(islice(names(), TASKS), start=1)
    ]
    return json.dumps([{"id": "every", "name": "综合方面", "tasks": tasks}], ensure_ascii=False, indent=1)


_PROGRESS = ("期次", "镇街", "指标", "累计完成", "本期完成", "累计验收", "报送日期")


def _returns(listed: Sequence[str], quotas: Sequence[tuple[int, int]], year: int) -> Iterable[tuple[object, ...]]:
    for step, month in enumerate(PERIODS, start=1):
        for name, quota in zip(listed, quotas, strict=True):
            for measure, amount in zip(("淘汰落后产能涉及企业数", "整治提升企业数"), quota, strict=True):
                done, before = (amount * each // len(PERIODS) for each in (step, step - 1))
                yield f"{year}-{month}", f"{name}镇", measure, done, done - before, done, f"{year}-{month}-28"


_DOCUMENTS = """
- id: plan
  file: 工作要点
  template: plan.md.j2
  status: issued
  unknown: [text]
  disclosure: 主动公开
- id: town-notice
  file: 通知/{序号}-{单位}
  template: town_notice.md.j2
  kind: 通知
  for_each: town
  letterhead: 是
  addressees: [本单位]
  consent: 经省政府同意
  status: issued
  unknown: [number, date, text]
  disclosure: 主动公开
"""


def _table(path: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        writer.writerows(rows)
