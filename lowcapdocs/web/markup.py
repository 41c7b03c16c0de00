"""Text on a page: harmless whatever it holds, in a heading of Markdown or in HTML made by the templates of templates/web.

A page is Markdown of a narrow kind: blocks of HTML, and the headings that a generator lists. What could be read as markup of
either is written as entities, so that a page prints what the data says, character by character.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from lowcapdocs.problems import PolicyError
from lowcapdocs.template_faults import FAULTS, fault
from lowcapdocs.template_files import TemplateFiles
from lowcapdocs.web import addresses

_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What sources.nodes.clean takes out of names."""
_FORBIDDEN = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2061-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
"""Control characters, marks of direction (UAX #9), halves of pairs, non-characters (XML 1.0 § 2.2), tags."""
_ODD = re.compile(f"[{_SPACES}{_INVISIBLE}{_FORBIDDEN}]")
_ODD_IN_BLOCK = re.compile(
    f"[{_SPACES}{_INVISIBLE}{_FORBIDDEN}]".replace("\n", "").replace("\x00-\x1f", "\x00-\x09\x0b-\x1f")
)
HTML, HTML_END = "<!--html-->", "<!--/html-->"
"""Stand around finished HTML, for web.raw_blocks; no text of the data can be like them."""
_NOTHING = re.compile(f"{HTML}\\s*{HTML_END}\n*")
_WHOLE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[^\W\d]{1,8}〔\d{4}〕\d+号|\d[\d.,]*(?:%|个百分点|吨标准煤|[家项个件页亩户])"
)
"""What is not broken at the end of a line: a day, a month, a year, a 文号, a number with its unit."""
_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]|^ | $")


def guard(text: str) -> str:
    """`text` without what could deceive a reader or break a page; the same everywhere on the site.

    White space of any kind is a space, marks of no width go (as in names that are read from data),
    and each other control character or mark of direction is seen as U+FFFD.
    """
    return text if text.isprintable() else _ODD.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    if found[0] in _SPACES:
        return " "
    return "" if found[0] in _INVISIBLE else "\ufffd"


@lru_cache(maxsize=4096)
def safe(text: str) -> str:
    """`text` as HTML, in an element or between the quotes of an attribute."""
    return str(escape(guard(text)))


def kept(text: str) -> Markup:
    """`text` as HTML in an element, with what should stand on one line marked so: days, 文号, numbers with their units."""
    return Markup(_WHOLE.sub(r'<span class="whole">\g<0></span>', safe(text)))


def heading(level: int, text: str, id: str) -> Markup:
    """A heading as finished HTML: with it, Python-Markdown has nothing to look at on a page."""
    return Markup(f'<h{level} id="{id}">{safe(text)}</h{level}>\n')


def listed_heading(level: int, text: str, id: str) -> Markup:
    """A heading of Markdown with its id, for the generator's list of what is on a page.

    Every ASCII mark of `text` is a numeric entity, so that none means anything.
    """
    coded = _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", guard(text))
    return Markup(f"\n{HTML_END}\n\n{'#' * level} {coded} {{#{id}}}\n\n{HTML}\n")


def _printed(value: Any) -> Any:
    """What `{{ value }}` writes: text made harmless. Raises TypeError for what no page can print."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if hasattr(value, "_fail_with_undefined_error"):
        return str(value)  # raises, naming what is missing
    raise TypeError(f"不能打印 {type(value).__name__} 类型的内容")


class Templates:
    """The templates of the site, from the folders of a workspace (the first that has a file counts)."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._environment = environment(folders)
        self._compiled: dict[str, Template] = {}

    def body(self, name: str, here: str, *, contents: bool = False, **context: Any) -> str:
        """The body of the page at `here`, made from templates/web/`name`.html.j2, its HTML marked as such.

        Where the generator lists the `contents` of the page, its headings are Markdown.
        Raises PolicyError for a template that is missing or wrong.
        """
        if contents:
            context["heading"] = listed_heading
        whole = f"{HTML}\n{self.piece(name, here, **context).strip()}\n{HTML_END}\n"
        return _NOTHING.sub("", whole).lstrip()

    def piece(self, name: str, here: str, **context: Any) -> Markup:
        """What a template makes, as a part of a page.

        Templates see `context`, `heading` and `link(there)`. Raises PolicyError for a template that is
        missing or wrong.
        """
        file = f"web/{name}.html.j2"
        try:
            if name not in self._compiled:
                self._compiled[name] = self._environment.get_template(file)
            text = self._compiled[name].render(link=links_from(here), **context)
        except FAULTS as problem:
            raise PolicyError([fault(problem, file, self._environment)]) from problem
        odd = not text.replace("\n", "").isprintable()  # asked first: it takes half the time
        return Markup(_ODD_IN_BLOCK.sub(_shown, text) if odd else text)  # escaped by the template


def environment(folders: Iterable[Path]) -> ImmutableSandboxedEnvironment:
    """Jinja for pages: sandboxed, strict, escaping for HTML."""
    made = ImmutableSandboxedEnvironment(
        loader=TemplateFiles([str(folder) for folder in folders]),
        autoescape=True,
        finalize=_printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals = {"heading": heading, "range": range}
    return made


def links_from(here: str) -> Callable[[str], str]:
    """What makes links on the page `here`."""

    def link(there: str) -> str:
        return linked(here, there)

    return link


@lru_cache(maxsize=8192)
def _from_folder(folder: str, there: str) -> str:
    return addresses.link(f"{folder}/" if folder else "", there)


def linked(here: str, there: str) -> str:
    """addresses.link, remembered: the pages of a folder share most of their links."""
    if "#" in there and there.startswith(f"{here}#"):
        return addresses.link(here, there)
    return _from_folder(here.rpartition("/")[0], there)
