"""GB/T 9704—2012 in numbers: each stands here once, with its unit and its clause.

Lengths are whole twips (1/20 point, 1/1440 inch), the unit of WordprocessingML; sizes of type
are half-points (`w:sz`); rules are eighths of a point (`w:sz` of a border). What the standard
leaves open is marked “office habit”.
"""

from __future__ import annotations

from dataclasses import dataclass

TWIPS_PER_INCH = 1440
MM_PER_INCH = 25.4
EMU_PER_TWIP = 635


def mm(length: float) -> int:
    """`length` millimetres in whole twips."""
    return round(length * TWIPS_PER_INCH / MM_PER_INCH)


def points(length: float) -> int:
    """`length` points in twips."""
    return round(length * 20)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with its margins, in twips. `line_pitch` × `LINES` fills the height of 版心."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    line_pitch: int

    @property
    def lead(self) -> int:
        """How far the text area begins above 版心, whose edge is then the edge of the first characters."""
        return TYPE_AREA_TOP - self.top

    @property
    def text_width(self) -> int:
        """Width of 版心."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of 版心."""
        return self.height - self.top - self.bottom


LINES, CHARS = 22, 28  # 5.2.3: lines a page, characters a line
TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT = mm(156), mm(225)  # 5.2.1: 版心
TYPE_AREA_TOP = mm(37)  # 5.2.1: 天头

PROFILE_A = Page(  # 5.1 A4; 5.2.1 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm
    width=mm(210),
    height=mm(297),
    top=mm(37),
    bottom=mm(297) - mm(37) - TYPE_AREA_HEIGHT,
    left=mm(28),
    right=mm(210) - mm(28) - TYPE_AREA_WIDTH,
    line_pitch=TYPE_AREA_HEIGHT // LINES,  # 579: rounded down, 580 leaves only 21 lines
)


PROFILE_B = Page(  # GB/T 33476.2—2016: half the leading of a line stands outside 版心, above and below
    width=mm(210),
    height=mm(297),
    top=mm(34.58),
    bottom=mm(32.58),
    left=mm(28),
    right=PROFILE_A.right,
    line_pitch=(mm(297) - mm(34.58) - mm(32.58)) // LINES,  # 592
)
PROFILES = {"A": PROFILE_A, "B": PROFILE_B}


def landscape(page: Page) -> Page:
    """`page` turned for a wide table (8): 版心 turned, its top at the left edge of the upright sheet."""
    return Page(
        width=page.height,
        height=page.width,
        top=page.left,
        bottom=page.right,
        left=PROFILE_A.bottom,
        right=PROFILE_A.top,
        line_pitch=page.line_pitch,
    )


SIZE_2 = 44  # 2号 = 22 pt, in half-points
SIZE_3 = 32  # 3号 = 16 pt: the default size (5.2.2)
SIZE_4 = 28  # 4号 = 14 pt
SIZE_SMALL_4 = 24  # 小四 = 12 pt: tables (office habit)
CHAR_3 = points(16)  # 一字 of 3号
CHAR_4 = points(14)  # 一字 of 4号
CHAR_SPACING = TYPE_AREA_WIDTH // CHARS - CHAR_3  # −5: 28 characters of 3号 in 156 mm (5.2.3)

INDENT_CHARS = 2  # 7.3.3: a paragraph begins two characters in
MARK_TOP = mm(35)  # 7.2.4, 10.3: 发文机关标志, its upper edge under the upper edge of 版心
MARK_WORD = "文件"  # 7.2.4: stands right of the names of joint issuers
SIGNER_LABEL = "签发人："  # 7.2.6
SIGNERS_PER_LINE = 2  # 7.2.6
NUMBER_INDENT_CHARS = 1  # 7.2.6: 文号 from the left, 签发人 from the right, in an upward document
MARK_SIZE = 104  # 52 pt (office habit; the standard only asks for less than the width of 版心)
MARK_LINE = points(60)
MARK_INK = 176  # measured: where ink begins under the top of that line
BLANK_LINES_ABOVE_NUMBER = 2  # 7.2.5
RED_RULE = 12  # 1.5 pt; the standard gives no thickness (office habit)
RED_RULE_SPACE = 6  # points under the line of 文号, so that the rule stands 4 mm under it (7.2.7)
BLANK_LINES_ABOVE_TITLE = 2  # 7.3.1
TITLE_LINE = points(36)  # 一行 of 2号: 22 pt + 7/8 of 3号 (3.2)
BLANK_LINES_BELOW_TITLE = 1  # 7.3.2
BLANK_LINES_ABOVE_ATTACHMENT_NOTE = 1  # 7.3.4
SIGNATURE_DATE_RIGHT = 4  # 7.3.5.1: characters to the right of the date, sealed
SIGNATURE_RIGHT = 2  # 7.3.5.2: characters to the right of the signature, unsealed
DATE_AFTER_SIGNATURE = 2  # 7.3.5.2: the date begins two characters right of the signature
SEAL_BLANK_LINES = 2  # room for a 42 mm seal above the signature (office habit)
UNSEALED_BLANK_LINES = 1  # 7.3.5.2
SEAL_PITCH = mm(45)  # a 42 mm seal and a gap, since seals do not touch (7.3.5.1; the size is office habit)
SEALS_PER_ROW = 3  # as many as fit 版心 (7.3.5.1)
SIGNED_BLANK_LINES = 2  # 7.3.5.3: above a 签名章
SIGNED_RIGHT = 4  # 7.3.5.3: characters to the right of a 签名章, and of the date under it
SIGNED_GAP = 2  # 7.3.5.3: characters between 职务 and 签名章
SIGNED_WIDTH = 5  # room for a 签名章 of about 28 mm, in characters (office habit)
SIGNED_BLANK_LINES_ABOVE_DATE = 1  # 7.3.5.3
ATTACHMENT_TITLE_LINE = 3  # 7.3.7: the title of an annex stands on the third line

