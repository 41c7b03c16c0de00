"""A page as its parser understands it, written out again: text in which markup is certain.

lxml is slow at handing over elements one by one. Written out, a page can be cut up by regular expressions, and what
many pages share (menus, heads, rows) is known again by its very characters. That is safe for a check that must not be
misled: what the parser took for text has no `<` and no `>` here (they are `&lt;` and `&gt;`, in values of attributes
and comments too), so that every `<` begins a tag or a comment and the next `>` ends it, whatever the file itself said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from typing import Any, NamedTuple

from lxml import etree

_MARKUP = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>|<[^>]*>", re.DOTALL)
_TAG = re.compile(r'<([^ />!?][^ />]*)((?: [^ />][^ />=]*="[^">]*")*)/?>')
_ATTRIBUTE = re.compile(r' ([^ />][^ />=]*)="([^">]*)"')
_CONTROL = "&#xFFFD;"
"""What is written for a control character; U+FFFD itself is written as it is."""


class Page(NamedTuple):
    """`text` by the rules above; `whole` if the parser got through all of the page."""

    text: str
    whole: bool


class Tag(NamedTuple):
    """A start tag: its name and its attributes, in their order."""

    name: str
    attributes: dict[str, str]


@lru_cache(maxsize=1)
def page(text: str) -> Page:
    """The HTML page or SVG picture `text`. The last one is remembered: links and texts are looked for one by one."""
    end = "_0_"  # behind all, to see whether the parser came so far: nested too deep, it stops in silence
    while end in text:
        end += "0_"
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(f"{text}<hr {end}>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return Page("", whole=False)
    root.getroottree().docinfo.clear()  # for XHTML more would be written than there is
    roots = [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]
    made = "".join(map(written, roots))  # what stands behind </html> may be one more root
    return Page(made, whole=f'<hr {end}=""/>' in made)


def xml(data: bytes) -> Any | None:
    """The root of the XML in `data`, the entities that it declares itself put in; None if it is not sound XML."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def written(root: Any) -> str:
    """The element `root` and all that is in it, written out; processing instructions as comments."""
    text: str = etree.tostring(root, encoding="unicode", with_tail=False)
    return _MARKUP.sub(_safe, text) if "<!" in text or "<?" in text else text


def _safe(found: re.Match[str]) -> str:
    """Markup without brackets in its comments; tags go by, since even the name of an attribute may hold `<!--`."""
    remark = found[1] if found[1] is not None else found[2]
    return found[0] if remark is None else f"<!--{escape(remark)}-->"


def tag(written_tag: str) -> Tag | None:
    """The start tag `<name a="b">`, `<name a="b"/>`; None if it is another thing."""
    found = _TAG.fullmatch(written_tag)
    if found is None:
        return None
    return Tag(found[1], {name: plain(value) for name, value in _ATTRIBUTE.findall(found[2])})


def plain(text: str) -> str:
    """Written text as it reads; a control character as a space."""
    return unescape(text.replace(_CONTROL, " ")) if "&" in text else text
