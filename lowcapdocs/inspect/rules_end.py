"""What follows the text (7.3.4–7.3.7): 附件说明, 附注, annexes: B6, B12–B15."""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, blank_lines_off, check_type, millimetres, near
from lowcapdocs.inspect.parts import Annex, Note, Parts
from lowcapdocs.inspect.rules_body import check_centred
from lowcapdocs.inspect.verdict import ON_PAGES, Verdict

_NAME = re.compile(r"^(?:附\s*件\s*[：:]?)?\s*(?:附\s*件\s*)?(?:([0-9]+)\s*[.．、：:])?\s*(.*)$", re.DOTALL)


def note(parts: Parts) -> list[Verdict]:
    """7.3.4: 附件说明 one line under the text, two characters in, numbered if several, without marks behind a name."""
    judge = Judgement("B6")
    for found, annexes_of in groups(parts):
        if found.lines:
            _check_note(judge, found, len(annexes_of))
    return judge.done("没有附件说明")


def _check_note(judge: Judgement, found: Note, count: int) -> None:
    first = found.lines[0]
    compact = "".join(first.plain.split())
    several = count > 1 or (len(found.lines) > 1 and bool(re.match(r"附件[：:]?1", compact)))
    wanted = "“附件：1.名称”" if several else "“附件：名称”"
    form = r"附件：1[.．]\S" if several else r"附件：(?:1[.．])?(?!\d+[、])\S"
    judge.check(
        bool(re.match(form, compact)), wanted, f"“{compact[:8]}”", first.place, f"改为{wanted}的写法（全角冒号）。"
    )
    judge.check(
        near(first.lead, s.INDENT_CHARS * first.em),
        "左空二字",
        f"左空{millimetres(first.lead)}",
        first.place,
        "左边空二字。",
    )
    for paragraph in found.lines:
        end = paragraph.plain[-1]
        judge.check(
            end not in "。；，、;,.：:", "附件名称后不加标点", f"末尾是“{end}”", paragraph.place, "删去末尾的标点。"
        )
    off = blank_lines_off(found.above, first, s.BLANK_LINES_ABOVE_ATTACHMENT_NOTE, s.PROFILE_A.line_pitch)
    judge.check(not off, "正文下空一行", off, first.place, "正文和附件说明之间留一个空行。")


def groups(parts: Parts) -> list[tuple[Note, list[Annex]]]:
    """Each 附件说明 with the annexes that it names; those of an enclosure stand before those of the notice."""
    found: list[tuple[Note, list[Annex]]] = []
    rest = parts.annexes
    for each in parts.enclosures:
        if each.note.lines:
            count = len(rest) if not parts.note.lines else len(names_of(each.note))
            found.append((each.note, rest[:count]))
            rest = rest[count:]
    if rest or parts.note.lines:
        found.append((parts.note, rest))
    return found


def names_of(found: Note) -> list[str]:
    """The names that 附件说明 gives, in order; a wrapped name is put together again."""
    names: list[str] = []
    for paragraph in found.lines:
        for line in paragraph.plain.split("\n"):
            piece = _NAME.match(line.strip())
            assert piece is not None
            if names and not piece[1] and not line.strip().startswith("附"):
                names[-1] += line.strip()
            else:
                names.append(piece[2].strip())
    return ["".join(name.split()).rstrip("。；，") for name in names]


def no_room(parts: Parts) -> list[Verdict]:
    """7.3.5.5: what does not fit is made to fit; 此页无正文 is not written any more."""
    judge = Judgement("B12")
    for paragraph in parts.everything():
        if re.search(r"^[（(]?\s*此页无正文", paragraph.plain):
            judge.check(
                False, "调整行距、字距，使署名与正文同页", "此页无正文", paragraph.place, "删去这一行，调整行距或字距。"
            )
    return judge.done(ON_PAGES)


def annotation(parts: Parts) -> list[Verdict]:
    """7.3.6: 附注 under the date, two characters in, in full-width brackets."""
    judge = Judgement("B13")
    paragraph = parts.annotation
    if paragraph is None:
        return judge.absent("没有附注")
    good = bool(re.match(r"^（.+）$", paragraph.plain, re.DOTALL))
    judge.check(good, "加全角圆括号", f"“{paragraph.plain[:12]}”", paragraph.place, "用全角圆括号（）括起来。")
    wanted = s.INDENT_CHARS * paragraph.em
    judge.check(
        near(paragraph.lead, wanted),
        "居左空二字",
        f"左空{millimetres(paragraph.lead)}",
        paragraph.place,
        "首行缩进设为2字符。",
    )
    return judge.done()


def annexes(parts: Parts) -> list[Verdict]:
    """7.3.7: an annex begins a page with 附件N in 3号黑体, its title on line three, both as 附件说明 gives them."""
    judge = Judgement("B14")
    for found, own in groups(parts):
        if own:
            _check_annexes(judge, found, own)
    return judge.done("没有附件，或附件另附")


def _check_annexes(judge: Judgement, found: Note, own: list[Annex]) -> None:
    names = names_of(found)
    if names:
        judge.check(
            len(names) == len(own),
            f"附件说明列{len(names)}个，附件也是{len(names)}个",
            f"附件{len(own)}个",
            found.lines[0].place,
            "使附件说明与附件一致。",
        )
    for index, annex in enumerate(own):
        _annex(judge, annex, index, len(own))
        if annex.title is not None and len(names) == len(own):
            judge.check(
                names[index] == annex.title.text,
                f"附件标题与附件说明一致（{names[index]}）",
                annex.title.text,
                annex.title.paragraphs[0].place,
                "使两处文字完全一致。",
            )


def _annex(judge: Judgement, annex: Annex, index: int, count: int) -> None:
    label = annex.label
    judge.check(label.starts_page, "另面编排", "没有另起一页", label.place, "段落设“段前分页”。")
    check_type(judge, label, "first", s.SIZE_3)
    text = "".join(label.plain.split())
    wanted = "附件" if count == 1 else f"附件{index + 1}"
    good = text == wanted or (count == 1 and text == "附件1")
    judge.check(good, f"“{wanted}”", f"“{text}”", label.place, f"改为“{wanted}”，后面不加标点和名称。")
    flush = abs(label.lead) <= s.TOLERANCE and label.look.align in ("left", "both", "distribute")
    judge.check(flush, "左上角顶格", f"缩进{millimetres(label.lead)}", label.place, "删去缩进和前面的空格。")
    if annex.title is not None:
        check_centred(judge, annex.title)
        first = annex.title.paragraphs[0]
        off = blank_lines_off(annex.between, first, s.ATTACHMENT_TITLE_LINE - 2, s.PROFILE_A.line_pitch)
        judge.check(not off, "附件标题在第三行", f"“附件”下{off}", first.place, "“附件”和标题之间留一个空行。")


def enclosure(parts: Parts) -> list[Verdict]:
    """Plans that a notice issues: behind it on a new page, with 附件 or without (office habit)."""
    reason = "印发件怎样编排，标准没有规定" if parts.enclosures else "没有印发件"
    return Judgement("B15").absent(reason)


RULES: dict[str, Rule] = {
    "B6": note,
    "B12": no_room,
    "B13": annotation,
    "B14": annexes,
    "B15": enclosure,
}
HABITS: tuple[Habit, ...] = ()
