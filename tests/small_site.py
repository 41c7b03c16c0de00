"""A small workspace whose one document is public, and its site."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lowcapdocs.staging import addresses
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY
from tests.workspaces import DATA, edit, run, small

PUBLIC = """\
basis: 某办法
reviewer: 甲科
date: 2020-01-02
columns: {campaign: 主动公开, departments: 主动公开, towns: 主动公开, tasks: 主动公开, quotas: 主动公开}
"""
TABLE = "- {文件: table, 发布时间: 2020-02-03}\n"
ISSUED = "file: 任务表\n  status: issued\n  unknown: [text]\n"


def little(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Workspace:
    """The small workspace with a site: everything public, one document published."""
    small(root, {f"{DATA}/disclosure.yaml": PUBLIC, f"{DATA}/publications.yaml": TABLE, **(files or {})})
    edit(root / DATA / "documents.yaml", "file: 任务表\n", ISSUED)
    shutil.copytree(REPOSITORY / "templates/web", root / "templates/web")
    shutil.copytree(REPOSITORY / "site", root / "site", dirs_exist_ok=True)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return Workspace(root)


def built(space: Workspace) -> Workspace:
    ran = run(space.root, "site", "build")
    assert 0 == ran.code, ran.err
    return space


def text_of(space: Workspace, address: str) -> str:
    return (space.site_folder / address).read_text(encoding="utf-8")


def everything(space: Workspace) -> Iterator[tuple[str, bytes]]:
    """Every file of the finished site and its parts, those of packages unpacked."""
    for address in addresses(space.site_folder):
        data = (space.site_folder / address).read_bytes()
        yield address, data
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                yield from ((f"{address}/{name}", package.read(name)) for name in package.namelist())
