"""ledger_views: what templates see of firms and penalties, each value with its path."""

from __future__ import annotations

from lowcapdocs.draft.ledger_views import LedgerView
from lowcapdocs.draft.views import CampaignView
from tests.figures.test_paths import whole


def ledger() -> LedgerView:
    return LedgerView(CampaignView(whole().campaign), whole())


def test_sums_have_their_units_and_may_be_unknown() -> None:
    found = ledger()
    assert "[60](ledger/sum/all/all/energy)吨标准煤" == found.sum("energy").with_unit
    assert ("[××](ledger/sum/all/all/land)", False) == (found.sum("land").with_unit, found.sum("land").known)
    campaign = CampaignView(whole().campaign)
    assert (
        "[1](ledger/sum/improve/shiqi/lacking)家"
        == found.sum("lacking", campaign.measures[1], campaign.towns[1]).with_unit
    )


def test_a_firm_prints_its_columns_its_papers_and_what_it_lacks() -> None:
    (firm,) = ledger().firms
    assert ("[企业甲](ledger/a/name)", "[××](ledger/a/trade)", True, False) == (
        firm.__html__(), firm.column("trade"), firm.has("energy"), firm.has("land"),
    )  # fmt: skip
    assert (("前", "[1.jpg](ledger/a/evidence/0)"), ("后", "[××](ledger/a/evidence/1)")) == firm.required
    assert ("[后](ledger/a/missing/0)",) == firm.missing
    assert ("improve", "shiqi") == (firm.measure and firm.measure.id, firm.town.id)


def test_firms_are_chosen_by_town_and_state() -> None:
    found = ledger()
    towns = CampaignView(whole().campaign).towns
    assert (0, 1, 1, 1, 0) == (
        len(found.of(towns[0])), len(found.of(towns[1])), len(found.to_publish), len(found.accepted), len(found.finished(None)),
    )  # fmt: skip
    assert found.firms == found.in_state("验收", "公示")


def test_a_penalty_prints_its_columns() -> None:
    (penalty,) = ledger().penalties
    assert ("吊销", "[2020年4月5日](penalty/p/day)", "[××](penalty/p/number)") == (
        penalty.kind_now, penalty.column("day"), penalty.column("number"),
    )  # fmt: skip
