"""render: campaign and template become drafts; what cannot be filled is told with file and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.targets import Target, file_stem, targets
from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.paths import text_at
from lowcapdocs.gongwen.elements import Gongwen, Table, plain
from lowcapdocs.gongwen.walk import values
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import OWN_TARGET, DocumentEntry
from lowcapdocs.model.quantity import Goal, Measure
from lowcapdocs.model.task import Area, Duty
from lowcapdocs.problems import PolicyError, Where
from lowcapdocs.sources.load import load
from tests.builders import (
    ENTRY,
    FGJ,
    GQB,
    HAISHU,
    HOSTILE,
    JISHIGANG,
    SHIQI,
    TASK,
    TEMPLATES,
    campaign,
    refused,
    text_of,
)
from tests.draft.test_markup import TEXTS

HEAD = "---\n标题: 甲\n---\n"


def renderer(folder: Path, template: str, whole: Campaign | None = None, **others: str) -> Renderer:
    """A renderer with the template t.md.j2, and others by their names without ending."""
    for name, text in {"t": template, **others}.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return Renderer(whole or campaign(), [folder])


def render(
    folder: Path, template: str, entry: DocumentEntry = ENTRY, target: Target | None = None, **others: str
) -> str:
    found = renderer(folder, template, campaign(documents=(entry, other_entry())), **others)
    return found.draft(entry, target or Target()).text


def other_entry(**changes: Any) -> DocumentEntry:
    return replace(ENTRY, id="other", template="other.md.j2", **changes)


# Which documents, and where


def test_a_series_has_one_document_for_each_town_or_leading_department() -> None:
    whole = campaign()
    assert [Target()] == targets(Figures(whole), ENTRY)
    assert [Target(JISHIGANG, 1, 2), Target(SHIQI, 2, 2)] == targets(Figures(whole), replace(ENTRY, for_each="town"))
    assert [Target(FGJ, 1, 1)] == targets(Figures(whole), replace(ENTRY, for_each="department"))


@pytest.mark.parametrize(
    ("expected", "file", "target"),
    [
        ("通知", "通知", Target()),
        ("通知/02-石碶街道", "通知/{序号}-{单位}", Target(SHIQI, 2, 18)),
        ("通知/007-石碶街道", "通知/{序号}-{单位}", Target(SHIQI, 7, 120)),
        ("区发改局", "{单位}", Target(FGJ, 1, 1)),
        ("a_b_c", "{单位}", Target(replace(SHIQI, name="a/b:c"), 1, 1)),
        ("{单位}", "{单位}", Target()),
        ("甲/乙", "/../ 甲 //./乙. ", Target()),
        ("_____", '<>"|?', Target()),
    ],
)
def test_a_file_has_a_name_that_windows_can_write(expected: str, file: str, target: Target) -> None:
    assert expected == file_stem(replace(ENTRY, file=file), target)


def test_drafts_come_in_the_order_of_the_entries_and_know_whom_they_are_for(tmp_path: Path) -> None:
    entries = (
        ENTRY,
        replace(ENTRY, id="towns", for_each="town", file="{单位}"),
        replace(ENTRY, id="departments", for_each="department"),
    )
    found = list(renderer(tmp_path, HEAD, campaign(documents=entries)).drafts())
    assert [("通知", ""), ("集士港镇", "jishigang"), ("石碶街道", "shiqi"), ("通知", "fgj")] == [
        (draft.file, draft.target) for draft in found
    ]
    assert (None, JISHIGANG, FGJ) == (found[0].unit, found[1].unit, found[3].unit)


def test_an_issued_text_is_the_draft_whatever_the_template_says(tmp_path: Path) -> None:
    found = renderer(tmp_path, HEAD).fixed(ENTRY, Target(SHIQI, 1, 1), "已印发")
    assert ("已印发", "shiqi", "通知") == (found.text, found.target, found.file)


# The head


def test_an_entry_of_no_kind_has_neither_signature_nor_letterhead(tmp_path: Path) -> None:
    assert "---\n文档: notice\n活动: test\n状态: 草稿\n标题: 甲\n---\n" == render(tmp_path, HEAD)


def test_the_entry_decides_the_head(tmp_path: Path) -> None:
    entry = replace(
        ENTRY, kind="通知", issuer=GQB, letterhead=True, number="甲〔2020〕**号", date=date(2020, 4, 5), sealed=False,
        for_each="town", addressees=(OWN_TARGET, "区*办"), annotation="a|b", copy_to=("甲", "乙"), printer="甲办",
        print_date=date(2020, 4, 6), disclosure="不予公开", disclosure_reason="内部", status="issued",
        unknown=("text",), sample="正文",
    )  # fmt: skip
    tree = parse(render(tmp_path, HEAD, entry, Target(SHIQI, 2, 2)))
    assert ("海曙区工强办文件", "甲〔2020〕**号", "石碶街道办事处，区*办", "a|b") == (
        tree.issuer_mark, tree.doc_number, plain(tree.addressees), tree.annotation,
    )  # fmt: skip
    assert ("town/shiqi/authority", ("海曙区工强办", "2020年4月5日", False)) == (
        tree.addressees[0].path,
        tree.signature and (tree.signature.issuer, tree.signature.date, tree.signature.sealed),
    )
    assert ("甲，乙", "甲办", "2020年4月6日") == (
        tree.imprint and (tree.imprint.copy_to, tree.imprint.printer, tree.imprint.print_date)
    )
    assert ("shiqi", "", "issued", ("text",), "正文", "不予公开", "内部") == (
        tree.about.town, tree.about.department, tree.about.status, tree.about.unknown, tree.about.sample,
        tree.about.disclosure, tree.about.disclosure_reason,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "day", "year"), [("××〔2020〕××号", "2020年××月××日", 2020), ("××〔××××〕××号", "××年××月××日", None)]
)
def test_what_is_not_known_prints_crosses(tmp_path: Path, number: str, day: str, year: int | None) -> None:
    entry = replace(ENTRY, kind="通知", letterhead=True, printer="甲办")
    found = renderer(tmp_path, HEAD, campaign(year=year, documents=(entry,)))
    tree = parse(found.draft(entry, Target()).text)
    assert ("××文件", number, day, day) == (
        tree.issuer_mark, tree.doc_number, tree.signature and tree.signature.date, tree.imprint and tree.imprint.print_date,
    )  # fmt: skip


def test_a_document_is_printed_on_its_own_day_unless_another_is_given(tmp_path: Path) -> None:
    entry = replace(ENTRY, kind="通知", date=date(2020, 4, 5), printer="甲办")
    tree = parse(render(tmp_path, HEAD, entry))
    assert "2020年4月5日" == (tree.imprint and tree.imprint.print_date)


# Templates


def test_a_template_sees_the_campaign_the_entry_and_its_unit(tmp_path: Path) -> None:
    template = HEAD + "{{ campaign.name }}{{ document.consent }}{{ town }}"
    entry = replace(ENTRY, for_each="town", consent="经*同意")
    tree = parse(render(tmp_path, template, entry, Target(SHIQI, 1, 1)))
    assert ["测试要点经*同意石碶街道"] == [text_of(block) for block in tree.body]
    entry = replace(ENTRY, for_each="department")
    assert "[区发改局](department/fgj)" in render(tmp_path, HEAD + "{{ department }}", entry, Target(FGJ, 1, 1))


def test_annexes_stand_at_the_end_or_where_the_template_puts_them(tmp_path: Path) -> None:
    entry = replace(ENTRY, attachments=("other",))
    other = "---\n标题: 表{{ campaign.year }}\n版面: 横排\n---\n乙\n"
    part = "::: 附件 表[2020](campaign/year) {横排}\n\n乙\n\n:::"
    assert render(tmp_path, HEAD + "正文", entry, other=other).endswith(f"---\n正文\n\n{part}\n")
    assert render(tmp_path, HEAD + "前\n{{ attachments }}\n后", entry, other=other).endswith(f"前\n{part}\n后")


def test_an_annex_of_a_series_is_that_of_the_same_unit(tmp_path: Path) -> None:
    entry = replace(ENTRY, for_each="town", attachments=("other", "all"))
    others = (other_entry(for_each="town"), replace(ENTRY, id="all"))
    found = renderer(tmp_path, HEAD + "甲", campaign(documents=(entry, *others)), other=HEAD + "给{{ town }}")
    texts = [found.draft(entry, target).text for target in (Target(SHIQI, 1, 2), Target(JISHIGANG, 2, 2))]
    assert ["石碶街道", "集士港镇"] == [plain(parse(text).attachments[0].blocks[0].spans)[1:] for text in texts]  # type: ignore[union-attr]
    assert ["甲", "甲"] == [text_of(parse(text).attachments[1].blocks[0]) for text in texts]


@pytest.mark.parametrize(
    ("expected", "template"),
    [
        ("template-value templates/t.md.j2 第5行", HEAD + "\n{{ campaign.nmae }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ none }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ campaign.measures }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ town.name }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ campaign.basis('x') }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ document.issuer.signing_name }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ campaign.quota(1, 2) }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ 1 // 0 }}"),
        ("template-value templates/t.md.j2 第4行", HEAD + "{{ campaign._campaign }}"),
        ("template-value templates/inner.md.j2 第2行", HEAD + "{% include 'inner.md.j2' %}"),
        ("template-value templates/t.md.j2 第5行", HEAD + "{% macro m() %}\n{{ x }}{% endmacro %}{{ m() }}"),
        ("template-syntax templates/t.md.j2 第4行", HEAD + "{{ campaign."),
        ("template-syntax templates/t.md.j2 第4行", HEAD + "{% if %}"),
        ("template-syntax templates/t.md.j2 第4行", HEAD + "{{ 'a' | upper }}"),
        ("template-syntax templates/broken.md.j2 第1行", HEAD + "{% include 'broken.md.j2' %}"),
        ("template-missing templates/t.md.j2 第4行", HEAD + "{% include 'x.md.j2' %}"),
        ("template-missing templates/t.md.j2 第1行", "{% extends 'x.md.j2' %}"),
    ],
)
def test_what_a_template_cannot_print_is_told_with_file_and_line(tmp_path: Path, expected: str, template: str) -> None:
    with pytest.raises(PolicyError) as problem:
        render(tmp_path, template, inner="甲\n{{ x }}\n", broken="{% if %}")
    assert [expected] == refused(problem.value)


def test_a_template_that_is_not_there_is_told_at_its_entry(tmp_path: Path) -> None:
    entry = replace(ENTRY, template="x.md.j2", where=Where("documents.csv", row=2))
    with pytest.raises(PolicyError) as problem:
        render(tmp_path, "", entry)
    assert ["template-missing documents.csv 第2行 “template”"] == refused(problem.value)


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.md.j2").write_bytes(b"\x81\xff\xff")
    with pytest.raises(PolicyError) as problem:
        Renderer(campaign(), [tmp_path]).draft(ENTRY, Target())
    assert ["file-unreadable templates/t.md.j2"] == refused(problem.value)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_template_is_read_as_windows_saves_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.md.j2").write_bytes("---\n标题: 甲\n---\n{% include '乙.md.j2' %}".encode(encoding))
    (tmp_path / "乙.md.j2").write_bytes("工作\r\n".encode(encoding))
    text = Renderer(campaign(), [tmp_path]).draft(ENTRY, Target()).text
    assert ["甲", "工作"] == [plain(parse(text).title), text_of(parse(text).body[0])]


def test_an_annex_without_head_is_told_by_its_template(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as problem:
        render(tmp_path, HEAD, replace(ENTRY, attachments=("other",)), other="甲")
    assert ["head-missing templates/other.md.j2 第1行"] == refused(problem.value)


# The whole way


def hostile_campaign(text: str) -> Campaign:
    """A campaign in which every name and every prose is `text`."""
    measures = tuple(replace(each, name=text, unit=text, work=text) for each in campaign().measures)
    task = replace(
        TASK, title=text, text=text, duty=Duty(leads=(replace(FGJ, short=text),), lead_manner=text),
        targets=tuple(replace(each, name=text, unit=text) for each in TASK.targets),
    )  # fmt: skip
    return campaign(
        name=text, short_name=text, place=text, industries=(text,), measures=measures,
        total_name=f"{text}计".replace(" ", ""),
        towns=(replace(JISHIGANG, name=text), SHIQI), areas=(Area(id="energy", name=text, tasks=(task,)),),
        texts=(("purpose", text), ("focus", text)), safeguards=(replace(campaign().safeguards[0], title=text, text=text),),
        evidence=(replace(campaign().evidence[0], text=text),), departments=(replace(FGJ, short=text, full=text),),
    )  # fmt: skip


PROSE = """---
标题: {{ x }}
---
{% macro say(y) %}{{ y }}{% endmacro %}
{% for part in parts %}
{{ part }}

