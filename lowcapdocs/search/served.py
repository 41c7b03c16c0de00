"""The client's own files, as they are served: the parts of client/ in one script, without comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "client"
PARTS = ("reader", "finder", "loosely", "marking", "results", "suggest")
"""The parts of the script, in the order in which they stand in it; they share one scope."""
_COMMENTS = re.compile(r"^\s*(?://.*)?\n|^[ ]+", re.MULTILINE)


def files() -> Iterator[tuple[str, bytes]]:
    """client.js and search.css."""
    parts = "".join((_FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    yield "client.js", f'(() => {{\n"use strict";\n{_COMMENTS.sub("", parts)}}})();\n'.encode()
    yield "search.css", (_FOLDER / "search.css").read_bytes()
