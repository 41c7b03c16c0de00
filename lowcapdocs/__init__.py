"""lowcapdocs: one set of policy data in, every official document out.

The promise of the package; everything else may change. Names are loaded when first used, so
that `import lowcapdocs` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lowcapdocs.draft.parse import parse as parse
    from lowcapdocs.draft.render import Renderer as Renderer
    from lowcapdocs.gongwen.elements import Gongwen as Gongwen
    from lowcapdocs.model.campaign import Campaign as Campaign
    from lowcapdocs.problems import Finding as Finding
    from lowcapdocs.problems import PolicyError as PolicyError
    from lowcapdocs.sources.load import load as load
    from lowcapdocs.word.writer import Writer as Writer
    from lowcapdocs.workbook.writer import xlsx as xlsx

_HOMES = {
    "Campaign": "model.campaign",
    "Finding": "problems",
    "Gongwen": "gongwen.elements",
    "PolicyError": "problems",
    "Renderer": "draft.render",
    "Writer": "word.writer",
    "load": "sources.load",
    "parse": "draft.parse",
    "xlsx": "workbook.writer",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
