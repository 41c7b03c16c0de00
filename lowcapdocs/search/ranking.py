"""Which pages come first when a word is on many: a table of kinds, then the newest year, then the address."""

from __future__ import annotations

from lowcapdocs.search.reading import Reading

KINDS = (
    "镇街", "任务", "部门", "专项行动", "文件", "任务分解", "进展", "公示公告", "指南", "说明", "目录", "数据", "下载",
    "首页", "", "企业",
)  # fmt: skip
"""Kinds of pages, the weightiest first; one that is not listed, or none, counts as the empty one."""


def place(page: Reading) -> tuple[int, str, int, bool, str]:
    """By this pages are numbered: kind, its name, year (newest first), lists after what they list, address."""
    kind = page.kind if page.kind in KINDS else ""
    year = page.year[:4]
    return (
        KINDS.index(kind),
        page.kind,
        -int(year) if year.isdecimal() else 0,
        page.address.rpartition("/")[2] == "index.html",
        page.address,
    )
