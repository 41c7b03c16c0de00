"""Code and styles that stand inside of pages: a strict Content-Security-Policy stops them, so none may be there.

Nothing of ours needs any, so what is found is somebody's slip, or worse. A hash in the policy (W3C CSP
Level 3, 2.3.1) would let it run; `server.POLICY` has none, and stays the same however often the site is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from lowcapdocs.bundle.references import Inline
from lowcapdocs.problems import Finding, Where, error

_MOST_SHOWN = 5


class Inlines:
    """A check under way: `look` at what stands inside of each page, then ask for `findings`."""

    def __init__(self) -> None:
        self._pages: dict[Inline, list[str]] = {}

    def look(self, address: str, found: Iterable[Inline]) -> None:
        """Note the inline scripts, styles and handlers of the page at `address`."""
        for each in dict.fromkeys(found):
            self._pages.setdefault(each, []).append(address)

    def findings(self) -> list[Finding]:
        """One error for each piece of code, whatever number of pages have it."""
        return [_finding(found, pages) for found, pages in self._pages.items()]


def _finding(found: Inline, pages: list[str]) -> Finding:
    shown, more = f"“{found.shown}”", ""
    if len(pages) > 1:
        more = f"（共{len(pages)}个页面，如 {'、'.join(pages[:_MOST_SHOWN])}）"
    first = Where(pages[0])
    match found.kind:
        case "style":
            message = f"{shown}把样式写在网页里，严格的内容安全策略下不起作用{more}。"
            return error("style-inline", first, message, "写进样式表，标签只写 class。")
        case "script":
            message = f"{shown}把程序写在网页里，严格的内容安全策略下不起作用{more}。"
            return error("script-inline", first, message, "写进 site/assets 里单独的程序文件，核对后再用。")
        case "handler":
            message = f"{shown}把程序写在标签里，严格的内容安全策略下不起作用{more}。"
            return error("handler-inline", first, message, "写进单独的程序文件。")
