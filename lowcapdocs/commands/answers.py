"""What a command says: progress, findings, results, and the exit code (0 fine, 1 errors found)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from lowcapdocs.commands.base import space_of
from lowcapdocs.problems import Finding, PolicyError, Where, error, reason

if TYPE_CHECKING:
    from lowcapdocs.pipeline import Result


class Progress:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None

    def __enter__(self) -> Progress:
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


def write(context: click.Context, work: Callable[[], Result]) -> Result:
    """The result of `work`, which writes in the workspace, alone."""
    from lowcapdocs.workspace import alone

    return run(lambda: alone(space_of(context), work))


def run(work: Callable[[], Result]) -> Result:
    """The result of `work`; what stops it becomes findings."""
    from lowcapdocs.pipeline import Result

    try:
        return work()
    except PolicyError as problem:
        return Result(list(problem.findings))
    except OSError as problem:
        where, message = Where(str(problem.filename or "")), f"读写这里时出错：{reason(problem)}。"
        return Result([error("file-unreadable", where, message, "请检查路径、权限和磁盘。")])


def finish(context: click.Context, result: Result) -> None:
    """Say what was found and made, and end with the exit code."""
    print_findings(result.findings, err=True)
    for line in result.made:
        click.echo(line)
    if result.findings:
        click.echo(summary(result.findings) + ("有错误的没有生成。" if result.failed else ""), err=True)
    context.exit(int(result.failed))


_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}


def print_findings(findings: Iterable[Finding], *, err: bool) -> None:
    """One line a finding, its level in colour."""
    for finding in findings:
        head, _, rest = str(finding).partition(" ")
        click.echo(f"{click.style(head, fg=_COLORS[finding.level])} {rest}", err=err)


def print_json(findings: Iterable[Finding]) -> None:
    """Findings as a JSON list."""
    echo_json([finding.as_dict() for finding in findings])


def echo_json(listed: list[dict[str, Any]]) -> None:
    """A JSON list, escaped where the terminal is not Unicode."""
    import json

    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(listed, ensure_ascii=not unicode, indent=1))


def summary(findings: list[Finding]) -> str:
    """How many errors and warnings there are."""
    errors = sum(finding.level == "error" for finding in findings)
    warnings = sum(finding.level == "warning" for finding in findings)
    if not errors and not warnings:
        return "没有发现问题。"
    return f"错误{errors}处，提醒{warnings}处。"
