"""What is wrong with a Jinja template, as a finding: for drafts and pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from lowcapdocs.problems import Finding, Where, error, reason

FAULTS = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError, OSError)
"""What a template that is filled can raise: it is written by others, and does what it does."""


def fault(problem: Exception, template: str, names: Iterable[str], asked: Where | None = None) -> Finding:
    """The finding for what loading or filling `template` raised (one of FAULTS), with its line if that is known.

    `names` are all templates there are, below templates/; `asked` is where the data names the template.
    """
    where = Where(f"templates/{template}")
    if isinstance(problem, TemplateNotFound):
        place = asked if asked and problem.name == template else where
        remedy = "请检查文件名，或放进 templates 文件夹；include、import 的也一样。"
        return error("template-missing", place, f"找不到模板“{problem.name}”。", remedy)
    if isinstance(problem, TemplateSyntaxError):
        where = Where(f"templates/{problem.name}", row=problem.lineno)
        message, remedy = f"模板写法有误：{problem.message}。", "请检查 {% … %} 和 {{ … }} 是否成对。"
        return error("template-syntax", where, message, remedy)
    file, line = _place(problem, names) or (template, None)
    remedy = "请检查名称有没有写错，或数据里有没有这一项。"
    return error(
        "template-value", Where(f"templates/{file}", row=line), f"模板这一行填不出来：{_why(problem)}。", remedy
    )


def _place(problem: BaseException, names: Iterable[str]) -> tuple[str, int] | None:
    """Template and line of the innermost frame of `problem` that runs in one of our templates."""
    found, known = None, sorted(names, key=len, reverse=True)
    trace = problem.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename).as_posix()
        name = next((name for name in known if file == name or file.endswith(f"/{name}")), None)
        if name:
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return found


def _why(problem: Exception) -> str:
    """Why a template could not be filled, in Chinese where Jinja says it in English."""
    text = reason(problem) if isinstance(problem, OSError) else str(problem)
    if found := re.search(r"has no (?:attribute|element) (.+)$", text):
        return f"没有“{found[1].strip(chr(39))}”这一项"
    if found := re.search(r"'(.+)' is undefined", text):
        return f"没有“{found[1]}”"
    if isinstance(problem, OverflowError):
        return "循环的次数太多"
    return text
