"""Being told to end: Ctrl-C, a closed window, `kill`. Work is given up in order, not cut off.

What is under way has to end its programs and take away its folders; that is written where they are
made, in `finally`. Here a signal becomes the exception that makes it happen.
"""

from __future__ import annotations

import signal
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Ctrl-C, `kill`, a terminal that closes; Ctrl-Break and a window that closes on Windows."""


class Stopped(SystemExit):
    """We were told to end; the exit code is 128 and the number of the signal."""


def heed() -> None:
    """From now on a signal to end raises `Stopped` in the main thread, once.

    A signal that was ignored when we were started (nohup) stays ignored.
    """
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _numbers() -> list[signal.Signals]:
    """Those that this system has."""
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def _stop(number: int, _: FrameType | None) -> None:
    for each in _numbers():
        signal.signal(each, signal.SIG_IGN)  # tidying up takes a moment and is not to be broken off
    raise Stopped(128 + number)
