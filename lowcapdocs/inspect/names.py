"""WordprocessingML by name: namespaces, and how its values are spelled (transitional and strict)."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element as lxml has it; lxml has no types of its own."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
)
"""Namespaces of ISO 29500 strict, and those that everybody else writes."""

VAL = f"{W}val"
_MEASURE = re.compile(r"([+-]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi|px)?")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "px": 15.0}
_OFF = {"0", "false", "off", "none"}
_FARTHEST = 10**7


def twips(text: str | None, unit: float = 1.0) -> int | None:
    """A length in twips; a bare number counts `unit` twips. None if there is none or it is no length."""
    found = _MEASURE.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    value = float(found[1]) * (_TWIPS[found[2]] if found[2] else unit)
    return round(value) if abs(value) < _FARTHEST else None


def number(text: str | None) -> int | None:
    """A whole number, whatever else a producer put behind its point."""
    return twips(text)


def switched(element: Element) -> bool:
    """Whether a property such as w:b is on."""
    return (element.get(VAL) or "1").lower() not in _OFF


def child(parent: Element | None, name: str) -> Element | None:
    """The first child `w:name`, if any."""
    return None if parent is None else parent.find(W + name)


def value(parent: Element | None, name: str) -> str | None:
    """`w:val` of the child `w:name`, if both are there."""
    found = child(parent, name)
    return None if found is None else found.get(VAL)


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
