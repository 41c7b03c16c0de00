"""Which characters HTML, SVG and XML may hold, whatever a name holds."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""XML 1.0 § 2.2 [2] Char, and what HTML § 13.2.3.5 calls an error: control characters, halves of pairs, non-characters."""


def valid(text: str) -> str:
    """`text` with U+FFFD for each character that no document may hold, so that it is seen that there was one."""
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)
