"""Rules on the tree of one document: title, 文号, addressees, sums, figures without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from lowcapdocs.checks import bounds, letterhead
from lowcapdocs.checks.places import place_of
from lowcapdocs.gongwen import first_page
from lowcapdocs.gongwen.elements import Gongwen, Table, plain
from lowcapdocs.gongwen.standard import CHARS, IMPRINT_LINES, KINDS_WITH_ADDRESSEES, NUMBER_FORM, UNKNOWN
from lowcapdocs.gongwen.walk import annexes, tables, texts, values
from lowcapdocs.gongwen.wording import decimal_text, em_width, number_in
from lowcapdocs.gongwen.wrapping import imprint_lines
from lowcapdocs.problems import Finding, Where, error, warning

_NUMBER = re.compile(NUMBER_FORM)
_END_MARK = re.compile(r"[。；，、：:;,.]$")


def check(tree: Gongwen, file: str, units: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Every finding on one document; `file` names its draft, `units` are what its data counts in."""
    yield from _title(tree, file)
    yield from _number(tree, file)
    yield from letterhead.check(tree, file)
    yield from bounds.check(tree, file)
    yield from _imprint(tree, file)
    if tree.about.kind in KINDS_WITH_ADDRESSEES and not tree.addressees:
        message, remedy = f"{tree.about.kind}没有主送机关。", "文件头加一行“主送: …”。"
        yield error("addressee-missing", place_of(tree, file, "kind"), message, remedy)
    if not tree.body:
        yield warning("body-empty", Where(file, row=1), "没有正文。", "请补上正文。")
    if tree.about.status == "issued" and "text" not in tree.about.unknown:
        yield from _left_open(tree, file)
    yield from _annexes(tree, file)
    for table in tables(tree):
        yield from _sums(table, file)
    yield from _conflicts(tree, file)
    if units:
        yield from _figures(tree, file, units)


def _title(tree: Gongwen, file: str) -> Iterator[Finding]:
    title, kind = plain(tree.title), tree.about.kind
    where = partial(place_of, tree, file, "title")
    if _END_MARK.search(title):
        yield error("title-form", where(), f"标题末尾有标点“{title[-1]}”。", "标题末尾不加标点。")
    elif kind and not title.endswith(kind):
        yield error(
            "title-form", where(), f"文种是{kind}，标题“{title}”没有以“{kind}”结尾。", f"请改为“关于……的{kind}”。"
        )


def _number(tree: Gongwen, file: str) -> Iterator[Finding]:
    where = partial(place_of, tree, file, "doc_number")
    number, about = tree.doc_number, tree.about
    if UNKNOWN in number:
        if about.status == "issued" and "number" not in about.unknown:
            yield error(
                "issued-incomplete", where(), "已印发的文件没有发文字号。", "请补上，或在“待补”里写“发文字号”。"
            )
    elif number and not _NUMBER.match(number) and tree.form not in ("order", "minutes"):  # 第1号, 第5期 (10.2, 10.3)
        remedy = "应如“海工强办〔2020〕3号”：六角括号、四位年份、序号不加“第”不补零。"
        yield error("number-form", where(), f"发文字号“{number}”格式不对。", remedy)
    day = tree.signature.date if tree.signature else ""
    if _NUMBER.match(number) and re.match(r"\d{4}", day) and f"〔{day[:4]}〕" not in number:
        yield warning("number-year", where(), f"发文字号“{number}”的年份与成文日期{day}不一致。", "请核对。")
    if UNKNOWN in day and about.status == "issued" and "date" not in about.unknown:
        dated = place_of(tree, file, "issue_date", "status")
        yield error("issued-incomplete", dated, "已印发的文件没有成文日期。", "请补上，或在“待补”里写“成文日期”。")


def _imprint(tree: Gongwen, file: str) -> Iterator[Finding]:
    """版记 is one box on one side: lists that fill the side would be cut off."""
    copy_to = tree.imprint.copy_to if tree.imprint else ""
    if em_width(copy_to) + em_width(plain(tree.addressees)) < IMPRINT_LINES * CHARS // 2:
        return  # no line of 版记 is as little as half filled
    printed = tree.imprint is not None and tree.form != "letter" and bool(tree.imprint.printer)
    lines = (imprint_lines("抄送：", copy_to) if copy_to else 0) + printed
    lines += imprint_lines("主送：", plain(tree.addressees)) if first_page.moves(tree) else 0
    if lines > IMPRINT_LINES:
        message = f"主送、抄送的单位太多（版记要{lines}行，一面只有{IMPRINT_LINES}行），排不下。"
        remedy = "请用统称（如“各镇（乡）人民政府、街道办事处”），或把名单做成附件。"
        yield error("imprint-too-long", place_of(tree, file, "copy_to", "addressees"), message, remedy)


def _left_open(tree: Gongwen, file: str) -> Iterator[Finding]:
    """An issued text leaves nothing open."""
    for spans, line in texts(tree):
        if UNKNOWN in plain(spans):
            message = f"已印发的正文里还有“{UNKNOWN}”没有填。"
            yield warning("unknown-left", Where(file, row=line), message, "请撤回印发，补上后再印发。")


def _annexes(tree: Gongwen, file: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for annex in annexes(tree):
        name = plain(annex.title)
        if name in seen:
            message = f"有两个附件都叫“{name}”。"
            yield error("attachment-twice", Where(file, row=annex.line), message, "请改成不同的名称。")
        if not annex.blocks:
            yield warning("attachment-empty", Where(file, row=annex.line), f"附件“{name}”是空的。", "请补内容或删去。")
        seen.add(name)


def _sums(table: Table, file: str) -> Iterator[Finding]:
    """A total row is the sum of the rows above it, wherever both are numbers."""
    for index, row in enumerate(table.rows):
        if not row.total:
            continue
        for column, cell in enumerate(row.cells):
            stated = number_in(plain(cell))
            above = [number_in(plain(each.cells[column])) for each in table.rows[:index] if not each.total]
            numbers = [number for number in above if number is not None]
            if stated is None or not numbers or sum(numbers) == stated:
                continue
            heading = plain(table.header[-1][column])
            message = f"“{heading}”合计写{decimal_text(stated)}，上面各行相加是{decimal_text(Decimal(sum(numbers)))}。"
            yield error("table-total", Where(file, row=row.line), message, "请核对；合计格写“=”可自动求和。")


def _conflicts(tree: Gongwen, file: str) -> Iterator[Finding]:
    """One datum is printed alike wherever it stands: text 30 and annex 28 cannot both be right."""
    first: dict[str, tuple[str, int]] = {}
    for span, line in values(tree):
        text, earlier = first.setdefault(span.path, (span.text, line))
        if text != span.text:
            message = f"同一项数据（{span.path}）第{earlier}行写“{text}”，这里写“{span.text}”。"
            yield error("value-conflict", Where(file, row=line), message, "请改成一致。")


def _figures(tree: Gongwen, file: str, units: tuple[str, ...]) -> Iterator[Finding]:
    pattern = re.compile(r"(?<![\d.])\d[\d.,]*(?:" + "|".join(map(re.escape, units)) + ")")
    for spans, line in texts(tree):
        for span in spans:
            if not span.path and any(character.isdigit() for character in span.text):
                for figure in pattern.findall(span.text):
                    message = f"正文里的数字“{figure}”不是从数据来的。"
                    remedy = "请登记到数据里由模板取用；确需照写请忽略。"
                    yield warning("figure-unbound", Where(file, row=line), message, remedy)
