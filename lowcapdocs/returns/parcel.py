"""What is sent to one town for one period: the lines of its sheets, and what its workbook says of itself.

The values that were sent travel with the workbook, so that on its return it is plain what the town
has changed, whatever has become of our own data meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import DATE_COLUMNS, Firm
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import Return, current
from lowcapdocs.model.quantity import Measure
from lowcapdocs.returns.layout import AMOUNT_FIELDS, SCHEMA, YES


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its id (of a measure or a firm) and its values by field, as our data writes them."""

    id: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One workbook. `kinds`: the papers that its firms need; `sample`: something in it was invented;
    `due`: 报送时限 as the schedule words it.
    """

    campaign: Campaign
    town: Town
    period: Period
    amounts: tuple[Line, ...]
    firms: tuple[Line, ...]
    kinds: tuple[str, ...] = ()
    sample: bool = False
    due: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a workbook says of itself: where it belongs, and what was sent in it, by id.

    `sample`: it was printed as 示例数据, so what is reported in it is invented too.
    """

    campaign: str
    town: str
    period: str
    amounts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    firms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sample: bool = False


class Standings:
    """What each town reported last before `period`, and for it; looked up for all towns at once."""

    def __init__(self, campaign: Campaign, period: Period) -> None:
        self.told: dict[tuple[str, str], Return] = {}
        self._before: dict[tuple[str, str, str], tuple[Decimal, Return]] = {}
        for each in sorted(current(campaign.returns), key=lambda each: each.period):
            if each.period == period:
                self.told[each.town, each.measure] = each
            elif each.period < period:
                for name in ("done", "accepted"):
                    amount = getattr(each, name)
                    if amount is not None:
                        self._before[each.town, each.measure, name] = amount, each

    def before(self, town: str, measure: str, name: str) -> Decimal | None:
        """上期: `name` (done or accepted) as last reported before the period; None if it never was."""
        found = self._before.get((town, measure, name))
        return found[0] if found else None

    def invented(self, town: str, measure: str) -> bool:
        """Whether any of it was invented for demonstration."""
        listed = [self._before.get((town, measure, name)) for name in ("done", "accepted")]
        told = self.told.get((town, measure))
        return any(each[1].sample for each in listed if each) or (told is not None and told.sample)


def parcels(campaign: Campaign, period: Period, towns: Iterable[Town]) -> Iterator[Parcel]:
    """A parcel for each of `towns` that has something to do, or firms in the ledger."""
    standings = Standings(campaign, period)
    firms: dict[str, list[Firm]] = {}
    for firm in campaign.firms:
        firms.setdefault(firm.town.id, []).append(firm)
    reporting = campaign.plan.reporting
    due = reporting.due.phrase if reporting and reporting.due else ""
    for town in towns:
        measures = duties(campaign, town)
        own = firms.get(town.id, [])
        if measures or own:
            yield Parcel(
                campaign=campaign,
                town=town,
                period=period,
                amounts=tuple(_amounts(campaign, town, each, standings) for each in measures),
                firms=tuple(Line(firm.id, firm_values(firm, campaign)) for firm in own),
                sample=any(standings.invented(town.id, each.id) for each in measures)
                or any(firm.sample for firm in own),
                kinds=_kinds(campaign, {*(each.id for each in measures), *(firm.measure for firm in own)}),
                due=due,
            )


def duties(campaign: Campaign, town: Town) -> tuple[Measure, ...]:
    """The measures that `town` has a quota for: a number above 0."""
    amounts = ((each, campaign.quota(town.id, each.id)) for each in campaign.measures)
    return tuple(each for each, amount in amounts if isinstance(amount, Decimal) and amount > 0)


def _amounts(campaign: Campaign, town: Town, measure: Measure, standings: Standings) -> Line:
    quota = campaign.quota(town.id, measure.id)
    before = {f"{name}_before": standings.before(town.id, measure.id, name) for name in ("done", "accepted")}
    told = standings.told.get((town.id, measure.id))
    values = {
        "measure": measure.name,
        "unit": measure.unit,
        "quota": decimal_text(quota) if isinstance(quota, Decimal) else "",
        **{name: text(amount) for name, amount in before.items()},
        **(return_values(told) if told else {}),
    }
    return Line(measure.id, {name: value for name, value in values.items() if value})


def text(amount: Decimal | None) -> str:
    """An amount as our data writes it; empty where it was not told."""
    return "" if amount is None else decimal_text(amount)


def return_values(told: Return) -> dict[str, str]:
    """A return by field, as far as the sheet has it."""
    amounts = (told.done, *told.outcomes, told.accepted)
    return {**dict(zip(AMOUNT_FIELDS, map(text, amounts), strict=True)), "remark": told.remark}


def firm_values(firm: Firm, campaign: Campaign) -> dict[str, str]:
    """A firm by field, as far as the sheet has it, blanks left out."""
    days = {column: firm.dates[state].isoformat() for column, state in DATE_COLUMNS.items() if state in firm.dates}
    measure = campaign.measure.get(firm.measure)
    values = {
        "name": firm.name,
        "credit_code": firm.credit_code,
        "measure": measure.name if measure else "",
        "outcome": firm.outcome,
        "state": firm.state,
        **days,
        **firm.evidence,
        "remark": firm.remark,
    }
    return {name: value for name, value in values.items() if value}


def _kinds(campaign: Campaign, measures: set[str]) -> tuple[str, ...]:
    """The papers that any of `measures` asks for, in the order of the data."""
    listed = (kinds for measure, kinds in campaign.required_evidence.items() if measure in measures)
    return tuple(dict.fromkeys(kind for kinds in listed for kind in kinds))


# The hidden sheet


def meta_rows(parcel: Parcel) -> list[tuple[str, str, str]]:
    """What the workbook says of itself, as rows: name, value; then kind, id, values of each line."""
    lines = [
        (kind, line.id, json.dumps(dict(line.values), ensure_ascii=False, sort_keys=True))
        for kind, listed in (("amount", parcel.amounts), ("firm", parcel.firms))
        for line in listed
    ]
    head = [
        ("schema", SCHEMA, ""),
        ("campaign", parcel.campaign.id, ""),
        ("town", parcel.town.id, ""),
        ("period", parcel.period.id, ""),
        *([("sample", YES, "")] if parcel.sample else []),
    ]
    return [*head, *lines, ("sha256", _digest([*head, *lines]), "")]


def read_meta(rows: Iterable[tuple[str, str, str]]) -> Meta:
    """What `meta_rows` wrote. Raises ValueError if it is not whole, KeyError if it is of another layout."""
    listed = [row for row in rows if row[0]]
    if not listed or listed[0][:2] != ("schema", SCHEMA):
        raise KeyError("schema")
    if listed[-1][0] != "sha256" or listed[-1][1] != _digest(listed[:-1]):
        raise ValueError("sha256")
    named = {name: value for name, value, _ in listed}
    sent: dict[str, dict[str, Mapping[str, str]]] = {"amount": {}, "firm": {}}
    for kind, line, values in listed:
        if kind in sent:
            sent[kind][line] = json.loads(values)
    sample = named.get("sample") == YES
    return Meta(named["campaign"], named["town"], named["period"], sent["amount"], sent["firm"], sample)


def _digest(rows: Iterable[tuple[str, str, str]]) -> str:
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
