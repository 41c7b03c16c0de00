"""The leak scan: every file of the finished site, searched for what may not be public. Errors stop the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lowcapdocs.disclose import heads, patterns
from lowcapdocs.disclose.allowing import Allowing
from lowcapdocs.disclose.distinctive import Kind
from lowcapdocs.disclose.extract import extract
from lowcapdocs.disclose.leaks import Leak, Leaks
from lowcapdocs.disclose.matcher import Matcher, Text
from lowcapdocs.disclose.normal import key
from lowcapdocs.disclose.patterns import Contacts
from lowcapdocs.disclose.piece import Flaw, Piece, Raw
from lowcapdocs.disclose.secrets import Secret
from lowcapdocs.model.allowed import Allowed
from lowcapdocs.problems import Finding

_REMEMBERED, _SHORT = 50_000, 2_000
"""Texts that held nothing, and the longest (characters) that is remembered."""


def scan(
    files: Iterable[tuple[str, bytes]],
    secrets: Iterable[Secret],
    contacts: Iterable[str] = (),
    allowed: Iterable[Allowed] = (),
) -> list[Finding]:
    """What may not be public in `files` (address below the site's root, bytes), one finding for each value.

    `secrets` by secrets.withheld; `contacts` are the office's own numbers and addresses (Site.contacts);
    `allowed` what may pass nevertheless. Lines of it that nothing needed are told as warnings.
    """
    scanner = Scanner(secrets, contacts, allowed)
    for address, data in files:
        scanner.look(address, data)
    return scanner.findings()


class Scanner:
    """One scan under way: `look` at each file, then ask for `findings`.

    Memory grows with what is found only. What stands on every page and in every package (menus, styles) is
    searched once: up to _REMEMBERED texts that held nothing are remembered.
    """

    def __init__(self, secrets: Iterable[Secret], contacts: Iterable[str], allowed: Iterable[Allowed]) -> None:
        self._secrets: dict[tuple[Kind, str], Secret] = {}
        for secret in secrets:
            self._secrets.setdefault((secret.kind, secret.text), secret)
        self._known = list(self._secrets.values())
        self._matcher = Matcher(list(self._secrets))
        self._contacts = Contacts(tuple(contacts))
        self._allowing = Allowing(allowed)
        self._leaks = Leaks()
        self._clean: dict[bool, set[str]] = {True: set(), False: set()}

    def look(self, address: str, data: bytes) -> None:
        """Search one file."""
        fresh: dict[bool, dict[str, Piece]] = {True: {}, False: {}}
        heads: dict[str, Piece] = {}
        for each in extract(address, data):
            if isinstance(each, Piece):
                if each.text not in self._clean[each.read]:
                    fresh[each.read].setdefault(each.text, each)
                if each.head:
                    heads.setdefault(each.text, each)
            elif isinstance(each, Flaw):
                self._add(Leak.of_flaw(each), address, each.place, each.message)
            elif isinstance(each, Raw):
                for number in self._matcher.hits_in_bytes(each.data):
                    self._add_secret(number, address, each.place, "")
        for read, found in fresh.items():
            if found:
                dirty = set(self._search(address, list(found.values()), read=read))
                self._remember(piece for piece in found.values() if piece not in dirty)
        for piece in heads.values():
            self._judge_head(address, piece)

    def findings(self, data: Iterable[object] = ()) -> list[Finding]:
        """Everything found so far, then the lines of the allow-list that nothing needed. `data` is what the site
        is made from: messages name the record of a number that was known by its form.
        """
        return [*self._leaks.findings(data), *self._allowing.unused()]

    def _remember(self, clean: Iterable[Piece]) -> None:
        for piece in clean:
            if len(self._clean[piece.read]) < _REMEMBERED and len(piece.text) <= _SHORT:
                self._clean[piece.read].add(piece.text)

    def _search(self, address: str, pieces: Sequence[Piece], *, read: bool) -> Iterator[Piece]:
        """Look for everything in `pieces`; those that something was found in."""
        text = Text("\n".join([" ".join(piece[1].split()) for piece in pieces]))
        for hit in self._matcher.hits(text, numbers=read):
            piece = pieces[hit.form.count("\n", 0, hit.start)]
            self._add_secret(hit.key, address, piece.place, piece.text)
            yield piece
        if read:
            for number in patterns.numbers(text.spaced, text.joined, self._contacts):
                piece = pieces[text.spaced.count("\n", 0, number.start)]
                self._add(Leak.of_number(number), address, piece.place, piece.text)
                yield piece
        if "★" in text.close or "内部" in text.close or "☆" in text.close:
            for piece, line in zip(pieces, text.close.split("\n"), strict=True):
                if mark := heads.secrecy_mark(line, head=False):
                    self._add(Leak.of_mark(mark), address, piece.place, piece.text)
                    yield piece

    def _judge_head(self, address: str, piece: Piece) -> None:
        text = key(piece.text)
        if word := heads.draft_word(text):
            self._add(Leak.of_draft(word), address, piece.place, piece.text)
        if mark := heads.secrecy_mark(text, head=True):
            self._add(Leak.of_mark(mark), address, piece.place, piece.text)

    def _add_secret(self, number: int, address: str, place: str, context: str) -> None:
        self._add(Leak.of_secret(self._known[number]), address, place, context)

    def _add(self, leak: Leak, address: str, place: str, context: str) -> None:
        if not self._allowing.lets(leak.text, context, address):
            self._leaks.add(leak, address, place)
