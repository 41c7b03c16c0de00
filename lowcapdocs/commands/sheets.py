"""intake: sheets that others filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lowcapdocs.commands.answers import echo_json, print_findings, summary
from lowcapdocs.commands.base import command, space_of

if TYPE_CHECKING:
    from lowcapdocs.intaking import Intake

_MOST = 40
"""How many findings of one code, and how many changes, are printed; JSON has all."""
_KINDS = ("quotas", "ledger", "progress", "towns")


@command()
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
@click.option("--as", "kind", type=click.Choice(_KINDS), default=None, help="当作哪一种表；默认由表头判断。")
@click.option("--campaign", metavar="活动", default="", help="收进哪个活动；只有一个时不必写。")
@click.option("--apply", is_flag=True, help="写进数据（没有错误时），原文件留一份备份；默认只看不写。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def intake(context: click.Context, file: Path, kind: str | None, campaign: str, apply: bool, as_json: bool) -> None:
    """收表：读手头现成的表格（.xlsx、.xls、.ods、.csv），疑点指到单元格，与数据比较。"""
    from lowcapdocs import intaking

    found = intaking.intake(space_of(context), file, kind=kind or "", campaign=campaign, apply=apply)
    if as_json:
        echo_json([found.as_dict()])
    else:
        _tell(found, apply=apply)
    context.exit(int(found.failed))


def _tell(found: Intake, *, apply: bool) -> None:
    from lowcapdocs.intaking import headline

    for line in headline(found):
        click.echo(line)
    counts: dict[str, int] = {}
    for finding in found.findings:
        counts[finding.code] = counts.get(finding.code, 0) + 1
        if counts[finding.code] <= _MOST:
            print_findings([finding], err=False)
    for code, count in counts.items():
        if count > _MOST:
            click.echo(f"[{code}] 另有{count - _MOST}处，用 --json 看全部。")
    for line in _changes(found):
        click.echo(line)
    click.echo(summary(found.findings) + _outcome(found, apply=apply))


def _changes(found: Intake) -> list[str]:
    difference = found.difference
    if difference is None:
        return []
    counted = (difference.count(kind) for kind in ("new", "changed", "missing"))
    new, changed, missing = counted
    lines = [f"与 {found.target} 相比：新增{new}条，改动{changed}条，相同{difference.same}条，表里没有的{missing}条。"]
    for change in difference.changes[:_MOST]:
        place = f"（{change.where.sheet + '!' if change.where.sheet else ''}{change.where.cell}）"
        if change.kind == "missing":
            lines.append(f"  表里没有 {change.record}（数据里保留）")
        elif change.kind == "new":
            said = "，".join(f"{column} {value}" for column, value in change.values.items())
            lines.append(f"  新增 {change.record}：{said}{place}")
        else:
            lines.append(f"  改动 {change.record} {change.column} {change.old or '空'} → {change.new or '空'}{place}")
    if len(difference.changes) > _MOST:
        lines.append(f"  另有{len(difference.changes) - _MOST}项，用 --json 看全部。")
    return lines


def _outcome(found: Intake, *, apply: bool) -> str:
    if found.written:
        return (
            f"已写入 {found.target}，原来的在 {found.backup}；撤销用 lowcapdocs returns merge {found.campaign} --undo。"
        )
    if found.failed:
        return "有错误，没有写入。" if apply else "先改正错误，再加 --apply 写入。"
    if found.difference is None or not found.difference.writes:
        return "没有要写的。"
    return "没有写入；核对无误后加 --apply。"
