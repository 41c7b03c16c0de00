"""check, draft, word, all, issue, new: from policy data to documents."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from lowcapdocs.commands.answers import Progress, finish, print_findings, print_json, run, summary, write
from lowcapdocs.commands.base import CAMPAIGNS, FOLDER, command, space_of


@command()
@CAMPAIGNS
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def check(context: click.Context, campaigns: tuple[str, ...], as_json: bool) -> None:
    """核对数据和公文，一次列出全部问题，不写任何文件。"""
    from lowcapdocs import pipeline

    with Progress("核对") as progress:
        result = run(lambda: pipeline.check(space_of(context), campaigns, progress.step))
    if as_json:
        print_json(result.findings)
    else:
        print_findings(result.findings, err=False)
        click.echo(summary(result.findings))
    context.exit(int(result.failed))


@command()
@CAMPAIGNS
@click.pass_context
def draft(context: click.Context, campaigns: tuple[str, ...]) -> None:
    """生成可读的草稿，放在 build/drafts。"""
    from lowcapdocs import pipeline

    with Progress("起草") as progress:
        result = write(context, lambda: pipeline.write_drafts(space_of(context), campaigns, progress.step))
    finish(context, result)


@command()
@click.argument("targets", metavar="[活动]…｜草稿.md", nargs=-1)
@click.option("--only", metavar="文件编号", default="", help="只生成 documents.yaml 里的这一种。")
@click.option("--town", metavar="镇街", default="", help="只生成给这个镇街的。")
@click.option("--period", metavar="期次", default="", help="只生成这一期的通报等，如 2020-06。")
@click.option("--out", type=FOLDER, metavar="文件夹", help="放到这里，默认 build/word。")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="同时用几个进程。")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件.docx",
              help="把一份草稿转成这个 Word 文件。")  # fmt: skip
@click.pass_context
def word(
    context: click.Context,
    targets: tuple[str, ...],
    only: str,
    town: str,
    period: str,
    out: Path | None,
    jobs: int,
    output: Path | None,
) -> None:
    """生成 Word 和 Excel 文件；给一份草稿和 -o，则只转换这一份。"""
    from lowcapdocs import pipeline

    is_draft = len(targets) == 1 and targets[0].lower().endswith((".md", ".txt"))
    if is_draft or output is not None:
        if not is_draft:
            raise click.UsageError("转换草稿请写一份：lowcapdocs word 草稿.md -o 文件.docx。")
        if only or town or period or out or jobs > 1:
            raise click.UsageError("转换草稿时不用 --only、--town、--period、--out、--jobs。")
        if output is None:
            raise click.UsageError("转换草稿请写明 Word 文件：-o 文件.docx。")
        if output.suffix.lower() != ".docx":
            raise click.UsageError(f"“{output}”不是 .docx 文件名。")
        source = Path(targets[0])
        finish(context, run(lambda: pipeline.word_from_draft(space_of(context), source, output)))
        return
    with Progress("生成") as progress:
        result = write(
            context,
            lambda: pipeline.write_word(
                space_of(context),
                targets,
                only=only,
                town=town,
                period=period,
                out=out,
                jobs=jobs,
                step=progress.step,
            ),
        )
    finish(context, result)


@command(name="all")
@CAMPAIGNS
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="同时用几个进程。")
@click.pass_context
def everything(context: click.Context, campaigns: tuple[str, ...], jobs: int) -> None:
    """核对，然后生成草稿、Word 和 Excel，每种公文抽一份对照 GB/T 9704 检查；没有指定活动时也生成网站。"""
    from lowcapdocs import inspection, pipeline, publishing

    with Progress("起草") as progress:
        drafts = write(context, lambda: pipeline.write_drafts(space_of(context), campaigns, progress.step))
    with Progress("生成") as progress:
        made = write(context, lambda: pipeline.write_word(space_of(context), campaigns, jobs=jobs, step=progress.step))
    if not made.failed:
        made.findings += inspection.of_each_kind(space_of(context), campaigns)
    made.made = [*drafts.made, *made.made]
    if not campaigns and not made.failed:  # the site is of all campaigns together
        site = write(context, lambda: publishing.build_if_set_up(space_of(context)))
        made.findings += site.findings
        made.made += site.made
    made.findings = list(dict.fromkeys((*drafts.findings, *made.findings)))
    finish(context, made)


@command()
@click.argument("folder", metavar="文件夹", type=FOLDER)
@click.pass_context
def new(context: click.Context, folder: Path) -> None:
    """新建工作文件夹：带示例数据、模板和网站设置，马上可以核对和生成。"""
    from lowcapdocs import workspace
    from lowcapdocs.pipeline import Result

    def create() -> Result:
        names = workspace.create(folder)
        return Result(made=[f"{folder}：{'、'.join(names)}"])

    finish(context, run(create))


@command()
@click.argument("campaign", metavar="活动")
@click.argument("document", metavar="文件编号")
@click.option(
    "--number", metavar="文号", default="", help="发文字号，如 海工强办〔2020〕3号；没有版头的（如公示）不写。"
)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="日期", help="成文日期，如 2020-04-20。")
@click.option("--town", metavar="镇街", default="", help="逐个生成的文件里只办这个镇街的一份。")
@click.option("--period", metavar="期次", default="", help="每期一份的文件里只办这一期的，如 2020-06。")
@click.option("--withdraw", is_flag=True, help="撤回印发，文本保留在 issued/withdrawn。")
@click.pass_context
def issue(
    context: click.Context,
    campaign: str,
    document: str,
    number: str,
    day: datetime | None,
    town: str,
    period: str,
    withdraw: bool,
) -> None:
    """印发：批准的草稿存入 policy_data/活动/issued，从此文本固定，不随数据改动。"""
    from lowcapdocs import issue as issuing

    space = space_of(context)
    if withdraw:
        if number or day:
            raise click.UsageError("撤回时不写 --number、--date。")
        finish(
            context,
            write(context, lambda: issuing.withdraw_document(space, campaign, document, town=town, period=period)),
        )
        return
    if day is None:
        raise click.UsageError("印发要写 --date 日期，有版头的还要写 --number 文号。")
    signed = day.date()
    finish(
        context,
        write(
            context,
            lambda: issuing.issue_document(
                space, campaign, document, number=number, day=signed, town=town, period=period
            ),
        ),
    )
