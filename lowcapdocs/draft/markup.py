"""The light markup of a draft: what is escaped, and how a value carries its path.

`[28](quota/jishigang/improve)` prints 28 and says which datum that is; ` {#task/energy-1}` at the
end of a line says which record the line tells of; `**…**` is emphasis; a backslash takes the
meaning from the next character. Everything else is text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from lowcapdocs.gongwen.elements import Span, Spans
from lowcapdocs.gongwen.numbering import TYPED_NUMERAL
from lowcapdocs.gongwen.typography import between

PATH = r"[a-z0-9][a-z0-9_./-]*"

_SPECIAL = re.compile(r"[\\\[\]|{}*]")
_LINE_START = re.compile(r"#|[-+>] |:::|```|~~~|---|=|<!--|\d+\) |\||:?-+:?$|" + TYPED_NUMERAL.pattern)
"""What means something at the beginning of a line or cell; `=` alone is a sum, `:-:` a rule."""
_BLOCK_PATH = re.compile(r"(?<!\\)\{#(" + PATH + r")\}$")
_TOKEN = re.compile(
    r"\\(?P<escaped>.)|(?P<strong>\*\*)"
    r"|\[(?P<value>(?:\\.|[^\[\]\\])*)\]\((?P<path>" + PATH + r")\)"
    r"|(?P<stray>\\$)"
)
_VALUE_END = re.compile(r"\]\(" + PATH + r"\)$")
_UNESCAPE = re.compile(r"\\(.)")
_PLAIN_VALUE = re.compile(r"\[([^\[\]]*)\]\((" + PATH + r")\)")
"""A value in a line without emphasis and escapes."""


class MarkupError(ValueError):
    """A line that the grammar does not know; the text says why, in Chinese."""


def escape(text: str) -> str:
    """`text` so that a draft reads it as the very same text, wherever in a line it stands."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    return "\\" + text if _LINE_START.match(text) else text


def value(text: str, path: str) -> str:
    """`text` as a value that keeps its path."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    elif text == "=":
        text = "\\="
    return f"[{text}]({path})"


def row(items: Iterable[str], separator: str = "、") -> str:
    """Draft texts in a row, with the separator that their printed edges want (`typography.between`)."""
    text = ""
    for item in items:
        if text:
            text += between(_VALUE_END.sub("", text)[-1:], item.removeprefix("["), separator)
        text += item
    return text


def block_path(path: str) -> str:
    """The mark at the end of a line that tells of the record at `path`."""
    return f" {{#{path}}}"


def split_block_path(line: str) -> tuple[str, str]:
    """A line without its mark, and the path in it (empty if none)."""
    if line.endswith("}") and (found := _BLOCK_PATH.search(line)):
        return line[: found.start()].rstrip(), found[1]
    return line, ""


def spans(text: str) -> Spans:
    """The spans of a line. Raises MarkupError for unpaired ** and a lone backslash at the end."""
    if "*" in text or "\\" in text:
        return _marked_spans(text)
    if "[" not in text:
        return _unmarked_spans(text)
    if alone := _PLAIN_VALUE.fullmatch(text):  # most cells of a table
        return (Span(alone[1], False, alone[2]),)
    found: list[Span] = []
    pieces = _PLAIN_VALUE.split(text)  # plain, value, path, plain, value, path, …, plain
    for index in range(0, len(pieces) - 1, 3):
        if pieces[index]:
            found.append(Span(pieces[index]))
        found.append(Span(pieces[index + 1], False, pieces[index + 2]))
    if pieces[-1]:
        found.append(Span(pieces[-1]))
    return tuple(found)


@lru_cache(maxsize=4096)
def _unmarked_spans(text: str) -> Spans:
    """The spans of a line that is only text. Remembered: the documents of a series share most of them."""
    return (Span(text),) if text else ()


def _marked_spans(text: str) -> Spans:
    """The spans of a line that may hold emphasis and escapes."""
    found: list[Span] = []
    plain: list[str] = []
    strong = False
    end = 0
    for token in _TOKEN.finditer(text):
        plain.append(text[end : token.start()])
        end = token.end()
        match token.lastgroup:
            case "escaped":
                plain.append(token["escaped"])
            case "stray":
                raise MarkupError("行末多了一个反斜杠“\\”")
            case "strong":
                _flush(found, plain, strong)
                strong = not strong
            case _:
                _flush(found, plain, strong)
                found.append(Span(_UNESCAPE.sub(r"\1", token["value"]), strong, token["path"]))
    if strong:
        raise MarkupError("加粗标记“**”没有成对")
    plain.append(text[end:])
    _flush(found, plain, strong)
    return tuple(found)


def _flush(found: list[Span], plain: list[str], strong: bool) -> None:
    text = "".join(plain)
    plain.clear()
    if text:
        found.append(Span(text, strong))


def forbidden(text: str) -> str:
    """Control and direction marks in `text` that no document may hold, as U+XXXX; empty if none."""
    if text.isprintable():
        return ""
    found = {
        character
        for character in text
        if unicodedata.category(character) in ("Cc", "Cf", "Cs") or character in "\ufffe\uffff"
    }
    return "、".join(sorted(f"U+{ord(character):04X}" for character in found))
