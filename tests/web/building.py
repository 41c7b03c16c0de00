"""Pages built by a real MkDocs with the settings of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from lowcapdocs.model.site import Site
from lowcapdocs.web.front_matter import front_matter
from lowcapdocs.web.page import Page
from tests.builders import REPOSITORY


def built(folder: Path, pages: Iterable[Page], site: Site) -> Path:
    """The folder of finished HTML; a build that warns fails."""
    for page in pages:
        path = folder / "pages" / f"{page.address.removesuffix('.html')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front_matter(page, site) + page.body, encoding="utf-8")
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"site_name": site.name, "docs_dir": str(folder / "pages"), "site_dir": str(folder / "site")}
    settings["theme"]["custom_dir"] = str(REPOSITORY / "site" / "overrides")
    settings["nav"] = [{"首页": "index.md"}]
    settings["not_in_nav"] = "*.md\n*/\n"
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(folder / "mkdocs.yml")],
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert (0, "") == (done.returncode, done.stdout + done.stderr)
    return folder / "site"
