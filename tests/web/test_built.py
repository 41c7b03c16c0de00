"""After a real build: full texts are Word's, and whatever a name holds comes out as text, nowhere as markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import Return, TaskReturn
from lowcapdocs.model.publication import Publication
from lowcapdocs.model.quantity import Measure, Target
from lowcapdocs.model.schedule import Action, Phase, Schedule
from lowcapdocs.model.task import Area, Basis, Duty, Evidence, Safeguard, Task
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard
from tests import builders
from tests.builders import HOSTILE
from tests.test_hostile_data import NASTY
from tests.web.building import built
from tests.web.html import article_of, lines, read, skeleton
from tests.web.publish import ALL_PUBLIC, SAMPLES, SITE, pages, sample, trees
from tests.web.test_article import as_on_page, in_word
from tests.word.ooxml_text import expected
from tests.word.test_text import tree_of

WORD = "甲乙丙"
"""What the harmless campaign is called in all places."""
STRANGE = (
    *(text for text in HOSTILE if "××" not in text),  # which says that something is not known
    *NASTY,
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></script></style></textarea><b>",
    "</div></table></p>",
    "<!--/html-->",
    "<!-- x",
    "-->",
    "]]>",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "&lt;b&gt;&#60;&nbsp;",
    "{{ 7*7 }}{% raw %}",
    "[甲](javascript:alert(1))",
    "http://example.test/ <http://example.test/>",
    "$x$ ^a^ ==b== ++c++ :smile: [[d]] {=e=}",
    "甲\u202e乙\u2066丙",
    "甲\u200b乙\ufeff丙",
    "甲\x00\x07\x1b[31m\x85乙",
    "a\tb\nc\n\n# d",
    "  甲  乙  ",
    "\x02wzxhzdk:0\x03",
    "klzzwxh:0000",
    "![a](b){: onclick=x}",
)


def campaign_named(id: str, text: str) -> PublicCampaign:
    """A campaign in which everything that has a name is called `text`."""
    lead = Department(id="lead", short=text, full=text, aliases=(text,))
    town = Town(id="dong", name=text, kind="镇", order=1, aliases=(text,))
    other = Town(id="xi", name=text, kind="镇", order=2, parent="dong")
    measure = Measure(id="improve", name=text, unit=text, work=text)
    basis = Basis(id="law", title=text, issuer=text, number=text)
    task = Task(
        id="task-1",
        title=text,
        text=f"{text}{{audits}}{{law}}",
        duty=Duty(leads=(lead,), lead_manner=text, cooperating=(lead,), responsible=(town,), all_towns=True),
        targets=(Target(id="audits", name=text, amount=Decimal(13), unit=text, bound="以上"),),
        basis=(basis,),
    )
    period = Period("month", 2020, 6)
    firm = Firm(
        id="f1", name=text, town=town, measure="improve", state="公示", trade=text, address=text, equipment=text,
        capacity=text, dates={"公示": date(2020, 6, 1)},
    )  # fmt: skip
    campaign = replace(
        builders.campaign(),
        id=id, name=text, short_name=text, place=text, issuer=lead, industries=(text,), basis=(basis,),
        measures=(measure,), departments=(lead,), towns=(town, other), areas=(Area(id="a", name=text, tasks=(task,)),),
        safeguards=(Safeguard(id="s", title=text, text=text, leads=(lead,)),),
        evidence=(Evidence(id="e", measure="improve", text=text),),
        quotas=tuple(replace(each, town="dong", measure="improve") for each in builders.campaign().quotas[:1]),
        texts=(("purpose", text), ("focus", text)), total_name=text, towns_name=text,
        returns=(
            Return(period=period, town="dong", measure="improve", done=Decimal(3), accepted=Decimal(2)),
            Return(period=period, town="xi", measure="improve", done=Decimal(3), accepted=Decimal(2), revision=1),
        ),
        task_returns=(TaskReturn(period=period, task="task-1", state="推进中", text=text, amounts=(("audits", Decimal(6)),)),),
        firms=(firm,),
        penalties=(Penalty(id="p", name=text, kind="行政处罚", authority=lead, number=text, content=text, legal_basis=text),),
        schedule=Schedule(phases=(Phase(id="p", name=text, actions=(Action(id="a", text=text, leads=(lead,)),)),)),
        disclosure=ALL_PUBLIC,
    )  # fmt: skip
    entry = replace(builders.ENTRY, kind="公示", disclosure=PUBLIC)
    document = PublicDocument(
        entry=entry,
        key="",
        unit_name=text,
        file="通知",
        publication=Publication(
            document="notice", index_number=text, subject=text, keywords=(text,), summary=text,
            published=datetime(2020, 6, 1), sample=text,
        ),
        make=partial(tree_of, text, "乙"),
    )  # fmt: skip
    return PublicCampaign(
        campaign=replace(campaign, documents=(entry,)), documents=(document,), tables=frozenset(), sample=text
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of campaigns, the first harmless, each other called like one of STRANGE."""
    named = [campaign_named("c", WORD), *(campaign_named(f"c{place}", text) for place, text in enumerate(STRANGE))]
    folder = tmp_path_factory.mktemp("hostile")
    return built(folder, pages(named, SITE), SITE)


