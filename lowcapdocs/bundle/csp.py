"""Content-Security-Policy of the finished site: only its own files, and the inline code it was built with, by hash.

Source: W3C Content Security Policy Level 3, 2.3.1 (hash sources) and 6.7.3 (which inline code matches).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from lowcapdocs.bundle.server import server_settings
from lowcapdocs.problems import Finding, Where, error

_JAVASCRIPT = frozenset(
    {
        "", "module", "text/javascript", "application/javascript", "application/ecmascript", "application/x-javascript",
        "text/ecmascript", "text/jscript", "importmap", "speculationrules",
    }
)  # fmt: skip
"""`type` of a script that runs; any other holds data, which the policy does not touch."""
_FIXED = (
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)
_MOST_SHOWN = 5
_LONGEST_SHOWN = 60


@dataclass(slots=True)
class Inline:
    """The inline code of a site: `look` at each page, then ask for `policy` and `findings`."""

    scripts: dict[str, None] = field(default_factory=dict)
    styles: dict[str, None] = field(default_factory=dict)
    _faults: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def look(self, address: str, page: bytes) -> None:
        """Note the inline scripts, styles and handlers of an HTML page."""
        if not page.strip():
            return
        text = page.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as a browser reads it, before it hashes
        root = etree.fromstring(text, etree.HTMLParser(encoding="utf-8", huge_tree=True))
        for element in root.iter(etree.Element) if root is not None else ():
            attributes = element.attrib
            if element.tag == "script" and "src" not in attributes:
                kind = (attributes.get("type") or "").strip().lower().partition(";")[0]
                if kind in _JAVASCRIPT and element.text:
                    self.scripts[_hash(element.text)] = None
                    self._note(address, "script", f"<script>{' '.join(element.text.split())[:_LONGEST_SHOWN]}")
            elif element.tag == "style" and element.text:
                self.styles[_hash(element.text)] = None
            for name in attributes:
                if name == "style" or (name.startswith("on") and name.isalpha()):
                    self._note(address, name, f'<{element.tag} {name}="{attributes[name][:_LONGEST_SHOWN]}">')

    @property
    def policy(self) -> str:
        """The value of the header Content-Security-Policy, the same for every page."""
        styles = " ".join(["style-src 'self'", *sorted(self.styles)])
        scripts = " ".join(["script-src 'self'", *sorted(self.scripts)])
        return "; ".join([*_FIXED[:2], styles, scripts, *_FIXED[2:]])

    def findings(self) -> list[Finding]:
        """Inline style= and on…= attributes, which no hash allows; and scripts: nothing of ours needs one, so it is
        somebody's slip or worse, and a hash would let it run.
        """
        return [_finding(key, pages, self._counts[key]) for key, pages in self._faults.items()]

    def _note(self, address: str, name: str, shown: str) -> None:
        key = (name if name in ("style", "script") else "handler", shown)
        pages = self._faults.setdefault(key, [])
        if not pages or pages[-1] != address:
            self._counts[key] = self._counts.get(key, 0) + 1
            if len(pages) < _MOST_SHOWN:
                pages.append(address)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a site may load: `header` for Content-Security-Policy, what of the pages it would break, and for the
    server's keeper the text 服务器设置.
    """

    header: str
    findings: tuple[Finding, ...]
    settings: str


def policy(pages: Iterable[tuple[str, bytes]], base: str = "/") -> Policy:
    """The policy of a site of these HTML pages (address, bytes) that is served under the path `base`."""
    found = Inline()
    for address, page in pages:
        found.look(address, page)
    return Policy(found.policy, tuple(found.findings()), server_settings(found.policy, base))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _finding(key: tuple[str, str], pages: list[str], count: int) -> Finding:
    fault, shown = key
    more = f"（共{count}个页面，如 {'、'.join(pages)}）" if count > 1 else ""
    if fault == "style":
        message = f"“{shown}”把样式写在标签里，严格的内容安全策略下不起作用{more}。"
        return error("style-inline", Where(pages[0]), message, "写进样式表，标签只写 class。")
    if fault == "script":
        message, remedy = f"“{shown}…”把程序写在网页里{more}。", "写进 site/assets 里单独的程序文件，核对后再用。"
        return error("script-inline", Where(pages[0]), message, remedy)
    message = f"“{shown}”把程序写在标签里，严格的内容安全策略下不起作用{more}。"
    return error("handler-inline", Where(pages[0]), message, "写进单独的程序文件。")
