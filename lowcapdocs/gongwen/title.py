"""Title lines (7.3.1): word units kept whole, symmetric, in the shape of a 梯形 or 菱形.

Values of data (names of towns, years) and the words of the field's vocabulary are never cut; of
all ways to break, the one with the best shape and the most equal lines is taken.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.gongwen.elements import Spans
from lowcapdocs.gongwen.standard import SIZE_2, TYPE_AREA_WIDTH
from lowcapdocs.gongwen.wording import em_width

_MAX_WIDTH = TYPE_AREA_WIDTH / (SIZE_2 * 10) - 1
"""Characters of 2号 in the width of 版心, less one for the gaps that LibreOffice sets round digits."""

_WORDS = (
    "落后产能", "低散乱", "企业（作坊）", "整治提升", "目标任务", "分解表", "工作要点", "工作方案",
    "实施方案", "行动方案", "任务清单", "工作任务", "重点任务", "进展情况", "完成情况", "督办", "通报",
    "通知", "公示", "公告", "总结", "报告", "请示", "函", "意见", "办法", "方案", "计划", "要点",
    "关于", "印发", "转发", "下达", "分解", "做好", "加快", "推进", "开展", "落实", "淘汰", "退出",
    "整治", "提升", "改造", "验收", "专项", "行动", "工作", "任务", "年度", "牵头", "依法依规",
    "工业", "制造业", "高质量", "发展", "街道", "园区", "人民政府", "办公室", "领导小组", "委员会",
    "管委会", "办事处", "分局", "单位", "部门", "有关", "情况", "名单", "企业",
)  # fmt: skip
_TOKEN = re.compile(
    r"[《“（]*(?:\d+年度?|[A-Za-z0-9.%]+|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"|.)[》”）、，]*"
)
_NO_START = "的及和与等之"
"""A line does not begin with these."""


def lines(title: Spans) -> list[str]:
    """The lines of a title. A single line if it fits."""
    pieces: tuple[tuple[str, bool], ...] = tuple((span.text, bool(span.path)) for span in title)
    return list(_lines(pieces))


@lru_cache(maxsize=256)
def _lines(pieces: tuple[tuple[str, bool], ...]) -> tuple[str, ...]:
    text = "".join(piece for piece, _ in pieces)
    width = em_width(text)
    if width <= _MAX_WIDTH:
        return (text,)
    tokens = _tokens(pieces)
    edges = [0.0]
    for token in tokens:
        edges.append(edges[-1] + em_width(token))
    for count in range(2, len(tokens) + 1):
        if count * _MAX_WIDTH < width:
            continue
        cuts = _best_cuts(tuple(edges), count)
        if cuts:
            ends = (0, *cuts, len(tokens))
            return tuple("".join(tokens[a:b]) for a, b in itertools.pairwise(ends))
    return (text,)  # pragma: no cover - every unit fits a line, so some number of lines does


def _tokens(pieces: tuple[tuple[str, bool], ...]) -> list[str]:
    """Word units; marks that may not begin or end a line stay with their neighbour.

    What is wider than a line is no unit any more.
    """
    tokens: list[str] = []
    for text, whole in pieces:
        found = (text,) if whole and em_width(text) <= _MAX_WIDTH / 2 else _words(text)
        for token in found:
            if tokens and (token[0] in "》”）、，年月日" or token[0] in _NO_START or tokens[-1][-1] in "《“（"):
                tokens[-1] += token
            else:
                tokens.append(token)
    return [piece for token in tokens for piece in ([token] if em_width(token) <= _MAX_WIDTH else token)]


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    """The word units of prose. Remembered: the titles of a series differ in their values alone."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=1024)
def _best_cuts(edges: tuple[float, ...], count: int) -> tuple[int, ...]:
    """Where to cut tokens that end at `edges` into `count` lines; empty if some line must be too wide.

    Remembered, since the titles of a series differ in their words and not in their widths.

    Line by line, the cheapest way to each shape so far is kept, so time grows with the number of
    lines and not with the number of ways.
    """
    mean = edges[-1] / count
    ways: dict[_Shape, tuple[float, tuple[int, ...]]] = {_Shape(0, 0): (0.0, ())}
    for line in range(1, count + 1):
        near = sorted(range(1, len(edges) - 1), key=lambda i: abs(edges[i] - mean * line))[:5]
        longer: dict[_Shape, tuple[float, tuple[int, ...]]] = {}
        for shape, (cost, cuts) in ways.items():
            for end in near if line < count else [len(edges) - 1]:
                width = edges[end] - edges[shape.end]
                if not 0 < width <= _MAX_WIDTH:
                    continue
                key = shape.followed_by(end, edges)
                way = (cost + (width - mean) ** 2, (*cuts, end))
                longer[key] = min(way, longer.get(key, way))
        ways = longer
    if not ways:
        return ()
    costs = [(cost + _penalty(shape, edges), cuts) for shape, (cost, cuts) in ways.items()]
    return min(costs)[1][:-1]


class _Shape(NamedTuple):
    """What the cost of further lines depends on: the last line and the outline so far."""

    start: int
    end: int
    fell: bool = False
    """The last line is narrower than the one before it."""
    waist: bool = False
    """Some line is narrower than both its neighbours."""
    equal: bool = True
    """All lines are equally wide."""

    def followed_by(self, end: int, edges: tuple[float, ...]) -> _Shape:
        """The shape with one more line, up to token `end`."""
        if not self.end:
            return _Shape(0, end)
        last, width = edges[self.end] - edges[self.start], edges[end] - edges[self.end]
        return _Shape(
            self.end, end, width < last, self.waist or (self.fell and last < width), self.equal and width == last
        )


def _penalty(shape: _Shape, edges: tuple[float, ...]) -> float:
    """A waist or a lone character at the end costs much; a rectangle is neither 梯形 nor 菱形."""
    lone = edges[shape.end] - edges[shape.start] < 2
    return 1000 * shape.waist + 500 * lone + 1 * shape.equal
