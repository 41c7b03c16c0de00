"""A figure in a template: a number of the returns or the ledger, with its unit and its path."""

from __future__ import annotations

from lowcapdocs.draft import markup
from lowcapdocs.draft.views import Printed, printed
from lowcapdocs.figures import paths


class FigureView:
    """A number in a template: `{{ figure }}` prints it, `.with_unit` with its unit, `.known` if there is one."""

    def __init__(self, text: str | None, path: str, unit: str, in_prose: Printed | None = None) -> None:
        """`in_prose` is how a sentence writes the number, where it is otherwise: 0%, not 0.0%."""
        self.number = printed(text, path)
        self._in_prose = self.number if in_prose is None else in_prose
        self.known = text not in (None, paths.NOT_REPORTED, paths.NOTHING)
        self._unit = unit

    @property
    def with_unit(self) -> Printed:
        """28家, 0%; what is no number has no unit."""
        return Printed(f"{self._in_prose}{markup.escape(self._unit)}") if self.known else self.number

    def __html__(self) -> str:
        return self.number
