"""A workbook → the tables in it: which kind it is, what each sheet holds, what holds for a whole sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from lowcapdocs.intake import header as headers
from lowcapdocs.intake.columns import SERIAL, Column, Vocabulary, assign, plain
from lowcapdocs.intake.grid import Grid
from lowcapdocs.intake.header import Header
from lowcapdocs.intake.kinds import KINDS, Kind
from lowcapdocs.intake.names import measure_reader, new_town_reader, period_in, period_reader, town_in, town_reader
from lowcapdocs.intake.rows import Entry, RowReader, Skipped, Table, tell_hidden
from lowcapdocs.intake.values import (
    Reader,
    caching,
    choice_reader,
    number_reader,
    read_area_code,
    read_credit_code,
    read_day,
    read_flag,
    read_phone,
    read_text,
)
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town
from lowcapdocs.problems import Finding, Level, PolicyError, Where, error, warning
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report

_LISTED = 20
"""How many unused columns are named."""


@dataclass(slots=True)
class Book:
    """What a workbook holds: its kind, whether that was guessed, its tables, and every doubt."""

    kind: Kind
    guessed: bool
    tables: list[Table] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    """Whole sheets that were left out."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        """The records of all tables."""
        return [entry for table in self.tables for entry in table.entries]


def read_book(grids: list[Grid], campaign: Campaign, kind: Kind | None) -> Book:
    """The tables of `kind`, or of the kind that the headings fit best.

    Raises PolicyError if no sheet has headings, or if several kinds fit as well.
    """
    file = grids[0].file if grids else ""
    seen = [grid for grid in grids if not grid.hidden and grid.rows]
    if not seen:
        message = "工作簿里没有看得见的内容。" if grids else "工作簿里没有工作表。"
        raise PolicyError([error("file-empty", Where(file), message, "请检查是否保存成功；隐藏的工作表请先取消隐藏。")])
    report = Report()
    wanted = kind or _guess(seen, campaign)
    book = Book(wanted, kind is None)
    vocabulary = _vocabulary(wanted, campaign)
    towns = Names(campaign.towns, "镇街", report)
    for grid in grids:
        header = headers.find(grid, vocabulary) if grid.rows and not grid.hidden else None
        if header is None or not _fits(header, vocabulary):
            why = "隐藏的工作表" if grid.hidden else "没有认出表头" if grid.rows else "空的工作表"
            book.skipped.append(Skipped(Where(file, grid.sheet), "", why))
            continue
        table = _table(grid, header, vocabulary, campaign, towns, report)
        if table is not None:
            book.tables.append(table)
        if not grid.seen_whole:
            message = "这种格式看不出错误值（如 #REF!）和没有结果的公式，遇到只会当作空格。"
            report.append(_note("sheet-blind", Where(file, grid.sheet), message, "有公式的请另存为 .xlsx 再读。"))
    if not book.tables and not report:
        raise PolicyError([_no_header(file, wanted)])
    _report_twice(book, report)
    book.findings = list(dict.fromkeys(report))
    return book


def _note(code: str, where: Where, message: str, remedy: str) -> Finding:
    level: Level = "note"
    return Finding(code, level, where, message, remedy)


def _vocabulary(kind: Kind, campaign: Campaign) -> Vocabulary:
    papers = [paper for each in campaign.evidence for paper in each.requires] if kind.id == "ledger" else []
    return Vocabulary(kind, campaign.measures, papers)


def _no_header(file: str, kind: Kind | None) -> Finding:
    word = f"{kind.word}表的" if kind else ""
    message = f"前15行里没有认出{word}表头。"
    remedy = "表头里要有镇街（或企业名称）和指标等列名；列名与 campaign.yaml 的指标不同的，在 aliases 里登记。"
    return error("sheet-no-header", Where(file), message, remedy)


def _guess(grids: list[Grid], campaign: Campaign) -> Kind:
    """The kind whose headings most columns of the sheets have. Raises PolicyError if that is not clear."""
    scores: dict[str, int] = {}
    for kind in KINDS.values():
        vocabulary = _vocabulary(kind, campaign)
        for grid in grids:
            header = headers.find(grid, vocabulary)
            if header is not None and _fits(header, vocabulary):
                meanings = {vocabulary.meaning(parts) for parts in header.labels.values()}
                telling = [each for each in meanings if each and each.field not in (SERIAL, "order", "remark")]
                if len(telling) > 1:
                    score = sum(1 + each.sure + (each.field in kind.measured) for each in telling)
                    scores[kind.id] = scores.get(kind.id, 0) + score
    best = [name for name, score in scores.items() if score == max(scores.values())]
    best = [name for name in best if not any(name in KINDS[other].over for other in best)]
    if not best:
        raise PolicyError([_no_header(grids[0].file, None)])
    if len(best) > 1:
        listed = "、".join(f"{KINDS[name].word}（{name}）" for name in best)
        message = f"看不出是哪一种表，可能是{listed}。"
        raise PolicyError([error("sheet-kind", Where(grids[0].file), message, "请用 --as 写明。")])
    return KINDS[best[0]]


def _fits(header: Header, vocabulary: Vocabulary) -> bool:
    """Whether the headings have every field that the kind needs."""
    found = {meaning.field for parts in header.labels.values() if (meaning := vocabulary.meaning(parts))}
    fixed = {"town"} if vocabulary.kind.subject != "town" else set()
    needed = set(vocabulary.kind.needed) - fixed
    if "done" in needed and found & vocabulary.kind.measured:
        needed.discard("done")
    return needed <= found


def _table(
    grid: Grid, header: Header, vocabulary: Vocabulary, campaign: Campaign, towns: Names[Town], report: Report
) -> Table | None:
    where = Where(grid.file, grid.sheet, header.bottom + 1, cell=f"{header.top + 1}:{header.bottom + 1}")
    before = len(report)
    columns, unused = assign(header.labels, header.units, vocabulary, where, report)
    kind = vocabulary.kind
    if not any(column.meaning.field == kind.subject for column in columns):
        return None
    table = Table(grid.sheet, header.top + 1, header.bottom + 1, columns, unused)
    _tell_unused(grid, table, header, vocabulary, report)
    _tell_absent(grid, columns, vocabulary, report)
    fixed = _fixed(grid, header, columns, vocabulary, campaign, towns, report)
    if any(finding.level == "error" for finding in report[before:]):
        return table  # with the wrong column, or none, every row would be doubtful
    readers = {column.place: _reader(column, vocabulary, campaign, towns) for column in columns}
    RowReader(grid, header, kind, table, readers, fixed, report).read()
    tell_hidden(grid, table, report)
    return table


def _tell_unused(grid: Grid, table: Table, header: Header, vocabulary: Vocabulary, report: Report) -> None:
    for place, label in table.unused[:_LISTED]:
        remedy = "不需要的请忽略。"
        if vocabulary.kind.measured and vocabulary.measure_in(plain(label)):
            remedy = f"是指标的哪一项？要用的请在列名里写明（如“累计完成”“任务数”）；{remedy}"
        elif near := vocabulary.near_measure(label):
            remedy = (
                f"是不是指标“{near.name}”？是的请在 campaign.yaml 该指标的 aliases 里登记这个叫法"
                "（不带“累计完成”“任务数”一类），或改列名。"
            )
        elif like := vocabulary.near(label):
            remedy = f"是不是“{like}”？是的请改列名。"
        where = grid.where(header.bottom, place)
        report.append(_note("column-unused", where, f"没有用到“{label[:40]}”一列。", remedy))
    if len(table.unused) > _LISTED:
        where = Where(grid.file, grid.sheet)
        message = f"另有{len(table.unused) - _LISTED}列没有用到。"
        report.append(_note("column-unused", where, message, "请检查表头。"))


def _tell_absent(grid: Grid, columns: list[Column], vocabulary: Vocabulary, report: Report) -> None:
    """Report a field that the sheet does not have although it has others that speak of it."""
    kind, headings = vocabulary.kind, {column.meaning.field: column.label for column in columns}
    for name, others in kind.beside.items():
        found = "、".join(f"“{headings[each]}”" for each in others if each in headings)
        if found and name not in headings:
            heading, usual = kind.columns[name][0], kind.defaults.get(name, "")
            message = f"有{found}列，没有“{heading}”列：已有的不改" + (f"，新的都当作“{usual}”。" if usual else "。")
            remedy = f"请加“{heading}”列；表里有的，请把列名改成“{heading}”。"
            report.append(warning("column-missing", Where(grid.file, grid.sheet), message, remedy))


def _reader(column: Column, vocabulary: Vocabulary, campaign: Campaign, towns: Names[Town]) -> Reader:
    kind, name = vocabulary.kind, column.meaning.field
    how = kind.reads.get(name, "text")
    if isinstance(how, tuple):
        return caching(choice_reader(how, kind.meanings.get(name, {})))
    if kind.id == "towns" and name == "name":
        return caching(new_town_reader(towns))
    units = {measure.id: measure.unit for measure in vocabulary.measures}
    unit = units.get(column.meaning.measure, "") or kind.units.get(name, "") or column.unit
    made: dict[str, Reader] = {
        "text": read_text,
        "town": town_reader(towns),
        "measure": measure_reader(vocabulary),
        "period": period_reader(campaign.year),
        "amount": number_reader(unit),
        "day": read_day,
        "code": read_credit_code,
        "area": read_area_code,
        "phone": read_phone,
        "flag": read_flag,
    }
    return caching(made[how])


def _fixed(
    grid: Grid,
    header: Header,
    columns: list[Column],
    vocabulary: Vocabulary,
    campaign: Campaign,
    towns: Names[Town],
    report: Report,
) -> dict[str, str]:
    """What the name of the sheet, its title or its file says for all rows: town, measure, period."""
    kind = vocabulary.kind
    stated = {column.meaning.field for column in columns} | (
        {"measure"} if any(c.meaning.measure for c in columns) else set()
    )
    texts = (grid.sheet, *header.titles, grid.file.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    where = Where(grid.file, grid.sheet)
    found: dict[str, str] = {}
    asked = [name for name in ("town", "measure", "period") if name in kind.columns and name not in stated]
    for name in asked:
        if name == "measure" and len(campaign.measures) == 1:
            found[name] = campaign.measures[0].id
            continue
        values = [_from(name, text, vocabulary, campaign, towns) for text in texts]
        value, text = next(((value, text) for value, text in zip(values, texts, strict=True) if value), ("", ""))
        heading = kind.columns[name][0]
        if value:
            found[name] = value
            shown = next((each.name for each in campaign.measures if each.id == value), value)
            message = f"没有“{heading}”列，按“{text[:30]}”都当作{shown}。"
            report.append(_note("sheet-says", where, message, f"不是的请加“{heading}”列。"))
        else:
            remedy = f"请加“{heading}”列，或写在标题、工作表名里。"
            report.append(error("column-missing", where, f"看不出“{heading}”。", remedy))
    return found


def _from(name: str, text: str, vocabulary: Vocabulary, campaign: Campaign, towns: Names[Town]) -> str:
    if name == "town":
        return town_in(text, towns, campaign.towns)
    return period_in(text) if name == "period" else vocabulary.measure_in(plain(text))


def _report_twice(book: Book, report: Report) -> None:
    """Report every record that stands twice, by the surest key that it has."""
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in book.entries:
        for key in book.kind.keys:
            values = tuple(entry.values.get(name, "") for name in key)
            if all(values) and values != ("/",):
                earlier = seen.setdefault((*key, *values), entry)
                if earlier is not entry:
                    shown = "、".join(values)
                    message = f"“{shown}”与{earlier.grid.sheet or '本表'}的{earlier.where().cell}重复。"
                    report.append(error("row-twice", entry.where(), message, "请只保留一行。"))
                break
