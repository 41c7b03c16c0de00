"""What has been done: returns (报送) of towns by measure and period, and of departments by task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lowcapdocs.model.period import Period
from lowcapdocs.problems import NOWHERE, Where

OUTCOMES = ("关停取缔", "整合搬迁", "升级改造")
"""三个一批: how a firm was dealt with."""
TASK_STATES = ("未启动", "推进中", "已完成", "滞后")


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """报送: what one town reports of one measure for one period. None: the cell was left blank.

    `town` is empty where the return is of all together (全区), in campaigns that publish no more.
    `done` is 累计完成 (finished since the start of the campaign), `fresh` 本期完成 (below 0 where
    something is taken back, 核减), `accepted` 累计验收
    (验收通过, which is less than finished until the acceptance group has been there), `outcomes`
    the cumulative 其中 by OUTCOMES. A correction (更正) is a further record with a higher
    `revision`; the earlier ones are kept and no longer counted.
    """

    period: Period
    town: str
    measure: str
    done: Decimal | None = None
    fresh: Decimal | None = None
    accepted: Decimal | None = None
    outcomes: tuple[Decimal | None, ...] = (None, None, None)
    day: date | None = None
    revision: int = 0
    remark: str = ""
    sample: bool = False
    where: Where = NOWHERE

    @property
    def reported(self) -> bool:
        """Whether it says anything: a row of blanks is nobody's report, a row of 0 is one."""
        return any(number is not None for number in (self.done, self.fresh, self.accepted, *self.outcomes))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReturn:
    """任务进展: what a department reports of one task for one period, in words and a state.

    `amounts` are what its targets have reached, by target id.
    """

    period: Period
    task: str
    state: str = ""
    text: str = ""
    amounts: tuple[tuple[str, Decimal], ...] = ()
    day: date | None = None
    revision: int = 0
    sample: bool = False
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class PastResult:
    """What another year came to, for comparison: quota and 累计验收 of one measure."""

    measure: str
    year: int
    quota: Decimal | None
    accepted: Decimal | None
    where: Where = NOWHERE


def current(returns: tuple[Return, ...]) -> tuple[Return, ...]:
    """Of each period, town and measure the record that counts: the highest revision."""
    latest: dict[tuple[Period, str, str], Return] = {}
    for each in returns:
        key = (each.period, each.town, each.measure)
        if key not in latest or each.revision >= latest[key].revision:
            latest[key] = each
    return tuple(latest.values())
