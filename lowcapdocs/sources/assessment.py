"""assessment.yaml → Assessment."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lowcapdocs.model.assessment import RULES, UNASSIGNED, Adjustment, Assessment, AssessmentItem, Rule
from lowcapdocs.model.org import Town
from lowcapdocs.model.quantity import Measure
from lowcapdocs.problems import error
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Mapping, Node, Report
from lowcapdocs.sources.org import report_twice
from lowcapdocs.sources.quotas import unknown_measure
from lowcapdocs.sources.records import Record
from lowcapdocs.sources.year_columns import ADJUSTMENTS, ASSESSMENT, ASSESSMENT_ITEMS


def assessment(node: Node | None, towns: Names[Town], measures: Iterable[Measure], report: Report) -> Assessment | None:
    """The rules of scoring; None where there is no file, or nothing that can be read of it."""
    if node is None:
        return None
    if not isinstance(node, Mapping):
        report.append(
            error("value-form", node.where, "应当是“名称: 内容”的若干行。", "请参照示例数据的 assessment.yaml。")
        )
        return None
    record = Record(node, ASSESSMENT, report)
    record.reject_others()
    known = {measure.id for measure in measures}
    items = tuple(_item(each, towns, known) for each in record.records("items", ASSESSMENT_ITEMS))
    report_twice(items, report)
    return Assessment(
        name=record.text("name", required=True),
        full=_points(record, "full", required=True),
        items=items,
        basis=record.text("basis"),
        sample=record.text("sample"),
        where=record.where,
    )


def _item(record: Record, towns: Names[Town], measures: set[str]) -> AssessmentItem:
    record.reject_others()
    rule: Rule = record.choice("rule", RULES, RULES[-1]) if record.text("rule", required=True) else RULES[-1]
    measure = record.text("measure", required=rule == "完成任务")
    if measure and measure not in measures:
        unknown_measure(measure, record.place("measure"), measures, record.report)
    if record.has("adjustments") and rule != "逐项加减":
        message = f"规则是“{rule}”，不能逐项加减分。"
        record.report.append(error("value-form", record.place("adjustments"), message, "另立一项，规则填“逐项加减”。"))
    return AssessmentItem(
        id=record.identifier(),
        name=record.text("name", required=True),
        rule=rule,
        points=_points(record, "points", required=True),
        measure=measure,
        off=_points(record, "off", required=rule in ("按期报送", "佐证齐全")),
        unassigned=record.choice("unassigned", UNASSIGNED, UNASSIGNED[0]),
        adjustments=_adjustments(record, towns),
        where=record.where,
    )


def _points(record: Record, field: str, *, required: bool) -> Decimal:
    """Points from 0."""
    points = record.decimal(field, required=required) or Decimal(0)
    if points < 0:
        record.report.append(error("value-number", record.place(field), f"“{points}”小于0。", "扣多少分写正数。"))
    return points


def _adjustments(record: Record, towns: Names[Town]) -> tuple[Adjustment, ...]:
    found = []
    for each in record.records("adjustments", ADJUSTMENTS):
        each.reject_others()
        name = each.text("town", required=True)
        town = towns.resolve_text(name, each.place("town")) if name else None
        points = each.decimal("points", required=True)
        reason = each.text("reason", required=True)
        if town is not None and points is not None:
            found.append(Adjustment(town=town.id, points=points, reason=reason, where=each.where))
    return tuple(found)
