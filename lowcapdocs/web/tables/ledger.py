"""Open data of firms and penalties: each column only where the data says that it is public, none that tells of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.ledger import COLUMNS, DATE_COLUMNS, Firm, State
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from lowcapdocs.web.tables.table import Column, Field, Table, Type, Value, kind_of, table_of


def _texts(column: str) -> Callable[[Firm], Value]:
    return lambda firm: getattr(firm, column) or None


def _day(state: State) -> Callable[[Firm], Value]:
    return lambda firm: firm.dates.get(state)


_LEDGER_ABOUT = {
    "credit_code": "按文字保存；“/”表示没有（作坊）",
    "energy": "每年腾出的用能",
    "land": "腾出的用地",
}
_LEDGER_TYPES: dict[str, Type] = {"energy": "number", "land": "number"}


def _firm(column: str, value: Callable[[Firm], Value]) -> Column[Firm]:
    about = _LEDGER_ABOUT.get(column, "")
    return Column(Field(column, COLUMNS[column], _LEDGER_TYPES.get(column, "text"), about), column, value)


_SAMPLE = Field("sample", "示例", "yes", "是：虚构的演示数据")


def _firms(public: PublicCampaign) -> tuple[Column[Firm], ...]:
    """The columns of the ledger; measures by the names of the campaign."""

    def measure(firm: Firm) -> Value:
        known = public.campaign.measure.get(firm.measure)
        return known.name if known else None

    return (*_BEFORE, Column(Field("measure", COLUMNS["measure"]), "measure", measure), *_AFTER)


_BEFORE = (
    _firm("id", lambda firm: firm.id),
    _firm("name", lambda firm: firm.name),
    _firm("credit_code", _texts("credit_code")),
    Column(Field("town_id", "镇街编号"), "town", lambda firm: firm.town.id),
    _firm("town", lambda firm: firm.town.name),
    *(_firm(column, _texts(column)) for column in ("trade", "address")),
    Column(Field("measure_id", "指标编号"), "measure", lambda firm: firm.measure or None),
)
_AFTER = (
    *(_firm(column, _texts(column)) for column in ("outcome", "equipment", "capacity")),
    _firm("energy", lambda firm: firm.energy),
    _firm("land", lambda firm: firm.land),
    _firm("state", lambda firm: firm.state),
    *(Column(Field(column, COLUMNS[column], "day"), column, _day(state)) for column, state in DATE_COLUMNS.items()),
    Column(_SAMPLE, "", lambda firm: firm.sample),
)
FIRMS = kind_of(
    "firms", "企业台账", "列入整治的企业（作坊）及其状态；只含准予公开的记录和列。", "ledger",
    (*_BEFORE, Column(Field("measure", COLUMNS["measure"]), "measure", lambda firm: firm.measure), *_AFTER),
    ("name", "state"),
)  # fmt: skip


def _penalty(column: str, value: Callable[[Penalty], Value], type: Type = "text") -> Column[Penalty]:
    return Column(Field(column, PENALTY_COLUMNS[column], type), column, value)


_PENALTIES: tuple[Column[Penalty], ...] = (
    _penalty("id", lambda each: each.id),
    _penalty("firm", lambda each: each.firm or None),
    _penalty("name", lambda each: each.name),
    _penalty("credit_code", lambda each: each.credit_code or None),
    _penalty("kind", lambda each: each.kind),
    _penalty("number", lambda each: each.number or None),
    _penalty("day", lambda each: each.day, "day"),
    _penalty("content", lambda each: each.content or None),
    _penalty("authority", lambda each: each.authority.signing_name),
    _penalty("legal_basis", lambda each: each.legal_basis or None),
    Column(_SAMPLE, "", lambda each: each.sample),
)
PENALTIES = kind_of(
    "penalties", "行政处罚、吊销、注销", "作出的决定，一行一份；只含准予公开的记录和列。", "penalties", _PENALTIES,
    ("name", "kind"),
)  # fmt: skip


def ledger(public: PublicCampaign) -> Iterator[Table]:
    """The tables of `public` that are public."""
    found = (
        table_of(public, FIRMS, _firms(public), lambda: public.campaign.firms),
        table_of(public, PENALTIES, _PENALTIES, lambda: public.campaign.penalties),
    )
    yield from (table for table in found if table)
