"""One line of a draft by itself; what the parser makes of many is in test_parse."""

from __future__ import annotations

import pytest

from lowcapdocs.draft import line
from lowcapdocs.gongwen.elements import Paragraph, Span


def test_a_paragraph_keeps_its_record_and_its_place() -> None:
    found = line.paragraph("淘汰[6](quota/jishigang/phase_out)家。 {#task/energy-1}", 7)

    assert (
        Paragraph((Span("淘汰"), Span("6", False, "quota/jishigang/phase_out"), Span("家。")), "task/energy-1", 7)
        == found
    )


def test_the_same_text_on_another_line_is_another_paragraph() -> None:
    assert [1, 2] == [line.paragraph("同一句话。", number).line for number in (1, 2)]


@pytest.mark.parametrize(
    ("text", "code"),
    [("一、手写的序号", "draft-numeral"), ("- 列表", "draft-line"), ("没有成对**", "draft-markup")],
)
def test_a_refused_line_is_refused_every_time(text: str, code: str) -> None:
    for _ in range(2):
        with pytest.raises(line.LineError) as problem:
            line.paragraph(text, 1)
        assert code == problem.value.code
        assert problem.value.remedy


@pytest.mark.parametrize(
    ("text", "runs_on"), [("# 目标任务", False), ("## 总体要求。", True), ("###", True), ("## 总体要求。正文。", False)]
)
def test_a_heading_knows_whether_the_next_line_is_its_text(text: str, runs_on: bool) -> None:
    assert line.heading(text).runs_on is runs_on
