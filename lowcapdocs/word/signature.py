"""发文机关署名 and 成文日期 (7.3.5): with a seal, without one, with 签名章, of one issuer or of several."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Signature
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.ooxml import bare_table, blank_lines, paragraph, run
from lowcapdocs.word.styles import CHAR


def text_width(text: str) -> int:
    """Width of `text` in 3号 as it is set, in twips: every character is condensed alike."""
    return round(em_width(text) * s.CHAR_3) + len(text) * s.CHAR_SPACING


def signature(item: Signature | None, width: int, annotated: bool = False) -> str:
    """The lines of a signature in `width` twips.

    What the standard relates is placed by the same edge or axis, since programs differ in how wide
    they set a date. `annotated`: 附注 follows, and is not to stand alone on the next page.
    """
    if item is None:
        return ""
    keep = "<w:keepNext/>" if annotated else ""
    if item.post:
        return _signed(item, width, keep)
    if not item.sealed:
        return _unsealed(item, width, keep)
    return _seals(item, width, keep) if item.joint else _sealed(item, width, keep)


def _sealed(item: Signature, width: int, keep: str) -> str:
    """One seal (7.3.5.1): the date four characters in, the name centred over it."""
    signed, dated = text_width(item.issuer), text_width(item.date)
    axis = max(s.SIGNATURE_DATE_RIGHT * CHAR + dated // 2, (signed + CHAR) // 2)
    placed = _placed(width - 2 * axis, "center")
    return blank_lines(s.SEAL_BLANK_LINES, "GwKept") + _name(item.issuer, placed) + _date(item.date, keep + placed)


def _unsealed(item: Signature, width: int, keep: str) -> str:
    """No seal (7.3.5.2): the names two characters from the right, the date begins two further right."""
    names = [name for name in (item.issuer, *item.joint) if name]
    signed, dated = max(map(text_width, names), default=0), text_width(item.date)
    step, room = s.DATE_AFTER_SIGNATURE * CHAR, s.SIGNATURE_RIGHT * CHAR
    left = width - room - signed
    if left + step + dated > width:
        left = width - room - dated - step
    listed = "".join(_name(name, _placed(left, "left")) for name in names)
    return (
        blank_lines(s.UNSEALED_BLANK_LINES, "GwKept") + listed + _date(item.date, keep + _placed(left + step, "left"))
    )


def _signed(item: Signature, width: int, keep: str) -> str:
    """签名章 (7.3.5.3): the post two characters left of where it is put, the date four from the right."""
    room = (s.SIGNED_RIGHT + s.SIGNED_WIDTH + s.SIGNED_GAP) * CHAR
    post = _name(item.post, f'<w:ind w:right="{room}"/><w:jc w:val="right"/>')
    dated = f'<w:ind w:right="{s.SIGNED_RIGHT * CHAR}"/><w:jc w:val="right"/>'
    return (
        blank_lines(s.SIGNED_BLANK_LINES, "GwKept")
        + post
        + blank_lines(s.SIGNED_BLANK_LINES_ABOVE_DATE, "GwKept")
        + _date(item.date, keep + dated)
    )


def _seals(item: Signature, width: int, keep: str) -> str:
    """Seals of several issuers (7.3.5.1): in rows, one under each name; the last covers the date too.

    A table without borders; its cells leave a seal's height, so that seals do not touch.
    """
    names = [item.issuer, *item.joint]
    columns = min(s.SEALS_PER_ROW, len(names))
    while columns > 1 and max(map(text_width, names)) > width // columns - CHAR:
        columns -= 1
    cell = width // columns
    rows = []
    for start in range(0, len(names), columns):
        row = names[start : start + columns]
        last = start + columns >= len(names)
        row = [""] * (columns - len(row)) + row  # what is left over stands at the right, where the date belongs
        cells = []
        for index, name in enumerate(row, start=1):
            content = paragraph("GwSealed", run(name) if name else "")
            if last:  # as high as the cell with the date, so that names stand on one line
                content += paragraph("GwSealed", run(item.date) if index == columns else "")
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{cell}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
            )
        height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{s.SEAL_PITCH}" w:hRule="exact"/></w:trPr>'
        rows.append(f"<w:tr>{height}{''.join(cells)}</w:tr>")
    return bare_table([cell] * columns, "".join(rows)) + paragraph("GwTableGap", "", keep)


def _name(text: str, place: str) -> str:
    return paragraph("GwSignature", run(text), place) if text else ""


def _date(text: str, properties: str) -> str:
    return paragraph("GwDate", run(text), properties)


def _placed(left: int, align: str) -> str:
    return f'<w:ind w:left="{max(left, 0)}"/><w:jc w:val="{align}"/>'
