"""An extension of Python-Markdown: what a page marks as finished HTML is taken as it is, unread.

Every page is nearly all HTML, and Python-Markdown reads HTML tag by tag to find where it ends (MkDocs
does so once more): two thirds of the time of a build. Our pages say it themselves, with a comment
before and after, which no text of the data can contain (its `<` is an entity). Without this extension
the same pages build to the same HTML, but slowly, and with the comments in it.
"""

from __future__ import annotations

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.preprocessors import NormalizeWhitespace  # type: ignore[import-untyped]

BEGIN, END = "<!--html-->", "<!--/html-->"
_NAME, _PRIORITY = "normalize_whitespace", 30
"""The first of all preprocessors, whose place this one takes."""


class _RawBlocks(NormalizeWhitespace):  # type: ignore[misc]
    """Puts each marked block away until everything else is done, and makes white space even in what is left."""

    def run(self, lines: list[str]) -> list[str]:
        outside: list[str] = []
        blocks: dict[str, str] = {}
        place = 0
        while BEGIN in lines[place:]:
            begin = lines.index(BEGIN, place)
            if END not in lines[begin:]:
                break  # none of ours: read as any other text
            end = lines.index(END, begin)
            mark = f"{BEGIN}{len(blocks)}"
            blocks[mark] = "\n".join(lines[begin + 1 : end]).strip("\n")
            outside += [*lines[place:begin], "", mark, ""]
            place = end + 1
        even = super().run(outside + lines[place:])
        return [self._stored(blocks[line]) if line in blocks else line for line in even]

    def _stored(self, block: str) -> str:
        return str(self.md.htmlStash.store(block)) if block else ""


class RawBlocks(Extension):  # type: ignore[misc]
    """`lowcapdocs.web.raw_blocks` in the settings of a site."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register it."""
        md.preprocessors.register(_RawBlocks(md), _NAME, _PRIORITY)


def makeExtension(**settings: object) -> RawBlocks:  # noqa: N802 - Python-Markdown's name
    """What Python-Markdown asks for; there are no settings."""
    return RawBlocks(**settings)
