from __future__ import annotations

from pathlib import Path

import pytest

from .check import WrongContentError, check
from .contestants import CONTESTANTS
from .notice import expected, towns, whole


@pytest.mark.parametrize("name", CONTESTANTS)
def test_every_contestant_says_the_very_same(name: str, tmp_path: Path) -> None:
    everyone = towns(30)
    contestant = CONTESTANTS[name]
    make = contestant.prepare(tmp_path, everyone)
    made = list(zip(everyone, make(everyone[:20]), strict=False))
    assert check(made, everyone, contestant.exact) == 20


@pytest.mark.parametrize("name", ["lowcapdocs", "lowcapdocs-whole"])
def test_a_wrong_word_is_found(name: str, tmp_path: Path) -> None:
    everyone = towns(2)
    (path,) = CONTESTANTS[name].prepare(tmp_path, everyone)(everyone[:1])
    with pytest.raises(WrongContentError):
        check([(everyone[1], path)], everyone, CONTESTANTS[name].exact)


def test_the_notice_is_as_described() -> None:
    everyone = towns(5)
    assert len(expected(everyone[0], whole(everyone))) == 2 + 12 + 3 + 6 * 4 + 2
