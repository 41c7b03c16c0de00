"""A figure in a template: a number of the returns or the ledger, with its unit and its path."""

from __future__ import annotations

from lowcapdocs.draft import markup
from lowcapdocs.draft.views import Printed, printed
from lowcapdocs.figures import paths


class FigureView:
    """A number in a template: `{{ figure }}` prints it, `.with_unit` with its unit, `.known` if there is one."""

    def __init__(self, text: str | None, path: str, unit: str) -> None:
        self.number = printed(text, path)
        self.known = text not in (None, paths.NOT_REPORTED, paths.NOTHING)
        self._unit = unit

    @property
    def with_unit(self) -> Printed:
        """28家; what is no number has no unit."""
        return Printed(f"{self.number}{markup.escape(self._unit)}") if self.known else self.number

    def __html__(self) -> str:
        return self.number
