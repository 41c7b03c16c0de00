"""What commands have in common: usage lines in Chinese, the workspace, arguments that several take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from lowcapdocs.workspace import Workspace

CAMPAIGNS = click.argument("campaigns", metavar="[活动]…", nargs=-1)
FOLDER = click.Path(path_type=Path, file_okay=False)


class Command(click.Command):
    """A command whose usage line is Chinese."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **settings})


def command(name: str | None = None) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command, under its own name unless another is given."""
    return click.command(name, cls=Command)


def space_of(context: click.Context) -> Workspace:
    """The workspace that --workspace names."""
    from lowcapdocs.workspace import Workspace

    return Workspace(context.obj)
