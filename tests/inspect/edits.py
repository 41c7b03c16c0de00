"""Small edits of a .docx, each as an office worker might make it in Word; and what the inspector then says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

from lowcapdocs.inspect.report import Report, inspect_docx
from lowcapdocs.word.ooxml import NAMESPACES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Root: TypeAlias = Any
Edit: TypeAlias = Callable[[Root], None]
DOCUMENT = "word/document.xml"


def edited(docx: bytes, edit: Edit, part: str = DOCUMENT) -> bytes:
    """`docx` with `edit` made in one part."""
    found = parts(docx)
    root = etree.fromstring(found[part])
    edit(root)
    return packed({**found, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def parts(docx: bytes) -> dict[str, bytes]:
    """The parts of a package, for the caller to change."""
    return dict(_unpacked(docx))


@lru_cache(maxsize=16)
def _unpacked(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in content.items():
            package.writestr(name, data)
    return target.getvalue()


def xml(text: str) -> Any:
    """An element from text, the usual prefixes known."""
    head, _, rest = text.partition(">")
    closed = head.endswith("/")
    head = head.removesuffix("/")
    return etree.fromstring(f"{head} {NAMESPACES}{'/' if closed else ''}>{rest}")


def text_of(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def paragraph(root: Root, start: str, which: int = 0) -> Any:
    """The paragraph whose own text begins with `start`."""
    found = [each for each in root.iter(f"{W}p") if text_of(each).startswith(start) and each.find(f".//{W}p") is None]
    assert len(found) > which, f"no paragraph begins with {start}"
    return found[which]


def above(element: Any, steps: int = 1) -> Any:
    """The block `steps` above."""
    for _ in range(steps):
        element = element.getprevious()
    return element


_PPR = ("pStyle", "keepNext", "pageBreakBefore", "framePr", "numPr", "pBdr", "tabs", "snapToGrid", "spacing", "ind",
        "jc", "outlineLvl", "rPr", "sectPr")  # fmt: skip
_RPR = ("rStyle", "rFonts", "b", "color", "spacing", "w", "sz", "szCs")


def _put(parent: Any, text: str, order: tuple[str, ...]) -> None:
    new = xml(text)
    for old in parent.findall(new.tag):
        parent.remove(old)
    rank = order.index(etree.QName(new).localname)
    later = [each for each in parent if order.index(etree.QName(each).localname) > rank]
    later[0].addprevious(new) if later else parent.append(new)


def shape(*properties: str, start: str, which: int = 0) -> Edit:
    """Direct formatting on the paragraph that begins with `start`."""

    def edit(root: Root) -> None:
        target = paragraph(root, start, which)
        ppr = target.find(f"{W}pPr")
        if ppr is None:
            ppr = etree.SubElement(target, f"{W}pPr")
            target.insert(0, ppr)
        for each in properties:
            _put(ppr, each, _PPR)

    return edit


def paint(*properties: str, start: str, run: int | None = None, which: int = 0) -> Edit:
    """Direct formatting on the runs (or one run) of the paragraph that begins with `start`."""

    def edit(root: Root) -> None:
        found = paragraph(root, start, which).findall(f"{W}r")
        for each in found if run is None else [found[run]]:
            rpr = each.find(f"{W}rPr")
            if rpr is None:
                rpr = etree.Element(f"{W}rPr")
                each.insert(0, rpr)
            for one in properties:
                _put(rpr, one, _RPR)

    return edit


def retype(old: str, new: str, which: int = 0) -> Edit:
    """`new` typed over `old` in one run."""

    def edit(root: Root) -> None:
        found = [each for each in root.iter(f"{W}t") if old in (each.text or "")]
        assert len(found) > which, f"{old} is nowhere"
        found[which].text = found[which].text.replace(old, new)

    return edit


def cut(start: str, blanks_above: int = 0, which: int = 0) -> Edit:
    """The paragraph that begins with `start` deleted; or, with `blanks_above`, that many empty lines above it."""

    def edit(root: Root) -> None:
        target = paragraph(root, start, which)
        for _ in range(blanks_above):
            blank = target.getprevious()
            assert text_of(blank) == ""
            blank.getparent().remove(blank)
        if not blanks_above:
            target.getparent().remove(target)

    return edit


def insert(text: str, before: str, which: int = 0) -> Edit:
    """A paragraph, given as XML, above the one that begins with `before`."""
    return lambda root: paragraph(root, before, which).addprevious(xml(text))


def attribute(path: str, name: str, value: str | None, which: int = -1) -> Edit:
    """An attribute of an element, by its place in the tree; None takes it away."""

    def edit(root: Root) -> None:
        found = root.findall(f".//{path.replace('w:', W)}")
        assert found, f"no {path}"
        for each in found if which < 0 else [found[which]]:
            if value is None:
                del each.attrib[W + name]
            else:
                each.set(W + name, value)

    return edit


def style(id_: str, group: str, text: str) -> Edit:
    """A property (as XML) of a style in word/styles.xml; `group` is pPr or rPr."""

    def edit(root: Root) -> None:
        found = next(each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == id_)
        own = found.find(W + group)
        if own is None:
            own = etree.SubElement(found, W + group)
        new = xml(text)
        for old in own.findall(new.tag):
            own.remove(old)
        own.append(new)

    return edit


def failed(report: Report) -> set[str]:
    """The clauses that failed."""
    return {each.clause.id for each in report.lines() if each.outcome == "failed"}


def outcomes(report: Report) -> dict[str, str]:
    """The outcome of every clause."""
    return {each.clause.id: each.outcome for each in report.lines()}


def inspected(docx: bytes, profile: str = "") -> Report:
    return inspect_docx(docx, "文件.docx", profile)
