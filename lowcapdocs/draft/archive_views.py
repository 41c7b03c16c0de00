"""What templates see of the archive (归档): every document of the campaign as one 件."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from lowcapdocs.draft.views import Printed, escaped
from lowcapdocs.gongwen.standard import UNKNOWN


@dataclass(frozen=True, slots=True)
class Archived:
    """One 件: what the list of an archive says of it. Empty text: not known. `pages` counts printed sides."""

    responsible: str
    number: str
    title: str
    date: str
    pages: int
    retention: str
    sample: bool


class ArchivedView:
    """One 件 in a template."""

    def __init__(self, place: int, item: Archived) -> None:
        self.place = place
        self.responsible = _printed(item.responsible)
        self.number = _printed(item.number)
        self.title = escaped(item.title)
        self.date = _printed(item.date)
        self.pages = item.pages
        self.retention = _printed(item.retention)
        self.is_sample = item.sample


def _printed(text: str) -> Printed:
    return escaped(text or UNKNOWN)


class ArchiveView:
    """The archive of a campaign: made only when a template asks, since every document is read for it."""

    def __init__(self, gather: Callable[[], Iterable[Archived]]) -> None:
        self._gather = gather

    @cached_property
    def items(self) -> tuple[ArchivedView, ...]:
        """Every 件, in the order of documents.yaml."""
        return tuple(ArchivedView(place, item) for place, item in enumerate(self._gather(), start=1))


ARCHIVE_VIEWS = frozenset((ArchivedView, ArchiveView))
"""What templates meet of the archive."""
