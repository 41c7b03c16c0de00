"""What a page says where the data was corrected after a document was signed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.disclose.redact import redact
from lowcapdocs.disclosing import public_campaign
from lowcapdocs.draft.parse import parse
from lowcapdocs.figures.names import name_at
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.walk import values
from lowcapdocs.job import open_job
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.quantity import Blank, Goal, Quota
from lowcapdocs.sources.disclosure import COLUMNS
from lowcapdocs.web.atlas import Atlas
from lowcapdocs.web.changed import changed
from lowcapdocs.web.page import Page
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY, campaign, draft
from tests.web.html import parsed
from tests.web.publish import SITE, pages, sample

CASES = {
    "[28](goal/improve)": [],
    "[30](goal/improve)和[30](goal/improve)": ["整治提升主要目标：30，现在28"],
    "[2](quota/jishigang/phase_out)": ["集士港镇淘汰数任务数：2，现在/"],
    "[3](quota/shiqi/phase_out)": [],
    "[3](quota/gone/improve)": [],
    "[石碶乡](town/shiqi)": [],
    "[3](ledger/sum/all/all/to-publish)": [],
    "[3](nothing/of/the/kind)": [],
    "三": [],
}
"""Text of the document: name, what it says, what is now. What is not known or not there is not spoken of."""


@pytest.mark.parametrize("text", CASES)
def test_figures_that_the_data_gives_otherwise_are_told(text: str) -> None:
    found = changed(parse(draft(text)), Atlas(PublicCampaign(campaign=campaign())))
    assert CASES[text] == [f"{each.name}：{each.issued}，现在{each.current}" for each in found]


def test_the_rate_of_the_period_before_is_told_from_that_of_the_period() -> None:
    public = sample("haishu-2020")
    tree = parse(draft("[1](progress/2020-09/jishigang/improve/rate)[2](progress/2020-09/jishigang/improve/before)"))
    first, second = changed(tree, Atlas(public))
    assert first.name.replace("完成率", "上期完成率") == second.name


def test_how_firms_were_dealt_with_is_told_by_name() -> None:
    public = sample("haishu-2020")
    tree = parse(draft("".join(f"[999](progress/2020-09/all/improve/outcome{place})" for place in range(3))))
    assert ["关停取缔", "整合搬迁", "升级改造"] == [each.name[-4:] for each in changed(tree, Atlas(public))]


def test_every_figure_of_the_samples_has_words_by_which_it_would_be_told() -> None:
    public = sample("haishu-2020")
    atlas = Atlas(public)
    told = {
        span.path: name_at(public.figures, span.path)
        for document in public.documents
        for span, _ in values(document.tree)
        if (goal := atlas.goal(span.path)) and goal.figure and not span.path.startswith("ledger/")
    }
    assert len(told) > 100
    assert [] == [path for path, name in told.items() if path == name]


def test_what_is_withheld_is_not_told_by_the_way() -> None:
    withheld = replace(campaign(), quotas=(Quota("jishigang", "improve", Blank.UNKNOWN),), goals=())
    tree = parse(draft("[30](quota/jishigang/improve)[5](goal/improve)"))
    assert [] == list(changed(tree, Atlas(PublicCampaign(campaign=withheld))))


SIGNED = open_job(Workspace(REPOSITORY), "haishu-2020")
WITHHELD = [(table, column) for table in ("campaign", "quotas", "schedule", "progress") for column in COLUMNS[table]]


@pytest.fixture(scope="module")
def signed() -> list[Gongwen]:
    """The signed texts of the sample that are public."""
    public = public_campaign(SIGNED)
    return [each.tree for each in public.documents if each.signed] if public else []


@pytest.mark.parametrize(("table", "column"), WITHHELD, ids="/".join)
def test_a_column_that_is_withheld_is_no_correction(signed: list[Gongwen], table: str, column: str) -> None:
    """Counts and lights are not made up of what is left, or of what is usual."""
    columns = {each: dict.fromkeys(names, PUBLIC) for each, names in COLUMNS.items()}
    del columns[table][column]
    stated = replace(SIGNED.campaign, disclosure=replace(SIGNED.campaign.disclosure, columns=columns))
    atlas = Atlas(PublicCampaign(campaign=redact(stated)))
    assert signed
    assert [] == [each for tree in signed for each in changed(tree, atlas)]


NOT_KEPT = "印发的原件没有存入本网站的数据，正文按现有数据生成；两者如有不同，以原件为准。"


def bulletin(public: PublicCampaign) -> Page:
    return next(each for each in pages([public], SITE) if each.address.endswith("documents/bulletin/2020-09.html"))


def test_the_page_of_a_signed_bulletin_says_what_was_corrected_since() -> None:
    public = sample("haishu-2020")
    assert "印发后有变化" not in bulletin(public).body
    first, *others = public.campaign.quotas
    assert isinstance(first.amount, Decimal)
    corrected = replace(public.campaign, quotas=(replace(first, amount=first.amount + 1), *others))
    page = bulletin(replace(public, campaign=corrected))
    table = next(each for each in parsed(page.body).iter("table") if each.findtext("caption") == "文中与现在不同的数据")
    assert [str(first.amount), str(first.amount + 1)] in [
        [cell.text for cell in row.findall("td")] for row in table.iter("tr")
    ]
    assert f"文中有{len(list(table.iter('tr'))) - 1}个数据印发后有变化" in page.body


def test_the_page_of_a_text_that_is_not_kept_says_that_it_follows_the_data() -> None:
    public = sample("haishu-2020")
    goals = tuple(Goal(each.measure, each.amount + 1) for each in public.campaign.goals)
    drafts = [
        page.body
        for page in pages([replace(public, campaign=replace(public.campaign, goals=goals))], SITE)
        if "/documents/town-notice/" in page.address
    ]
    assert drafts
    assert not any("印发后有变化" in body for body in drafts)
    assert all(NOT_KEPT in body for body in drafts)
    assert NOT_KEPT not in bulletin(public).body
