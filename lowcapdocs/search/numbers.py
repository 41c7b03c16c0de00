"""Rising lists of numbers as short text of safe ASCII: differences in base 39, runs of neighbours in one go.

The alphabet has no quote, no backslash and no `<`, so that it may stand in any script; no digit and no
`@` either, so that nobody who looks for telephone numbers or addresses in the site takes it for one.
Its first 39 characters end a number, the next 39 are the digits before; the last announces a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import sub

_BASE = 39
ALPHABET = "".join(chr(code) for code in range(35, 127) if chr(code) not in "<\\@0123456789")
"""From # to ~, 79 characters."""
_RUN = ALPHABET[2 * _BASE]


class _Codes(dict[int, str]):
    """A number, 0 and up, as text."""

    def __missing__(self, number: int) -> str:
        text, rest = ALPHABET[number % _BASE], number // _BASE
        while rest:
            text, rest = ALPHABET[_BASE + rest % _BASE] + text, rest // _BASE
        if len(self) < 100_000:
            self[number] = text
        return text


_CODES = _Codes()
_ONES = re.compile(f"(?<![{re.escape(ALPHABET[_BASE : 2 * _BASE])}]){re.escape(_CODES[1])}{{4,}}")


def rising(numbers: Sequence[int]) -> str:
    """Numbers from 0, each greater than the one before."""
    steps = "".join(map(_CODES.__getitem__, map(sub, numbers, (-1, *numbers[:-1]))))
    return _ONES.sub(lambda ones: _RUN + _CODES[len(ones[0])], steps)


def plain(numbers: Iterable[int]) -> str:
    """Any numbers from 0, in their order."""
    return "".join(map(_CODES.__getitem__, numbers))
