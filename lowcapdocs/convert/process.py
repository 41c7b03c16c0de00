"""An outside program, run for a limited time and ended with everything it started.

Only here does the room start programs, and only what was started here is ever ended: a program gets
a process group of its own, and its leader is not reaped before the group is ended, so that the
number of the group cannot have passed to somebody else.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

_TICK = 0.05
_SAID = 20_000
"""Bytes of output that are kept, for a message or a list of faces."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended: its exit code, or None if its time ran out; and what it said."""

    code: int | None
    said: str


class StoppedError(Exception):
    """The work was given up; the programs have been ended."""


@dataclass(frozen=True, slots=True)
class Programs:
    """Programs that are given up together."""

    _stop: Event = field(default_factory=Event)

    def stop(self) -> None:
        """End every program that runs, and start no more."""
        self._stop.set()

    def run(self, command: Sequence[str], env: Mapping[str, str], seconds: float, keep: int = _SAID) -> Ran:
        """Run `command` in the surroundings `env` for at most about `seconds`; `keep` bytes of what it says.

        Raises OSError if it cannot be started, StoppedError after `stop`.
        """
        if self._stop.is_set():
            raise StoppedError
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                command,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            ended = False
            try:
                waited = 0.0
                while not (ended := _has_ended(process)) and waited < seconds:
                    if self._stop.wait(_TICK):
                        raise StoppedError
                    waited += _TICK
            finally:
                code = _end(process, ended)
            said.seek(max(0, said.seek(0, os.SEEK_END) - keep))
            return Ran(code if ended else None, said.read().decode("utf-8", "replace"))


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether the program is over; on POSIX it stays unreaped."""
    if sys.platform == "win32":
        return process.poll() is not None
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end(process: subprocess.Popen[bytes], ended: bool) -> int:
    """End the whole group, the program with it, and reap it; its exit code."""
    if sys.platform == "win32":
        if not ended:
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody but the ended leader is left
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()
