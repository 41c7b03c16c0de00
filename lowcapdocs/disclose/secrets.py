"""Every distinctive value that the data holds and that is no public value, each with its record.

What is caught: names of firms, places and papers of four Chinese characters and more; codes, document, phone
and card numbers and mail addresses; amounts of five digits and more; remarks of eight characters and more; a
person's name of two or three characters where it stands alone or where a word such as 联系人 says so; and of
a longer text also the people, codes and amounts within it. What is not: dates, words (停产, 铸造), short
numbers, names of towns, departments and measures, and a short name in the middle of running text (王建 in
国王建设, but also in 由王建完成).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from lowcapdocs.disclose.distinctive import Kind, Look, of_number, of_text, of_whole
from lowcapdocs.disclose.matcher import Matcher, Text
from lowcapdocs.disclose.normal import key
from lowcapdocs.disclose.sorts import Sort, meant, sort_of
from lowcapdocs.gongwen.elements import Span, plain
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import COLUMNS, Firm
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from lowcapdocs.problems import NOWHERE, Where

_HEADINGS = {
    "remark": "备注", "text": "文字", "file": "文件名", "number": "文号", "amount": "数量", "reviewer": "审查人",
    "signers": "签发人", "reason": "原因", "done": "累计完成", "fresh": "本期完成", "accepted": "累计验收",
    "outcomes": "其中", "name": "名称", "title": "标题", "quota": "任务数", "addressees": "主送", "id": "编号",
}  # fmt: skip
_REMEMBERED = 50_000
"""Lines of public documents that are not searched again: most stand in many."""
_NOT_DATA = frozenset({"where", "places", "text_where"})


@dataclass(frozen=True, slots=True)
class Secret:
    """One value that may not be public, by the `text` that is looked for; `where` is file, row and column of its record."""

    kind: Kind
    text: str
    where: Where

    @property
    def masked(self) -> str:
        """The value as messages may print it: enough to know it by, not enough to learn it."""
        return masked(self.text, self.kind)


class _Value(NamedTuple):
    field: str
    value: str | int | Decimal
    where: Where


def withheld(campaigns: Iterable[Campaign], public: Iterable[object]) -> Iterator[Secret]:
    """What `campaigns` hold and nothing public is, in the order of the data, each text once.

    `public` is what may be public: campaigns, the Site. A value is public where one of them is that very value, in a
    field that is meant for such (sorts.py): a person's name among the signers, but not in the column of equipment,
    where somebody pasted it by mistake. That it stands within a longer public text (已约谈王建国) makes it none
    either, or a slip there would undo the scan.
    """
    said = {each for record in public for each in _is(record)}
    found: dict[Look, Where] = {}
    for full in campaigns:
        known = _common(full)
        for field, value, where in walked(full):
            if isinstance(value, str) and any((sort, key(value)) in said for sort in meant(field)):
                continue
            for look in _looks(value, field):
                if look.of not in known and (sort_of(look, field), look.of) not in said:
                    found.setdefault(look, where)
    return (Secret(look.kind, look.text, where) for look, where in found.items())


def unprinted(
    papers: Iterable[tuple[Campaign, Iterable[tuple[str, Where]]]], printed: Iterable[object]
) -> Iterator[Secret]:
    """What is written for documents alone and stands nowhere in `printed` (public campaigns, trees of published documents).

    `papers` are campaigns, each with the titles of its documents that are not published and the places of their
    entries. What a published document prints of their texts, it may; of their data `withheld` decides.
    `printed` is gone through once, one object at a time, no further than to where all is printed.
    """
    found: dict[Look, Where] = {}
    for part, titles in papers:
        known = _common(part)
        for field, value, where in (*walked(part), *(_Value("title", title, where) for title, where in titles)):
            for look in _looks(value, field):
                if look.of not in known:
                    found.setdefault(look, where)
    looks = list(found)
    matcher = Matcher([(look.kind, look.text) for look in looks])
    unsaid = {look.of for look in looks}
    heard: set[str] = set()
    for each in printed:
        if not unsaid:
            break
        fresh = _said(each) - heard
        unsaid -= {looks[hit.key].of for hit in matcher.hits(Text("\n".join(fresh)))}
        if len(heard) < _REMEMBERED:
            heard |= fresh
    return (Secret(look.kind, look.text, where) for look, where in found.items() if look.of in unsaid)


def _looks(value: str | int | Decimal, field: str) -> Iterator[Look]:
    return of_text(value, field) if isinstance(value, str) else of_number(value)


def _is(public: object) -> Iterator[tuple[Sort, str]]:
    """Every value that a public object has, in the spelling that values are compared in, for each sort that it is of."""
    for field, value, _ in walked(public):
        if isinstance(value, str):
            told = {key(value)}
            for look in of_whole(value, field):
                told |= {look.of, look.text}  # a telephone with its dashes, and without
            yield from product(meant(field), told)
        else:
            yield from (("text", look.of) for look in of_number(value))


def _said(public: object) -> set[str]:
    """All that a public object says, each value on one line."""
    values = (value for _, value, _ in walked(public))
    return {" ".join(value.split()) if isinstance(value, str) else f"{value:f}" for value in values}


def _common(full: Campaign) -> frozenset[str]:
    """Names that stand everywhere: of the campaign, towns, departments, measures, industries and kinds of evidence."""
    names: list[str] = [full.name, full.short_name, full.place, full.all_towns, full.total_name, *full.industries]
    for town in full.towns:
        names += town.names
    for department in full.departments:
        names += department.names
    for measure in full.measures:
        names += [measure.name, measure.heading, measure.unit, measure.work, *measure.aliases]
    names += [kind for kinds in full.required_evidence.values() for kind in kinds]
    return frozenset(map(key, names))


def walked(record: object) -> Iterator[_Value]:
    """Every text and number below `record` (frozen dataclasses, tuples, mappings), with its field and its place."""
    waiting: list[tuple[str, Any, Where]] = [("", record, NOWHERE)]
    while waiting:
        field, each, where = waiting.pop()
        if isinstance(each, str):
            if each:
                yield _Value(field, each, where)
        elif isinstance(each, bool) or each is None:
            continue
        elif isinstance(each, int | Decimal):
            yield _Value(field, each, where)
        elif is_dataclass(each) and not isinstance(each, type):
            stated = getattr(each, "where", NOWHERE)
            own = stated if isinstance(stated, Where) and str(stated) else where
            for name in _data_fields(type(each)):
                told = "firm_name" if name == "name" and isinstance(each, Firm | Penalty) else name
                waiting.append((told, getattr(each, name), _place(each, name, own)))
        elif isinstance(each, Mapping):
            for name, value in reversed(list(each.items())):
                waiting.append((field, value, _evidence(each, where, name)))
        elif (
            isinstance(each, tuple)
            and each
            and isinstance(each[0], Span)
            and all(isinstance(span, Span) for span in each)
        ):
            yield _Value(field, plain(each), where)
        elif isinstance(each, tuple | list | frozenset | set):
            ordered = sorted(each, key=str) if isinstance(each, frozenset | set) else each
            waiting.extend((field, value, where) for value in reversed(ordered))


@cache
def _data_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that hold data, the last first."""
    return tuple(each.name for each in reversed(fields(kind)) if each.name not in _NOT_DATA)


def _place(record: Any, field: str, where: Where) -> Where:
    """File, row and column of a field."""
    if isinstance(record, Firm) and field in COLUMNS:
        return record.place(field)
    if isinstance(record, Penalty) and field in PENALTY_COLUMNS:
        return where.at(PENALTY_COLUMNS[field])
    if (places := getattr(record, "places", None)) and field in places:
        place: Where = places[field]
        return place
    return where.at(_HEADINGS[field]) if field in _HEADINGS and str(where) else where


def _evidence(values: Mapping[Any, Any], where: Where, name: object) -> Where:
    """The column of one kind of evidence is named by the kind itself."""
    return where.at(name) if isinstance(name, str) and str(where) else where


def masked(text: str, kind: str) -> str:
    """`text` with its middle hidden; names of firms and papers stay, a remark is cut short."""
    if kind == "name":
        return text
    if kind == "text":
        return f"{text[:8]}……"
    if len(text) <= 3:
        return text[0] + "×" * max(1, len(text) - 2) + (text[-1] if len(text) == 3 else "")
    shown = 1 if len(text) < 7 else 3 if len(text) < 15 else 4
    return text[:shown] + "*" * (len(text) - 2 * shown) + text[-shown:]
