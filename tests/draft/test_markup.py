"""markup: text comes out as the very same text, values keep their paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.draft import markup
from lowcapdocs.draft.markup import MarkupError, block_path, escape, forbidden, row, spans, split_block_path, value
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import Paragraph, Row, Span, Table, plain
from lowcapdocs.sources.nodes import clean, control_characters
from tests.builders import HOSTILE, blocks, draft

SIGNS = st.sampled_from("\\|*[](){}#-+>.:=~`<!1一、（）甲 a")
TEXTS = (
    st.sampled_from(HOSTILE)
    | st.text(alphabet=SIGNS, min_size=1, max_size=12)
    | st.text(min_size=1, max_size=20)
).map(clean).filter(lambda text: text and not control_characters(text) and not forbidden(text))  # fmt: skip
PATHS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,5}(/[a-z0-9][a-z0-9_-]{0,5}){0,2}", fullmatch=True)


@given(TEXTS)
def test_escaped_text_is_read_as_the_same_text(text: str) -> None:
    assert (Span(text),) == spans(escape(text))


@given(TEXTS, PATHS)
def test_a_value_is_read_as_the_same_text_with_its_path(text: str, path: str) -> None:
    assert (Span(text, False, path),) == spans(value(text, path))


@given(TEXTS, TEXTS, PATHS)
def test_text_and_values_in_one_line_stay_apart(text: str, other: str, path: str) -> None:
    line = f"{escape(text)}{value(other, path)}{escape(text)}"
    assert (Span(text), Span(other, False, path), Span(text)) == spans(line)


@given(TEXTS)
def test_escaped_text_is_a_paragraph_wherever_it_begins(text: str) -> None:
    assert (Paragraph((Span(text),), "task/a", 4),) == blocks(f"{escape(text)}{block_path('task/a')}")
    assert (Paragraph((Span(text),), "", 4),) == blocks(escape(text))


@given(TEXTS)
def test_escaped_text_is_a_title_and_the_name_of_an_annex(text: str) -> None:
    tree = parse(draft(f"::: 附件 {escape(text)} {{横排}}\n甲\n:::\n::: 附件 {escape(text)}\n甲\n:::", escape(text)))
    assert [text] * 3 == [plain(tree.title), *(plain(each.title) for each in tree.attachments)]
    assert [True, False] == [each.landscape for each in tree.attachments]


@given(TEXTS, st.sampled_from(["| {} | {} |", "|{}|{}|"]))
def test_escaped_text_is_a_cell_a_heading_of_a_column_and_a_note(text: str, row: str) -> None:
    escaped = escape(text)
    rows = [row.format(escaped, escaped), "|---|---|", row.format(value(text, "a/b"), escaped), row.format("1", "2")]
    (table,) = blocks("\n".join(["::: 表", *rows, escaped, ":::"]))
    assert isinstance(table, Table)
    assert (((Span(text),),) * 2,) == table.header
    assert (Row(((Span(text, False, "a/b"),), (Span(text),)), False, 7),) == table.rows[:1]
    assert ((Span(text),),) == table.notes


@given(st.text(alphabet=SIGNS, max_size=20))
def test_a_line_without_escapes_reads_the_same_on_the_short_way(text: str) -> None:
    text = text.replace("\\", "").replace("*", "")
    assert markup._marked_spans(text) == spans(text)


@pytest.mark.parametrize("text", ["甲", "甲-乙", "1.5倍", "VOCs（2019年本）", "a#b"])
def test_plain_text_needs_no_escapes(text: str) -> None:
    assert text == escape(text)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ((), ""),
        ((Span("甲", True), Span("乙")), "**甲**乙"),
        ((Span("甲", True), Span("28", True, "q/a"), Span("乙", True)), "**甲[28](q/a)乙**"),
        ((Span("28", False, "q/a"), Span("乙")), "[28](q/a)乙"),
        ((Span("甲"), Span("28", False, "q/a")), "甲[28](q/a)"),
        ((Span("", False, "q/a"),), "[](q/a)"),
        ((Span("[28](Q)"),), "[28](Q)"),
        ((Span("[28](q/a)"),), "\\[28](q/a)"),
        ((Span("a]b", False, "q/a"),), "[a\\]b](q/a)"),
        ((Span("\\"),), "\\\\"),
        ((Span("甲*乙"),), "甲*乙"),
    ],
)
def test_a_line_is_read_into_spans(expected: tuple[Span, ...], line: str) -> None:
    assert expected == spans(line)


@pytest.mark.parametrize("line", ["**甲", "甲**乙**丙**", "甲\\"])
def test_emphasis_without_end_and_a_lone_backslash_are_errors(line: str) -> None:
    with pytest.raises(MarkupError):
        spans(line)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (("甲", "task/a"), "甲 {#task/a}"),
        (("甲", "task/a"), "甲{#task/a}"),
        (("", "task/a"), "{#task/a}"),
        (("甲\\\\", "task/a"), "甲\\\\ {#task/a}"),
        (("甲 \\{#task/a}", ""), "甲 \\{#task/a}"),
        (("甲 {#Task}", ""), "甲 {#Task}"),
        (("甲 {#a}乙", ""), "甲 {#a}乙"),
    ],
)
def test_the_mark_of_a_record_stands_at_the_end_of_a_line(expected: tuple[str, str], line: str) -> None:
    assert expected == split_block_path(line)


def test_marks_that_nobody_sees_are_forbidden_by_name() -> None:
    assert "" == forbidden("甲\u3000乙\xa0丙")
    assert "U+0009、U+202E、U+D800、U+FFFE" == forbidden("\t甲\u202e\ud800\ufffe")


def test_draft_texts_in_a_row_have_no_mark_between_titles_and_quotations_as_printed() -> None:
    catalogue, law = value("《目录》", "basis/catalogue"), value("《法》", "basis/law")
    assert catalogue + law == row([catalogue, law])
    assert f"{catalogue}、{value('甲局', 'department/a')}、《乙》《丙》" == row(
        [catalogue, value("甲局", "department/a"), "《乙》", "《丙》"]
    )
    assert f"{catalogue}，{law}" == row([catalogue, law], "，")
    assert "" == row([])


def test_what_people_typed_in_a_row_stays() -> None:
    assert "《甲》、《乙》《丙》" == row(["《甲》、《乙》", "《丙》"])
