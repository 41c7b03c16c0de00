"""Where everything lies in a workspace, and how a new one is made."""

from __future__ import annotations

import getpass
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lowcapdocs.output import failure
from lowcapdocs.problems import PolicyError, Where, error
from lowcapdocs.sources.rows import ENDINGS

_CONTENTS = ("policy_data", "templates", "site", "mkdocs.yml")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "~$*", ".~*", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with policy_data and templates; everything made goes under build."""

    root: Path

    @property
    def data(self) -> Path:
        """policy_data, one folder a campaign."""
        return self.root / "policy_data"

    @property
    def templates(self) -> Path:
        """Templates of drafts."""
        return self.root / "templates"

    @property
    def build(self) -> Path:
        """All output."""
        return self.root / "build"

    @property
    def hand_written(self) -> Path:
        """Pages, overrides and assets of the site that people write."""
        return self.root / "site"

    @property
    def site_settings(self) -> Path:
        """How the site is made, and what its office tells of itself."""
        return self.root / "mkdocs.yml"

    @property
    def pages(self) -> Path:
        """The generated pages."""
        return self.build / "pages"

    @property
    def site_folder(self) -> Path:
        """The finished site."""
        return self.build / "site"

    def campaigns(self) -> list[str]:
        """Ids of the campaigns there are, in order of their names."""
        if not self.data.is_dir():
            return []
        return sorted(
            folder.name
            for folder in self.data.iterdir()
            if folder.is_dir()
            and not folder.name.startswith(".")
            and any((folder / f"campaign{ending}").is_file() for ending in ENDINGS)
        )

    def chosen(self, wanted: Iterable[str]) -> list[str]:
        """`wanted`, or every campaign. Raises PolicyError if there is none, or not that one."""
        known = self.campaigns()
        if not known:
            raise PolicyError(
                [
                    error(
                        "workspace-empty",
                        Where(str(self.root)),
                        "这里没有政策数据（policy_data/活动/campaign.yaml）。",
                        "请换到工作文件夹，或用 --workspace 指定；新建请用 lowcapdocs new 文件夹。",
                    )
                ]
            )
        asked = list(dict.fromkeys(wanted))
        missing = [name for name in asked if name not in known]
        if missing:
            raise PolicyError(
                error("campaign-unknown", Where("policy_data"), f"没有活动“{name}”。", f"已有：{'、'.join(known)}。")
                for name in missing
            )
        return asked or known


Answer = TypeVar("Answer")


def lock_of(space: Workspace) -> Path:
    """The lock of a workspace: outside of it, so that a command that writes nothing leaves nothing."""
    name = hashlib.sha256(str(space.root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"lowcapdocs-{getpass.getuser()}-{name}.lock"


def alone(space: Workspace, work: Callable[[], Answer]) -> Answer:
    """What `work` answers, while no other run of ours on this computer writes in this workspace.

    Raises PolicyError if one does.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(lock_of(space), timeout=0):
            return work()
    except Timeout as problem:
        message, remedy = "另一个 lowcapdocs 正在这个工作文件夹里写。", "请等它做完再试，两边的成果都不会丢。"
        raise PolicyError([error("busy", Where(str(space.root)), message, remedy)]) from problem


def bundled() -> Path:
    """The sample workspace: beside the code in a wheel, or the checkout itself."""
    package = Path(__file__).resolve().parent
    inside = package / "_workspace"
    return inside if inside.is_dir() else package.parent


def create(folder: Path) -> list[str]:
    """Put sample data, templates, pages and mkdocs.yml into `folder`; the names it now holds.

    Raises PolicyError if `folder` has anything in it, or cannot be written.
    """
    try:
        _create(folder)
    except (OSError, UnicodeEncodeError) as problem:
        raise failure(problem, str(folder)) from problem
    return list(_CONTENTS)


def _create(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PolicyError(
            [error("folder-not-empty", Where(str(folder)), "这里已有内容，没有改动。", "请换一个新文件夹名。")]
        )
    source = bundled()
    made = folder if folder.exists() else None
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name in _CONTENTS:
            _copy(source / name, folder / name)
    except OSError:
        for name in _CONTENTS:
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / name).unlink(missing_ok=True)
        if made is None:
            folder.rmdir()
        raise


def _copy(source: Path, target: Path) -> None:
    """Copy a file, or a folder with all in it but what programs leave lying about."""
    if not source.is_dir():
        shutil.copyfile(source, target)
        return
    target.mkdir()
    names = sorted(os.listdir(source))
    for name in names:
        if name not in _LEFT_OUT(str(source), names):
            _copy(source / name, target / name)
