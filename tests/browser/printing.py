"""A page on paper: its PDF as the browser prints it, read again."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pdfplumber
from playwright.sync_api import Page


@dataclass(frozen=True)
class Sheets:
    """`sizes` of the sheets in whole points, all their `text` without white space, and of each sheet its `texts`."""

    sizes: list[tuple[int, int]]
    text: str
    texts: list[str]


A4 = (595, 842)
LANDSCAPE = (842, 595)


def printed(page: Page) -> Sheets:
    """What comes out of the printer."""
    data = page.pdf(prefer_css_page_size=True, print_background=False)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        sizes = [(round(sheet.width), round(sheet.height)) for sheet in pdf.pages]
        texts = ["".join(sheet.extract_text().split()) for sheet in pdf.pages]
    return Sheets(sizes, "".join(texts), texts)
