"""What is in the tree is in Word, every character and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.gongwen.elements import Attachment, Gongwen, Heading, Imprint, Paragraph, Row, Signature, Span, Table
from lowcapdocs.word.writer import Writer
from tests.builders import HOSTILE
from tests.word.ooxml_text import expected, is_moved, part, printed
from tests.word.trees import TREES

WRITER = Writer()
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXT = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=30),
    st.text(st.sampled_from("<>&\"' |*[]{}\\`#=:·—“”《》×〇𠮷㐱碶鄞😀👩‍👩‍👧é٣"), min_size=1, max_size=30),
    st.sampled_from(HOSTILE),
    st.sampled_from([" 前", "后 ", " ", "  ", "]]>", "&amp;", "<w:t/>", "<!--", "\u3000", "\u00a0甲"]),
)


def tree_of(text: str, other: str) -> Gongwen:
    """A tree with `text` at every place where text may stand, `other` beside it."""
    spans = (Span(text),)
    mixed = (Span(other), Span(text, strong=True), Span(text, path="quota/a/b"), Span(other))
    table = Table(
        header=(((Span("甲"),), (Span("乙" + text),)),),
        rows=(Row((spans, mixed)), Row((spans, spans)), Row((spans, spans), total=True)),
        aligns=("left", "right"),
        merge=frozenset({0}),
        caption=text,
        notes=(spans, mixed),
    )
    return Gongwen(
        title=mixed,
        issuer_mark=text,
        doc_number=text,
        addressees=mixed,
        body=(Paragraph(mixed), Heading(2, "（一）", spans, mixed), Heading(1, "一、", mixed), table),
        attachments=(Attachment(mixed, (Paragraph(spans), table)), Attachment(spans, (table,), landscape=True)),
        signature=Signature(text, "2020年××月××日", sealed=True),
        annotation=text,
        imprint=Imprint(text, text, text),
    )


def test_every_document_of_the_sample(sample_trees: dict[str, Gongwen]) -> None:
    assert len(sample_trees) > 20
    for file, tree in sample_trees.items():
        assert expected(tree) == printed(WRITER.docx(tree)), file


@pytest.mark.parametrize("name", TREES)
def test_every_element(name: str) -> None:
    assert expected(TREES[name]) == printed(WRITER.docx(TREES[name]))


@given(TEXT, TEXT)
def test_any_text(text: str, other: str) -> None:
    tree = tree_of(text, other)
    docx = WRITER.docx(tree)
    assert expected(tree, is_moved(docx)) == printed(docx)
    assert "".join(span.text for span in tree.title) == part(docx, "docProps/core.xml").findtext("{*}title")
