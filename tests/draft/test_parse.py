"""parse: every rule of the draft grammar, and every error with its line."""

from __future__ import annotations

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import (
    About,
    Attachment,
    Enclosure,
    Heading,
    Imprint,
    Paragraph,
    Signature,
    Span,
    plain,
)
from lowcapdocs.problems import PolicyError
from tests.builders import blocks, draft, refused, text_of


def wrong(text: str) -> list[str]:
    with pytest.raises(PolicyError) as problem:
        parse(text)
    return refused(problem.value)


# Headings and paragraphs


def test_one_line_is_one_paragraph() -> None:
    assert (Paragraph((Span("甲"),), "", 4), Paragraph((Span("乙。丙"),), "task/a", 6)) == blocks(
        "甲\n\n  乙。丙 {#task/a}"
    )


def test_headings_of_four_levels_are_numbered() -> None:
    found = blocks("# 甲\n## 乙\n### 丙\n#### 丁\n#### 戊\n# 己\n## 庚")
    assert ["一、甲", "（一）乙", "1.丙", "（1）丁", "（2）戊", "二、己", "（一）庚"] == [
        text_of(block) for block in found
    ]


@pytest.mark.parametrize(
    "lines", ["## 小标题。正文甲。 {#task/a}", "## 小标题。\n\n正文甲。 {#task/a}", "## 小标题。 {#task/a}\n正文甲。"]
)
def test_a_heading_that_ends_in_a_stop_runs_into_its_text(lines: str) -> None:
    assert (Heading(2, "（一）", (Span("小标题。"),), (Span("正文甲。"),), "task/a", 4),) == blocks(lines)


def test_a_heading_without_stop_stands_alone() -> None:
    assert [("一、甲", ()), ("乙", None)] == [
        (text_of(block), block.body if isinstance(block, Heading) else None) for block in blocks("# 甲\n乙")
    ]


def test_a_value_in_a_heading_is_not_split_at_its_stop() -> None:
    (found,) = blocks("# [甲。乙](text/a)**丙。丁**[戊](text/b)")
    assert isinstance(found, Heading)
    assert ((Span("甲。乙", False, "text/a"), Span("丙。", True)), (Span("丁", True), Span("戊", False, "text/b"))) == (
        found.spans,
        found.body,
    )


def test_a_heading_without_words_is_a_numbered_paragraph() -> None:
    first, second = blocks("###\n\n甲。\n### {#task/b}\n乙。")
    assert (Heading(3, "1.", (), (Span("甲。"),), "", 4), Heading(3, "2.", (), (Span("乙。"),), "task/b", 7)) == (
        first,
        second,
    )


def test_a_backslash_takes_the_meaning_of_a_line_start() -> None:
    assert ["一、甲", "# 乙", "| 丙", "::: 丁", "- 戊"] == [
        text_of(block) for block in blocks("\\一、甲\n\\# 乙\n\\| 丙\n\\::: 丁\n\\- 戊")
    ]


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        (["draft-numeral 草稿 第4行"], "一、甲"),
        (["draft-numeral 草稿 第5行"], "甲\n（1）乙"),
        (["draft-numeral 草稿 第4行"], "# 一、甲"),
        (["draft-numeral 草稿 第5行"], "# 甲。\n1.乙"),
        (["draft-line 草稿 第4行"], "- 甲"),
        (["draft-line 草稿 第4行"], "+ 甲"),
        (["draft-line 草稿 第4行"], "* 甲"),
        (["draft-line 草稿 第4行"], "> 甲"),
        (["draft-line 草稿 第4行"], "```"),
        (["draft-line 草稿 第4行"], "~~~"),
        (["draft-line 草稿 第4行"], "---"),
        (["draft-line 草稿 第4行"], "==="),
        (["draft-line 草稿 第4行"], "<!-- 甲 -->"),
        (["draft-line 草稿 第4行"], "![甲](a)"),
        (["draft-line 草稿 第4行"], "1) 甲"),
        (["draft-line 草稿 第4行"], "# - 甲"),
        (["draft-heading 草稿 第4行"], "#甲"),
        (["draft-heading 草稿 第4行"], "##### 甲"),
        (["draft-heading 草稿 第4行"], "#####"),
        (["draft-run-in 草稿 第4行"], "# 甲。"),
        (["draft-run-in 草稿 第4行"], "###\n\n\n"),
        (["draft-run-in 草稿 第4行"], "# 甲。\n## 乙"),
        (["draft-run-in 草稿 第4行"], "# 甲。\n| 乙 |\n| - |"),
        (["draft-run-in 草稿 第5行"], "::: 附件 甲\n# 乙。\n:::"),
        (["draft-markup 草稿 第4行"], "**甲"),
        (["draft-markup 草稿 第4行"], "甲\\"),
        (["draft-markup 草稿 第4行"], "# **甲\n乙"),
        (["draft-control 草稿 第5行"], "甲\n乙\u202e"),
        (["draft-control 草稿 第4行"], "甲\t乙"),
    ],
)
def test_what_the_grammar_does_not_know_is_told_with_its_line(expected: list[str], body: str) -> None:
    assert expected == wrong(draft(body))