IMPRINT_BOTTOM = mm(37 + 225)  # 7.4.1: the last rule lies on the lower edge of 版心
IMPRINT_THICK, IMPRINT_THIN = 8, 6  # 7.4.1: 0.35 mm and 0.25 mm, in eighths of a point
IMPRINT_LINE = points(24)  # office habit
IMPRINT_INDENT_CHARS = 1  # 7.4.2, 7.4.3

LETTER_MARK_TOP = mm(30)  # 10.1: 发文机关标志 of a 信函, its upper edge under the edge of the sheet
LETTER_RULE_GAP = mm(4)  # 10.1: the upper double rule under the mark
LETTER_RULE_WIDTH = mm(170)  # 10.1
LETTER_RULE_BOTTOM = mm(297 - 20)  # 10.1: the lower double rule, from the upper edge of the sheet
LETTER_RULE = 24  # thickness of its thick line, in eighths of a point (office habit)
LETTER_RULE_HEIGHT = 90  # measured: both lines and the gap, in twips
LETTER_GAP = mm(4.84)  # 10.1: 7/8 of the height of a 3号 character, between text and rule
LETTER_BLANK_LINES_ABOVE_TITLE = 2  # 10.1
MARK_HEIGHT = 1040  # the em box of a mark of `MARK_SIZE`; ink differs from it by half a millimetre, by its strokes
ORDER_MARK_TOP = mm(20)  # 10.2: 发文机关标志 of a 命令, under the upper edge of 版心
ORDER_BLANK_LINES = 2  # 10.2: above 令号 and below it
ATTENDANCE_BLANK_LINES = 1  # 10.3: above 出席

LONG_ADDRESSEES = 3 * CHARS  # characters: a shorter 主送机关 never fills page one (7.3.2)
IMPRINT_ANCHOR = points(6) + 20  # height of the line that 版记 hangs on, and of the end of its box
IMPRINT_LINES = (TYPE_AREA_HEIGHT - IMPRINT_ANCHOR) // IMPRINT_LINE  # 26: as many as a side of 版记 holds
MARK_NARROWEST = 50  # percent: below this a mark is set smaller instead of narrower still (office habit)
JOINT_MARK_LINES = 6  # room for the names of joint issuers, in lines of one mark (7.2.4; the number is office habit)
TITLE_MOST_LINES = 3  # lines of a title that offices still accept (office habit; 7.3.1 gives no number)
SECRECY_MOST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}  # 保守国家秘密法, unless provided otherwise
SECRECY_ABSURD_YEARS = 100  # longer than any period that is meant (ours)

TOLERANCE = mm(1)  # 5.2.1: how far a margin may be off; ours for every other length that is read from a file
CHARS_NATURAL = 27  # 3号 of 16 pt, set without condensing: what offices type where 5.2.3 asks for 28
COPIES_LABEL = "抄送："  # 7.4.2
BLACK_UPTO = 0x26  # 5.2.4: brighter than this in any of red, green, blue is no black (ours)

PAGE_NUMBER_DISTANCE = 1417  # 7.5: puts the dash 7 mm under 版心 (measured)
PAGE_NUMBER_LINE = points(14)
PAGE_NUMBER_INDENT_CHARS = 1  # 7.5
PAGE_NUMBER_DASH = "—"  # 7.5: 一字线

RED_RULE_GAP = mm(4)  # 7.2.7: under 发文字号
PAGE_NUMBER_GAP = mm(7)  # 7.5: the upper edge of the dash under 版心
ONE_LINE_APART, TWO_LINES_APART = mm(10.39), mm(20.78)  # GB/T 33476.2—2016: blank lines as edge distances
ASCENT, DESCENT = 0.88, 0.12  # shares of the em box above and below the baseline of a Chinese face

TABLE_RULE = 4  # 0.5 pt (office habit)
TABLE_LINE = points(17)  # office habit
TABLE_SIDES = 57  # between a rule and the text beside it, 1 mm (office habit)
TABLE_BELOW = points(1)  # under the text of a cell, which stands low in its line


@dataclass(frozen=True, slots=True)
class Faces:
    """Typefaces by role (5.2.2, 7.2, 7.3, 7.5); named in styles, never shipped."""

    body: str = "仿宋"
    second: str = "楷体"
    first: str = "黑体"
    page_number: str = "宋体"
    title: str = "方正小标宋简体"


KINDS = (  # 党政机关公文处理工作条例 art. 8
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报",
    "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
OTHER_KINDS = ("公示",)
"""Not of the 条例, but what every office calls such a notice."""
KINDS_WITH_ADDRESSEES = ("通知", "通报", "报告", "请示", "批复", "函", "意见")
UPWARD_KINDS = ("报告", "请示")  # 7.2.6: these name 签发人
DOWNWARD_KINDS = ("决议", "决定", "命令", "令", "通知", "通报", "批复", "公报", "公告", "通告", "函", "纪要")
"""These do not; 意见 goes any way."""

COPY_NUMBER_FORM = r"^\d{6}$"  # 7.2.1
SECRECY_FORM = r"^(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月|天)|长期))?$"  # 7.2.2
URGENCIES = ("特急", "加急", "特提", "平急")  # 7.2.3: documents 特急, 加急; telegrams the others too
NUMBER_FORM = r"^[\u4e00-\u9fff]{1,15}〔(?:19|20)\d{2}〕[1-9]\d*号$"  # 7.2.5
DATE_FORM = r"^((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$"  # 7.3.5.4
UNKNOWN = "××"
"""Stands in a draft for what is not known yet; never invented, never left out silently."""
