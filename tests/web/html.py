"""Finished pages as lxml reads them, and what stands on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.html

_LEAVES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption")


def parsed(markup: str) -> Any:
    """A whole page or a piece of one."""
    return lxml.html.document_fromstring(markup)


def read(path: Path) -> Any:
    """A finished page."""
    return parsed(path.read_text(encoding="utf-8"))


def lines(element: Any) -> list[str]:
    """The text of each line of an article that is not empty, in order."""
    found = (each.text_content() for each in element.iter(*_LEAVES))
    return [text for text in found if text]


def article_of(page: Any) -> Any:
    """The full text on a page."""
    [found] = page.find_class("gongwen")
    return found


_LINES = ("day", "whole", "long")
"""Classes that are told by the form of a text."""


def skeleton(element: Any) -> list[str]:
    """Every element with the names of its attributes, pictures left out: what is markup, without what it says.

    How long a text is, and where its lines may not be broken, belongs to what it says.
    """
    found: list[str] = []
    for each in element.iter():
        if not isinstance(each.tag, str):
            found.append("comment")
        elif "svg" not in {above.tag for above in (each, *each.iterancestors())}:
            if each.get("class") in _LINES:
                found += [] if each.tag == "span" else [" ".join([each.tag, *sorted(set(each.attrib) - {"class"})])]
            else:
                found.append(" ".join([each.tag, *sorted(each.attrib)]))
    return found