# Parts


def test_annexes_have_titles_layout_and_numbering_of_their_own() -> None:
    tree = parse(draft("# 甲\n::: 附件 表[乙](a/b) {横排}\n# 丙\n:::\n:::附件 丁\n:::\n# 戊"))
    assert (
        Attachment((Span("表"), Span("乙", False, "a/b")), (Heading(1, "一、", (Span("丙"),), line=6),), True, 5),
        Attachment((Span("丁"),), (), False, 8),
    ) == tree.attachments
    assert ["一、甲", "二、戊"] == [text_of(block) for block in tree.body]


def test_an_enclosure_has_annexes_of_its_own() -> None:
    tree = parse(draft("::: 印发件 工作要点\n甲\n::: 附件 分解表\n乙\n:::\n丙\n:::"))
    annex = Attachment((Span("分解表"),), (Paragraph((Span("乙"),), "", 7),), False, 6)
    assert Enclosure(
        (Span("工作要点"),), (Paragraph((Span("甲"),), "", 5), Paragraph((Span("丙"),), "", 9)), (annex,), 4
    ) == (tree.enclosure)
    assert ((), ()) == (tree.body, tree.attachments)


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        (["draft-part 草稿 第4行"], ":::"),
        (["draft-part 草稿 第4行"], "::: 图 甲\n"),
        (["draft-part 草稿 第4行"], "::::"),
        (["draft-part 草稿 第5行"], "甲\n::: 附件 乙\n丙"),
        (["draft-part 草稿 第4行"], "::: 印发件 甲\n丙"),
        (["draft-part 草稿 第4行"], "::: 表\n| 甲 |\n| - |"),
        (["draft-part 草稿 第4行"], "::: 表\n| 甲 |\n| - |\n::: 附件 乙\n丙\n:::"),
        (["draft-part 草稿 第4行", "draft-part 草稿 第5行"], "::: 附件\n:::"),
        (["draft-part 草稿 第4行", "draft-part 草稿 第5行"], "::: 印发件\n:::"),
        (["draft-part 草稿 第5行", "draft-part 草稿 第7行"], "::: 附件 甲\n::: 附件 乙\n:::\n:::"),
        (["draft-part 草稿 第5行", "draft-part 草稿 第7行"], "::: 附件 甲\n::: 印发件 乙\n:::\n:::"),
        (["draft-part 草稿 第5行", "draft-part 草稿 第7行"], "::: 印发件 甲\n::: 印发件 乙\n:::\n:::"),
        (["draft-part 草稿 第6行", "draft-part 草稿 第7行"], "::: 印发件 甲\n:::\n::: 印发件 乙\n:::"),
        (["draft-markup 草稿 第4行"], "::: 附件 **甲\n:::"),
    ],
)
def test_a_part_that_does_not_fit_is_told_with_its_line(expected: list[str], body: str) -> None:
    assert sorted(expected) == sorted(wrong(draft(body)))


# The head


def test_the_head_says_what_a_document_is() -> None:
    tree = parse(
        draft(
            文档="notice", 活动="haishu", 镇街="gulin", 部门="fgj", 文种="通知", 状态="已印发", 公开属性="不予公开",
            公开说明="内部", 待补="发文字号、成文日期", 示例="正文",
        )
    )  # fmt: skip
    assert tree.about == About(
        "notice", "haishu", "gulin", "fgj", "通知", "issued", "不予公开", "内部", ("number", "date"), "正文"
    )


