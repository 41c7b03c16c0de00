"""How one town, or all together, stands in one measure at the end of one period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lowcapdocs.model.period import Period
from lowcapdocs.model.quantity import Amount, Blank, Measure
from lowcapdocs.model.schedule import Light


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One line of the progress table. None: nothing was reported that would tell.

    - `quota`: 任务数. `done`: 累计完成, `fresh`: 本期完成, `accepted`: 累计验收, `outcomes`: 其中
      (关停取缔, 整合搬迁, 升级改造), all in the unit of the measure, as reported last up to the end of the
      period; `fresh` only where the period itself was reported.
    - `reported`: how many towns reported for this very period (1 or 0 for one town).
    - `rate`: 完成率 = 累计验收 ÷ 任务数, in percent to one place, rounded half up; `before`: 上期完成率.
    - `planned`: 序时进度 at the end of the period, in percent; `behind`: by how many percentage points
      the rate falls short of it (below 0: ahead). A town with a quota that never reported is behind
      by all that is planned.
    - `light`: what `behind` means by the thresholds of the schedule; None without a quota.
    - `rank`: place by 完成率 among the towns with a quota that reported; equal rates share a place.
    """

    measure: Measure
    town: str
    period: Period
    quota: Amount
    reported: int
    done: Decimal | None
    fresh: Decimal | None
    accepted: Decimal | None
    outcomes: tuple[Decimal | None, ...]
    rate: Decimal | None
    before: Decimal | None
    planned: Decimal | None
    behind: Decimal | None
    light: Light | None
    rank: int | None

    @property
    def assigned(self) -> bool:
        """Whether there is anything to do."""
        return isinstance(self.quota, Decimal) and self.quota > 0

    @property
    def remaining(self) -> Decimal | None:
        """What is still to be accepted; None where it is not known."""
        if not isinstance(self.quota, Decimal):
            return Decimal(0) if self.quota is Blank.NONE else None
        return max(self.quota - (self.accepted or Decimal(0)), Decimal(0))

    @property
    def finished(self) -> bool:
        """Whether the quota is met."""
        return self.remaining == 0
