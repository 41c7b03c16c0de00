"""document: what an entry is when nothing is said."""

from __future__ import annotations

from lowcapdocs.model.document import DocumentEntry


def test_an_entry_is_one_sealed_draft_in_word_unless_it_says_otherwise() -> None:
    entry = DocumentEntry(id="a", file="甲", template="a.md.j2")
    assert ("none", "draft", True, ("docx",), False) == (
        entry.for_each, entry.status, entry.sealed, entry.formats, entry.letterhead,
    )  # fmt: skip
