"""The allow-list at work: what it lets pass, and which of its lines nothing needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from lowcapdocs.disclose.normal import key
from lowcapdocs.model.allowed import Allowed
from lowcapdocs.problems import Finding, warning


class Allowing:
    """Remembers which lines of allowed.yaml were needed."""

    def __init__(self, allowed: Iterable[Allowed]) -> None:
        self._lines = [(key(each.text), each) for each in allowed]
        self._used: set[int] = set()

    def lets(self, text: str, context: str, address: str) -> bool:
        """Whether `text`, found within `context` in the file at `address`, may stand there.

        A line allows the very text, or a longer one that has it and stands in the context.
        """
        if not self._lines:
            return False
        wanted = key(text)
        for number, (words, line) in enumerate(self._lines):
            same = words == wanted or (wanted in words and words in key(context))
            if same and fnmatchcase(address, line.at):
                self._used.add(number)
                return True
        return False

    def unused(self) -> Iterator[Finding]:
        """A warning for every line that let nothing pass: what it was for is gone, it should go too."""
        for number, (_, line) in enumerate(self._lines):
            if number not in self._used:
                message = f"放行“{line.text}”的一行没有用到。"
                yield warning("allowed-unused", line.where, message, "不再需要的请删去，地址写错的请改正。")