{{ say(part) }}

{{ "始" ~ part ~ "终" }}

| {{ part }} | 乙 |
| --- | --- |
|{{ part }}|{{ [part] | names }}|

{% endfor %}
"""


@given(text=TEXTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_names_and_texts_come_out_as_the_very_same_text(tmp_path: Path, text: str) -> None:
    text = text.replace("{catalogue}", "")
    parts = (
        "campaign.name", "campaign.short_name", "campaign.place", "campaign.industries", "campaign.total_name",
        "campaign.texts.purpose", "campaign.towns[0]", "campaign.measures[0].name", "campaign.measures[0].unit",
        "campaign.areas[0].name", "campaign.tasks[0].title", "campaign.tasks[0].text", "campaign.tasks[0].leads[0]",
        "campaign.safeguards[0].title", "campaign.safeguards[0].text", "campaign.measures[1].evidence[0]",
        "campaign.departments[0].authority",
    )  # fmt: skip
    template = PROSE.replace("{{ x }}", "{{ campaign.name }}").replace("in parts", f"in [{', '.join(parts)}]")
    found = renderer(tmp_path, template, hostile_campaign(text))
    tree = parse(found.draft(ENTRY, Target()).text)
    printed = [f"{text}计".replace(" ", "") if "total" in part else text for part in parts]
    told = [line for each in printed for line in (each, each, f"始{each}终", f"{each}|乙\n{each}|{each}")]
    assert (text, told) == (plain(tree.title), [text_of(block) for block in tree.body])


def words(tree: Gongwen) -> str:
    """Every word of a document."""
    parts = [tree.body, *(each.blocks for each in tree.attachments)]
    if tree.enclosure:
        parts += [tree.enclosure.blocks, *(each.blocks for each in tree.enclosure.attachments)]
    return "\n".join([plain(tree.title), *(text_of(block) for part in parts for block in part)])


@pytest.mark.parametrize("text", [each.strip() for each in HOSTILE if "。" not in each])
def test_our_own_templates_print_hostile_data_unchanged(text: str) -> None:
    whole = hostile_campaign(text)
    entries = {each.template: each for each in load(HAISHU).documents}
    names = ("plan.md.j2", "quota_table.md.j2", "department_tasks.md.j2")
    documents = tuple(replace(entries[name], attachments=()) for name in names)
    found = Renderer(replace(whole, documents=documents), [TEMPLATES])
    trees = [parse(draft.text) for draft in found.drafts()]
    assert [True] * 3 == [text in words(tree) for tree in trees]
    table = trees[1].body[0]
    assert isinstance(table, Table)
    assert (text, [False, False, True]) == (plain(table.notes[0]), [row.total for row in table.rows])


CAMPAIGNS = sorted(path.parent.name for path in HAISHU.parent.glob("*/campaign.yaml"))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_document_of_the_repository_renders_and_prints_what_stands_at_its_paths(name: str) -> None:
    found = Renderer(load(HAISHU.parent / name), [TEMPLATES])
    drafts = list(found.drafts())
    trees = [parse(draft.text, draft.file) for draft in drafts]
    assert 0 < len(drafts) == len({draft.file for draft in drafts})
    assert all("××" not in plain(tree.title) and plain(tree.title) for tree in trees)
    spans = {(span.path, span.text) for tree in trees for span, _ in values(tree)}
    assert set() == spans - {(path, text_at(found.figures, path) or "××") for path, _ in spans}


def test_a_measure_without_goal_prints_crosses(tmp_path: Path) -> None:
    measure = Measure(id="gas", name="废气", unit="家")
    whole = campaign(measures=(measure,), goals=(Goal("other", campaign().goals[0].amount),))
    template = HEAD + "{{ campaign.measures[0].goal }}"
    text = renderer(tmp_path, template, whole).draft(ENTRY, Target()).text
    assert text.endswith("[××](goal/gas)")
