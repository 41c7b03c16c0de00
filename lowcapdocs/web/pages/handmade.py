"""Pages that the office writes itself, in Markdown: they get what every page has, and stay as they are written."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import HTML, HTML_END, Templates, guard
from lowcapdocs.web.page import Page

_FRONT_MATTER = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*(?:\{#[^}]*\})?[ \t]*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"<[^>]*>|[*_`\\]")


def read(text: str) -> tuple[str, str]:
    """The title that a page states, empty if it states none, and its body without the front matter."""
    text = text.replace("\r\n", "\n")
    matter = _FRONT_MATTER.match(text)
    body = text[matter.end() :] if matter else text
    stated = _HEADING.search(body) or (_TITLE.search(matter[1]) if matter else None)
    return guard(_MARKS.sub("", _LINK.sub(r"\1", stated[1])).strip()) if stated else "", body


def page(address: str, text: str, site: Site, templates: Templates) -> Page:
    """The page of `text` at `address`. Its title is the first heading of the first level, else `title` of its front
    matter, else the name of its file.
    """
    stated, body = read(text)
    title = stated or PurePosixPath(address).stem
    crumbs = templates.piece("_crumbs", address, crumbs=(("首页", addresses.HOME),), title=title)
    return Page(
        address=address,
        title=title,
        kind="说明",
        body=f"{HTML}\n{crumbs.strip()}\n{HTML_END}\n\n{body}",
        source=site.organizer,
        contents=True,
    )
