"""The returns as one table: a row for every measure, town and period, blanks filled by rule.

Amounts are whole numbers of the last decimal that their measure prints (an 0.1万吨 measure counts
in tenths), so that sums are exact; pandas keeps blanks apart from 0.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import OUTCOMES, current

if TYPE_CHECKING:
    import pandas as pd

ALL = ""
"""Stands for all towns together, where a town's id would stand."""
KEYS = ["measure", "town", "period"]
STATED = ("done", "fresh", "accepted", *(f"outcome{number}" for number in range(len(OUTCOMES))))


def frame(campaign: Campaign, periods: tuple[Period, ...]) -> pd.DataFrame:
    """One row a measure, town (`ALL` for their sum) and period (its place in `periods`), as Int64:

    - `reported`: whether the town reported for this period at all (for `ALL`: how many did);
    - `done` 累计完成, `accepted` 累计验收, `outcome0…` 其中: what was reported last, up to this period;
      a return that states only 本期完成 adds to what was reported before;
    - `fresh` 本期完成: as reported, or what 累计完成 grew by; blank where neither was reported;
    - `quota` 任务数 (blank for “/” and unknown), `rate` 完成率 in tenths of a percent = `accepted` ÷
      `quota`, rounded half up; `rank`: place by `rate` among the towns that have both.

    A sum is blank only where all its towns are. A return of all together stands instead of the sum.
    """
    import pandas as pd

    scale = {measure.id: 10**measure.decimals for measure in campaign.measures}
    places = {period: place for place, period in enumerate(periods)}
    rows = []
    for each in current(campaign.returns):
        if each.reported:
            amounts = (each.done, each.fresh, each.accepted, *each.outcomes)
            stated = (None if amount is None else _scaled(amount, scale[each.measure]) for amount in amounts)
            rows.append((each.measure, each.town, places[each.period], *stated))
    index = pd.MultiIndex.from_product(
        [
            [measure.id for measure in campaign.measures],
            [ALL, *(town.id for town in campaign.towns)],
            range(len(periods)),
        ],
        names=KEYS,
    )
    stated_rows = pd.DataFrame(rows, columns=[*KEYS, *STATED]).set_index(KEYS)
    table = stated_rows.reindex(index).astype("Int64")
    table["reported"] = index.isin(stated_rows.index)
    table = _with_totals(_carried(table))
    table["reported"] = table["reported"].fillna(0)
    table["quota"] = [_quota(campaign, measure, town, scale) for measure, town, _ in table.index]
    table["quota"] = table["quota"].astype("Int64")
    rates = list(map(_rate, _plain(table["accepted"]), _plain(table["quota"])))
    table["rate"] = pd.Series(rates, index=table.index, dtype=object)  # of all together it may exceed 64 bits
    towns = table.index.get_level_values("town") != ALL
    grouped = table["rate"].where(towns).astype("Float64").groupby(level=["measure", "period"])
    table["rank"] = grouped.rank(method="min", ascending=False).astype("Int64")
    return table


def _plain(column: pd.Series[Any]) -> list[int | None]:
    return [None if number is None else int(number) for number in column.astype(object).where(column.notna(), None)]


def _rate(accepted: int | None, quota: int | None) -> int | None:
    """Tenths of a percent, rounded half up."""
    return None if accepted is None or not quota or quota < 0 else (accepted * 2000 + quota) // (quota * 2)


def _scaled(amount: Decimal, scale: int) -> int:
    return int((amount * scale).to_integral_value())


def _quota(campaign: Campaign, measure: str, town: str, scale: dict[str, int]) -> int | None:
    amount = campaign.total[measure] if town == ALL else campaign.quota(town, measure)
    if town == ALL and not campaign.quotas and measure in campaign.goal:
        amount = campaign.goal[measure]  # a campaign that splits nothing still has its goal
    return _scaled(amount, scale[measure]) if isinstance(amount, Decimal) else None


def _carried(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with cumulative figures carried on and 本期完成 worked out where it was not stated."""
    unit = ["measure", "town"]
    table = table.copy()
    done, fresh = table["done"], table["fresh"]
    table["since"] = done.notna().groupby(level=unit).cumsum()
    added = (
        fresh.where(done.isna())
        .fillna(0)
        .groupby([*(table.index.get_level_values(key) for key in unit), table["since"].to_numpy()])
        .cumsum()
    )
    known = (done.notna() | fresh.notna()).groupby(level=unit).cumsum() > 0
    carried = (done.groupby(level=unit).ffill().fillna(0) + added).where(known)
    before = carried.groupby(level=unit).shift(1).fillna(0)
    table["done"] = carried
    table["fresh"] = fresh.where(fresh.notna(), (carried - before).where(done.notna())).where(table["reported"])
    for column in STATED[2:]:
        table[column] = table[column].groupby(level=unit).ffill()
    return table.drop(columns="since")


def _with_totals(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with its rows of all together: summed, or as reported where no town reports a measure at all."""
    table = table.astype({"reported": "Int64"})
    everyone = table.index.get_level_values("town") == ALL
    sums = table[~everyone].groupby(level=["measure", "period"]).sum(min_count=1)
    own = table[everyone].droplevel("town")
    by_towns = sums["reported"].reindex(own.index).fillna(0).groupby(level="measure").transform("max") > 0
    stated = (own["reported"].groupby(level="measure").transform("max") > 0) & ~by_towns
    summed = own.where(stated, sums.reindex(own.index))
    table.loc[everyone] = summed.to_numpy()
    return table
