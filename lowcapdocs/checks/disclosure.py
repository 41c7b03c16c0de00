"""Rules on 公开属性 of columns: who decided it, what records need, nothing about persons by mistake, and no
public document that prints what its table withholds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import NEEDED, PERSONAL, PUBLIC, REMARKS, TABLES
from lowcapdocs.model.ledger import COLUMNS
from lowcapdocs.problems import Finding, Where, warning

_CALLED = {**COLUMNS, "texts/contact": "文字/contact", "texts/phone": "文字/phone"}


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on what the data makes public."""
    stated = campaign.disclosure
    public = {table: stated.public_columns(table) for table in stated.columns}
    for table, columns in public.items():
        for column in sorted(columns & PERSONAL):
            message = f"{TABLES[table]}的“{_CALLED[column]}”定为主动公开，属于个人信息。"
            where = stated.places.get((table, column), stated.where)
            yield warning("disclosure-personal", where, message, "一般不公开；确需公开的请再核对依据。")
        for column in sorted(columns & REMARKS):
            message = f"{TABLES[table]}的备注、说明定为主动公开，仍然不公开。"
            where = stated.places.get((table, column), stated.where)
            yield warning("disclosure-remark", where, message, "备注、说明一律不公开；要公开的写进别的列。")
        if columns and not stated.is_whole(table):
            lacking = "、".join(f"“{called}”" for column, called in NEEDED[table].items() if column not in columns)
            message = f"{TABLES[table]}有列定为主动公开，但{lacking}没有公开，整张表不公开。"
            where = next((place for (listed, _), place in stated.places.items() if listed == table), stated.where)
            yield warning(
                "disclosure-incomplete", where, message, "缺了这几列，别的列看不出说的是什么；请一并定为主动公开。"
            )
    if any(public.values()) and "campaign" not in public:
        message = "有列定为主动公开，活动的名称没有公开，整个活动不上网。"
        yield warning("disclosure-incomplete", stated.where, message, "请在 columns 里写 campaign: 主动公开。")
    if stated.is_open("penalties"):
        yield from _penalized(campaign)
    if any(public.values()):
        fields = {"basis（依据）": stated.basis, "reviewer（审查人）": stated.reviewer, "date（日期）": stated.day}
        blank = [name for name, value in fields.items() if not value]
        if blank:
            message = f"有列定为主动公开，没有填{'、'.join(blank)}，整个活动不上网。"
            yield warning("disclosure-unreviewed", stated.where, message, "公开前应经审查，请补上。")


def _penalized(campaign: Campaign) -> Iterator[Finding]:
    """Firms that the ledger withholds and the public penalties name, each once: the site may say their names then."""
    hidden = {firm.name: firm for firm in campaign.firms if firm.disclosure not in ("", PUBLIC)}
    for each in campaign.penalties:
        if each.disclosure in ("", PUBLIC) and (firm := hidden.pop(each.name, None)):
            message = (
                f"处罚公开了“{each.name}”，台账里这家是{firm.disclosure}（{firm.where}）；名称一公开，扫描就不再拦。"
            )
            remedy = "处罚依法应当公开的，不用改；否则把这条处罚的公开属性也改了。"
            yield warning("disclosure-penalty", each.where, message, remedy)


def leaks(file: str, name: str, printed: Iterable[tuple[str, str, int]]) -> Iterator[Finding]:
    """A public document `name` prints what is withheld: `printed` are the column as it is called, the value and
    its line in `file`. Each column is told once.
    """
    by_column: dict[str, list[tuple[str, int]]] = {}
    for column, text, line in printed:
        by_column.setdefault(column, []).append((text, line))
    for column, found in by_column.items():
        text, line = found[0]
        more = f"等{len(found)}处" if len(found) > 1 else ""
        message = f"“{name}”主动公开，却印有不公开的内容：{column}（“{text}”{more}）。"
        remedy = "改这份公文的公开属性，或改 disclosure.yaml 里这一列的，或从模板里去掉。"
        yield warning("disclosure-leaks", Where(file, row=line), message, remedy)
