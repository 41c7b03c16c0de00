"""The inspector of pages agrees: none of our documents breaks a clause on the page."""

from __future__ import annotations

from pathlib import Path

from lowcapdocs.inspect.pages import inspect_pages

NO_ROOM = {("tree joint", "B12")}
"""Two rows of seals under a single sentence: page one cannot hold them, and the inspector says so."""


def test_no_page_of_ours_breaks_a_clause(pdfs: dict[str, Path]) -> None:
    failed = {
        (name, each.clause): each
        for name, path in pdfs.items()
        for profile in (None, "B" if name.startswith("B ") else "A")
        for each in inspect_pages(path.read_bytes(), name, profile)
        if each.outcome == "failed"
    }
    assert NO_ROOM == failed.keys(), failed