def test_the_head_says_what_is_printed_around_the_text() -> None:
    tree = parse(
        draft(
            title="关于[甲](town/a)的通知", 发文机关标志="海曙区\\*文件", 发文字号="甲〔2020〕1号", 主送="[乙](town/b)，丙：",
            署名="区工强办", 成文日期="2020-04-05", 盖章="否", 版面="横排", 附注="（此件公开发布）", 抄送="区委办。",
            印发机关="甲办", 印发日期="2020年4月6日",
        )
    )  # fmt: skip
    assert ("关于甲的通知", "海曙区*文件", "甲〔2020〕1号", "乙，丙", "此件公开发布", True) == (
        plain(tree.title), tree.issuer_mark, tree.doc_number, plain(tree.addressees), tree.annotation, tree.landscape,
    )  # fmt: skip
    assert (Signature("区工强办", "2020年4月5日", False), Imprint("区委办", "甲办", "2020年4月6日")) == (
        tree.signature,
        tree.imprint,
    )


def test_what_the_head_does_not_say_is_absent() -> None:
    tree = parse(draft())
    assert (About(), None, None, None, (), "", False) == (
        tree.about, tree.signature, tree.imprint, tree.enclosure, tree.addressees, tree.annotation, tree.landscape,
    )  # fmt: skip


def test_an_unknown_day_prints_crosses() -> None:
    assert Signature("甲", "2020年××月××日", True) == parse(draft(署名="甲", 成文日期="2020年××月××日")).signature
    assert Signature("甲", "××年××月××日", True) == parse(draft(署名="甲")).signature
    assert Signature("", "2020年4月5日", True) == parse(draft(成文日期="2020-04-05")).signature
    assert Imprint("", "甲", "××年××月××日") == parse(draft(印发机关="甲")).imprint
    assert Imprint("甲", "", "") == parse(draft(抄送="甲")).imprint
    assert Imprint("", "", "2020年4月5日") == parse(draft(印发日期="2020-04-05")).imprint


@pytest.mark.parametrize("annotation", ["此件公开发布", "（甲）乙", "甲（乙）", ""])
def test_only_brackets_around_the_whole_annotation_are_taken_off(annotation: str) -> None:
    assert annotation == parse(draft(附注=annotation)).annotation


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        (["head-value 草稿 第3行"], {"状态": "完成"}),
        (["head-value 草稿 第3行"], {"待补": "发文字号、标题"}),
        (["head-value 草稿 第3行"], {"成文日期": "四月"}),
        (["head-value 草稿 第4行"], {"文种": "通知", "印发日期": "2020年2月30日"}),
        (["head-value 草稿 第3行"], {"盖章": "有"}),
        (["head-value 草稿 第3行"], {"版面": "斜排"}),
        (["draft-markup 草稿 第3行"], {"主送": "**甲"}),
        (["draft-markup 草稿 第3行"], {"署名": "甲\\"}),
        (["head-key 草稿 第3行"], {"题目": "甲"}),
    ],
)
def test_what_is_wrong_in_the_head_is_told_with_its_line(expected: list[str], head: dict[str, str]) -> None:
    assert expected == wrong(draft(**head))


def test_a_draft_has_a_head_and_the_head_a_title() -> None:
    assert ["head-missing 草稿 第1行"] == wrong("甲")
    assert ["title-missing 草稿 第1行"] == wrong("---\n文种: 通知\n---\n")


def test_every_problem_is_told_at_once_under_the_name_of_the_file() -> None:
    with pytest.raises(PolicyError) as problem:
        parse(draft("- 甲\n一、乙", 状态="完成"), "drafts/通知.md")
    expected = [
        "draft-line drafts/通知.md 第5行",
        "draft-numeral drafts/通知.md 第6行",
        "head-value drafts/通知.md 第3行",
    ]
    assert expected == sorted(refused(problem.value))


def test_a_draft_saved_by_windows_reads_the_same() -> None:
    text = draft("# 甲\n乙\n\n::: 附件 丙\n| 甲 |\n| - |\n:::")
    assert parse(text) == parse("\ufeff" + text.replace("\n", "\r\n"))


def test_more_headings_than_have_numerals_are_told() -> None:
    with pytest.raises(PolicyError) as problem:
        parse(draft("\n".join(["# 标题"] * 1000)))
    assert ["draft-heading 草稿 第1003行"] == refused(problem.value)
