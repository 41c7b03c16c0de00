"""One thing that a return would change in our data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lowcapdocs.model.org import Town
from lowcapdocs.problems import NOWHERE, Where

What = Literal["new", "correction", "changed"]
WORDS: Mapping[What, str] = {"new": "新增", "correction": "更正", "changed": "修改"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row that is added to a data file (`line` is None), or cells of the row that begins on `line`.

    `stem` is the file (progress, ledger), `values` what is written, by field of sources.columns;
    `fields` what people are shown: heading, old and new value. The old value of a first return of a
    period is that of 上期. `sample`: it comes from a workbook that was printed as 示例数据.
    """

    stem: Literal["progress", "ledger"]
    what: What
    town: Town
    subject: str
    fields: tuple[tuple[str, str, str], ...]
    values: Mapping[str, str]
    line: int | None = None
    where: Where = NOWHERE
    sample: bool = False

    def __str__(self) -> str:
        shown = "；".join(
            f"{heading} {old} → {new or '空'}" if old and old != new else f"{heading} {new}"
            for heading, old, new in self.fields
        )
        return f"{WORDS[self.what]} {self.town.name} {self.subject}：{shown or '（只有名称）'}"

    def as_dict(self) -> dict[str, Any]:
        """The change as plain JSON values."""
        return {
            "file": self.stem,
            "what": self.what,
            "town": self.town.id,
            "subject": self.subject,
            "fields": [{"column": heading, "old": old, "new": new} for heading, old, new in self.fields],
            "sample": self.sample,
            "from": str(self.where),
        }
