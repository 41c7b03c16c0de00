"""What becomes of each YAML file in the next year: a function for each, over the values of the file.

Texts, names, leads, phases and rules stay; amounts, deadlines and days are cleared; the year in names
is the new one. What is cleared and must be filled is counted by the Chinese name of its field.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from lowcapdocs.renewal.yaml_text import Field, YamlText, entries, fields, records
from lowcapdocs.renewal.years import Years, lasts
from lowcapdocs.sources.columns import AREAS, CAMPAIGN, DOCUMENTS, GOALS, QUOTAS, TARGETS, TASKS, by_heading
from lowcapdocs.sources.nodes import key
from lowcapdocs.sources.tasks import without_amounts
from lowcapdocs.sources.year_columns import ACTIONS, ASSESSMENT, ASSESSMENT_ITEMS, CURVE, DISCLOSURE, PHASES, SCHEDULE

DATED_TEXTS = ("report_by",)
"""Texts of campaign.yaml that hold a day."""
ISSUED = ("number", "date", "print_date", "period", "unknown")
"""Fields of a document that belong to the one that was issued."""


def campaign(text: YamlText, years: Years) -> None:
    """campaign.yaml: year and names renewed, goals and dated texts cleared."""
    head = fields(text.root, CAMPAIGN)
    for name in ("name", "short_name", "deadline"):
        _rename(text, head.get(name), years)
    if "year" in head:
        text.put(head["year"], str(years.new))
    else:
        text.add_field([f"{word('year', CAMPAIGN, chinese=is_chinese(text))}: {years.new}"])
    for goal in records(_value(head.get("goals")), GOALS):
        text.clear(goal.get("amount"), "目标")
    texts = entries(_value(head.get("texts")))
    for name in DATED_TEXTS:
        text.clear(texts.get(name), f"文字（{name}）")


def tasks(text: YamlText, years: Years) -> None:
    """tasks.yaml, by areas or flat: amounts of targets and deadlines cleared."""
    for area in records(text.root, AREAS):
        for task in records(_value(area.get("tasks")), TASKS):
            _task(text, task)
    for task in records(text.root, TASKS):
        _task(text, task)


def _task(text: YamlText, task: dict[str, Field]) -> None:
    targets = task.get("targets")
    if targets is not None and targets.text:
        raw = text.raw(targets)
        if without_amounts(raw) != raw:
            text.put(targets, without_amounts(raw))
            text.cleared["目标数量"] += 1
    for target in records(_value(targets), TARGETS):
        text.clear(target.get("amount"), "目标数量")
    _deadline(text, task)


def schedule(text: YamlText, years: Years) -> None:
    """schedule.yaml: deadlines, the days of the curve and what the calendar has otherwise are cleared."""
    head = fields(text.root, SCHEDULE)
    for phase in records(_value(head.get("phases")), PHASES):
        _deadline(text, phase)
        for action in records(_value(phase.get("actions")), ACTIONS):
            _deadline(text, action)
    for row in records(text.root, ACTIONS):
        _deadline(text, row)
    for reporting in [fields(_value(head.get("reporting")), ACTIONS)]:
        text.clear(reporting.get("deadline_date"))
    for point in records(_value(head.get("curve")), CURVE):
        text.clear(point.get("day"), "序时进度的日期")
    text.clear(head.get("start"), "开始日期")
    text.clear(head.get("calendar"))


def quotas(text: YamlText, years: Years) -> None:
    """quotas.yaml: numbers cleared, “/” kept; a row of totals goes blank like the rest, and so states nothing."""
    known = by_heading(QUOTAS)
    for item in text.root.value if isinstance(text.root, yaml.SequenceNode) else ():
        for name, field in entries(item).items():
            if known.get(name, "amount") == "amount" and key(field.text) != "/":
                text.clear(field, "任务数")


def documents(text: YamlText, years: Years) -> None:
    """documents.yaml: numbers, dates and periods cleared, everything a draft again."""
    for entry in records(text.root, DOCUMENTS):
        _rename(text, entry.get("file"), years)
        for name in ISSUED:
            text.clear(entry.get(name))
        if (status := entry.get("status")) is not None and status.text not in ("", "draft"):
            text.put(status, "draft")


def assessment(text: YamlText, years: Years) -> None:
    """assessment.yaml: items kept, the points given and taken one by one dropped."""
    head = fields(text.root, ASSESSMENT)
    _rename(text, head.get("name"), years)
    for item in records(_value(head.get("items")), ASSESSMENT_ITEMS):
        text.clear(item.get("adjustments"))


def disclosure(text: YamlText, years: Years) -> None:
    """disclosure.yaml: columns kept, to be reviewed anew."""
    head = fields(text.root, DISCLOSURE)
    text.clear(head.get("reviewer"), "审查人")
    text.clear(head.get("day"), "审查日期")


RULES: dict[str, Callable[[YamlText, Years], None]] = {
    "campaign": campaign,
    "tasks": tasks,
    "schedule": schedule,
    "quotas": quotas,
    "documents": documents,
    "assessment": assessment,
    "disclosure": disclosure,
}
"""By the stem of the file."""


def is_chinese(text: YamlText) -> bool:
    """Whether the keys of the file are Chinese."""
    return any(not name.isascii() for name in entries(text.root))


def word(field: str, columns: dict[str, tuple[str, ...]], *, chinese: bool) -> str:
    """The key that a file in Chinese, or in English, has for `field`."""
    return next(name for name in columns[field] if name.isascii() != chinese)


def _value(field: Field | None) -> yaml.Node | None:
    return None if field is None else field.value


def _rename(text: YamlText, field: Field | None, years: Years) -> None:
    if field is not None and (raw := text.raw(field)) and years.renamed(raw) != raw:
        text.put(field, years.renamed(raw))


def _deadline(text: YamlText, record: dict[str, Field]) -> None:
    """Clear a deadline that names a time of the year, its day, and what the source says otherwise."""
    text.clear(record.get("deadline_date"))
    text.clear(record.get("stated"))
    if (phrase := record.get("deadline")) is not None and not lasts(phrase.text):
        text.clear(phrase, "完成时限")
