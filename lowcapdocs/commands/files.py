"""pdf, inspect: files, ours or those of others."""

from __future__ import annotations

from pathlib import Path

import click

from lowcapdocs.commands.answers import Progress, echo_json, finish, print_findings, run, write
from lowcapdocs.commands.base import FOLDER, command, space_of


@command()
@click.argument("targets", metavar="[活动]…｜文件.docx…｜草稿.md…", nargs=-1)
@click.option("--out", type=FOLDER, metavar="文件夹", help="放到这里；默认活动放 build/pdf，文件放原处。")
@click.option(
    "--jobs", type=click.IntRange(1, 16), default=1, show_default=True, metavar="N", help="同时开几个 LibreOffice。"
)
@click.pass_context
def pdf(context: click.Context, targets: tuple[str, ...], out: Path | None, jobs: int) -> None:
    """用 LibreOffice 转成 PDF：活动的全部 Word，或给出的 Word 文件和草稿。"""
    from lowcapdocs import pdf as door

    space, computer = space_of(context), door.this_computer()
    files = [Path(each) for each in targets if door.is_file(space, each)]
    if files and len(files) < len(targets):
        raise click.UsageError("活动和文件请分开转。")
    with Progress("转换") as progress:
        if files:
            result = run(lambda: door.pdf_of_files(space, files, computer, out=out, jobs=jobs, step=progress.step))
        else:
            result = write(
                context, lambda: door.pdf_of_campaigns(space, targets, computer, out=out, jobs=jobs, step=progress.step)
            )
    finish(context, result)


@command()
@click.argument("targets", metavar="文件…｜文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--profile", type=click.Choice(["A", "B"]), default=None, help="只认这一种页边距；默认两种都可以。")
@click.option("--no-render", is_flag=True, help="只检查 Word 文件本身，不用 LibreOffice 排版。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def inspect(
    context: click.Context, targets: tuple[Path, ...], profile: str | None, no_render: bool, as_json: bool
) -> None:
    """按 GB/T 9704 逐条检查 Word 或 PDF 文件，不论是谁做的。"""
    from lowcapdocs import inspection
    from lowcapdocs.pdf import this_computer

    with Progress("检查") as progress:
        found = inspection.inspect(
            space_of(context),
            targets,
            this_computer(),
            profile=profile or "",
            render=not no_render,
            step=progress.step,
        )
    if as_json:
        echo_json([each.as_dict() for each in found])
    for each in found if not as_json else ():
        if each.report is not None:
            click.echo(each.report.text())
        print_findings(each.findings, err=False)
        click.echo()
    context.exit(int(any(each.failed for each in found)))
