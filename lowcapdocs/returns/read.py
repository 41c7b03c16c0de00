"""A workbook that came back → what the town says in it, line by line, every cell that says nothing plain told.

It is known by what it says of itself on its hidden sheet, not by its name; columns by the hidden row
of field names, lines by their hidden ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lowcapdocs.intake.grid import Grid, text_of
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error
from lowcapdocs.returns.layout import (
    AMOUNT_LABELS,
    AMOUNTS,
    AMOUNTS_SHEET,
    DAY,
    FIRMS_SHEET,
    META_SHEET,
    firm_columns,
)
from lowcapdocs.returns.lines import RESEND, Sheet, Told
from lowcapdocs.returns.parcel import Meta, read_meta
from lowcapdocs.returns.values import firm_reader, measure_line_reader, plain_reader


@dataclass(slots=True)
class Returned:
    """What one workbook says; `day` is 填报日期."""

    file: str
    meta: Meta
    amounts: list[Told] = field(default_factory=list)
    firms: list[Told] = field(default_factory=list)
    day: str = ""
    day_cell: Where = NOWHERE
    findings: list[Finding] = field(default_factory=list)

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, for comparison with another."""
        lines = (
            sorted((line.id, sorted((name, value) for name, value in line.values.items() if value)) for line in listed)
            for listed in (self.amounts, self.firms)
        )
        return (self.day, *lines)

    @property
    def untouched(self) -> bool:
        """Whether it is as it was sent: nobody has filled it in."""
        return not (self.findings or self.day) and all(
            line.id in sent and all(value == sent[line.id].get(name, "") for name, value in line.values.items())
            for listed, sent in ((self.amounts, self.meta.amounts), (self.firms, self.meta.firms))
            for line in listed
        )


def identify(grids: Sequence[Grid], file: str, campaign: Campaign) -> Meta:
    """What a workbook says of itself. Raises PolicyError if it is no return of `campaign`."""
    hidden = next((grid for grid in grids if grid.sheet == META_SHEET), None)
    if hidden is None:
        message = "不是发出的报送表（没有识别信息）。"
        raise PolicyError([error("return-foreign", Where(file), message, f"{RESEND}不是报送表的请移走。")])
    padded = ([*map(text_of, row[:3]), "", "", ""] for row in hidden.rows)
    try:
        meta = read_meta((row[0], row[1], row[2]) for row in padded)
    except KeyError as problem:
        message = "报送表的版本不认识。"
        raise PolicyError(
            [error("return-foreign", Where(file), message, "请用发出它的那个版本的程序合并。")]
        ) from problem
    except ValueError as problem:
        message = "报送表的识别信息被改动过，无法核对发出时的内容。"
        raise PolicyError([error("return-foreign", Where(file, META_SHEET), message, RESEND)]) from problem
    if meta.campaign != campaign.id:
        message = f"是活动“{meta.campaign}”的报送表，不是“{campaign.id}”的。"
        raise PolicyError([error("return-campaign", Where(file), message, "请移走，或合并到那个活动。")])
    if meta.town not in campaign.town:
        message = f"现在的镇街表里没有“{meta.town}”。"
        raise PolicyError([error("return-town", Where(file), message, "请核对 towns 里的编号是不是改过。")])
    return meta


def read(grids: Sequence[Grid], meta: Meta, file: str, campaign: Campaign) -> Returned:
    """Every line of a workbook that `identify` knows."""
    returned = Returned(file, meta)
    named = {grid.sheet: grid for grid in grids}
    _amounts(named.get(AMOUNTS_SHEET), returned, campaign)
    kinds = tuple(kind for kinds in campaign.required_evidence.values() for kind in kinds)
    _firms(named.get(FIRMS_SHEET), returned, campaign, tuple(dict.fromkeys(kinds)))
    return returned


def _amounts(grid: Grid | None, returned: Returned, campaign: Campaign) -> None:
    sheet = Sheet(grid, AMOUNTS_SHEET, AMOUNTS, returned.file, returned.findings, needed=True)
    for row, line in sheet.lines():
        if line == DAY:
            place = next((at for at, cell in enumerate(sheet.row(row)) if at > 1 and text_of(cell)), 2)
            reading = sheet.reading(row, place, plain_reader("day"), "填报日期")
            returned.day, returned.day_cell = reading.text, sheet.where(row, place)
        elif line.startswith("@"):
            continue
        elif line in returned.meta.amounts and line in campaign.measure:
            told = sheet.told(row, line, measure_line_reader(campaign.measure[line]))
            if not sheet.locked(row, returned.meta.amounts[line], AMOUNT_LABELS):
                told = replace(told, values={})  # nobody knows which measure its figures are of
            returned.amounts.append(told)
        elif line:
            sheet.unknown(row, line)
        elif sheet.filled(row):
            message = "这一行不是发出的，认不出是哪一项指标。"
            where = Where(file=returned.file, sheet=AMOUNTS_SHEET, row=row + 1)
            returned.findings.append(error("return-row-added", where, message, "请删去这一行，填在原有的行里。"))
    sheet.compare(returned.amounts, returned.meta.amounts, "measure")


def _firms(grid: Grid | None, returned: Returned, campaign: Campaign, kinds: tuple[str, ...]) -> None:
    columns = firm_columns(kinds)
    sheet = Sheet(
        grid,
        FIRMS_SHEET,
        columns,
        returned.file,
        returned.findings,
        needed=bool(returned.meta.firms),
        optional=frozenset(kinds),
    )
    reader = firm_reader(campaign.measures, frozenset(kinds))
    for row, line in sheet.lines():
        if line or sheet.filled(row):
            told = sheet.told(row, line, reader)
            if line in returned.meta.firms or not line:
                returned.firms.append(told)
            else:
                sheet.unknown(row, line)
    sheet.compare([line for line in returned.firms if line.id], returned.meta.firms, "name")
