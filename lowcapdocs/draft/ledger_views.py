"""What templates see of the ledger: firms, what they add up to, penalties."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from lowcapdocs.draft.figure_views import FigureView
from lowcapdocs.draft.views import CampaignView, MeasureView, Printed, UnitView, escaped, printed
from lowcapdocs.figures import firms, paths
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.penalty import Penalty


class FirmView:
    """A firm of the ledger: `firm.name`, every column by its name, `.required` evidence and what is `.missing`."""

    def __init__(self, view: CampaignView, firm: Firm, required: tuple[str, ...]) -> None:
        self._firm = firm
        self.id = firm.id
        self.state_now = firm.state
        self.town = view.unit(firm.town)
        self.measure = next((each for each in view.measures if each.id == firm.measure), None)
        self.required = tuple(
            (escaped(kind), printed(firm.evidence.get(kind) or None, f"ledger/{firm.id}/evidence/{place}"))
            for place, kind in enumerate(required)
        )
        self.missing = tuple(
            printed(kind, f"ledger/{firm.id}/missing/{place}") for place, kind in enumerate(firm.missing(required))
        )

    def column(self, name: str) -> Printed:
        """What a column prints; ×× where it is not known."""
        return printed(self._firm.text(name), f"ledger/{self.id}/{name}")

    def has(self, name: str) -> bool:
        """Whether a column is known."""
        return self._firm.text(name) is not None

    @property
    def name(self) -> Printed:
        """企业名称."""
        return self.column("name")

    def __html__(self) -> str:
        return self.name


class PenaltyView:
    """A decision for the credit platform: its columns by name."""

    def __init__(self, penalty: Penalty) -> None:
        self._penalty = penalty
        self.kind_now = penalty.kind

    def column(self, name: str) -> Printed:
        """What a column prints; ×× where it is not known."""
        return printed(self._penalty.text(name), f"penalty/{self._penalty.id}/{name}")


class LedgerView:
    """The ledger: its firms, what they add up to, the penalties."""

    def __init__(self, view: CampaignView, figures: Figures) -> None:
        self._view = view
        self._figures = figures
        self._made: dict[str, FirmView] = {}

    def firm(self, firm: Firm) -> FirmView:
        """The view of a firm; made once for each."""
        if firm.id not in self._made:
            required = tuple(self._figures.campaign.required_evidence.get(firm.measure, ()))
            self._made[firm.id] = FirmView(self._view, firm, required)
        return self._made[firm.id]

    @cached_property
    def firms(self) -> tuple[FirmView, ...]:
        """Every firm, in the order of the data."""
        return self._views(self._figures.campaign.firms)

    @cached_property
    def accepted(self) -> tuple[FirmView, ...]:
        """Firms that count as accepted."""
        return self._views(firms.accepted(self._figures.campaign.firms))

    @cached_property
    def to_publish(self) -> tuple[FirmView, ...]:
        """Accepted firms that the next 公示 lists."""
        return self._views(firms.to_publish(self._figures.campaign.firms))

    def finished(self, day: date | None) -> tuple[FirmView, ...]:
        """Firms whose 公示 is over by `day` (by the end of the last period, while it is not known), and those at 销号."""
        latest = self._figures.latest
        by = day or (latest.end if latest else None)
        return self._views(firms.published(self._figures.campaign, by))

    @cached_property
    def penalties(self) -> tuple[PenaltyView, ...]:
        """处罚、吊销、注销."""
        return tuple(map(PenaltyView, self._figures.campaign.penalties))

    def of(self, town: UnitView) -> tuple[FirmView, ...]:
        """The firms of one town."""
        return self._views(firms.counted(self._figures.campaign, town=town.id))

    def in_state(self, *states: str) -> tuple[FirmView, ...]:
        """Firms in one of `states` now."""
        return tuple(each for each in self.firms if each.state_now in states)

    def sum(self, what: str, measure: MeasureView | None = None, town: UnitView | None = None) -> FigureView:
        """`listed`, `accepted`, `to-publish` or `lacking` firms; `energy` or `land` that the accepted set free."""
        which = [measure.id if measure else paths.EVERYBODY, town.id if town else paths.EVERYBODY, what]
        unit = {"energy": "吨标准煤", "land": "亩"}.get(what, "家")
        return FigureView(paths.ledger_text(self._figures, which), "/".join(["ledger", "sum", *which]), unit)

    def _views(self, listed: Iterable[Firm]) -> tuple[FirmView, ...]:
        return tuple(map(self.firm, listed))


LEDGER_VIEWS = frozenset((FirmView, PenaltyView, LedgerView))
"""What templates meet of the ledger."""
