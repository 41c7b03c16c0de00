"""The commands: arguments in, messages and an exit code out; the work is in `pipeline` and `issue`.

Exit codes: 0 fine, 1 errors found, 2 wrong usage.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["LANGUAGE"] = "zh_CN"  # click asks gettext for its messages; ours are Chinese everywhere
gettext.bindtextdomain("messages", str(Path(__file__).resolve().parent / "locale"))

import click  # noqa: E402 - after the language is set

from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error  # noqa: E402

if TYPE_CHECKING:
    from lowcapdocs.pipeline import Result
    from lowcapdocs.workspace import Workspace

_CAMPAIGNS = click.argument("campaigns", metavar="[活动]…", nargs=-1)
_FOLDER = click.Path(path_type=Path, file_okay=False)


class _Command(click.Command):
    """A command whose usage line is Chinese."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **settings})


class _Group(click.Group):
    """The commands, likewise."""

    command_class = _Command


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]…",
)
@click.version_option(package_name="lowcapdocs", prog_name="lowcapdocs")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    metavar="文件夹",
    help="工作文件夹，里面有 policy_data 和 templates；默认为当前文件夹。",
)
@click.pass_context
def cli(context: click.Context, workspace: Path) -> None:
    """由一套政策数据生成全部公文：工作要点、任务分解表、各镇街通知、部门任务清单。"""
    context.obj = workspace


def _space(context: click.Context) -> Workspace:
    from lowcapdocs.workspace import Workspace

    return Workspace(context.obj)


@cli.command()
@_CAMPAIGNS
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def check(context: click.Context, campaigns: tuple[str, ...], as_json: bool) -> None:
    """核对数据和公文，一次列出全部问题，不写任何文件。"""
    from lowcapdocs import pipeline

    with _Progress("核对") as progress:
        result = _run(lambda: pipeline.check(_space(context), campaigns, progress.step))
    if as_json:
        _print_json(result.findings)
    else:
        _print_findings(result.findings, err=False)
        click.echo(_summary(result.findings))
    context.exit(int(result.failed))


@cli.command()
@_CAMPAIGNS
@click.pass_context
def draft(context: click.Context, campaigns: tuple[str, ...]) -> None:
    """生成可读的草稿，放在 build/drafts。"""
    from lowcapdocs import pipeline

    with _Progress("起草") as progress:
        result = _write(context, lambda: pipeline.write_drafts(_space(context), campaigns, progress.step))
    _finish(context, result)


@cli.command()
@click.argument("targets", metavar="[活动]…｜草稿.md", nargs=-1)
@click.option("--only", metavar="文件编号", default="", help="只生成 documents.yaml 里的这一种。")
@click.option("--town", metavar="镇街", default="", help="只生成给这个镇街的。")
@click.option("--out", type=_FOLDER, metavar="文件夹", help="放到这里，默认 build/word。")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="同时用几个进程。")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件.docx",
              help="把一份草稿转成这个 Word 文件。")  # fmt: skip
@click.pass_context
def word(
    context: click.Context,
    targets: tuple[str, ...],
    only: str,
    town: str,
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
        if only or town or out or jobs > 1:
            raise click.UsageError("转换草稿时不用 --only、--town、--out、--jobs。")
        if output is None:
            raise click.UsageError("转换草稿请写明 Word 文件：-o 文件.docx。")
        if output.suffix.lower() != ".docx":
            raise click.UsageError(f"“{output}”不是 .docx 文件名。")
        source = Path(targets[0])
        _finish(context, _run(lambda: pipeline.word_from_draft(_space(context), source, output)))
        return
    with _Progress("生成") as progress:
        result = _write(
            context,
            lambda: pipeline.write_word(
                _space(context), targets, only=only, town=town, out=out, jobs=jobs, step=progress.step
            ),
        )
    _finish(context, result)


@cli.command()
@click.argument("targets", metavar="[活动]…｜文件.docx…｜草稿.md…", nargs=-1)
@click.option("--out", type=_FOLDER, metavar="文件夹", help="放到这里；默认活动放 build/pdf，文件放原处。")
@click.option(
    "--jobs", type=click.IntRange(1, 16), default=1, show_default=True, metavar="N", help="同时开几个 LibreOffice。"
)
@click.pass_context
def pdf(context: click.Context, targets: tuple[str, ...], out: Path | None, jobs: int) -> None:
    """用 LibreOffice 转成 PDF：活动的全部 Word，或给出的 Word 文件和草稿。"""
    from lowcapdocs import pdf as door

    files = [Path(each) for each in targets if door.is_file_name(each)]
    if files and len(files) < len(targets):
        raise click.UsageError("活动和文件请分开转。")
    space, computer = _space(context), door.this_computer()
    with _Progress("转换") as progress:
        if files:
            result = _run(lambda: door.pdf_of_files(space, files, computer, out=out, jobs=jobs, step=progress.step))
        else:
            result = _write(
                context, lambda: door.pdf_of_campaigns(space, targets, computer, out=out, jobs=jobs, step=progress.step)
            )
    _finish(context, result)


@cli.command()
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

    with _Progress("检查") as progress:
        found = inspection.inspect(
            _space(context),
            targets,
            this_computer(),
            profile=profile or "",
            render=not no_render,
            step=progress.step,
        )
    if as_json:
        _echo_json([each.as_dict() for each in found])
    for each in found if not as_json else ():
        if each.report is not None:
            click.echo(each.report.text())
        _print_findings(each.findings, err=False)
        click.echo()
    context.exit(int(any(each.failed for each in found)))


@cli.command(name="all")
@_CAMPAIGNS
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="同时用几个进程。")
@click.pass_context
def everything(context: click.Context, campaigns: tuple[str, ...], jobs: int) -> None:
    """核对，然后生成草稿、Word 和 Excel，每种公文抽一份对照 GB/T 9704 检查。"""
    from lowcapdocs import inspection, pipeline

    with _Progress("起草") as progress:
        drafts = _write(context, lambda: pipeline.write_drafts(_space(context), campaigns, progress.step))
    with _Progress("生成") as progress:
        made = _write(context, lambda: pipeline.write_word(_space(context), campaigns, jobs=jobs, step=progress.step))
    if not made.failed:
        made.findings += inspection.of_each_kind(_space(context), campaigns)
    made.findings = list(dict.fromkeys((*drafts.findings, *made.findings)))
    made.made = [*drafts.made, *made.made]
    _finish(context, made)


