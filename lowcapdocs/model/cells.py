"""What one field of a record prints in a cell of a table: dates, numbers, units and texts alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lowcapdocs.gongwen.wording import date_text, decimal_text
from lowcapdocs.model.org import Department, Town


def cell_text(value: object) -> str | None:
    """`value` as tables print it; None where it is not known (None or empty)."""
    match value:
        case None | "":
            return None
        case bool():
            return "是" if value else "否"
        case Decimal():
            return decimal_text(value)
        case date():
            return date_text(value)
        case Town():
            return value.name
        case Department():
            return value.signing_name
    return str(value)
