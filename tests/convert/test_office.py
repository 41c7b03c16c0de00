"""convert.office: LibreOffice is found where installers put it, or its absence is told with a remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lowcapdocs.convert.office import Computer, find
from lowcapdocs.problems import PolicyError
from tests.convert.conftest import Made


def program(path: Path) -> Path:
    """A file that can be started."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_first_on_the_path_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/soffice").write_text("no program")
    expected = program(tmp_path / "b/soffice")
    program(tmp_path / "c/soffice")
    path = os.pathsep.join(str(tmp_path / name) for name in ("no", "a", "b", "c"))
    assert expected == find(Computer({"PATH": path}, "linux", tmp_path))


def test_the_name_libreoffice_will_do(tmp_path: Path) -> None:
    expected = program(tmp_path / "libreoffice")
    assert expected == find(Computer({"PATH": str(tmp_path)}, "linux", tmp_path))


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramFiles(x86)"])
def test_windows_keeps_it_among_the_programs_the_newest_first(tmp_path: Path, variable: str) -> None:
    program(tmp_path / "LibreOffice 7.4/program/soffice.exe")
    expected = program(tmp_path / "LibreOffice 24.2/program/soffice.com")
    program(tmp_path / "LibreOffice 24.2/program/soffice.exe")
    assert expected == find(Computer({variable: str(tmp_path)}, "win32", tmp_path))


def test_windows_may_keep_it_with_the_user(tmp_path: Path) -> None:
    expected = program(tmp_path / "Programs/LibreOffice/program/soffice.exe")
    assert expected == find(Computer({"LOCALAPPDATA": str(tmp_path)}, "win32", tmp_path))


def test_macos_keeps_it_among_the_applications(tmp_path: Path) -> None:
    expected = program(tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert expected == find(Computer({}, "darwin", tmp_path))


COMMANDS = {"win32": "winget install", "darwin": "brew install"}


@pytest.mark.parametrize("platform", COMMANDS)
def test_its_absence_is_told_with_the_command_that_installs_it(tmp_path: Path, platform: str) -> None:
    with pytest.raises(PolicyError) as caught:
        find(Computer({"PATH": str(tmp_path)}, platform, tmp_path))
    [finding] = caught.value.findings
    assert ("office-missing", "error") == (finding.code, finding.level)
    assert COMMANDS[platform] in finding.remedy


def test_a_linked_picture_is_not_fetched(made: Made) -> None:
    assert made.other.pdf is not None
    assert [] == made.fetched