@cli.command()
@click.argument("folder", metavar="文件夹", type=_FOLDER)
@click.pass_context
def new(context: click.Context, folder: Path) -> None:
    """新建工作文件夹：带示例数据、模板和网站设置，马上可以核对和生成。"""
    from lowcapdocs import workspace
    from lowcapdocs.pipeline import Result

    def create() -> Result:
        names = workspace.create(folder)
        return Result(made=[f"{folder}：{'、'.join(names)}"])

    _finish(context, _run(create))


@cli.command()
@click.argument("campaign", metavar="活动")
@click.argument("document", metavar="文件编号")
@click.option("--number", metavar="文号", default="", help="发文字号，如 海工强办〔2020〕3号。")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="日期", help="成文日期，如 2020-04-20。")
@click.option("--town", metavar="镇街", default="", help="逐个生成的文件里只办这个镇街的一份。")
@click.option("--withdraw", is_flag=True, help="撤回印发，文本保留在 issued/withdrawn。")
@click.pass_context
def issue(
    context: click.Context,
    campaign: str,
    document: str,
    number: str,
    day: datetime | None,
    town: str,
    withdraw: bool,
) -> None:
    """印发：批准的草稿存入 policy_data/活动/issued，从此文本固定，不随数据改动。"""
    from lowcapdocs import issue as issuing

    space = _space(context)
    if withdraw:
        if number or day:
            raise click.UsageError("撤回时不写 --number、--date。")
        _finish(context, _write(context, lambda: issuing.withdraw_document(space, campaign, document, town=town)))
        return
    if not number or day is None:
        raise click.UsageError("印发要写 --number 文号 和 --date 日期。")
    signed = day.date()
    _finish(
        context,
        _write(
            context, lambda: issuing.issue_document(space, campaign, document, number=number, day=signed, town=town)
        ),
    )


# Messages


class _Progress:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def step(self, done: int, count: int) -> None:
        """`done` of `count` documents are ready."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=count, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(1)
        if done == count:
            self._close()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None


def _write(context: click.Context, work: Callable[[], Result]) -> Result:
    """The result of `work`, which writes in the workspace, alone."""
    from lowcapdocs.workspace import alone

    return _run(lambda: alone(_space(context), work))


def _run(work: Callable[[], Result]) -> Result:
    """The result of `work`; what stops it becomes findings."""
    from lowcapdocs.pipeline import Result

    try:
        return work()
    except PolicyError as problem:
        return Result(list(problem.findings))
    except OSError as problem:
        reason = "没有权限" if isinstance(problem, PermissionError) else problem.strerror
        where = Where(str(problem.filename or ""))
        return Result([error("file-unreadable", where, f"读写这里时出错：{reason}。", "请检查路径、权限和磁盘。")])


def _finish(context: click.Context, result: Result) -> None:
    _print_findings(result.findings, err=True)
    for line in result.made:
        click.echo(line)
    if result.findings:
        click.echo(_summary(result.findings) + ("有错误的没有生成。" if result.failed else ""), err=True)
    context.exit(int(result.failed))


_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}


def _print_findings(findings: Iterable[Finding], *, err: bool) -> None:
    for finding in findings:
        head, _, rest = str(finding).partition(" ")
        click.echo(f"{click.style(head, fg=_COLORS[finding.level])} {rest}", err=err)


def _print_json(findings: Iterable[Finding]) -> None:
    _echo_json([finding.as_dict() for finding in findings])


def _echo_json(listed: list[dict[str, Any]]) -> None:
    import json

    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(listed, ensure_ascii=not unicode, indent=1))


def _summary(findings: list[Finding]) -> str:
    errors = sum(finding.level == "error" for finding in findings)
    warnings = sum(finding.level == "warning" for finding in findings)
    if not errors and not warnings:
        return "没有发现问题。"
    return f"错误{errors}处，提醒{warnings}处。"


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="lowcapdocs")
    except Exception as problem:
        code = problem.__traceback__
        while code and code.tb_next:
            code = code.tb_next
        place = f"{Path(code.tb_frame.f_code.co_filename).name}:{code.tb_lineno}" if code else ""
        message = f"程序出错，这一步没有做完：{type(problem).__name__} {problem}（{place}）。"
        _print_findings([error("program-error", NOWHERE, message, "请把这一行发给维护人员。")], err=True)
        sys.exit(1)
