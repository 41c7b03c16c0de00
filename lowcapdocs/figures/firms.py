"""What the ledger adds up to: firms by town, measure and state, and what they set free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import ACCEPTED, Firm, State


def counted(campaign: Campaign, *, measure: str = "", town: str = "") -> tuple[Firm, ...]:
    """The firms of the ledger, of one measure or town if named, in the order of the data."""
    return tuple(
        firm
        for firm in campaign.firms
        if (not measure or firm.measure == measure) and (not town or firm.town.id == town)
    )


def in_state(firms: Iterable[Firm], *states: State) -> tuple[Firm, ...]:
    """Those of `firms` that are in one of `states` now."""
    return tuple(firm for firm in firms if firm.state in states)


def accepted(firms: Iterable[Firm], until: date | None = None) -> tuple[Firm, ...]:
    """Those that count as accepted (验收), by the end of `until` if given; one without a day counts at once."""
    return tuple(
        firm
        for firm in firms
        if firm.reached(ACCEPTED) and (until is None or firm.accepted_on is None or firm.accepted_on <= until)
    )


def to_publish(firms: Iterable[Firm]) -> tuple[Firm, ...]:
    """Accepted firms whose 公示 has not ended yet: those that the next public notice lists."""
    return in_state(firms, ACCEPTED)


def published(campaign: Campaign, by: date | None) -> tuple[Firm, ...]:
    """Firms at 销号, and those whose 公示 was over before `by`: it begins on its day and lasts so many working days."""
    calendar, days = campaign.plan.calendar, campaign.plan.publicity_days

    def is_over(firm: Firm) -> bool:
        begun = firm.dates.get("公示")
        return by is not None and begun is not None and calendar.after(begun, days, counting_start=True) < by

    return tuple(firm for firm in campaign.firms if firm.state == "销号" or (firm.state == "公示" and is_over(firm)))


def freed(firms: Iterable[Firm], what: str) -> Decimal | None:
    """腾出用能 (`energy`, 吨标准煤) or 腾出用地 (`land`, 亩) of `firms`; None if of none of them it is known."""
    known = [amount for firm in firms if (amount := getattr(firm, what)) is not None]
    return sum(known, Decimal(0)) if known else None


def lacking(campaign: Campaign, firms: Iterable[Firm]) -> tuple[tuple[Firm, tuple[str, ...]], ...]:
    """The firms that lack evidence which their measure asks for, with its kinds."""
    listed = ((firm, firm.missing(campaign.required_evidence.get(firm.measure, ()))) for firm in firms)
    return tuple((firm, kinds) for firm, kinds in listed if kinds)
