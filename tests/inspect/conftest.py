"""Every document whose pages are judged, converted in one go."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import pytest

from lowcapdocs.convert.batches import Converter, Source
from lowcapdocs.convert.fonts import prepare
from lowcapdocs.convert.office import Office, find
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.inspect.pages import inspect_pages
from lowcapdocs.inspect.verdict import Verdict
from lowcapdocs.pdf import this_computer
from tests.builders import REPOSITORY
from tests.inspect.page_documents import BROKEN, GOOD, HALF_WRONG, SHIFTED, docx
from tests.inspect.signatures import PRINTED, caption


def sources() -> dict[str, Callable[[], bytes]]:
    """The Word files, by the names of their pages."""
    return {
        **{f"good {name}": partial(docx, tree) for name, tree in GOOD.items()},
        **{f"profile B {name}": partial(docx, tree, None, True) for name, tree in GOOD.items()},
        **{f"broken {name}": partial(docx, GOOD[each.good], each.change) for name, each in BROKEN.items()},
        **{f"shifted {name}": partial(docx, GOOD[each.good], each.change) for name, each in SHIFTED.items()},
        **{f"half wrong {name}": partial(docx, GOOD[each.good], each.change) for name, each in HALF_WRONG.items()},
        **PRINTED,
        "caption": caption,
    }


@pytest.fixture(scope="session")
def words() -> dict[str, Callable[[], bytes]]:
    """The Word file of every PDF."""
    return sources()


@pytest.fixture(scope="session")
def pdfs(words: dict[str, Callable[[], bytes]]) -> dict[str, bytes]:
    """The pages of every document."""
    computer, programs = this_computer(), Programs()
    with scratch() as place:
        env, _ = prepare(computer, programs, place, [REPOSITORY / "build" / "fonts"], Faces())
        converter = Converter(Office(find(computer), env, programs), place)
        made = list(converter.convert([Source(name, read) for name, read in words.items()], jobs=2))
    assert [] == [each.finding for each in made if each.pdf is None]
    return {each.name: each.pdf for each in made if each.pdf is not None}


@pytest.fixture(scope="session")
def judged(pdfs: dict[str, bytes]) -> Callable[[str], list[Verdict]]:
    """What the inspector says of the pages of a document, either page layout accepted; said once."""
    return cache(lambda name: inspect_pages(pdfs[name], "a.pdf"))
