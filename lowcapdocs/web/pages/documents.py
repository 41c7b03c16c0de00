"""文件: the list of what is published, and each with its element table, its full text and its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lowcapdocs.disclose.public import PublicDocument
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.web import addresses, structured
from lowcapdocs.web.article import article, contents
from lowcapdocs.web.changed import changed
from lowcapdocs.web.grid import Cell, Column, Grid, number
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.record import Record
from lowcapdocs.web.view import View

_FEW_HEADINGS = 3
"""A text with fewer parts needs no list of contents."""
_KIND_COLUMN = "文件"


def article_page(view: View, document: PublicDocument, tree: Gongwen) -> Page:
    """The page of `document`, whose tree is `tree`."""
    known = view.record(document)
    here = view.address(document)
    issuer = "、".join(known.issuers)
    publication = document.publication
    parts = contents(tree)
    before, after = view.beside[document.entry.id, document.key]
    return make(
        view, "document", here, known.name, "文件",
        column=(_KIND_COLUMN, addresses.documents(view.id)),
        summary=publication.summary or f"{known.name}{'，' + known.number if known.number else ''}。",
        keywords=publication.keywords,
        town=_town(view, document),
        sample=_sample(tree, document),
        published=publication.published,
        source=issuer,
        author=issuer,
        is_article=True,
        structured=structured.article(known, view.site),
        elements=tuple(elements(known)),
        parts=parts if len(parts) >= _FEW_HEADINGS else (),
        article=article(tree, view.atlas, here, view.written),
        signed=document.signed,
        changed=_changed(tree, view) if document.signed else None,
        files=view.downloads(document),
        related=tuple(_related(view, document)),
        before=_beside(view, before),
        after=_beside(view, after),
    )  # fmt: skip


def elements(known: Record) -> Iterator[tuple[str, str]]:
    """The element table: what is known of 索引号 to 主题词; what is not (×× in the text) is left out."""
    found = (
        ("索引号", known.index_number),
        ("主题分类", known.subject),
        ("发布机构", "、".join(known.issuers)),
        ("发文字号", known.number),
        ("成文日期", date_text(known.dated) if known.dated else ""),
        ("发布日期", date_text(known.published.date()) if known.published else ""),
        ("名称", known.name),
        ("有效性", known.validity),
        ("公开方式", known.disclosure),
        ("主题词", "、".join(known.keywords)),
    )
    return ((name, text) for name, text in found if text)


def _sample(tree: Gongwen, document: PublicDocument) -> str:
    """What of this very document is invented; where only its line in the catalogue has something, that is said."""
    if tree.about.sample:
        return tree.about.sample
    return document.publication.sample


def _town(view: View, document: PublicDocument) -> str:
    town = view.campaign.town.get(document.key.partition("@")[0])
    return town.name if town and document.entry.for_each in ("town", "supervised") else ""


def _related(view: View, document: PublicDocument) -> Iterator[tuple[str, str]]:
    """The page of what it is made for, the documents that it attaches, and what its figures mean."""
    key = document.key.partition("@")[0]
    match document.entry.for_each:
        case "town" | "supervised" if key in view.campaign.town:
            yield view.campaign.town[key].name, addresses.town(view.id, key)
        case "department" if key in view.campaign.department:
            yield view.campaign.department[key].short, addresses.department(view.id, key)
        case "period" if view.figures.period.get(key) in view.figures.reported:
            yield f"{view.figures.period[key].name}进展", addresses.period(view.id, key)
    for other in document.entry.attachments:
        if attached := view.alone.get(other):
            yield view.record(attached).name, view.address(attached)
    yield "指标说明", addresses.campaign(view.id, "figures")


def _changed(tree: Gongwen, view: View) -> Grid | None:
    """Figures of the signed text that are others now."""
    rows = tuple(
        (Cell(each.name, each.address), number(each.issued), number(each.current)) for each in changed(tree, view.atlas)
    )
    columns = (Column("数据"), Column("印发时", kind="num"), Column("现在", kind="num"))
    return Grid("文中与现在不同的数据", columns, rows) if rows else None


def _beside(view: View, document: PublicDocument | None) -> tuple[str, str] | None:
    return (document.unit_name, view.address(document)) if document else None


def lists(view: View) -> Iterator[Page]:
    """The list of documents: those that stand alone in one table, each series in its own."""
    documents = view.public.documents
    if not documents:
        return
    alone = [each for each in documents if not each.key]
    grids = [cells.documents(view, alone, "文件")] if alone else []
    grids += [_series(view, entry, listed) for entry, listed in _by_entry([each for each in documents if each.key])]
    yield make(
        view, "documents", addresses.documents(view.id), _KIND_COLUMN, "文件",
        summary=f"{view.name}公开的文件共{len(documents)}件，每件有全文和下载。",
        groups=grids,
    )  # fmt: skip


def _by_entry(listed: Sequence[PublicDocument]) -> Iterator[tuple[DocumentEntry, tuple[PublicDocument, ...]]]:
    for _, series in groupby(listed, key=lambda each: each.entry.id):
        found = tuple(series)
        yield found[0].entry, found


def _series(view: View, entry: DocumentEntry, listed: Sequence[PublicDocument]) -> Grid:
    folder = listed[0].file.rpartition("/")[0]
    name = folder.partition("/")[0] or entry.kind or "系列文件"
    return cells.documents(view, listed, f"{name}（{len(listed)}件）", large=len(listed) > 10)
