"""convert.process: a program is given a limited time, and nothing that it started outlives it."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from lowcapdocs.convert.process import Programs, StoppedError

HANGS = "import subprocess, sys, time; child = subprocess.Popen(['sleep', '600']); print(child.pid, flush=True); time.sleep(600)"
ENDS = "import subprocess; print(subprocess.Popen(['sleep', '600']).pid, flush=True)"


def is_there(number: int) -> bool:
    """Whether a process still runs; one that was told to end is given some moments to do so."""
    for _ in range(100):
        try:
            if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] in "ZX":
                return False
        except OSError:
            return False
        threading.Event().wait(0.1)
    return True


def test_what_a_program_says_and_how_it_ends_is_told() -> None:
    ran = Programs().run([sys.executable, "-c", "import sys; print('好', flush=True); sys.exit('坏')"], os.environ, 60)
    assert (1, ["好", "坏"]) == (ran.code, ran.said.split())


def test_only_the_end_of_a_long_story_is_kept() -> None:
    ran = Programs().run([sys.executable, "-c", "print('x' * 99 + '完')"], os.environ, 60, keep=8)
    assert "xxxx完\n" == ran.said


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize(("script", "code"), [(HANGS, None), (ENDS, 0)], ids=["hangs", "ends"])
def test_no_process_is_left_behind(script: str, code: int | None) -> None:
    ran = Programs().run([sys.executable, "-c", script], os.environ, 3)
    assert code == ran.code
    assert not is_there(int(ran.said))


def test_surroundings_are_what_they_are_given() -> None:
    ran = Programs().run([sys.executable, "-c", "import os; print(os.environ['甲'])"], {**os.environ, "甲": "乙"}, 60)
    assert "乙\n" == ran.said


def test_programs_are_given_up_together_and_no_more_are_started() -> None:
    programs = Programs()
    timer = threading.Timer(0.5, programs.stop)
    timer.start()
    with pytest.raises(StoppedError):
        programs.run([sys.executable, "-c", HANGS], os.environ, 600)
    with pytest.raises(StoppedError):
        programs.run([sys.executable, "-c", ""], os.environ, 600)
    timer.join()


def test_a_program_that_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        Programs().run([str(tmp_path / "nowhere")], os.environ, 1)
