"""Public campaigns made by the real redaction: all columns public but those that a test withholds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.disclose.redact import redact
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import PUBLIC, TABLES, Disclosure
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import Return, TaskReturn
from lowcapdocs.sources.disclosure import COLUMNS
from lowcapdocs.web.record import Record
from tests.builders import FGJ, JISHIGANG, SHIQI, campaign

APRIL, MAY = Period("month", 2020, 4), Period("month", 2020, 5)


def opened(whole: Campaign, withheld: Iterable[str] = ()) -> PublicCampaign:
    """`whole` as anybody may read it; `withheld` are columns as table/column."""
    closed = set(withheld)
    columns = {
        table: {column: PUBLIC for column in known if f"{table}/{column}" not in closed}
        for table, known in COLUMNS.items()
    }
    shown = redact(
        replace(whole, disclosure=Disclosure(columns=columns, basis="条例", reviewer="某", day=date(2020, 6, 1)))
    )
    return PublicCampaign(campaign=shown, tables=frozenset(TABLES))


def reported(**changes: Any) -> Campaign:
    """The campaign of tests.builders with returns, a ledger and a penalty."""
    return campaign(**{**_YEAR, **changes})


def firm(name: str = "甲厂", **changes: Any) -> Firm:
    return Firm(**{"id": "f1", "name": name, "town": JISHIGANG, "measure": "improve", "state": "验收", **changes})


def penalty(name: str = "甲厂", **changes: Any) -> Penalty:
    return Penalty(**{"id": "p1", "name": name, "kind": "行政处罚", "authority": FGJ, **changes})


def returned(period: Period, town: str, **changes: Any) -> Return:
    return Return(**{"period": period, "town": town, "measure": "improve", **changes})


def record(name: str = "关于甲的通知", **changes: Any) -> Record:
    stated = {
        "address": "test/documents/notice.html",
        "campaign": "test",
        "campaign_name": "测试要点",
        "entry": "notice",
    }
    return Record(**{**stated, "key": "", "name": name, **changes})


_YEAR: dict[str, Any] = {
    "returns": (
        returned(APRIL, JISHIGANG.id, done=Decimal(3), fresh=Decimal(3), accepted=Decimal(2), day=date(2020, 5, 6)),
        returned(APRIL, SHIQI.id, done=Decimal(0), accepted=Decimal(0), day=date(2020, 5, 6)),
        returned(MAY, JISHIGANG.id, done=Decimal(2), fresh=Decimal(-1), accepted=Decimal(2), day=date(2020, 6, 5)),
    ),
    "task_returns": (
        TaskReturn(period=MAY, task="energy-1", state="推进中", text="已查2家。", amounts=(("audits", Decimal(2)),)),
    ),
    "firms": (firm(credit_code="91330203000000000X", phone="0574-00000000", remark="内情", energy=Decimal("1.5")),),
    "penalties": (penalty(number="甲罚〔2020〕1号", day=date(2020, 5, 8)),),
}