def content(path: Path) -> Any:
    """What stands on a page between the head and the foot of the site."""
    [article] = read(path).iter("article")
    return article


def own_pages(site: Path, id: str) -> list[str]:
    """The pages of one campaign, from its folder."""
    return sorted(path.relative_to(site / id).as_posix() for path in (site / id).rglob("*.html"))


@pytest.mark.parametrize("place", range(len(STRANGE)), ids=[ascii(text)[:30] for text in STRANGE])
def test_a_name_of_any_kind_is_text(hostile: Path, place: int) -> None:
    text = guard(STRANGE[place])
    names = own_pages(hostile, "c")
    assert len(names) > 15
    assert names == own_pages(hostile, f"c{place}")
    for name in names:
        harmless, page = content(hostile / "c" / name), content(hostile / f"c{place}" / name)
        assert skeleton(harmless) == skeleton(page), name
        assert said(harmless).replace(WORD, text) == said(page), name


def said(element: Any) -> str:
    """Every text of an element outside of pictures, whose lines are broken by their width."""
    return "".join(element.xpath(".//text()[not(ancestor::*[local-name()='svg'])]"))


def test_a_title_of_any_kind_is_text(hostile: Path) -> None:
    for place, text in enumerate(STRANGE):
        page = read(hostile / f"c{place}" / "towns/dong.html")
        assert f"{guard(text)} - {SITE.name}" == page.findtext(".//title")
        assert guard(text) == page.xpath("string(//meta[@name='page-town']/@content)")
        assert [] == [
            each
            for each in page.iter("script")
            if not each.get("src") and "alert" in (each.text or "") and each.get("type") != "application/ld+json"
        ]


def test_a_list_of_contents_says_what_the_headings_say(hostile: Path) -> None:
    for place, text in enumerate(STRANGE):
        page = read(hostile / f"c{place}" / "index.html")
        assert guard(text).strip() in page.xpath("//h1")[0].text_content()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_is_the_word_file(tmp_path: Path, name: str) -> None:
    site = built(tmp_path, pages([sample(name)], SITE), SITE)
    for document in sample(name).documents:
        page = read(site / addresses.document(name, document.entry.id, document.key))
        assert in_word(trees(name)[document.file]) == lines(article_of(page)), document.file


def test_hostile_words_in_a_text_are_the_words_of_the_tree(hostile: Path) -> None:
    for place, text in enumerate(STRANGE):
        tree: Gongwen = tree_of(guard(text), "乙")
        page = read(hostile / f"c{place}" / "documents/notice.html")
        assert as_on_page(expected(tree)) == lines(article_of(page)), text
