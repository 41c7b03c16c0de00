"""What the lines of printed pages are: mark, 发文字号, title, text, signature, 版记, page numbers.

Only looks and wording tell on a page. What is not recognised for sure is left out, and a rule about
it then does not apply; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.area import BOTTOM, CENTRE, Area, area_of, mm
from lowcapdocs.inspect.layout import Form, Layout, Placed, in_type_area
from lowcapdocs.inspect.measure import Line, Page, Rule

NUMBER = re.compile(r"[\u4e00-\u9fff×]*[〔\[［【（(﹝〈](?:(?:19|20)\d{2}|×+)[〕\]］】）)﹞〉]第?(?:\d+|×+)号")
DATE = re.compile(r"^(?:19|20|×)[\d×]+年[\d×]{1,2}月[\d×]{1,2}日$")
ANNEX = re.compile(r"^附件\d*[：:]?$")
_PAGE_NUMBER = re.compile(r"^\D{0,2}\d{1,4}\D{0,2}$")
_PRINTED = re.compile(r"日印发$")
_COPIES = re.compile(r"^(抄送|主送)[：:]")
_ORDER = re.compile(r"令$")
_MINUTES = re.compile(r"纪要$")
_NO_NAME = re.compile(r"[。；，：]$|^附件|^\d+[.．、]")
_INDENTED = 3 * mm(s.CHAR_3)
"""Text begins at most so far from the left edge; a name under it further right."""
_LARGE, _TITLE = 24.0, 17.5
"""Points: a mark, a title."""
_TEXT = (15.0, 16.6)
"""Points: 3号 as it is set, smaller where a program counts it in millimetres."""


def recognise(pages: Sequence[Page | None], area: Area | None = None) -> Layout:
    """The elements of a document by its pages; `area` is its text area, if that is known from elsewhere."""
    found = Layout(list(pages))
    upright = [page for page in pages if page is not None and not page.turned]
    rules = [rule for page in upright[:1] for rule in page.rules if rule.red and rule.level]
    found.area = area or area_of([[line for line in page.lines if is_text(line)] for page in upright], rules)
    for number, page in enumerate(found.pages, start=1):
        if page is not None:
            line = page_number(page)
            if line is not None:
                found.numbers[number] = line
    _imprint(found)
    _head(found)
    start = _title(found)
    _body(found, start)
    _annexes(found)
    return found


def page_number(page: Page) -> Line | None:
    """The printed page number of an upright page."""
    if page.turned or not page.lines:
        return None
    last = page.lines[-1]
    below = last.baseline > BOTTOM + 1
    return last if below and _PAGE_NUMBER.match(last.text) else None


def _head(found: Layout) -> None:
    page = found.first
    if page is None or page.turned:
        return
    lines = in_type_area(found, 1)
    found.red_rules = sorted(
        (rule for rule in page.rules if rule.red and rule.level and rule.right - rule.left > 60), key=lambda r: r.top
    )
    found.mark = [line for line in lines if line.red() and line.size >= _LARGE and line.baseline < 150]
    if not found.mark:
        return
    found.form = _form(found)
    end = found.mark[-1].baseline
    found.corner = [line for line in lines if line.baseline < found.mark[0].top + 1 and not line.red()]
    for line in lines:
        if line.baseline > end and line.size < _LARGE and not found.doc_number:
            if "签发人" in line.text and line.baseline < end + 60:
                found.signers = _from_label(line)
            pieces = line.pieces(mm(s.CHAR_3))
            number = next((each for each in pieces if NUMBER.search(each.text)), None)
            if number is not None and line.baseline < end + 70:
                found.doc_number = number
    if found.form == "letter" and found.red_rules:
        edge = found.red_rules[0].bottom
        found.corner = [each for each in lines if edge < each.baseline < edge + 45 and each.left < 60 and _short(each)]
        found.corner = [each for each in found.corner if each.size < _TITLE and not each.text.endswith(("：", ":"))]


def _from_label(line: Line) -> Line:
    """The names of 签发人 with their label, without what stands left of it."""
    start = next(i for i, glyph in enumerate(line.glyphs) if glyph.text == "签")
    return Line(line.glyphs[start:])


def _short(line: Line) -> bool:
    return line.right - line.left < 40


def _form(found: Layout) -> Form:
    text = "".join(line.text for line in found.mark)
    wide = [rule for rule in found.red_rules if rule.right - rule.left > 163 and not _fills(found.area, rule)]
    low = any(abs(rule.bottom - mm(s.LETTER_RULE_BOTTOM)) < 20 for rule in wide)
    minutes = _MINUTES.search(text)
    if wide and (low or not (minutes or text.endswith(s.MARK_WORD))):
        return "letter"
    if not found.red_rules and _ORDER.search(text):
        return "order"
    return "minutes" if minutes else "document"


def _fills(area: Area, rule: Rule) -> bool:
    """Whether a rule is as wide as the text area."""
    return abs(rule.right - rule.left - area.width) < 1.5


def _title(found: Layout) -> float:
    """Find the title; where the text begins on page one."""
    page = found.first
    if page is None:
        return 0.0
    start = max([0.0, *(line.bottom for line in found.mark)])
    if found.doc_number is not None:
        start = max(start, found.doc_number.bottom)
    for line in in_type_area(found, 1):
        if line.baseline <= start or line.red():
            continue
        if line.size >= _TITLE and abs(line.middle - CENTRE) < 25:
            if found.title and line.baseline - found.title[-1].baseline > 20:
                break
            found.title.append(line)
        elif found.title:
            break
    return found.title[-1].bottom if found.title else start


def is_text(line: Line) -> bool:
    """Whether a line is set in 3号."""
    return _TEXT[0] <= line.size <= _TEXT[1]


def _body(found: Layout, start: float) -> None:
    last = found.imprint[0].number if found.imprint else len(found.pages)
    lines: list[Placed] = []
    for number in range(1, last + 1):
        page = found.pages[number - 1]
        if page is None or page.turned:
            continue
        here = [line for line in in_type_area(found, number) if number > 1 or line.baseline > start]
        if here and ANNEX.match(here[0].text) and number > 1:
            break
        bound = {id(each.line) for each in found.imprint}
        lines += [Placed(number, line) for line in here if id(line) not in bound and not line.red()]
    if found.title and lines and _is_caption(found, lines[0].line):
        found.caption = lines.pop(0).line
    dated = next((i for i, each in enumerate(lines) if DATE.match(each.line.text) and each.line.left > 60), None)
    if dated is not None:
        found.date = lines[dated]
        found.names = _names(found, lines[:dated], lines[dated])
        if len(found.names) == 1 and len(_pieces(found.names[0])) == 1:
            found.signature = found.names[0]
        lines = lines[: dated - len(found.names)]
    lines = [each for each in lines if is_text(each.line)]
    if found.title:
        found.addressees = _addressees(found, lines)
    found.text = lines[len(found.addressees) :]


def _is_caption(found: Layout, line: Line) -> bool:
    """Whether a line under the title belongs to it: 题注, in brackets and centred."""
    return bool(re.match(r"^[（(].+[）)]$", line.text)) and abs(found.from_middle(line.middle)) < mm(s.TOLERANCE)


def _names(found: Layout, lines: list[Placed], date: Placed) -> list[Placed]:
    """署名: from the line over the date upwards, names set at the right or side by side, and what wraps into them."""
    names: list[Placed] = []
    for each in reversed(lines):
        near = names or date.line.baseline - each.line.baseline < 1.5 * mm(s.PROFILE_B.line_pitch)
        if each.number != date.number or not near or _NO_NAME.search(each.line.text):
            break
        if len(_pieces(each)) == 1 and found.from_left(each.line.left) < _INDENTED:
            if names and _wraps(found, each, names[0]):
                names.insert(0, each)
            break
        names.insert(0, each)
    return names


def _pieces(placed: Placed) -> list[Line]:
    return placed.line.pieces(mm(s.CHAR_3))


def _wraps(found: Layout, above: Placed, below: Placed) -> bool:
    """Whether a line runs on in the one below, which is not text."""
    near = above.number == below.number and below.line.baseline - above.line.baseline < 1.3 * mm(s.PROFILE_B.line_pitch)
    return near and found.from_right(above.line.right) < 15 and not above.line.text.endswith("。")


def _addressees(found: Layout, lines: list[Placed]) -> list[Line]:
    """主送机关: the lines at the left edge up to the first colon that ends one."""
    for count, each in enumerate(lines[:12], start=1):
        if each.number != 1 or found.from_left(each.line.left) > 9:
            return []
        if each.line.text.endswith(("：", ":")):
            return [placed.line for placed in lines[:count]]
        if each.line.text.endswith("。"):
            return []
    return []


def _annexes(found: Layout) -> None:
    for number, page in enumerate(found.pages, start=1):
        if page is not None and number > 1:
            lines = in_type_area(found, number)
            if lines and ANNEX.match(lines[0].text):
                found.annexes.append(Placed(number, lines[0]))


def _imprint(found: Layout) -> None:
    """版记: from 抄送 or the office that prints to the last line of its page."""
    for number in range(len(found.pages), 0, -1):
        page = found.pages[number - 1]
        if page is None or page.turned:
            continue
        lines = in_type_area(found, number)
        marks = [i for i, line in enumerate(lines) if _PRINTED.search(line.text) or _COPIES.match(line.text)]
        marks = [i for i in marks if lines[i].size < _TEXT[0] and lines[i].baseline > 180]
        if marks:
            found.imprint = [Placed(number, line) for line in lines[marks[0] :]]
            return
