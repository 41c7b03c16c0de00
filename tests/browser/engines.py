"""The three programs that make HTML of the same folder of pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ENGINES = {
    "mkdocs": ["-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"],
    "properdocs": ["-m", "properdocs", "build", "--quiet", "--config-file", "mkdocs.yml"],
    "zensical": ["-m", "zensical", "build", "--config-file", "mkdocs.yml"],
}


def make(folder: Path, engine: str = "mkdocs") -> Path:
    """Build the pages of `folder` with `engine`; the folder of the finished site."""
    surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1577836800"}
    ran = subprocess.run(
        [sys.executable, *ENGINES[engine]], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    return folder / "build" / "site"


def copy(root: Path, folder: Path) -> None:
    """Put what an engine needs of the workspace `root` into `folder`: settings, overrides and the generated pages."""
    for name in ("site/overrides", "build/pages"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "mkdocs.yml", folder / "mkdocs.yml")
