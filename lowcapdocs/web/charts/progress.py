"""A bar that browsers draw themselves: <progress>."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from lowcapdocs.web.charts.figure import GAP, points_text
from lowcapdocs.web.charts.svg import tag


@lru_cache(maxsize=4096)
def progress_bar(value: Decimal | None, label: str) -> Markup:
    """`value` percent of 100, named `label` for screen readers; above 100 the bar is full, and 未报 has none.

    The number itself is printed beside it by whoever asks for it.
    """
    if value is None:
        return tag("span", GAP, class_="bar-missing")
    shown = min(max(value, Decimal(0)), Decimal(100))
    return tag(
        "progress", points_text(value), class_="bar", max=100, value=shown, aria_label=f"{label}：{points_text(value)}"
    )
