"""site serve: a look at the site that follows the data, in a real process."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.small_site import little
from tests.workspaces import DATA, edit

_LONG = 180


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Path, str, subprocess.Popen[str]]]:
    root = little(tmp_path).root
    command = [sys.executable, "-m", "lowcapdocs", "--workspace", str(root), "site", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert process.stdout is not None
    address = ""
    for line in process.stdout:
        if line.startswith("http://"):
            address = line.partition("（")[0]
            break
    assert address, "it ended before it served"
    yield root, address, process
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    process.communicate(timeout=_LONG)


def page(address: str, name: str) -> str:
    with urlopen(address + name) as answer:
        text: str = answer.read().decode()
        return text


def shows(address: str, name: str, text: str) -> bool:
    """Whether the page comes to show `text`, some time after a change."""
    for _ in range(_LONG * 4):
        if text in page(address, name):
            return True
        time.sleep(0.25)
    return False


def test_a_change_of_data_and_of_a_template_is_seen(serving: tuple[Path, str, subprocess.Popen[str]]) -> None:
    root, address, process = serving
    assert "东镇" in page(address, "test/towns/dong.html")
    for name in ("towns.csv", "quotas.csv"):
        edit(root / DATA / name, "东镇", "新东镇")
    assert shows(address, "test/towns/dong.html", "新东镇")
    edit(root / "templates/web/town.html.j2", "{% block content %}", "{% block content %}<p>模板改过了</p>\n")
    assert shows(address, "test/towns/dong.html", "模板改过了")
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=_LONG)
    assert 128 + signal.SIGTERM == process.returncode


def test_what_is_wrong_meanwhile_leaves_the_site_as_it_was(serving: tuple[Path, str, subprocess.Popen[str]]) -> None:
    root, address, process = serving
    edit(root / DATA / "quotas.csv", "东镇,8", "东镇,9")
    assert process.stdout is not None
    said = next(line for line in process.stdout if "网站没有替换" in line)
    assert "错误" in said
    assert "8" in page(address, "test/quotas.html")
    edit(root / DATA / "quotas.csv", "东镇,9", "东镇,8")
