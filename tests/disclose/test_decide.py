"""decide: a document goes out if it is public, listed, reviewed and issued; each that is missing is the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lowcapdocs.disclose.decide import Catalogue
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import Disclosure
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.publication import Publication
from tests.builders import campaign

ENTRY = DocumentEntry(id="plan", file="要点", template="plan.md.j2", disclosure="主动公开")
LINE = Publication(document="plan")
REVIEWED = Disclosure(columns={"campaign": {"name": "主动公开"}}, basis="某条", reviewer="某科", day=date(2020, 4, 1))


def whole(disclosure: Disclosure = REVIEWED, *lines: Publication) -> Campaign:
    """A campaign with this review and this catalogue."""
    return replace(campaign(), disclosure=disclosure, publications=lines or (LINE,))


def why(of: Campaign, entry: DocumentEntry = ENTRY, key: str = "", *, issued: bool = True) -> str:
    """Why a document stays; empty if it goes out."""
    decision = Catalogue(of).decide(entry, key, issued=issued)
    return "" if decision.goes_out else decision.why


def test_what_is_public_listed_reviewed_and_issued_goes_out_with_its_line() -> None:
    decision = Catalogue(whole()).decide(ENTRY, "", issued=True)
    assert (True, "主动公开，依据“某条”", LINE) == (decision.goes_out, decision.why, decision.publication)


def test_a_historical_document_counts_as_issued() -> None:
    assert "" == why(whole(), replace(ENTRY, status="issued"), issued=False)


@pytest.mark.parametrize(
    ("expected", "entry"),
    [
        ("没有公开属性", replace(ENTRY, disclosure="")),
        ("依申请公开：下达任务", replace(ENTRY, disclosure="依申请公开", disclosure_reason="下达任务")),
        ("不予公开：内部", replace(ENTRY, disclosure="不予公开", disclosure_reason="内部")),
        ("公开目录里没有这一份", replace(ENTRY, id="other")),
    ],
)
def test_what_is_not_public_or_not_listed_stays(expected: str, entry: DocumentEntry) -> None:
    assert expected == why(whole(), entry)


def test_a_draft_stays() -> None:
    assert "还没有印发" == why(whole(), issued=False)


def test_one_of_a_series_goes_out_by_its_own_line_alone() -> None:
    listed = whole(REVIEWED, Publication(document="plan", unit="dong"))
    assert ["", "公开目录里没有这一份", "公开目录里没有这一份"] == [why(listed, key=key) for key in ("dong", "xi", "")]


@pytest.mark.parametrize("missing", ["basis", "reviewer", "day"])
def test_without_a_review_of_the_campaign_nothing_goes_out(missing: str) -> None:
    own = Publication(document="plan", basis="某条", reviewer="某科", reviewed_on=date(2020, 4, 1))
    closed = replace(REVIEWED, **{missing: None if missing == "day" else ""})  # type: ignore[arg-type]
    assert "disclosure.yaml 没有写依据、审查人或日期" == why(whole(closed, own))


def test_of_a_campaign_whose_name_is_not_public_nothing_goes_out() -> None:
    assert "活动的名称没有定为主动公开" == why(whole(replace(REVIEWED, columns={"towns": {"name": "主动公开"}})))
    assert "disclosure.yaml 没有写依据、审查人或日期" == why(whole(Disclosure()))


def test_a_line_has_its_own_review_or_that_of_the_campaign() -> None:
    catalogue = Catalogue(whole(Disclosure(columns=REVIEWED.columns, basis="某条")))
    assert ("审查人", "审查日期") == catalogue.unreviewed(LINE)
    assert ("审查日期",) == catalogue.unreviewed(replace(LINE, reviewer="某科"))
    assert () == catalogue.unreviewed(replace(LINE, reviewer="某科", reviewed_on=date(2020, 4, 1)))
