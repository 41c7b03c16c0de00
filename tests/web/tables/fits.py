"""A small judge of JSON Schema: the keywords that our schemas use, and a complaint about any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    "$schema", "title", "description", "type", "required", "additionalProperties", "properties", "items", "format",
    "pattern",
}  # fmt: skip


def misfits(value: Any, schema: dict[str, Any], place: str = "$") -> Iterator[str]:
    """Where `value` is other than `schema` says."""
    for keyword in schema.keys() - _KNOWN:
        yield f"{place}: keyword {keyword}"
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_is(value, each) for each in types):
        yield f"{place}: {value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from (f"{place}: no {name}" for name in schema.get("required", ()) if name not in value)
        for name, each in value.items():
            if name in schema["properties"]:
                yield from misfits(each, schema["properties"][name], f"{place}.{name}")
            elif not schema.get("additionalProperties", True):
                yield f"{place}: {name} is not foreseen"
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from misfits(each, schema["items"], f"{place}[{number}]")
    elif isinstance(value, str):
        if schema.get("format") == "date" and value != date.fromisoformat(value).isoformat():
            yield f"{place}: {value} is no day"
        if not re.search(schema.get("pattern", ""), value):
            yield f"{place}: {value} is not like {schema['pattern']}"


def _is(value: Any, type: str) -> bool:
    return isinstance(value, _TYPES[type]) and (type == "boolean" or not isinstance(value, bool))
