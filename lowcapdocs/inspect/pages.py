"""Any PDF against what GB/T 9704 says of pages: a verdict for each clause that a page can show.

Distances are measured on the page, type by the faces embedded; an element that is not recognised is
not judged. A page that is a picture is passed over, a document of such pages is refused.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
import pypdfium2

from lowcapdocs.gongwen.standard import PROFILES
from lowcapdocs.inspect import page_rules, page_rules_signature, page_rules_tail
from lowcapdocs.inspect.area import Area
from lowcapdocs.inspect.measure import DOTS, MM, Box, Page
from lowcapdocs.inspect.page_rules_head import rules_of_head
from lowcapdocs.inspect.pdf_file import broken, empty, regular, scanned
from lowcapdocs.inspect.recognition import recognise
from lowcapdocs.inspect.verdict import Verdict
from lowcapdocs.problems import PolicyError

_RULES = (*page_rules.RULES, rules_of_head, *page_rules_signature.RULES, *page_rules_tail.RULES)


def inspect_pages(pdf: bytes, name: str, profile: str | None = None, area: Area | None = None) -> list[Verdict]:
    """The verdicts on a PDF called `name`; `profile` A or B asks for that page layout, None accepts either.

    `area` is the text area that its Word file sets, if there is one.

    Raises PolicyError, with what to do, for a file that is no PDF, is locked, empty, scanned, broken
    or far too large to be an official document.
    """
    profiles = [PROFILES[profile]] if profile else list(PROFILES.values())
    clean = regular(pdf, name)
    try:
        with _pages(clean) as pages:
            read = [None if page.pictured else page for page in pages]
            if not any(page.lines for page in pages):
                raise scanned(name) if any(page.pictures for page in pages) else empty(name)
            if all(page is None or not page.lines for page in read):
                raise scanned(name)
            found = recognise(read, area)
            return [verdict for rule in _RULES for verdict in rule(found, profiles)]
    except PolicyError:
        raise
    except Exception as problem:  # whatever a hostile file brings about in the readers
        raise broken(name) from problem


@contextmanager
def _pages(pdf: bytes) -> Iterator[list[Page]]:
    """The pages, read by pdfplumber and drawn, where ink must be seen, by PDFium."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        with pdfplumber.open(io.BytesIO(pdf)) as opened:
            yield [Page(page, _Drawn(document, index)) for index, page in enumerate(opened.pages)]
    finally:
        document.close()


class _Drawn:
    """Draws parts of one page."""

    def __init__(self, document: Any, index: int) -> None:
        self._document, self._index = document, index

    def __call__(self, box: Box) -> Any:
        """The part as a picture of `DOTS` dots a millimetre."""
        page = self._document[self._index]
        width, height = (side * MM for side in page.get_size())
        left, top, right, bottom = box
        crop = (left / MM, (height - bottom) / MM, (width - right) / MM, top / MM)
        return page.render(scale=DOTS * MM, crop=crop).to_pil().convert("RGB")
