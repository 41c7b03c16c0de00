"""What is wrong with a Jinja template, as a finding: for drafts and pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from lowcapdocs import template_words
from lowcapdocs.problems import Finding, Where, error, reason
from lowcapdocs.template_files import UnreadableTemplateError

FAULTS = (
    *(TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError, OSError),
    *(NameError, SyntaxError),  # what Jinja compiles to is Python: 1e999, forty loops in each other
)
"""What a template that is filled can raise: it is written by others, and does what it does."""
_UNKNOWN = re.compile(r"No (filter|test) named '(.+?)'")


def fault(problem: Exception, template: str, environment: Environment, asked: Where | None = None) -> Finding:
    """The finding for what loading or filling `template` raised (one of FAULTS), with its line if that is known.

    `environment` is the one that the template is of; `asked` is where the data names the template.
    """
    names = environment.list_templates()
    where = Where(f"templates/{template}")
    if isinstance(problem, UnreadableTemplateError):
        return _unreadable(problem)
    if isinstance(problem, TemplateNotFound):
        place = asked if asked and problem.name == template else _where(problem, names) or where
        remedy = "请检查文件名，或放进 templates 文件夹；include、import 的也一样。"
        return error("template-missing", place, f"找不到模板“{problem.name}”。", remedy)
    unknown = _UNKNOWN.search(str(problem))
    if isinstance(problem, TemplateSyntaxError):
        said = _unknown(unknown, environment) if unknown else template_words.of_syntax(problem.message or "")
        file = problem.name if problem.name in names else template
        where = Where(f"templates/{file}", row=problem.lineno)
        return error("template-syntax", where, f"模板写法有误：{said.why}。", said.remedy)
    said = _unknown(unknown, environment) if unknown else template_words.of_value(problem)
    return error("template-value", _where(problem, names) or where, f"模板这一行填不出来：{said.why}。", said.remedy)


def _unreadable(problem: UnreadableTemplateError) -> Finding:
    cause, remedy = problem.cause, "请用记事本另存为 UTF-8。"
    if isinstance(cause, OSError):
        why, remedy = reason(cause), "请检查是否有权限、是否被别的程序打开。"
    else:
        why = "文字编码无法识别"
    return error("file-unreadable", Where(f"templates/{problem.name}"), f"模板读不出来：{why}。", remedy)


def _unknown(found: re.Match[str], environment: Environment) -> template_words.Said:
    kind, there = ("过滤器", environment.filters) if found[1] == "filter" else ("条件", environment.tests)
    return template_words.unknown(kind, found[2], sorted(name for name in there if name.isidentifier()))


def _where(problem: BaseException, names: Iterable[str]) -> Where | None:
    """Template and line of the innermost frame of `problem` that runs in one of our templates."""
    found, known = None, sorted(names, key=len, reverse=True)
    trace = problem.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename).as_posix()
        name = next((name for name in known if file == name or file.endswith(f"/{name}")), None)
        if name:
            found = Where(f"templates/{name}", row=trace.tb_lineno)
        trace = trace.tb_next
    return found
