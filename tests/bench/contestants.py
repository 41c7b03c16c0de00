"""Who is measured, in the order of each round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import ours, peers
from .notice import TownData
from .peers import Make


@dataclass(frozen=True, slots=True)
class Contestant:
    """`prepare` reads everything that is needed once, and gives what makes the notices."""

    label: str
    prepare: Callable[[Path, list[TownData]], Make]
    documents: int
    """How many documents a round makes; fewer where one takes long."""
    exact: bool = True
    """Whether its files say what the others' say and nothing more."""


OURS = "lowcapdocs"
CONTESTANTS = {
    OURS: Contestant("lowcapdocs, data to file", ours.lowcapdocs, 1000),
    "lowcapdocs-whole": Contestant("the same with 版头 and 版记", ours.whole_document, 1000, exact=False),
    "docxtpl-stock": Contestant("docxtpl, stock template", peers.docxtpl_stock, 200),
    "docxtpl-slim": Contestant("docxtpl, slim template", peers.docxtpl_slim, 200),
    "mailmerge-slim": Contestant("docx-mailmerge2, slim template", peers.mailmerge_slim, 200),
    "python-docx": Contestant("python-docx, tuned, slim base", peers.python_docx, 200),
}
