"""Whether a finished file says what it must: every paragraph and every cell, whoever made it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from .notice import TownData, expected, whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class WrongContentError(Exception):
    """A contestant's file does not say what it must, so its time means nothing."""


def check(files: Iterable[tuple[TownData, Path]], everyone: list[TownData], exact: bool = True) -> int:
    """How many files were read; unless `exact`, they may say more. Raises WrongContentError at the first wrong one."""
    sums = whole(everyone)
    count = 0
    for town, path in files:
        with zipfile.ZipFile(path) as package:
            if package.testzip() is not None:
                raise WrongContentError(f"{path.name}: damaged package")
            body = ElementTree.fromstring(package.read("word/document.xml"))
            feet = [package.read(name) for name in package.namelist() if name.startswith("word/footer")]
        texts, wanted = _texts(body), expected(town, sums)
        _same(path, texts if exact else _common(texts, wanted), wanted)
        if [len(row.findall(f"{_W}tc")) for row in body.findall(f".//{_W}body/{_W}tbl/{_W}tr")] != [4] * 6:
            raise WrongContentError(f"{path.name}: not one table of 6 rows and 4 columns")
        if not any(b"PAGE" in foot for foot in feet):
            raise WrongContentError(f"{path.name}: no page number")
        count += 1
    return count


def _common(texts: list[str], wanted: list[str]) -> list[str]:
    """Those of `wanted` that stand in `texts` in their order."""
    rest = iter(texts)
    return [text for text in wanted if text in rest]


def _texts(body: ElementTree.Element) -> list[str]:
    """The text of each paragraph, in tables or not, in order; blank ones left out."""
    texts = ("".join(part.text or "" for part in paragraph.iter(f"{_W}t")) for paragraph in body.iter(f"{_W}p"))
    return [text for text in texts if text]


def _same(path: Path, found: list[str], wanted: list[str]) -> None:
    for place, (one, other) in enumerate(zip(found, wanted, strict=False), start=1):
        if one != other:
            raise WrongContentError(f"{path.name}: text {place} is “{one}”, not “{other}”")
    if len(found) != len(wanted):
        raise WrongContentError(f"{path.name}: {len(found)} texts, not {len(wanted)}")
