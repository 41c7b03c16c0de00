"""Every document is rendered once, as the product does it; `rendered` gives the pages of one by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pdfplumber
import pytest

from lowcapdocs.convert.batches import Converter, Source
from lowcapdocs.convert.fonts import prepare
from lowcapdocs.convert.office import Office, find
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.pdf import this_computer
from lowcapdocs.problems import PolicyError
from lowcapdocs.word.writer import Writer
from tests.builders import REPOSITORY
from tests.render.documents import documents, layout
from tests.render.measure import Page

FONTS = REPOSITORY / "build" / "fonts"
FACES = ("FandolHei-Regular", "FandolSong-Bold", "FandolKai-Regular", "FandolFang-Regular")
STAND_INS = {*FACES, "UMingCN"}
INSTALL = "`make test` installs it (tests/setup.sh, on Debian as root or with sudo)."

Rendered = Callable[[str], list[Page]]
both = pytest.mark.parametrize("profile", ["", "B "], ids=["profile A", "profile B"])
"""The layouts of the page: what the names of documents begin with."""


@pytest.fixture(scope="session")
def trees() -> dict[str, Gongwen]:
    return documents()


@pytest.fixture(scope="session")
def pdfs(trees: dict[str, Gongwen], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A PDF of every document, as `lowcapdocs pdf` makes it."""
    for face in FACES:
        if not (FONTS / f"{face}.otf").is_file():
            pytest.fail(f"The face build/fonts/{face}.otf is missing; {INSTALL}", pytrace=False)
    folder = tmp_path_factory.mktemp("render")
    computer, programs = this_computer(), Programs()
    sources = [Source(name, partial(Writer(layout(name)).docx, tree)) for name, tree in trees.items()]
    found = {}
    try:
        with scratch() as place:
            env, _ = prepare(computer, programs, place, [FONTS], Faces())
            converter = Converter(Office(find(computer), env, programs), place)
            for number, each in enumerate(converter.convert(sources, jobs=2)):
                assert each.pdf is not None, each.finding
                found[each.name] = folder / f"{number:03}.pdf"
                found[each.name].write_bytes(each.pdf)
    except PolicyError as problem:
        pytest.fail(f"{problem}; {INSTALL}", pytrace=False)
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
