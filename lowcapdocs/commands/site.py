"""site build, site serve: the public site."""

from __future__ import annotations

import sys

import click

from lowcapdocs.commands.answers import Progress, finish, print_findings, run, summary, write
from lowcapdocs.commands.base import command, space_of


@click.group(options_metavar="[选项]", subcommand_metavar="命令 [参数]…")
def site() -> None:
    """公开网站：把可以公开的方案、任务、进展做成网页，放在 build/site。"""


ENGINE = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "properdocs"]),
    default="mkdocs",
    show_default=True,
    help="用哪个程序把页面做成网站。",
)


@command()
@ENGINE
@click.option("--force", is_flag=True, help="没有改动也重做；要撤下网站上的活动、印发的文件也用它。")
@click.pass_context
def build(context: click.Context, engine: str, force: bool) -> None:
    """生成网站；有不该公开的内容、死链接等问题时不替换原来的网站。"""
    from lowcapdocs import publishing

    with Progress("网页") as progress:
        result = write(
            context, lambda: publishing.build(space_of(context), engine=engine, force=force, step=progress.step)
        )
    finish(context, result)


@command()
@ENGINE
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="端口，0 为任意空闲的。")
@click.pass_context
def serve(context: click.Context, engine: str, port: int) -> None:
    """在本机预览网站，数据、模板、页面一改就重做；按 Ctrl-C 结束。"""
    from lowcapdocs import publishing, serving
    from lowcapdocs.pipeline import Result

    space = space_of(context)

    def rebuild() -> None:
        result = write(context, lambda: publishing.build(space, engine=engine))
        print_findings(result.findings, err=True)
        for line in result.made:
            click.echo(line)
        if result.failed:
            click.echo(f"{summary(result.findings)}网站没有替换，还是上一次的。", err=True)
        sys.stdout.flush()

    def look() -> Result:
        serving.serve(
            space.site_folder,
            publishing.sources_of(space),
            port,
            ready=lambda address: click.echo(f"{address}（按 Ctrl-C 结束）"),
            rebuild=rebuild,
        )
        return Result()

    finish(context, run(look))


site.add_command(build)
site.add_command(serve)
