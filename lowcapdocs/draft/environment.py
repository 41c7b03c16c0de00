"""Jinja for drafts: sandboxed, strict, and escaping for the draft's own syntax instead of HTML.

Text from data that is not `Printed` is escaped when it is printed, joined or passed through a
macro; a name that does not exist, None, or a list stops the build instead of printing nonsense.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat, Expr, Impossible, TemplateData
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lowcapdocs.draft.archive_views import ARCHIVE_VIEWS
from lowcapdocs.draft.figure_views import FigureView
from lowcapdocs.draft.ledger_views import LEDGER_VIEWS
from lowcapdocs.draft.progress_views import PROGRESS_VIEWS
from lowcapdocs.draft.schedule_views import SCHEDULE_VIEWS
from lowcapdocs.draft.views import PRINTING_VIEWS, VIEWS, Printed, escaped, join
from lowcapdocs.gongwen.numbering import chinese
from lowcapdocs.template_files import TemplateFiles

_FILTERS = (
    "batch", "count", "first", "groupby", "last", "length", "list", "map", "max", "min",
    "reject", "rejectattr", "reverse", "select", "selectattr", "slice", "sort", "unique",
)  # fmt: skip
"""Jinja filters that choose and order; none of them makes text."""


_VIEWS = VIEWS | ARCHIVE_VIEWS | LEDGER_VIEWS | PROGRESS_VIEWS | SCHEDULE_VIEWS | {FigureView}
"""Everything that a template meets."""


def to_text(value: Any) -> str:
    """What `{{ value }}` writes. Raises TypeError for what no document can print."""
    if type(value) in PRINTING_VIEWS:
        printed: Printed = value.__html__()
        return printed
    if isinstance(value, (Printed, Markup)):
        return value
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, Undefined):
        return str(value)  # raises, naming what is missing
    if hasattr(value, "__html__"):
        return Printed(value.__html__())
    if isinstance(value, int) and not isinstance(value, bool):
        return Printed(value)
    raise TypeError(f"不能打印 {type(value).__name__} 类型的内容")


def join_texts(values: Iterable[Any]) -> Printed:
    """The `~` of templates."""
    return Printed("".join(map(to_text, values)))


def names(values: Iterable[Any], separator: str = "、") -> Printed:
    """Filter: 甲、乙、丙; 《甲》《乙》."""
    return join(map(to_text, values), separator)


class _CodeGenerator(CodeGenerator):
    """Jinja's own, but `{{ }}` and `~` escape by `to_text` alone (Jinja's would escape for HTML)."""

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if isinstance(node, TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise Impossible  # written out at run time, by `to_text` like everything else

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.join_texts((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class DraftEnvironment(ImmutableSandboxedEnvironment):
    """Compiles the templates of a workspace; each is compiled once and rendered many times."""

    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset(("+", "*", "%"))
    join_texts = staticmethod(join_texts)

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(
            loader=TemplateFiles([str(folder) for folder in folders]),
            autoescape=True,
            finalize=to_text,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        chosen = {name: self.filters[name] for name in _FILTERS}
        self.filters = {**chosen, "names": names, "chinese": chinese}
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, but not on text: its results would be escaped a second time."""
        if isinstance(left, str) or isinstance(right, str):
            raise TypeError(f"文字不能用 {operator} 运算，连接请用 ~")
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's names
        """Methods of our own views are safe to call; the sandbox asks about all others."""
        if type(getattr(__obj, "__self__", None)) in _VIEWS:
            kwargs.pop("_loop_vars", None)  # what Jinja adds for its own functions
            kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__context, __obj, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Attributes of our own views need none of the sandbox's questions but the underscore."""
        if type(obj) in _VIEWS and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)
