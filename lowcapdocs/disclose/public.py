"""What may be public of one campaign: all that the site is made from. Whatever is not in here cannot reach a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from lowcapdocs.figures.figures import Figures
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDocument:
    """One document that is published. `key` tells it from the others of its series (Target.key, else empty).

    `unit_name` is the town, period … that it is for; `file` its name in the clerk's folder without
    ending (通知/01-集士港镇). `signed` if its text is an issued one, which stays whatever becomes of the data.
    The tree is made when it is asked for, so that thousands need no memory.
    """

    entry: DocumentEntry
    key: str
    unit_name: str
    file: str
    publication: Publication
    make: Callable[[], Gongwen]
    signed: bool = False

    @property
    def tree(self) -> Gongwen:
        """The same tree as the Word file's, made anew at each call."""
        return self.make()


@dataclass(frozen=True, kw_only=True)
class PublicCampaign:
    """`campaign` holds only what may be public: what is withheld is empty there, or missing.

    `tables` are those of which anything is public; `documents` are in the order of documents.yaml.
    `sample` says what of the published data is invented, empty if nothing is.
    """

    campaign: Campaign
    documents: tuple[PublicDocument, ...] = ()
    tables: frozenset[str] = frozenset()
    sample: str = ""

    @cached_property
    def figures(self) -> Figures:
        """What the public data comes to."""
        return Figures(self.campaign)
