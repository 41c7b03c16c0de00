"""convert.batches: many files in few runs, each with its PDF or its reason, whatever LibreOffice does."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.convert.batches import BATCH, Converted, Converter, Source
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.problems import PolicyError
from tests.convert.fakes import office, runs, source


def convert(
    folder: Path, *sources: Source, jobs: int = 1, broken: bool = False, seconds: float = 60
) -> list[Converted]:
    with scratch() as place:
        return list(Converter(office(folder, broken, seconds), place).convert(sources, jobs))


def outcome(each: Converted) -> tuple[str, str]:
    """Its name, and the text of its PDF or the code of its finding."""
    if each.pdf is None:
        assert each.finding is not None
        assert each.name == each.finding.where.file
        return each.name, each.finding.code
    return each.name, each.pdf.decode().split()[1]


def files(count: int, **others: str) -> list[Source]:
    """So many files; `others` gives some of them, by f and their number, another text."""
    return [source(f"f{number}", others.get(f"f{number}", f"text{number}")) for number in range(count)]


def test_one_run_takes_many_files_and_each_gets_its_own_pdf(tmp_path: Path) -> None:
    assert [(f"f{number}", f"text{number}") for number in range(BATCH)] == [
        outcome(each) for each in convert(tmp_path, *files(BATCH))
    ]
    assert [BATCH] == runs(tmp_path)


def test_several_jobs_share_the_files_and_keep_their_order(tmp_path: Path) -> None:
    done = convert(tmp_path, *files(2 * BATCH + 3), jobs=3)
    assert [f"f{number}" for number in range(2 * BATCH + 3)] == [each.name for each in done]
    assert 3 == len(runs(tmp_path))


def test_no_file_at_all_is_no_run(tmp_path: Path) -> None:
    assert [] == convert(tmp_path)
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize("wrong", ["refuse", "crash", "half"])
def test_a_file_that_fails_is_tried_once_alone_and_then_told_by_name(tmp_path: Path, wrong: str) -> None:
    done = convert(tmp_path, *files(5, f2=wrong))
    expected = [("f0", "text0"), ("f1", "text1"), ("f2", "file-not-converted"), ("f3", "text3"), ("f4", "text4")]
    assert expected == [outcome(each) for each in done]
    assert 1 == runs(tmp_path)[-1]


def test_a_file_that_hangs_is_ended_tried_once_alone_and_then_told_by_name(tmp_path: Path) -> None:
    done = convert(tmp_path, *files(4, f1="hang"), seconds=2)
    assert [("f0", "text0"), ("f1", "file-not-converted"), ("f2", "text2"), ("f3", "text3")] == [
        outcome(each) for each in done
    ]
    assert [4, 2, 1] == runs(tmp_path)
    assert done[1].finding is not None
    assert "没有反应" in done[1].finding.message


@pytest.mark.parametrize("wrong", ["once crash", "once half"])
def test_a_file_that_fails_only_among_others_gets_its_pdf_alone(tmp_path: Path, wrong: str) -> None:
    done = convert(tmp_path, *files(3, f1=wrong))
    assert [each.name for each in done if each.pdf] == ["f0", "f1", "f2"]
    assert [3, 1, 1] == runs(tmp_path)


def test_every_one_of_several_bad_files_is_told(tmp_path: Path) -> None:
    done = convert(tmp_path, *files(6, f0="refuse", f2="crash", f5="crash"))
    codes = ["file-not-converted", "text1", "file-not-converted", "text3", "text4", "file-not-converted"]
    assert codes == [outcome(each)[1] for each in done]


def test_a_libreoffice_that_makes_nothing_at_all_is_told_once_and_no_file_is_blamed(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        convert(tmp_path, *files(9), broken=True)
    [finding] = caught.value.findings
    assert "office-broken" == finding.code
    assert "no Writer here" in finding.message
    assert [9, 1] == runs(tmp_path)


NO_WORD = {
    "empty": b"",
    "text": "正文".encode(),
    "another zip": b"PK\x05\x06" + bytes(18),
    "old or locked": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "torn": source("", "x").read()[:-30],
}


@pytest.mark.parametrize("name", NO_WORD)
def test_what_is_no_word_file_is_told_and_never_reaches_libreoffice(tmp_path: Path, name: str) -> None:
    done = convert(tmp_path, Source("甲 乙.docx", lambda: NO_WORD[name]), *files(1))
    assert [("甲 乙.docx", "file-not-word"), ("f0", "text0")] == [outcome(each) for each in done]
    assert [1] == runs(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    done = convert(tmp_path, Source("没有.docx", (tmp_path / "没有.docx").read_bytes), *files(1))
    assert [("没有.docx", "file-unreadable"), ("f0", "text0")] == [outcome(each) for each in done]


def test_who_loses_interest_ends_what_still_runs(tmp_path: Path) -> None:
    with scratch() as place:
        converter = Converter(office(tmp_path, seconds=600), place)
        converted = converter.convert([source("f0", "fine"), source("f1", "hang")], jobs=2)
        assert ("f0", "fine") == outcome(next(converted))
        converted.close()  # type: ignore[attr-defined]  # returns at once, though f1 would hang for ten minutes
