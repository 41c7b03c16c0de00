"""Which characters a face has, told by its name: GB2312 faces lack 碶 of 石碶街道.

The faces themselves are licensed and rarely on the machine that makes a document, so the name
has to do. It says how much was cut: `_GB2312` and Founder's 简体 (7,445 characters of GB2312),
`_GBK` (21,003 Chinese characters); the faces of Windows hold the whole basic plane of GB18030.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Charset = Literal["GB2312", "GBK", "GB18030", ""]
"""Empty: the name does not say. GB18030 stands for its basic plane."""

_SYMBOLS_OF_FACES = frozenset("·—～…“”‘’")
"""In the faces of GB2312, but not at these code points in the codec of Python."""
_BY_NAME: tuple[tuple[Charset, re.Pattern[str]], ...] = (
    ("GB2312", re.compile(r"gb_?2312|^(?:方正|汉仪|文鼎|长城).*简体?$|^fz.*(?:jw|s)$", re.IGNORECASE)),
    ("GBK", re.compile(r"_?gbk$|^fz.*(?:k|-b\d\d|-m\d\d)$|^华文|^st[a-z]+", re.IGNORECASE)),
    (
        "GB18030",
        re.compile(
            r"gb_?18030|^n?(?:仿宋|楷体|黑体|宋体|新宋体|simsun|simhei|fangsong|kaiti)(?:体)?$"
            r"|^(?:noto|source han|思源)",
            re.IGNORECASE,
        ),
    ),
)


@lru_cache(maxsize=64)
def charset(face: str) -> Charset:
    """The set of characters that `face` was cut for; empty if its name does not say."""
    name = face.strip()
    return next((found for found, pattern in _BY_NAME if pattern.search(name)), "")


@lru_cache(maxsize=4096)
def lacking(text: str, face: str) -> str:
    """The characters of `text` that `face` lacks, each once, in order. Empty if its name does not say."""
    held = charset(face)
    if not held or text.isascii():
        return ""
    return "".join(dict.fromkeys(character for character in text if not _holds(held, character)))


@lru_cache(maxsize=8192)
def _holds(held: Charset, character: str) -> bool:
    if character.isascii() or character.isspace() or character in _SYMBOLS_OF_FACES:
        return True
    if held == "GB18030":
        return character <= "\uffff"
    try:
        character.encode("gb2312" if held == "GB2312" else "gbk")
    except UnicodeEncodeError:
        return False
    return True
