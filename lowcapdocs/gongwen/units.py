"""Title text → units that no line may cut, and what a break before each costs (7.3.1).

Words come from `lexicon`; a title with other words is cut by rjieba, to which the lexicon is
lent. That library is the living one of its kind: a binding of jieba-rs with MIT licence, one
abi3 wheel for each system, no build tools; pure-Python jieba has not been released since 2020
and the neural segmenters bring hundreds of MB. It loads its dictionary when first imported
(measured: 0.16 s CPU, 33 MiB), which is why it is asked only for what the lexicon lacks.

A value of data stands in the text as one mark, `NAME` or `NUMBER`, so that the titles of a
series, which differ in these alone, are cut once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.gongwen.lexicon import OFFICES, TAILS, VERBS, WORDS
from lowcapdocs.gongwen.standard import KINDS
from lowcapdocs.gongwen.wording import em_width

NAME, NUMBER = "\x00", "\x01"
"""Stand for a name and for a number that come from data; no draft may hold them itself."""
WIDEST_NAME, WIDEST_NUMBER = 9.5, 4.0
"""Characters: a mark stands for no more than this."""

_DIGITS = rf"[\d{NUMBER}]+"
_ATOM = re.compile(
    rf"{_DIGITS}(?:[—～~./:：-]{_DIGITS})*(?:年(?:度|底前?|末|内)?|月份?|日|家|个|项|批次?|号|条|期|次|届|级|类|[%％])?"
    rf"|[A-Za-z]+(?:[-.]?[A-Za-z0-9{NUMBER}])*"
    r"|[\u3400-\u9fff]+|.",
    re.DOTALL,
)
_LONGEST = max(map(len, WORDS))

_FUNCTION = frozenset("的及和与或等之暨并")
"""Words between words; a line does not begin with them."""
_LEADING = frozenset("在以为由向对将把被按从经就因于至")
"""Words that lead to what follows; a line does not end with them."""
_CLINGING = frozenset(("关于", *"各第不非无未所可每全本该再总副一二三四五六七八九十两几"))
"""What is one with the word behind it."""
_OPENING, _CLOSING = frozenset("《〈“‘（〔［【("), frozenset("》〉”’）〕］】)、，。：；！？,.·—～-…％%")
_CLOSING_OF = dict(zip("》〉”’）〕］】)", "《〈“‘（〔［【(", strict=True))
_AREAS = frozenset("省市区县镇乡村") | {"街道", "地区", "园区", "新区", "开发区", "社区"}
_PARTICLES = _FUNCTION | _LEADING | _CLINGING | _AREAS | frozenset(KINDS)
_KNOWN_ALONE = _FUNCTION | frozenset(("年", *KINDS))
_OFFICE_NAMES = tuple(OFFICES)
_WHOLE_BRACKETS = 10
"""Characters: brackets or quotes that are no wider, with what they hold, are one unit."""

_ISSUER_ENDS = frozenset(f"府办局委室厅组会部院处所心队司校团区镇乡道{NAME}")
_GENERIC = re.compile("(?:工作|情况|问题|事项|有关|项目|机制|行动|活动|事宜|任务|企业|规划)(?:($|[的和及与、])|)")
"""Nouns that end the phrase before them; group 1: and no compound begins with them."""

# Costs, in squared characters of unequal width
INSTITUTION = 120.0
"""A break in the name of an institution."""
_ABOUT = -12.0
"""A break between the issuer and 关于: less than none."""
_ISSUERS = 0.0
"""A break between two issuers."""
_LEADS = 15.0
"""A preposition at the end of a line."""
_CUT_PHRASE, _CUT_COMPOUND = 10.0, 4.0
"""淘汰落后产能｜工作 and 淘汰落后产能｜工作方案."""
_AFTER_PLACE = 14.0
"""海曙区｜2020年."""
_AFTER_VERB = 3.0
"""加快推进｜落后产能退出."""
_AFTER_MARK = 2.0
"""A mark, a year or 和 at the end of a line."""
_INSIDE = 1.5
"""A break between the marks of a quotation or a title."""


class Units(NamedTuple):
    """`texts` joined are the title; `costs[i]` is that of a break before `texts[i]`."""

    texts: tuple[str, ...]
    costs: tuple[float, ...]


def units(text: str, widest: float) -> Units:
    """The units of `text`, none wider than `widest` characters whatever the marks stand for."""
    found = _joined(_enclosed(_tokens(text)), widest)
    texts = [piece for unit in found for piece in ([unit] if em_width(unit) <= widest else unit)]
    return Units(tuple(texts), _costs(texts))


def _most(text: str) -> float:
    """The width of `text` if each mark stood for the widest that it may stand for."""
    return em_width(text) + (WIDEST_NAME - 0.5) * text.count(NAME) + (WIDEST_NUMBER - 0.5) * text.count(NUMBER)


def _tokens(text: str) -> list[str]:
    """Words, numbers with what they count, and marks; what comes from data stays alone."""
    found: list[str] = []
    for atom in _ATOM.findall(text):
        found += _named(_words(atom)) if _is_han(atom) else [atom]
    return found


def _is_han(text: str) -> bool:
    return "\u3400" <= text[0] <= "\u9fff" or text[0] >= "\U00020000"


def _named(words: list[str]) -> list[str]:
    """Words, with runs of single characters made one: names that no dictionary has (石碶)."""
    found: list[str] = []
    name = False
    for word in words:
        alone = len(word) == 1 and word not in _PARTICLES
        if alone and name:
            found[-1] += word
        else:
            found.append(word)
        name = alone
    return found


def _words(text: str) -> list[str]:
    """The words of a run of Chinese characters."""
    own: list[str] = []
    place = 0
    while place < len(text):
        lengths = range(min(_LONGEST, len(text) - place), 1, -1)
        length = next((length for length in lengths if text[place : place + length] in WORDS), 1)
        own.append(text[place : place + length])
        if length == 1 and own[-1] not in _KNOWN_ALONE:
            return _segment()(text)
        place += length
    return own


@lru_cache(maxsize=1)
def _segment() -> Callable[[str], list[str]]:
    """The segmenter of the language with our words lent to it, loaded when first needed."""
    import rjieba

    for word in sorted(WORDS):
        rjieba.add_word(word, None, None)
    return rjieba.cut


def _enclosed(tokens: list[str]) -> list[str]:
    """Tokens, those of short brackets and quotes made one."""
    found: list[str] = []
    opened: list[int] = []
    for token in tokens:
        found.append(token)
        if token in _OPENING:
            opened.append(len(found) - 1)
        elif token in _CLOSING_OF and opened and found[opened[-1]] == _CLOSING_OF[token]:
            start = opened.pop()
            whole = "".join(found[start:])
            if _most(whole) <= _WHOLE_BRACKETS:
                found[start:] = [whole]
    return found


def _joined(tokens: list[str], widest: float) -> list[str]:
    """Tokens with those that may not stand at an edge of a line joined to their neighbours."""
    found: list[str] = []
    before = ""
    for token in tokens:
        if found and _cling(before, token) and _most(found[-1]) + _most(token) <= widest:
            found[-1] += token
        else:
            found.append(token)
        before = token
    return found


def _cling(before: str, token: str) -> bool:
    """Whether `token` may not be parted from the token `before` it."""
    if token[0] in _CLOSING or token in _FUNCTION or before in _CLINGING or before in _OPENING:
        return True
    if token[0] in "（(" and len(token) > 1:  # 工作方案（试行）
        return before[-1] not in _CLOSING
    if before[-1] in _CLOSING or before in _FUNCTION:
        return token in KINDS and before == "的"  # 的通知
    if token in _AREAS or token[0] == "年":
        return before not in VERBS
    alone = len(token) == 1 and token not in _LEADING and token not in _CLINGING
    return alone and _is_han(token) and _is_han(before) and before not in _LEADING


# What a break costs


def _costs(texts: list[str]) -> tuple[float, ...]:
    issuer = _issuer(texts)
    costs = [0.0]
    depth = 0
    for index, (before, unit) in enumerate(itertools.pairwise(texts), start=1):
        depth += sum((mark in _OPENING) - (mark in _CLOSING_OF) for mark in before)
        if index < issuer:
            cost = _ISSUERS if _between_issuers(before, unit) else INSTITUTION
        elif index == issuer:
            cost = _ABOUT
        else:
            cost = _cost(before, unit)
        costs.append(cost + _INSIDE * (depth > 0))
    return tuple(costs)


def _issuer(texts: list[str]) -> int:
    """How many units the names of the issuers take, before 关于; 0 if they are not in the title."""
    for index, unit in enumerate(texts):
        if unit.startswith("关于"):
            return index if index and texts[index - 1][-1] in _ISSUER_ENDS else 0
    return 0


def _between_issuers(before: str, unit: str) -> bool:
    if before[-1] in "、 \u3000" or unit.startswith("中共"):
        return True
    return before[-1] in _ISSUER_ENDS - _AREAS and unit[-1] in _AREAS


def _cost(before: str, unit: str) -> float:
    """Of a break between two units, by what they are; 0 where a phrase ends."""
    last = before[-1]
    acts = before in VERBS or before.startswith("关于")
    ends = last in _CLOSING or last in _FUNCTION
    place = last in _AREAS or last == NAME or before.endswith(("街道", "园区"))
    if unit.startswith(TAILS) and not acts and not ends:
        return INSTITUTION
    if place and not acts and unit.startswith(_OFFICE_NAMES):
        return INSTITUTION
    if last in _LEADING and len(before) <= 2:
        return _LEADS
    if (generic := _GENERIC.match(unit)) and not ends:
        return _CUT_PHRASE if generic[1] else _CUT_COMPOUND
    if place:
        return _AFTER_PLACE
    if acts:
        return 0.0 if before.endswith(("印发", "转发")) or unit[0] == "《" else _AFTER_VERB
    return _AFTER_MARK if ends or last == "年" else 0.0
