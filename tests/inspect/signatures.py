"""Signatures and dates as clerks place them in Word: by indents, by spaces, by eye; each way right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product

from lowcapdocs.gongwen.wording import em_width
from tests.inspect.handmade import CENTER, LONG, RIGHT, XBS, Sheet

NAMES = ("海曙区政府", "宁波市海曙区经济和信息化局", "宁波市海曙区工业强区建设领导小组办公室")
DATES = ("2024年5月6日", "2024年12月15日")
ROOM = 442.2
"""Points: 版心."""
EM = 16


def sealed(name: str, date: str, way: str, blanks: int = 3) -> Sheet:
    """The date four characters in, the name over its middle (7.3.5.1)."""
    sheet, signed, dated = begun(blanks), EM * em_width(name), EM * em_width(date)
    axis = max(4 * EM + dated / 2, signed / 2)
    left = ROOM - 2 * axis
    if way == "date by its indent, name centred":
        sheet.line(name, align=CENTER, left=left)
        sheet.line(date, align=RIGHT, right=4 * EM)
    elif way == "both centred":
        sheet.line(name, align=CENTER, left=left)
        sheet.line(date, align=CENTER, left=left)
    else:
        placed(sheet, name, ROOM - axis - signed / 2, way)
        placed(sheet, date, ROOM - axis - dated / 2, way)
    return sheet


def unsealed(name: str, date: str, way: str, blanks: int = 1) -> Sheet:
    """The name two characters in, the date two characters right of its beginning (7.3.5.2)."""
    sheet, signed, dated = begun(blanks), EM * em_width(name), EM * em_width(date)
    left = ROOM - 2 * EM - signed
    if left + 2 * EM + dated > ROOM:
        left = ROOM - 2 * EM - dated - 2 * EM
    placed(sheet, name, left, way)
    placed(sheet, date, left + 2 * EM, way)
    return sheet


def begun(blanks: int) -> Sheet:
    """A document up to the signature."""
    sheet = Sheet()
    sheet.title("关于做好整治提升工作的通知")
    sheet.text(LONG)
    for _ in range(blanks):
        sheet.line()
    return sheet


def placed(sheet: Sheet, text: str, left: float, way: str) -> None:
    """A line that begins `left` points in, in one of the ways of Word."""
    right = ROOM - left - EM * em_width(text)
    if way == "right indent":
        sheet.line(text, align=RIGHT, right=right)
    elif way == "right indent in half characters":
        sheet.line(text, align=RIGHT, right=round(right / 8) * 8)
    elif way == "left indent":
        sheet.line(text, left=left)
    elif way == "first line":
        sheet.line(text, first=left)
    elif way == "spaces before":
        sheet.line("　" * round(left / EM) + text)
    else:
        assert way == "spaces behind"
        sheet.line(text + "　" * round(right / EM), align=RIGHT)


PLACED = ("right indent", "right indent in half characters", "left indent", "first line", "spaces before")
BY_SPACES = "spaces behind"
"""Word gives these their width, LibreOffice does not."""
CENTRED = ("date by its indent, name centred", "both centred")
SEALED = tuple(product(NAMES, DATES, (*PLACED, *CENTRED)))
UNSEALED = tuple(product(NAMES, DATES, PLACED))


def numbered(sheet: Sheet) -> bytes:
    sheet.page_numbers()
    return sheet.bytes()


def bytes_of(make: Callable[..., Sheet], case: tuple[str, str, str], blanks: int | None = None) -> bytes:
    return numbered(make(*case) if blanks is None else make(*case, blanks))


def caption() -> bytes:
    """A title with the occasion of its passing under it, in 楷体."""
    sheet = Sheet()
    sheet.line("海曙区落后产能淘汰办法", XBS, 22, align=CENTER, exact=36)
    sheet.line("（2024年5月6日区政府第3次常务会议通过）", "楷体", 16, align=CENTER)
    sheet.text(LONG)
    return numbered(sheet)


PRINTED: dict[str, Callable[[], bytes]] = {
    **{f"sealed {' '.join(case)}": partial(bytes_of, sealed, case) for case in SEALED[::8]},
    **{f"unsealed {' '.join(case)}": partial(bytes_of, unsealed, case) for case in UNSEALED[::9]},
}
"""Some of them, to be looked at on pages."""
