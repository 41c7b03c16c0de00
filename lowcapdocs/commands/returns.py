"""returns send, returns merge: the workbooks of the towns, out and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lowcapdocs.commands.answers import Progress, echo_json, finish, print_findings, summary, write
from lowcapdocs.commands.base import FOLDER, Command, space_of

if TYPE_CHECKING:
    from lowcapdocs.returning import Merge


@click.group(options_metavar="[选项]", subcommand_metavar="send｜merge [参数]…")
def returns() -> None:
    """报送表：发给各镇街（send），收回合并（merge）。"""


@returns.command(cls=Command)
@click.argument("campaign", metavar="活动")
@click.argument("period", metavar="期次")
@click.option("--out", type=FOLDER, metavar="文件夹", help="放到这里，默认 build/returns。")
@click.option("--town", "towns", metavar="镇街", multiple=True, help="只生成这个镇街的，可以写几次。")
@click.pass_context
def send(context: click.Context, campaign: str, period: str, out: Path | None, towns: tuple[str, ...]) -> None:
    """每个镇街生成一份报送表（.xlsx），期次如 2020-10、2020-q3、2020-w40。"""
    from lowcapdocs import returning

    with Progress("生成") as progress:
        result = write(
            context,
            lambda: returning.send(space_of(context), campaign, period, towns=towns, out=out, step=progress.step),
        )
    finish(context, result)


@returns.command(cls=Command)
@click.argument("campaign", metavar="活动")
@click.argument("paths", metavar="文件…｜文件夹…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--period", metavar="期次", default="", help="合并哪一期；默认看报送表自己写的。")
@click.option("--without", metavar="文件名", multiple=True, help="不读这个文件，可以写几次。")
@click.option("--apply", is_flag=True, help="写进数据（没有错误时），原文件留备份；默认只看不写。")
@click.option("--undo", is_flag=True, help="撤销最近一次写入，恢复备份。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def merge(
    context: click.Context,
    campaign: str,
    paths: tuple[Path, ...],
    period: str,
    without: tuple[str, ...],
    apply: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """收回的报送表（.xlsx、.xls、.ods）与数据比较，疑点指到单元格；--apply 才写入。"""
    from lowcapdocs import returning

    space = space_of(context)
    if undo:
        if paths or apply or period or without:
            raise click.UsageError("撤销只写：lowcapdocs returns merge 活动 --undo。")
        finish(context, write(context, lambda: returning.undo(space, campaign)))
        return
    if not paths:
        raise click.UsageError("请写明收回的报送表，或放报送表的文件夹。")
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise click.UsageError(f"没有这个文件或文件夹：{'、'.join(missing)}。")
    with Progress("读取") as progress:
        found = returning.merge(space, campaign, paths, period=period, without=without, apply=apply, step=progress.step)
    if as_json:
        echo_json([found.as_dict()])
    else:
        _tell(found, apply=apply)
    context.exit(int(found.failed))


def _tell(found: Merge, *, apply: bool) -> None:
    print_findings(found.findings, err=False)
    if invented := sum(change.sample for change in found.changes):
        click.echo(f"{invented}项变动出自印着“示例数据”的报送表，新写的行记作示例。")
    for change in found.changes:
        click.echo(str(change))
    counted = f"读了{found.files}份报送表，{len(found.changes)}项变动。" if found.period else ""
    click.echo(f"{counted}{summary(found.findings)}{_outcome(found, apply=apply)}")


def _outcome(found: Merge, *, apply: bool) -> str:
    if found.written:
        return f"已写入{'、'.join(found.written)}，原来的在 {found.backup}；撤销用 --undo。"
    if found.failed:
        return "有错误，什么都没有写；有问题的文件改正、移走或用 --without 排除后再合并。"
    if not found.changes:
        return "数据没有变化。"
    return "没有写入；核对无误后加 --apply。" if not apply else ""
