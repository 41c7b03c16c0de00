"""LibreOffice: where it is on this computer, and one run of it over a batch of Word files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lowcapdocs.convert.process import Programs, Ran
from lowcapdocs.problems import PolicyError, Where, error

SECONDS_TO_START, SECONDS_A_FILE = 90, 10
"""Time allowed: a cold start on a slow disk, and one long document."""

_INSTALL = {
    "linux": "请安装：sudo apt install libreoffice-writer（Debian、Ubuntu、统信、麒麟）",
    "win32": "请安装：winget install TheDocumentFoundation.LibreOffice，或从 libreoffice.org 下载",
    "darwin": "请安装：brew install --cask libreoffice，或从 libreoffice.org 下载",
}


@dataclass(frozen=True, slots=True)
class Computer:
    """What the room may know of the machine: the environment, `sys.platform`, the user's folder."""

    env: Mapping[str, str]
    platform: str
    user: Path

    def program(self, *names: str) -> Path | None:
        """The first program of these names on PATH."""
        folders = [Path(each) for each in self.env.get("PATH", "").split(os.pathsep) if each]
        return _first(folder / name for name in names for folder in folders)


def _first(candidates: Iterator[Path]) -> Path | None:
    return next((path for path in candidates if os.path.isfile(path) and os.access(path, os.X_OK)), None)


def _usual_places(computer: Computer) -> Iterator[Path]:
    """Where installers put LibreOffice."""
    if computer.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"):
            root = computer.env.get(variable)
            for folder in (Path(root), Path(root, "Programs")) if root else ():
                for installed in _newest_first(folder.glob("LibreOffice*")):
                    yield from (installed / "program" / name for name in ("soffice.com", "soffice.exe"))
    elif computer.platform == "darwin":
        for folder in (Path("/Applications"), computer.user / "Applications"):
            yield folder / "LibreOffice.app/Contents/MacOS/soffice"
    else:
        for folder in (*_newest_first(Path("/opt").glob("libreoffice*")), Path("/usr/lib/libreoffice")):
            yield folder / "program/soffice"


def _newest_first(folders: Iterator[Path]) -> list[Path]:
    return sorted(folders, key=lambda path: [int(part) for part in re.findall(r"\d+", path.name)], reverse=True)


def find(computer: Computer) -> Path:
    """The program of LibreOffice. Raises PolicyError with the command that installs it."""
    names = ("soffice.com", "soffice.exe") if computer.platform == "win32" else ("soffice", "libreoffice")
    found = computer.program(*names) or _first(_usual_places(computer))
    if found is None:
        ways = [_INSTALL[computer.platform]] if computer.platform in _INSTALL else list(_INSTALL.values())
        message = "转成 PDF 要用 LibreOffice，这台电脑上没有找到。"
        raise PolicyError([error("office-missing", Where("LibreOffice"), message, "；".join(ways) + "；装好后重试。")])
    return found


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice on this computer, in surroundings of ours."""

    program: Path
    env: Mapping[str, str]
    programs: Programs
    seconds_to_start: float = SECONDS_TO_START
    seconds_a_file: float = SECONDS_A_FILE

    def pdf(self, documents: Sequence[Path], profile: Path, target: Path) -> Ran:
        """One run over `documents`, in their order; what comes of them lies in `target` with the ending .pdf.

        Raises OSError if LibreOffice cannot be started.
        """
        command = [
            str(self.program),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target),
            *map(str, documents),
        ]
        own = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(target))  # what it leaves when it is ended goes with ours
        env = {**self.env, **own, "SAL_USE_VCLPLUGIN": "svp"}
        return self.programs.run(command, env, self.seconds_to_start + self.seconds_a_file * len(documents))
