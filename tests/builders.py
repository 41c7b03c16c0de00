"""The small values that tests are made of: each is as short as its field list allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import Block, Gongwen, Heading, Paragraph, Spans, Table, plain
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.quantity import Blank, Goal, Measure, Quota, Target
from lowcapdocs.model.task import Area, Basis, Duty, Evidence, Safeguard, Task
from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where
from lowcapdocs.sources.nodes import Mapping, Node, Scalar, Sequence

REPOSITORY = Path(__file__).parent.parent
HAISHU = REPOSITORY / "policy_data" / "haishu-2020"
TEMPLATES = REPOSITORY / "templates"

HOSTILE = (
    "a|b", "||", "*", "**粗**", "[x](y)", "[28](quota/a/b)", "{#a}", "文 {#task/a}", "{横排}", "#", "# 题", "一、甲",
    "（一）乙", "1.丙", "1) 丁", "①", "- 戊", "+ 己", "> 庚", "-", "---", "~~~", "===", "=", "<!-- x -->", "![x](y)",
    ":::", "::: 附件 假", "```", "<b>&\"'", "&lt;", "\\", "\\\\", "a\\", "\\|", "{{ x }}", "{% if %}", "{# x #}",
    "{audits", "~", "甲。乙", "标题: 假", "%s", "×× ", "a b",
)  # fmt: skip
"""What data may hold that means something to a draft, a template, YAML, HTML or a table."""

GQB = Department(id="gqb", short="区工强办", full="海曙区工强办")
FGJ = Department(id="fgj", short="区发改局")
JISHIGANG = Town(id="jishigang", name="集士港镇", kind="镇", order=1)
SHIQI = Town(id="shiqi", name="石碶街道", kind="街道", order=2)
IMPROVE = Measure(id="improve", name="整治提升数", unit="家", work="整治提升")
PHASE_OUT = Measure(id="phase_out", name="淘汰数", unit="家")
CATALOGUE = Basis(id="catalogue", title="指导目录")
TASK = Task(
    id="energy-1",
    title="严格能耗限额",
    text="按{catalogue}对{audits}企业实施监察，查{other}。",
    duty=Duty(leads=(FGJ,), all_towns=True),
    targets=(Target(id="audits", name="节能监察", amount=Decimal(13), unit="家", bound="以上"),),
    deadline=Deadline("11月底前", date(2020, 11, 30)),
    basis=(CATALOGUE,),
)
ENTRY = DocumentEntry(id="notice", file="通知", template="t.md.j2")


def campaign(**changes: Any) -> Campaign:
    """A whole campaign of two towns, two departments, one task; `changes` are its fields."""
    return replace(_CAMPAIGN, **changes)


_CAMPAIGN = Campaign(
    id="test",
    name="测试要点",
    short_name="测试",
    place="海曙区",
    year=2020,
    issuer=GQB,
    deadline=Deadline("2020年度", date(2020, 12, 31)),
    industries=("铸造", "建材"),
    basis=(CATALOGUE,),
    measures=(PHASE_OUT, IMPROVE),
    goals=(Goal("improve", Decimal(28)),),
    departments=(GQB, FGJ),
    towns=(JISHIGANG, SHIQI),
    areas=(Area(id="energy", name="能耗方面", tasks=(TASK,)),),
    safeguards=(Safeguard(id="law", title="依法", text="按{catalogue}办。", leads=(GQB, FGJ), basis=(CATALOGUE,)),),
    evidence=(Evidence(id="photos", measure="improve", text="对比照片。"),),
    quotas=(
        Quota("jishigang", "improve", Decimal(28)),
        Quota("shiqi", "improve", Decimal(0)),
        Quota("jishigang", "phase_out", Blank.NONE),
    ),
    documents=(ENTRY,),
    texts=(("purpose", "为落实{catalogue}，"), ("contact", "")),
)


def scalar(text: str, column: str = "") -> Scalar:
    """A text of row 2 of 表.csv."""
    return Scalar(text, Where("表.csv", row=2, column=column))


def node(value: Any, where: Where = NOWHERE) -> Node:
    """`value` (texts, lists, dicts) as a data file would hold it; a column for each dict key."""
    if isinstance(value, dict):
        return Mapping({name: node(each, where.at(name)) for name, each in value.items()}, where)
    if isinstance(value, list):
        return Sequence(tuple(node(each, where) for each in value), where)
    return Scalar(value, where)


def table(*records: Any) -> Node:
    """`records` as the rows of 表.csv, from row 2."""
    rows = tuple(node(each, Where("表.csv", row=row)) for row, each in enumerate(records, start=2))
    return Sequence(rows, Where("表.csv"))


def told(findings: Iterable[Finding]) -> list[str]:
    """Each finding as `code place`, all that a reader needs to find it."""
    return [f"{finding.code} {finding.where}" for finding in findings]


def refused(problem: PolicyError) -> list[str]:
    """What a PolicyError tells."""
    return told(problem.findings)


def placeless(value: Any) -> Any:
    """`value` without the places that it was read from, to compare sources."""
    if isinstance(value, Where):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(map(placeless, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: placeless(getattr(value, field.name)) for field in fields(value)})


def draft(body: str = "", title: str = "关于甲的通知", **head: str) -> str:
    """A draft; its body begins on line 4, one line later for each entry of `head`."""
    lines = [f"标题: {title}", *(f"{name}: {value}" for name, value in head.items())]
    return "\n".join(["---", *lines, "---", body])


def blocks(body: str) -> tuple[Block, ...]:
    """The body of a parsed draft."""
    return parse(draft(body)).body


def text_of(block: Block) -> str:
    """The words of a block, as a reader sees them."""
    match block:
        case Heading():
            return block.number + plain(block.spans) + plain(block.body)
        case Paragraph():
            return plain(block.spans)
        case Table():
            rows = [*block.header, *(row.cells for row in block.rows), *((note,) for note in block.notes)]
            return "\n".join("|".join(map(plain, row)) for row in rows)


def marked(spans: Spans) -> str:
    """Spans in brief: text, **strong**, [value](path)."""
    pieces = (f"[{span.text}]({span.path})" if span.path else span.text for span in spans)
    return "".join(f"**{piece}**" if span.strong else piece for span, piece in zip(spans, pieces, strict=True))


def dump(tree: Gongwen) -> str:
    """The whole tree in readable lines, for golden files."""
    lines = [*_head_lines(tree), *_part_lines(tree.body, ""), *_tail_lines(tree)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _head_lines(tree: Gongwen) -> list[str]:
    found = [f"标题 {marked(tree.title)}"]
    for part in (tree.about, tree.signature, tree.imprint):
        if part is not None:
            found += [f"{each.name} {getattr(part, each.name)}" for each in fields(part) if getattr(part, each.name)]
    for name in ("issuer_mark", "doc_number", "annotation", "landscape"):
        if getattr(tree, name):
            found.append(f"{name} {getattr(tree, name)}")
    return [*found, f"主送 {marked(tree.addressees)}", ""]


def _tail_lines(tree: Gongwen) -> list[str]:
    found: list[str] = []
    if tree.enclosure:
        found += ["", f"印发件 {marked(tree.enclosure.title)}", *_part_lines(tree.enclosure.blocks, "  ")]
    for place, attachments in (
        ("附件", tree.attachments),
        ("印发件的附件", tree.enclosure and tree.enclosure.attachments),
    ):
        for each in attachments or ():
            found += ["", f"{place} {marked(each.title)}{' 横排' if each.landscape else ''}"]
            found += _part_lines(each.blocks, "  ")
    return found


def _part_lines(part: tuple[Block, ...], indent: str) -> list[str]:
    return [indent + line for block in part for line in _block_lines(block)]


def _block_lines(block: Block) -> list[str]:
    match block:
        case Heading():
            path = f" @{block.path}" if block.path else ""
            return [f"{'#' * block.level} {block.number}{marked(block.spans)}‖{marked(block.body)}{path}"]
        case Paragraph():
            return [f"段 {marked(block.spans)}{f' @{block.path}' if block.path else ''}"]
        case Table():
            options = f"{'/'.join(block.aligns)} 宽{block.widths} 合并{sorted(block.merge)} {block.caption}".rstrip()
            return [
                f"表 {options}",
                *("  头 " + " ｜ ".join(map(marked, row)) for row in block.header),
                *(f"  {'合' if row.total else '行'} " + " ｜ ".join(map(marked, row.cells)) for row in block.rows),
                *("  注 " + marked(note) for note in block.notes),
            ]
