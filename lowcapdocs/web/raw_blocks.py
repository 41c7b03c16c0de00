"""An extension of Python-Markdown: what a page marks as finished HTML is taken as it is, unread.

Every page is nearly all HTML, and Python-Markdown reads HTML tag by tag to find where it ends (MkDocs
does so once more): two thirds of the time of a build. Our pages say it themselves, with a comment
before and after, which no text of the data can contain (its `<` is an entity). Without this extension
the same pages build to the same HTML, but slowly, and with the comments in it.
"""

from __future__ import annotations

import re

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

BEGIN, END = "<!--html-->", "<!--/html-->"
_BLOCK = re.compile(f"^{BEGIN}$(.*?)^{END}$", re.MULTILINE | re.DOTALL)
_BETWEEN = 25
"""After white space is made even (30), before anything looks at HTML (21 and 20)."""


class _RawBlocks(Preprocessor):  # type: ignore[misc]
    """Puts each marked block away until everything else is done."""

    def run(self, lines: list[str]) -> list[str]:
        return _BLOCK.sub(self._stored, "\n".join(lines)).split("\n")

    def _stored(self, found: re.Match[str]) -> str:
        text = found[1].strip("\n")
        return f"\n{self.md.htmlStash.store(text)}\n" if text else ""


class RawBlocks(Extension):  # type: ignore[misc]
    """`lowcapdocs.web.raw_blocks` in the settings of a site."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register it."""
        md.preprocessors.register(_RawBlocks(md), "raw_blocks", _BETWEEN)


def makeExtension(**settings: object) -> RawBlocks:  # noqa: N802 - Python-Markdown's name
    """What Python-Markdown asks for; there are no settings."""
    return RawBlocks(**settings)
