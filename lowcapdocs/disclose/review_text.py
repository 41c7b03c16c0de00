"""The review list in words, laid out in columns for a terminal or a printer; a Chinese character is two wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lowcapdocs.disclose.review_list import ReviewList, TableLine
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.publication import WITHIN

_UNKNOWN = "未载"


def lines(review: ReviewList, width: int = 80) -> Iterator[str]:
    """The list, line by line; no line is wider than `width` half-width characters unless one word is."""
    yield f"公开审查清单　{review.name}（{review.campaign}）"
    yield from _wrapped(
        f"依据：{review.basis or '没有填'}；审查人：{review.reviewer or '没有填'}；"
        f"审查日期：{review.day.isoformat() if review.day else '没有填'}",
        "",
        width,
    )
    if review.sample:
        yield from _wrapped(f"示例：{review.sample}", "", width)
    if not review.public:
        yield from _wrapped("没有经过审查，或者活动的名称没有定为主动公开：整个活动不上网。", "", width)
    yield ""
    yield from _documents(review, width)
    yield from _tables(review, width)
    yield f"四、公开的文件里印有不公开的内容（{len(review.leaks)}处）"
    for leak in review.leaks:
        more = f"等{leak.count}处" if leak.count > 1 else ""
        yield from _wrapped(f"{leak.file} 第{leak.line}行：{leak.column}（“{leak.text}”{more}）", "  ", width)
    yield ""
    yield "审查意见：　　　　　　　　　　审查人：　　　　　　　　日期：　　　　年　　月　　日"


def _documents(review: ReviewList, width: int) -> Iterator[str]:
    yield f"一、公开的文件（{len(review.out)}份）"
    rows = [
        (
            each.file,
            each.made.isoformat() if each.made else _UNKNOWN,
            each.published_text or _UNKNOWN,
            each.timing or "—",
        )
        for each in review.out
    ]
    if rows:
        yield from _grid((("文件", "成文日期", "发布时间", f"{WITHIN}个工作日内公开"), *rows))
    yield ""
    kept = review.kept
    yield f"二、不公开的文件（{sum(map(len, kept.values()))}份）"
    for (_, why), listed in kept.items():
        name = listed[0].file if len(listed) == 1 else f"{listed[0].file}等{len(listed)}份"
        yield from _wrapped(f"{name}：{why}", "  ", width)
    yield ""


def _tables(review: ReviewList, width: int) -> Iterator[str]:
    yield f"三、数据（{sum(bool(each.shown) for each in review.tables)}张表公开）"
    for each in review.tables:
        why = f"：{each.why}" if each.why else ""
        yield f"  {each.name}（{each.table}）　{each.count}条，公开{each.shown}条{why}"
        yield from _columns(each, width)
    yield ""


def _columns(table: TableLine, width: int) -> Iterator[str]:
    """Its columns, those alike together; a table that is closed as a whole has but the line above."""
    if not table.open:
        return
    yield from _wrapped(f"{PUBLIC}：{'、'.join(table.open)}", "    ", width)
    by_attribute: dict[str, list[str]] = {}
    for heading, attribute in table.closed:
        by_attribute.setdefault(attribute, []).append(heading)
    for attribute, headings in sorted(by_attribute.items(), reverse=True):
        yield from _wrapped(f"{attribute or '没有写，不公开'}：{'、'.join(headings)}", "    ", width)


def _wide(text: str) -> int:
    return round(em_width(text) * 2)


def _grid(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as columns, two spaces between them."""
    widths = [max(map(_wide, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _wrapped(text: str, indent: str, width: int) -> Iterator[str]:
    """`text` broken into lines, those after the first indented by two more characters."""
    line = indent
    for character in text:
        if _wide(line) + _wide(character) > width and character not in "，。；：、”）":
            yield line
            line = f"{indent}  "
        line += character
    yield line
