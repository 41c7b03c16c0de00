"""The command line: the group of all commands and what surrounds a run; the commands are in `commands`.

Exit codes: 0 fine, 1 errors found, 2 wrong usage, 128 and its number for a signal to end.
"""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

os.environ["LANGUAGE"] = "zh_CN"  # click asks gettext for its messages; ours are Chinese everywhere
gettext.bindtextdomain("messages", str(Path(__file__).resolve().parent / "locale"))

import click  # noqa: E402 - after the language is set

from lowcapdocs import stopping  # noqa: E402
from lowcapdocs.commands import disclosure, documents, files, returns, sheets, site, years  # noqa: E402
from lowcapdocs.commands.answers import print_findings  # noqa: E402
from lowcapdocs.problems import NOWHERE, error, reason  # noqa: E402


@click.group(
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


for _command in (
    documents.check,
    documents.draft,
    documents.word,
    documents.everything,
    documents.new,
    documents.issue,
    files.pdf,
    files.inspect,
    sheets.intake,
    returns.returns,
    years.rollover,
    disclosure.disclose,
    site.site,
):
    cli.add_command(_command)


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    stopping.heed()
    try:
        cli(prog_name="lowcapdocs")
    except stopping.Stopped:
        click.echo("已中止，没有做完的不会留下。", err=True)
        raise
    except Exception as problem:
        code = problem.__traceback__
        while code and code.tb_next:
            code = code.tb_next
        place = f"{Path(code.tb_frame.f_code.co_filename).name}:{code.tb_lineno}" if code else ""
        said = reason(problem) if isinstance(problem, OSError) else str(problem)
        message = f"程序出错，这一步没有做完：{type(problem).__name__} {said}（{place}）。"
        print_findings([error("program-error", NOWHERE, message, "请把这一行发给维护人员。")], err=True)
        sys.exit(1)
