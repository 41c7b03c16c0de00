"""Paper, page and type in general (clauses 5, 7.1, 8): P1–P10, T1–T3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.standard import PROFILES, Page, landscape
from lowcapdocs.inspect.content import PAGE, Paragraph, Section, Table, paragraphs_of
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, check_type, millimetres, near, size_name
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.prose import plain_runs, prose
from lowcapdocs.inspect.verdict import ON_PAGES, Advice, Verdict

_SIDES = (("top", "上"), ("bottom", "下"), ("left", "左"), ("right", "右"))
_MANUAL = {
    "P1": "纸张、白度等看实物，须人工检查",
    "P7": "制版质量看印件，须人工检查",
    "P8": "双面印刷、套正看印件，须人工检查",
    "P9": "装订看成品，须人工检查",
}


def manual(clause: str) -> Rule:
    """A clause about paper and printing, which no file tells."""
    return lambda parts: Judgement(clause).absent(_MANUAL[clause])


def sheet(parts: Parts) -> list[Verdict]:
    """5.1: A4."""
    judge = Judgement("P2")
    for number, section in enumerate(parts.document.sections, start=1):
        across, along = sorted((section.width, section.height))
        judge.check(
            near(across, s.PROFILE_A.width) and near(along, s.PROFILE_A.height),
            "A4（210毫米×297毫米）",
            f"{millimetres(section.width)}×{millimetres(section.height)}",
            _section_place(parts, number),
            "“页面设置—纸张”选 A4。",
        )
    return judge.done()


def margins(profile: str) -> Rule:
    """5.2.1: 天头, 订口 and 版心 of upright pages; either profile, but whole. `profile` A or B asks for that one."""
    pages = [PROFILES[profile]] if profile else list(PROFILES.values())

    def rule(parts: Parts) -> list[Verdict]:
        judge = Judgement("P3")
        for number, section in enumerate(parts.document.sections, start=1):
            if not section.turned:
                judge.check(
                    any(_has_margins(section, page) for page in pages),
                    "或".join(_margins_of(page) for page in pages),
                    _margins_of(section),
                    _section_place(parts, number),
                    f"“页面设置—页边距”改为{_margins_of(pages[0])}。",
                )
        return judge.done("全文都是横排页，见 T1")

    return rule


def turned_margins(profile: str) -> Rule:
    """8: on a page turned for a wide table 版心 keeps its place on the sheet."""
    pages = [landscape(each) for each in ([PROFILES[profile]] if profile else PROFILES.values())]

    def rule(parts: Parts) -> list[Verdict]:
        judge = Judgement("T1")
        for number, section in enumerate(parts.document.sections, start=1):
            if section.turned:
                fits = any(_has_margins(section, page) for page in [*pages, *map(_rotated, PROFILES.values())])
                judge.check(
                    fits,
                    f"横排页版心与竖排页一致（{_margins_of(pages[0])}）",
                    _margins_of(section),
                    _section_place(parts, number),
                    "横排页的表头应朝竖放时的左边，按上面的数字改页边距。",
                )
        return judge.done("没有横排页")

    return rule


def set_up(section: Section) -> Page:
    """The page as it is set up if that is one of the profiles; else the first: a wrong margin is blamed once."""
    if any(_has_margins(section, page) for page in PROFILES.values()):
        sides = (section.top, section.bottom, section.left, section.right)
        return Page(s.PROFILE_A.width, s.PROFILE_A.height, *sides, s.PROFILE_A.line_pitch)
    return s.PROFILE_A


def _rotated(page: Page) -> Page:
    """`page` with its own margins turned, as Word turns them."""
    return Page(page.height, page.width, page.left, page.right, page.bottom, page.top, page.line_pitch)


def _has_margins(section: Section, page: Page) -> bool:
    return all(near(getattr(section, side), getattr(page, side)) for side, _ in _SIDES)


def _margins_of(page: Page | Section) -> str:
    return "、".join(f"{name}{millimetres(getattr(page, side))}" for side, name in _SIDES)


def _section_place(parts: Parts, number: int) -> str:
    return "全文" if len(parts.document.sections) == 1 else f"第{number}节"


def default_type(parts: Parts) -> list[Verdict]:
    """5.2.2: 3号仿宋 wherever nothing else is asked for."""
    judge = Judgement("P4")
    others = [parts.addressees, parts.annotation, parts.date, *parts.signature, *parts.note.lines]
    found = [each for each in others if each is not None]
    for paragraph in [*found, *prose(parts)]:
        runs = plain_runs(paragraph)
        if runs:
            check_type(judge, paragraph, "body", s.SIZE_3, runs)
    if parts.head.number is not None:
        runs = [run for run in parts.head.number.runs if "〔" in run.text or run.text.strip().endswith("号")]
        check_type(judge, parts.head.number, "body", s.SIZE_3, runs)
    return judge.done("没有正文文字")


def grid(parts: Parts) -> list[Verdict]:
    """5.2.3: 22 lines a page; 28 characters a line (27 where type is not condensed: see `habits`)."""
    judge = Judgement("P5")
    for paragraph, pitch, characters in _set(parts):
        height = set_up(parts.section(paragraph)).text_height
        lines = int(height // pitch)
        judge.check(
            lines == s.LINES,
            f"每面{s.LINES}行",
            f"每面{lines}行（行距{pitch / 20:g}磅）",
            paragraph.place,
            f"正文行距设为固定值{height // s.LINES / 20:g}磅，并对齐到同样跨度的行网格。",
        )
        judge.check(
            characters in (s.CHARS, s.CHARS_NATURAL),
            f"每行{s.CHARS}字",
            f"每行{characters}字",
            paragraph.place,
            f"正文字符间距设为紧缩{-s.CHAR_SPACING / 20:g}磅。",
        )
    return judge.done(ON_PAGES)


def _set(parts: Parts) -> list[tuple[Paragraph, float, int]]:
    """(a paragraph, its line pitch, characters a line) for each way in which the text is set, if it is sure."""
    ways: Counter[tuple[int, float, int]] = Counter()
    examples: dict[tuple[int, float, int], Paragraph] = {}
    for paragraph in prose(parts):
        section = parts.section(paragraph)
        sure = paragraph.look.rule == "exact" or (section.pitch and paragraph.look.snap and paragraph.look.line == 240)
        look = paragraph.first_look
        if section.turned or not sure or look is None or look.size != s.SIZE_3:
            continue
        advance = look.size * 10 + look.spacing
        if section.grid in ("linesAndChars", "snapToChars") and paragraph.look.snap:
            advance += round(section.char_space * 20 / 4096)
        key = (paragraph.section, paragraph.line_height, set_up(section).text_width // max(advance, 1))
        ways[key] += len(paragraph.text)
        examples.setdefault(key, paragraph)
    common = ways.most_common(1)
    return [(examples[key], key[1], key[2]) for key, _ in common if key[1] > 0]


def colours(parts: Parts) -> list[Verdict]:
    """5.2.4: text is black; the mark alone is red."""
    judge = Judgement("P6")
    for paragraph in parts.everything():
        if paragraph in parts.head.mark:
            continue
        bad = [run for run in paragraph.runs if run.text.strip() and not _black(run.look.color)]
        judge.check(
            not bad, "黑色", f"#{bad[0].look.color}" if bad else "", paragraph.place, "选中文字，颜色改为黑色（自动）。"
        )
    return judge.done()


def _black(color: str) -> bool:
    try:
        return color == "auto" or all(int(color[at : at + 2], 16) <= s.BLACK_UPTO for at in (0, 2, 4))
    except ValueError:
        return True


def order(parts: Parts) -> list[Verdict]:
    """7.1: 版头, 主体, 版记 in this order; 版记 comes last."""
    judge = Judgement("P10")
    if parts.imprint is not None:
        after = [each for each in parts.imprint.after if isinstance(each, Paragraph) or list(each.paragraphs())]
        place = after[0].place if after else ""
        judge.check(not after, "版记在公文最后", "版记后面还有内容", place, "把版记移到全文最后一面。")
    head = [each for each in parts.head.order if each in parts.head.mark or each is parts.head.number]
    if len(head) > 1 and parts.head.number is not None and parts.head.mark:
        good = head.index(parts.head.number) > 0
        judge.check(good, "发文机关标志在发文字号之上", "次序颠倒", parts.head.number.place, "把发文字号移到标志下面。")
    return judge.done("没有版头和版记")


def turned_numbers(parts: Parts) -> list[Verdict]:
    """8: on turned pages the number stays where it is on upright ones, at the sheet's short side."""
    judge = Judgement("T2")
    for section in parts.document.sections:
        if section.turned:
            story = [*paragraphs_of(section.footers.get("default", []))]
            in_footer = any(PAGE in each.text for each in story)
            place = "横排页页脚"
            judge.check(
                not in_footer,
                "页码与竖排页位置一致（在纸的短边，随表格一起转向）",
                "页码在横排页的下边",
                place,
                "横排页的页脚取消“链接到前一节”，页码改放在左边距里的竖排文本框。",
            )
    return judge.done("没有横排页")


def habits(parts: Parts) -> Iterator[Advice]:
    """What offices do beyond the standard: condensed type, repeated heads of tables."""
    for paragraph, _, characters in _set(parts):
        if characters == s.CHARS_NATURAL:
            yield Advice(
                "P5",
                f"3号字不紧缩时每行{characters}字；字符间距紧缩{-s.CHAR_SPACING / 20:g}磅正好{s.CHARS}字。",
                paragraph.place,
            )
    for block in parts.document.blocks:
        if isinstance(block, Table) and len(block.rows) > 2 * s.LINES and not block.head:
            yield Advice("T3", "表格跨页，表头行宜设“在各页顶端以标题行形式重复出现”。", block.place)
    unusual = {run.look.size for each in prose(parts) for run in each.runs if run.look.bold}
    if unusual:
        yield Advice("B5", f"正文中有加粗文字（{size_name(min(unusual))}），标准未作要求。")


RULES: dict[str, Rule] = {
    **{clause: manual(clause) for clause in _MANUAL},
    "P2": sheet,
    "P4": default_type,
    "P5": grid,
    "P6": colours,
    "P10": order,
    "T2": turned_numbers,
}
HABITS: tuple[Habit, ...] = (habits,)
