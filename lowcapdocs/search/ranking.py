"""Which pages come first when a word is on many: a table of kinds, then the newest, then the address."""

from __future__ import annotations

from lowcapdocs.search.reading import Reading

KINDS = (
    "企业", "镇街", "任务", "部门", "专项行动", "文件", "任务分解", "进展", "公示公告", "指南", "说明", "目录", "数据",
    "下载", "首页", "",
)  # fmt: skip
"""Kinds of pages, the weightiest first; one that is not listed, or none, counts as the empty one.

Pages on which something is told in full come before those that repeat a part: the register of firms before towns.
"""

OVERVIEWS = ("专项行动",)
"""Kinds of pages that lead the way by their titles, but by their texts only repeat what others tell in full."""


def place(page: Reading) -> tuple[int, str, int, int, bool, str]:
    """By this pages are numbered: kind, its name, year and date (newest first), lists after what they list, address."""
    kind = page.kind if page.kind in KINDS else ""
    year = page.year[:4]
    date = page.date[:10].replace("-", "")
    return (
        KINDS.index(kind),
        page.kind,
        -int(year) if year.isdecimal() else 0,
        -int(date) if date.isdecimal() else 0,
        page.address.rpartition("/")[2] == "index.html",
        page.address.removesuffix(".html"),
    )
