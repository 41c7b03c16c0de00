"""A campaign with a secret in every field of every record of every data file, made from the tables of headings.

A field that a table is given later gets a secret too; one that must hold something of its own (a number,
a day, a choice) says so in TYPED, and `load` tells when it has to.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import TABLES
from lowcapdocs.sources import columns, disclosure, year_columns
from lowcapdocs.sources.columns import Columns
from lowcapdocs.sources.load import load

KIND = "照片"
"""The kind of evidence that the ledger has a column for."""


class Plain(str):
    """A value that is no secret: a choice, a flag, the id of another record."""


def word(place: str) -> str:
    """A secret text that tells where it was planted."""
    return f"〖{place}〗"


class _Numbers:
    """Numbers and days that stand nowhere else."""

    def __init__(self) -> None:
        self._number, self._day = 70_001, date(1981, 1, 1)

    def number(self) -> str:
        self._number += 101
        return str(self._number)

    def day(self) -> str:
        self._day += timedelta(37)
        return self._day.isoformat()


_next = _Numbers()
_MEASURE, _TOWN, _DEPARTMENT, _TASK, _FIRM = map(Plain, ("s-measure", "s-town", "s-department", "s-task", "s-firm"))
_YES, _NOTHING = Plain("是"), Plain("")
_DAYS = ("day", "date", "deadline_date", "print_date", "start", "reviewed_on")
_NUMBERS = ("amount", "quota", "done", "fresh", "closed", "merged", "upgraded", "accepted", "energy", "land")


def record(place: str, table: Columns, **typed: Any) -> dict[str, Any]:
    """A record with every field of `table`: what is `typed`, a day or number where the field is one, else a word."""
    found: dict[str, Any] = {}
    for field in table:
        if field in typed:
            found[field] = typed[field]
        elif field in _DAYS or field.endswith("_on"):
            found[field] = _next.day()
        elif field in _NUMBERS:
            found[field] = _next.number()
        else:
            found[field] = word(f"{place}.{field}")
    return found


def _campaign() -> dict[str, Any]:
    return record(
        "campaign", columns.CAMPAIGN, year="2031", issuer=_DEPARTMENT, industries=[word("campaign.industries")],
        basis=[record("basis", columns.BASIS, id="s-basis")],
        measures=[record("measures", columns.MEASURES, id="s-measure", decimals=Plain("0"))],
        goals=[record("goals", columns.GOALS, measure=_MEASURE)],
        without=_NOTHING,
        texts={name: word(f"texts.{name}") for name in ("purpose", "contact", "phone")},
        safeguards=[
            record("safeguards", columns.SAFEGUARDS, id="s-safeguard", leads=_DEPARTMENT, basis=Plain("s-basis"))
        ],
        evidence=[record("evidence", columns.EVIDENCE, id="s-evidence", measure=_MEASURE, requires=[Plain(KIND)])],
        past=[record("past", year_columns.PAST_RESULTS, measure=_MEASURE, year="1999")],
        ledger_covers=_MEASURE,
    )  # fmt: skip


def _tasks() -> list[dict[str, Any]]:
    targets = [record("targets", columns.TARGETS, id="s-target", bound=Plain("以上"))]
    task = record(
        "tasks", columns.TASKS, id="s-task", targets=targets, leads=_DEPARTMENT, cooperating=_DEPARTMENT,
        responsible=_TOWN, basis=Plain("s-basis"),
    )  # fmt: skip
    area = task.pop("area")
    return [{"id": "s-area", "name": area, "tasks": [task]}]


def _schedule() -> dict[str, Any]:
    stated = [record("stated", year_columns.STATED)]
    action = record("actions", year_columns.ACTIONS, id="s-action", leads=_DEPARTMENT, stated=stated)
    del action["phase"]  # the heading of a table, where each row says which phase it is of
    phase = record(
        "phases", year_columns.PHASES, id="s-phase", actions=[action], stated=[record("stated-phase", year_columns.STATED)]
    )  # fmt: skip
    return record(
        "schedule", year_columns.SCHEDULE, phases=[phase],
        reporting=record("reporting", year_columns.REPORTING, cycle=Plain("周报")),
        curve=[record("curve", year_columns.CURVE, share="37.125")],
        lights=[record("lights", year_columns.LIGHTS, id="s-light", color=Plain("橙"), behind="71.375")],
        supervised=Plain("s-light"), publicity_days="83", reply_days="87",
        calendar=record("calendar", year_columns.CALENDAR, rest=[_next.day()], work=[_next.day()]),
    )  # fmt: skip


def _assessment() -> dict[str, Any]:
    adjustment = record("adjustments", year_columns.ADJUSTMENTS, town=_TOWN, points="13.375")
    item = record(
        "items", year_columns.ASSESSMENT_ITEMS, id="s-item", rule=Plain("逐项加减"), points="61.375", measure=_MEASURE,
        off="62.375", unassigned=Plain("满分"), adjustments=[adjustment],
    )  # fmt: skip
    return record("assessment", year_columns.ASSESSMENT, full="12345", items=[item])


def _document(document: str, attribute: str) -> dict[str, Any]:
    return record(
        f"documents-{document}", columns.DOCUMENTS, id=document, kind=Plain("通知"), for_each=Plain("none"),
        issuer=_DEPARTMENT, joint=_DEPARTMENT, form=Plain("文件"), letterhead=_YES, urgency=Plain("特急"), sealed=_YES,
        attachments=_NOTHING, disclosure=Plain(attribute), status=Plain("issued"), unknown=_NOTHING,
        formats=Plain("docx"), period=_NOTHING, states=_NOTHING, retention=_NOTHING,
    )  # fmt: skip


def data() -> dict[str, Any]:
    """The records of every file, by its stem."""
    number = dict.fromkeys(("revision",), Plain("1"))
    return {
        "campaign": _campaign(),
        "departments": [record("departments", columns.DEPARTMENTS, id="s-department")],
        "towns": [
            record("towns", columns.TOWNS, order="91", id="s-town", kind=Plain("镇"), code="330203", parent=Plain("s-up")),
            {**dict.fromkeys(columns.TOWNS, ""), "order": "92", "id": "s-up", "name": "上级镇"},
        ],
        "tasks": _tasks(),
        "quotas": [record("quotas", columns.QUOTAS, town=_TOWN, measure=_MEASURE)],
        "schedule": _schedule(),
        "progress": [
            record(
                "progress", year_columns.PROGRESS, period=Plain("2020-03"), town=_TOWN, measure=_MEASURE, sample=_YES, **number
            )
        ],
        "task_progress": [
            record(
                "task_progress", year_columns.TASK_PROGRESS, period=Plain("2020-03"), task=_TASK, state=Plain("滞后"),
                amounts="s-target 90017", sample=_YES, **number,
            )
        ],
        "ledger": [
            record(
                "ledger", {**year_columns.LEDGER, KIND: (KIND,)}, id="s-firm", town=_TOWN, measure=_MEASURE,
                outcome=Plain("升级改造"), state=Plain("公示"), disclosure=_NOTHING, sample=_YES,
            )
        ],
        "penalties": [
            record(
                "penalties", year_columns.PENALTIES, id="s-penalty", firm=_FIRM, kind=Plain("吊销"),
                authority=_DEPARTMENT, disclosure=_NOTHING, sample=_YES,
            )
        ],
        "assessment": _assessment(),
        "documents": [_document("out", "主动公开"), _document("kept", "不予公开")],
        "publications": [
            record(
                "publications-out", year_columns.PUBLICATIONS, document=Plain("out"), unit=_NOTHING,
                published="2044-02-03 05:06", validity=Plain("有效"),
            ),
            record(
                "publications-kept", year_columns.PUBLICATIONS, document=Plain("kept"), unit=_NOTHING,
                published="2044-03-04 05:06", validity=Plain("有效"),
            ),
        ],
    }  # fmt: skip


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    elif value and not isinstance(value, Plain):
        yield value.removeprefix("s-target ")  # of an amount by its target, the amount


DATA = data()


def _secrets() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}

    def plant(table: str, column: str, value: Any) -> None:
        found.setdefault((table, column), []).extend(_leaves(value))

    for table, listed in DATA.items():
        for each in listed if isinstance(listed, list) else [listed]:
            for column, value in each.items():
                if table == "tasks" and column == "tasks":
                    for field, inner in value[0].items():
                        plant(table, field, inner)
                elif table == "tasks":
                    plant(table, "area", value)
                elif (table, column) == ("campaign", "texts"):
                    for name, text in value.items():
                        plant(table, f"texts/{name}", text)
                elif (table, column) == ("assessment", "items"):
                    item = dict(value[0])
                    plant(table, "adjustments", item.pop("adjustments"))
                    plant(table, "items", item)
                else:
                    plant(table, column, value)
    return {place: tuple(secrets) for place, secrets in found.items() if secrets}


SECRETS = _secrets()
"""What is planted, by table and column; what stands below a column is its own."""
COLUMNS = {place: secrets for place, secrets in SECRETS.items() if place[0] in TABLES}
"""Of them those that 公开属性 is stated of by column."""


def write(folder: Path) -> Path:
    """The files of the campaign in `folder`: tables as CSV, the rest as YAML."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, content in DATA.items():
        if stem in ("campaign", "tasks", "schedule", "assessment", "documents", "publications"):
            (folder / f"{stem}.yaml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        else:
            text = io.StringIO(newline="")
            headings = {field: names[0] for field, names in disclosure.COLUMNS[stem].items()}
            writer = csv.writer(text)
            writer.writerow([headings.get(field, field) for field in content[0]])
            writer.writerows(each.values() for each in content)
            (folder / f"{stem}.csv").write_text(text.getvalue(), encoding="utf-8")
    return folder


def planted(folder: Path) -> Campaign:
    """The campaign of these files, with nothing public."""
    return load(write(folder))
