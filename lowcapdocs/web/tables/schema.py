"""The JSON Schema (2020-12) of a table's JSON file: one for each kind, whatever the campaign."""

from __future__ import annotations

import json
from typing import Any

from lowcapdocs.web.tables.table import Field, Kind, Type

_TYPES: dict[Type, dict[str, Any]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "yes": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"},
    "texts": {"type": "array", "items": {"type": "string"}},
}
_HEAD = {
    "title": {"type": "string", "title": "名称"},
    "campaign": {"type": "string", "title": "专项行动"},
    "as_of": {"type": ["string", "null"], "format": "date", "title": "数据截至"},
    "source": {"type": ["string", "null"], "title": "来源"},
    "licence": {"type": ["string", "null"], "title": "使用条件"},
    "schema": {"type": "string", "title": "本文件的说明，相对地址"},
    "sample": {"type": ["string", "null"], "title": "虚构的部分"},
}


def schema(kind: Kind) -> dict[str, Any]:
    """What every file of `kind` is like. A campaign that does not publish a column has files without it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.title,
        "description": kind.about,
        "type": "object",
        "required": [*_HEAD, "data"],
        "additionalProperties": False,
        "properties": {
            **_HEAD,
            "data": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": list(kind.key),
                    "additionalProperties": False,
                    "properties": {field.name: _field(field, field.name in kind.key) for field in kind.fields},
                },
            },
        },
    }


def schema_bytes(kind: Kind) -> bytes:
    """The file, indented for people."""
    return (json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n").encode()


def _field(field: Field, known: bool) -> dict[str, Any]:
    type = dict(_TYPES[field.type])
    if not known and field.type != "texts":
        type["type"] = [type["type"], "null"]
    about = {"description": field.about} if field.about else {}
    return {"title": field.title, **about, **type}
