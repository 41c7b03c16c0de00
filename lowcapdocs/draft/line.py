"""One line of a draft: what it says, or why the grammar does not know it.

Lines are remembered, because the documents of a series share most of theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.draft import markup
from lowcapdocs.gongwen.elements import Paragraph, Span, Spans
from lowcapdocs.gongwen.numbering import TYPED_NUMERAL

_FOREIGN = re.compile(r"[-+*>] |```|~~~|---|===|<!--|!\[|\d+\) ")
_SUSPECT = frozenset("第(（-+*>`~=<!")
"""What a line begins with, but for numerals, that `TYPED_NUMERAL` or `_FOREIGN` may match."""
_REMEMBERED = 4096
"""Lines: the longest plan has some hundreds."""


class LineError(ValueError):
    """A line that the grammar does not know: the code of the finding, what is wrong, what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


class HeadingText(NamedTuple):
    """A heading before it is numbered; `title` and run-in `body` may each be absent."""

    level: int
    title: Spans
    body: Spans
    path: str

    @property
    def runs_on(self) -> bool:
        """Whether the next line is its text: it ends in 。 or has no words, and nothing follows yet."""
        return not self.body and (not self.title or self.title[-1].text.endswith("。"))


@lru_cache(maxsize=_REMEMBERED)
def paragraph(line: str, number: int) -> Paragraph:
    """The paragraph that `line` (trimmed, not empty) is, at line `number`. Raises LineError."""
    text, path = markup.split_block_path(line)
    refuse_foreign(text)
    return Paragraph(spans(text), path, number)


@lru_cache(maxsize=_REMEMBERED)
def heading(line: str) -> HeadingText:
    """The heading that `line` (trimmed, beginning with #) is. Raises LineError."""
    level = len(line) - len(line.lstrip("#"))
    text, path = markup.split_block_path(line[level:].strip())
    if level > 4 or (text and line[level] != " "):
        remedy = "写一至四个“#”，空一格，再写标题。"
        raise LineError("draft-heading", f"不认识的标题写法：“{line[:12]}”。", remedy)
    if text:
        refuse_foreign(text)
    return HeadingText(level, *_split_run_in(spans(text)), path)


def spans(text: str) -> Spans:
    """The spans of a line. Raises LineError for marks that are not whole."""
    try:
        return markup.spans(text)
    except markup.MarkupError as problem:
        raise LineError("draft-markup", f"{problem}。", "请改正，或在符号前加反斜杠。") from problem


def refuse_foreign(line: str) -> None:
    """Raise LineError for a typed numeral, and for what other markup languages know."""
    if line[0] not in _SUSPECT and not line[0].isnumeric():
        return
    if TYPED_NUMERAL.match(line):
        remedy = "序号由程序生成：标题用“#”至“####”；确要照印，请在行首加反斜杠“\\”。"
        raise LineError("draft-numeral", f"行首手写了序号“{line[:6]}”。", remedy)
    if _FOREIGN.match(line):
        remedy = "草稿只有标题（#）、自然段、表格（|）和“:::”；确要照印，请在行首加反斜杠“\\”。"
        raise LineError("draft-line", f"不认识这一行的写法：“{line[:12]}”。", remedy)


def _split_run_in(title: Spans) -> tuple[Spans, Spans]:
    """小标题。 and the text after it; no text if the first 。 is the end or there is none."""
    for index, span in enumerate(title):
        if span.path or "。" not in span.text:
            continue
        cut = span.text.index("。") + 1
        rest = span.text[cut:]
        following = title[index + 1 :]
        return (
            (*title[:index], Span(span.text[:cut], span.strong)),
            (Span(rest, span.strong), *following) if rest else following,
        )
    return title, ()
