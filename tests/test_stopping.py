"""stopping: a command that is told to end takes its programs with it and leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import REPOSITORY, draft
from tests.workspaces import process, small, tree_of, write


def ours(place: Path) -> list[int]:
    """The LibreOffices at work in `place`, which only their own command line names."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:  # no process, or one that has just ended
            continue
        if b"soffice" in command and os.fsencode(place) in command:
            found.append(int(entry.name))
    return found


def sockets() -> set[str]:
    """Sockets that LibreOffices which are no more have left: those at work, anybody's, do not count."""
    left = {str(path) for path in Path("/tmp").glob("OSL_PIPE_*")}
    return left - set(Path("/proc/net/unix").read_text().split())


def heeding() -> None:
    """As a terminal starts a program: whoever runs these tests may have told its children to ignore signals."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def stopped(space: Path, number: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command answers that gets a signal while LibreOffice works for it."""
    place = space / "临时"
    place.mkdir()
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(place)}
    command = [sys.executable, "-m", "lowcapdocs", *arguments]
    with subprocess.Popen(
        command, cwd=space, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heeding
    ) as running:
        while running.poll() is None and not ours(place):
            time.sleep(0.01)
        assert running.poll() is None, "it ended before it was told to"
        running.send_signal(number)
        out, err = running.communicate(timeout=60)
    return subprocess.CompletedProcess(command, running.returncode, out, err)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_files_that_were_being_converted_leave_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    names, before = [f"稿{index}.md" for index in range(6)], sockets()
    write(tmp_path, {name: draft("正文。") for name in names})
    ended = stopped(tmp_path, number, "pdf", *names, "--jobs", "2")
    assert (128 + number, "") == (ended.returncode, ended.stdout)
    assert "已中止" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert [] == ours(tmp_path / "临时")
    assert sorted(names) == sorted(tree_of(tmp_path))
    assert [] == os.listdir(tmp_path / "临时")
    assert set() == sockets() - before


def test_a_campaign_that_was_being_converted_keeps_the_output_it_had(tmp_path: Path) -> None:
    small(tmp_path)
    assert 0 == process(tmp_path, "pdf").code
    before = tree_of(tmp_path / "build")
    assert 128 + signal.SIGTERM == stopped(tmp_path, signal.SIGTERM, "pdf").returncode
    assert [] == ours(tmp_path / "临时")
    assert before == tree_of(tmp_path / "build")
    assert ["test"] == os.listdir(tmp_path / "build/pdf")
    assert [] == [each for each in (tmp_path / "临时").iterdir() if each.is_dir()]


def test_a_second_signal_does_not_break_off_the_tidying_up(tmp_path: Path) -> None:
    slow = (
        "import os, signal, time; from lowcapdocs.stopping import heed\n"
        "heed()\n"
        "try: os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\n"
        "finally: os.kill(os.getpid(), signal.SIGTERM); print('tidy')\n"
    )
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", slow],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=heeding,
    )
    assert (128 + signal.SIGINT, "tidy\n") == (done.returncode, done.stdout)
