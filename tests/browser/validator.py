"""html-validate over finished pages: what it finds, without what the theme's own frame is known to get wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import yaml

from tests.builders import REPOSITORY

HERE = Path(__file__).parent
_PROGRAM = REPOSITORY / "node_modules" / ".bin" / "html-validate"
_KNOWN = {
    (fault["rule"], selector)
    for fault in yaml.safe_load((HERE / "theme_faults.yaml").read_text(encoding="utf-8"))
    for selector in fault["selectors"]
}


def all_faults(site: Path, scratch: Path) -> list[tuple[str, str, str, str]]:
    """(page, rule, selector, message) of everything that is found in the pages of `site`."""
    report = scratch / "faults.json"
    command = [str(_PROGRAM), "--config", str(HERE / "html-validate.json"), "--formatter", f"json={report}", str(site)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert report.is_file(), ran.stderr
    return [
        (Path(page["filePath"]).name, fault["ruleId"], fault["selector"] or "", fault["message"])
        for page in json.loads(report.read_text(encoding="utf-8"))
        for fault in page["messages"]
    ]


def faults(site: Path, scratch: Path) -> list[tuple[str, str, str, str]]:
    """What is found and is ours."""
    return [fault for fault in all_faults(site, scratch) if (fault[1], fault[2]) not in _KNOWN]


def known(site: Path, scratch: Path) -> set[tuple[str, str]]:
    """(rule, selector) of what is found and is the theme's."""
    return {(fault[1], fault[2]) for fault in all_faults(site, scratch)} & _KNOWN


def listed() -> set[tuple[str, str]]:
    """(rule, selector) of what is said to be the theme's."""
    return set(_KNOWN)
