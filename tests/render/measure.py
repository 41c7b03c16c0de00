"""What the tests ask of a page beyond what the inspector measures (inspect.measure)."""

from __future__ import annotations

from functools import cached_property

from lowcapdocs.inspect import measure
from lowcapdocs.inspect.measure import Box, Line, Rule, lines_of

__all__ = ["Line", "Page", "Rule"]


class Page(measure.Page):
    """One page of a PDF."""

    @cached_property
    def lines(self) -> list[Line]:
        """From top to bottom, those of turned characters among them."""
        turned = [self._glyph(char) for char in self._page.chars if not char["upright"] and char["text"].strip()]
        return sorted([*lines_of(self.glyphs), *lines_of(turned)], key=lambda line: line.baseline)

    @property
    def body(self) -> list[Line]:
        """The lines within 版心, without the page number."""
        return [line for line in self.lines if line.baseline < 262.5]

    def find(self, start: str, whole: bool = False) -> Line:
        """The one line that begins with `start`, or is nothing else."""
        [found] = [line for line in self.lines if line.text.startswith(start) and (line.text == start or not whole)]
        return found

    def printed(self, left: float, top: float, right: float, bottom: float, red: bool = False) -> Box:
        """The ink within a box, where there is some."""
        found = self.ink(left, top, right, bottom, red)
        assert found is not None, "nothing is printed here"
        return found
