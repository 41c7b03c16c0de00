"""Every document is rendered by one run of LibreOffice; `rendered` gives the pages of one by name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pdfplumber
import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.word.writer import Writer
from tests.builders import REPOSITORY
from tests.render.documents import documents
from tests.render.measure import Page

FONTS = REPOSITORY / "build" / "fonts"
FACES = ("FandolHei-Regular", "FandolSong-Bold", "FandolKai-Regular", "FandolFang-Regular")
STAND_INS = {*FACES, "UMingCN"}
INSTALL = "`make test` installs it (tests/setup.sh, on Debian as root or with sudo)."
TIMEOUT = 300

Rendered = Callable[[str], list[Page]]


@pytest.fixture(scope="session")
def trees() -> dict[str, Gongwen]:
    return documents()


@pytest.fixture(scope="session")
def pdfs(trees: dict[str, Gongwen], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A PDF of every document."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.fail(f"LibreOffice (soffice) is missing; {INSTALL}", pytrace=False)
    for face in FACES:
        if not (FONTS / f"{face}.otf").is_file():
            pytest.fail(f"The face build/fonts/{face}.otf is missing; {INSTALL}", pytrace=False)
    folder = tmp_path_factory.mktemp("render")
    writer = Writer()
    names = {f"{number:03}": name for number, name in enumerate(trees)}
    for number, name in names.items():
        (folder / f"{number}.docx").write_bytes(writer.docx(trees[name]))
    config = (Path(__file__).parent / "fonts.conf").read_text(encoding="utf-8")
    (folder / "fonts.conf").write_text(config.replace("FONT_DIR", str(FONTS)), encoding="utf-8")
    ran = subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *(str(folder / f"{number}.docx") for number in names)],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "SAL_USE_VCLPLUGIN": "svp"},
        capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    found = {name: folder / f"{number}.pdf" for number, name in names.items()}
    missing = [name for name, path in found.items() if not path.is_file()]
    if missing:
        pytest.fail(f"LibreOffice made no PDF of {missing}; its Writer may be missing; {INSTALL}\n{ran.stderr}", False)
    return found


@pytest.fixture(scope="session")
def rendered(pdfs: dict[str, Path]) -> Iterator[Rendered]:
    opened: dict[str, list[Page]] = {}
    with ExitStack() as stack:

        def pages(name: str) -> list[Page]:
            if name not in opened:
                opened[name] = [Page(page) for page in stack.enter_context(pdfplumber.open(pdfs[name])).pages]
            return opened[name]

        used = {line.font for name in ("levels", "letter") for page in pages(name) for line in page.lines}
        if used != STAND_INS:
            pytest.fail(f"The faces on the pages are {used}, not {STAND_INS}; what is missing, {INSTALL}", False)
        yield pages
