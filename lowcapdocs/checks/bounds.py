"""Values of the front matter out of all reason, and more than page one can hold (GB/T 9704 7.2, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lowcapdocs.checks.places import place_of
from lowcapdocs.gongwen import first_page
from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen, plain
from lowcapdocs.gongwen.standard import MARK_WORD
from lowcapdocs.gongwen.title import MAX_WIDTH
from lowcapdocs.gongwen.wording import em_width, read_date
from lowcapdocs.problems import Finding, error, warning

_PERIOD = re.compile(r"^(绝密|机密|秘密)★(\d+)(年|个月|天)$")
_A_YEAR = {"年": 1, "个月": 12, "天": 365}
_MARK_CHARS = s.TYPE_AREA_WIDTH / (s.SIZE_2 * 10 * s.MARK_NARROWEST / 100)
"""Characters of a mark that is as small as the title under it: narrowed as far as may be, at 2号."""
_MARK_NAMES = s.JOINT_MARK_LINES * s.MARK_SIZE // s.SIZE_2
"""Names of joint issuers that make the mark as small as the title."""


def check(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Every such finding on one document; `file` names its draft."""
    if tree.secrecy:
        yield from _secrecy(tree, file)
    if tree.issuer_mark:
        yield from _mark(tree, file)
    if tree.joint_issuers or len(tree.signers) > 1 or (tree.signature and tree.signature.joint):
        yield from _names(tree, file)
    if tree.signature and tree.signature.post and tree.signature.issuer:
        message = f"盖签名章的不印署名，“{tree.signature.issuer}”不会印出来。"
        yield warning(
            "signature-unprinted", place_of(tree, file, "signature"), message, "请删去“署名”一行，或改用印章。"
        )
    if tree.imprint and tree.signature:
        yield from _printed_before(tree, file)
    yield from _first_page(tree, file)


def _secrecy(tree: Gongwen, file: str) -> Iterator[Finding]:
    """保密期限: as long as the law allows a level, unless it is provided otherwise."""
    found = _PERIOD.match(tree.secrecy)
    if not found:
        return
    level, number, unit = found.groups()
    where, years = place_of(tree, file, "secrecy"), int(number) / _A_YEAR[unit]
    if number.startswith("0") or years > s.SECRECY_ABSURD_YEARS:
        yield error(
            "secrecy-period", where, f"保密期限“{number}{unit}”不对。", "请写成“秘密★1年”，长期的写“绝密★长期”。"
        )
    elif years > s.SECRECY_MOST_YEARS[level]:
        most = s.SECRECY_MOST_YEARS[level]
        message = f"{level}级的保密期限写了{number}{unit}，一般不超过{most}年。"
        yield warning("secrecy-period", where, message, "请核对；另有规定的请忽略（《保守国家秘密法》）。")


def _mark(tree: Gongwen, file: str) -> Iterator[Finding]:
    """发文机关标志 stands out (7.2.4), so it is not smaller than the title."""
    names = (
        (tree.issuer_mark.removesuffix(MARK_WORD), *tree.joint_issuers) if tree.joint_issuers else (tree.issuer_mark,)
    )
    widest = max(map(em_width, names)) + (em_width(MARK_WORD) if tree.joint_issuers else 0)
    if widest > _MARK_CHARS:
        message = f"发文机关标志有{widest:.0f}个字，一行排下来比标题还小。"
        yield error(
            "mark-long", place_of(tree, file, "issuer_mark"), message, "请用发文机关的规范化简称（第7.2.4条）。"
        )
    elif len(names) > _MARK_NAMES:
        message = f"联合发文的机关有{len(names)}个，标志排下来比标题还小。"
        remedy = "标志可以只用主办机关的名称（第7.2.4条）。"
        yield error("mark-long", place_of(tree, file, "joint_issuers"), message, remedy)


def _names(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Nobody issues together with himself; of two who sign, both may bear one name."""
    signature = (tree.signature.issuer, *tree.signature.joint) if tree.signature else ()
    lists: dict[str, tuple[str, Sequence[str]]] = {
        "joint_issuers": ("联合发文机关", (tree.issuer_mark.removesuffix(MARK_WORD), *tree.joint_issuers)),
        "signature": ("署名", signature),
        "signers": ("签发人", tree.signers),
    }
    for field, (word, names) in lists.items():
        for name in dict.fromkeys(each for each in names if each != s.UNKNOWN and names.count(each) > 1):
            where, message = place_of(tree, file, field), f"{word}里“{name}”写了两次，或与主办机关相同。"
            tell = warning if field == "signers" else error
            yield tell("name-twice", where, message, "每个只写一次；主办机关写在“发文机关标志”。")


def _printed_before(tree: Gongwen, file: str) -> Iterator[Finding]:
    """印发日期 is the day a document is sent out to be printed: never before 成文日期 (7.4.3)."""
    signed, sent = (tree.signature.date if tree.signature else ""), (tree.imprint.print_date if tree.imprint else "")
    if not signed or not sent or s.UNKNOWN in signed + sent:
        return
    if read_date(sent) < read_date(signed):
        message = f"印发日期{sent}早于成文日期{signed}。"
        yield error("print-date-early", place_of(tree, file, "print_date"), message, "请核对两个日期。")


def _first_page(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Page one shows 主送机关 and text under 版头 and title (7.3.2, 7.3.3)."""
    width, rows = em_width(plain(tree.title)), first_page.number_rows(tree)
    long = width > s.TITLE_MOST_LINES * MAX_WIDTH
    if not long and rows < s.TITLE_MOST_LINES:
        return  # an ordinary head is not reckoned
    full = first_page.overflows(tree)
    if full and rows * s.PROFILE_A.line_pitch > first_page.title_height(tree):
        message = f"签发人有{len(tree.signers)}个，排下来首页没有正文。"
        yield error("signers-many", place_of(tree, file, "signers"), message, "请只写主要的签发人。")
    elif full:
        message = f"标题有{width:.0f}个字，排下来首页没有正文。"
        yield error("title-long", place_of(tree, file, "title"), message, "请概括成三行以内（50字左右）。")
    elif long:
        message = f"标题有{width:.0f}个字，超过{s.TITLE_MOST_LINES}行。"
        yield warning("title-long", place_of(tree, file, "title"), message, "请概括成三行以内；确需照用的请忽略。")
