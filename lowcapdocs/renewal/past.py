"""往年完成情况: what the old year came to, written into the new campaign.yaml."""

from __future__ import annotations

from decimal import Decimal

from lowcapdocs.figures.figures import Figures
from lowcapdocs.renewal.rules import is_chinese, word
from lowcapdocs.renewal.yaml_text import YamlText, fields
from lowcapdocs.sources.columns import CAMPAIGN
from lowcapdocs.sources.year_columns import PAST_RESULTS


def add_past(text: YamlText, figures: Figures) -> str:
    """Put the results of the campaign of `figures` at the end of `past`; if that cannot be done, why.

    What is there stays. Figures invented for demonstration are no results, nor are those of a year
    that is not known: a comment says so instead. A campaign without returns adds nothing.
    """
    if figures.latest is None:
        return ""
    year = figures.campaign.year
    why = "上一年的数据没有写年度" if year is None else f"{year}年的报送是示例数据" if figures.is_sample() else ""
    if why:
        _put(text, [], [f"{why}，不作往年完成情况；有实际的数请填写（写法见 docs/data.md）"])
        return why
    known = {(past.measure, past.year) for past in figures.campaign.past}
    chinese = is_chinese(text)
    names = [word(field, PAST_RESULTS, chinese=chinese) for field in ("measure", "year", "quota", "accepted")]
    items = []
    for measure in figures.campaign.measures:
        standing = figures.standing(figures.latest, measure.id)
        if standing.accepted is None or (measure.id, year) in known:
            continue
        quota = format(standing.quota, "f") if isinstance(standing.quota, Decimal) else ""
        values = (measure.id, str(year), quota, format(standing.accepted, "f"))
        items.append("{" + ", ".join(f"{name}: {value}" for name, value in zip(names, values, strict=True)) + "}")
    if items:
        _put(text, items, [])
    return ""


def _put(text: YamlText, items: list[str], remarks: list[str]) -> None:
    past = fields(text.root, CAMPAIGN).get("past")
    if past is not None:
        text.add_items(past, items, remarks)
        return
    name = word("past", CAMPAIGN, chinese=is_chinese(text))
    text.add_field(["", f"{name}:", *(f"  - {item}" for item in items), *(f"  # {each}" for each in remarks)])
