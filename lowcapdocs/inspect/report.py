"""The report on one document: merged verdicts, as Chinese text and as JSON.

JSON, one object a document (stable; fields are only ever added):

    {"file": name, "form": "document|letter|order|minutes|plain|pdf", "passed": n, "failed": n,
     "not_applicable": n,
     "clauses": [{"id", "number", "name", "outcome", "reason",
                  "faults": [{"expected", "found", "place", "remedy"}]}],   every clause, in order
     "advice": [{"subject", "message", "place"}]}

A file that cannot be read gives {"file": name, "findings": [Finding.as_dict()…]} instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from lowcapdocs.gongwen.faces import KINDS
from lowcapdocs.inspect.area import Area, mm
from lowcapdocs.inspect.clauses import BY_ID, CLAUSES, Clause
from lowcapdocs.inspect.content import Document
from lowcapdocs.inspect.package import open_package
from lowcapdocs.inspect.parts import FORM_NAMES, Form
from lowcapdocs.inspect.reading import Reader
from lowcapdocs.inspect.rules import judge
from lowcapdocs.inspect.structure import find_parts
from lowcapdocs.inspect.verdict import ON_PAGES, Advice, Outcome, Verdict

_WORDS: dict[Outcome, str] = {"passed": "通过", "failed": "不符", "not_applicable": "不适用"}
_FACES = tuple(kind.chinese for kind in KINDS)
_PLACED = (("H4",), ("L1",), ("O1",), ("M1",), ("B7", "B9"))
"""Clauses on what a file puts in its place surely, though programs differ in the ink of a mark and the width of a date."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the report says of one clause."""

    clause: Clause
    outcome: Outcome
    reason: str
    faults: tuple[Verdict, ...]

    @property
    def text(self) -> str:
        """The line of the text report; one more for each fault."""
        head = f"{_WORDS[self.outcome]:　<3} {self.clause.id:<5}{self.clause.name}（{self.clause.number}）"
        if not self.faults:
            return f"{head}：{self.reason}" if self.reason else head
        first, *more = map(_fault, self.faults)
        return "\n".join([f"{head}：{first}", *(f"            {each}" for each in more)])


def _fault(verdict: Verdict) -> str:
    words = [f"应为{verdict.expected}", f"实为{verdict.found}" if verdict.found else "", verdict.place]
    return "，".join(filter(None, words)) + "。" + (f"→ {verdict.remedy}" if verdict.remedy else "")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said of one document."""

    name: str
    form: str
    verdicts: tuple[Verdict, ...]
    advice: tuple[Advice, ...] = ()
    settled: bool = True
    """Whether nothing tracked is open: a program would print open changes in colour."""
    area: Area | None = None
    """The text area that a Word file sets on its first upright page."""
    paged: bool = False
    """Whether pages were judged too."""

    def lines(self) -> list[Line]:
        """Every clause in order. Where it is judged more than once, failed wins, then passed."""
        return [self._line(clause) for clause in CLAUSES]

    def _line(self, clause: Clause) -> Line:
        own = [each for each in self.verdicts if each.clause == clause.id]
        faults = tuple(dict.fromkeys(each for each in own if each.outcome == "failed"))
        if faults:
            return Line(clause, "failed", "", faults)
        if any(each.outcome == "passed" for each in own):
            told = dict.fromkeys(each.found for each in own if each.outcome == "passed" and each.found)
            return Line(clause, "passed", "；".join(told), ())
        if clause.habit:
            advised = any(each.subject == clause.id for each in self.advice)
            return Line(clause, "not_applicable", "办公习惯，见建议" if advised else "办公习惯，标准没有规定", ())
        reasons = [each.found for each in own if each.found and not (self.paged and each.found == ON_PAGES)]
        unseen = "只能在 Word 文件里看" if self.form == "pdf" else ON_PAGES
        return Line(clause, "not_applicable", reasons[-1] if reasons else unseen, ())

    @property
    def failed(self) -> bool:
        """Whether any clause failed."""
        return any(each.outcome == "failed" for each in self.verdicts)

    def with_pages(self, verdicts: Iterable[Verdict]) -> Report:
        """The same report, the verdicts on the pages that we rendered merged in.

        Which faces stand on such pages tells of this computer, and so do the height of a mark's ink in
        them and the width of a date; the file tells which are meant, and where mark and date are put.
        """
        passed = {each.clause for each in self.verdicts if each.outcome == "passed"}
        placed = {clause for group in _PLACED if passed.intersection(group) for clause in group}
        kept = (
            each
            for each in verdicts
            if each.outcome != "failed" or not (each.expected.endswith(_FACES) or each.clause in placed)
        )
        return replace(self, verdicts=(*self.verdicts, *kept), paged=True)

    def text(self) -> str:
        """The report as a clerk reads it."""
        lines = self.lines()
        found = {outcome: sum(line.outcome == outcome for line in lines) for outcome in _WORDS}
        form = FORM_NAMES.get(self.form, "版式文件") if self.form in FORM_NAMES else "版式文件"
        summary = f"通过{found['passed']}条，不符{found['failed']}条，不适用{found['not_applicable']}条。"
        advice = [f"建议    {each.message}{f'（{each.place}）' if each.place else ''}" for each in self.advice]
        return "\n".join([f"{self.name}（{form}）", *(line.text for line in lines), *advice, summary])

    def as_dict(self) -> dict[str, Any]:
        """The report as plain JSON values; see the head of this file."""
        lines = self.lines()
        return {
            "file": self.name,
            "form": self.form,
            **{outcome: sum(line.outcome == outcome for line in lines) for outcome in _WORDS},
            "clauses": [
                {
                    "id": line.clause.id,
                    "number": line.clause.number,
                    "name": line.clause.name,
                    "outcome": line.outcome,
                    "reason": line.reason,
                    "faults": [
                        {"expected": each.expected, "found": each.found, "place": each.place, "remedy": each.remedy}
                        for each in line.faults
                    ],
                }
                for line in lines
            ],
            "advice": [{"subject": each.subject, "message": each.message, "place": each.place} for each in self.advice],
        }


def inspect_docx(data: bytes, name: str, profile: str = "") -> Report:
    """The report on a .docx; `profile` A or B demands that page set-up, empty accepts either.

    Raises PolicyError when the file cannot be read as a Word document.
    """
    document = Reader(open_package(data, name)).document()
    parts = find_parts(document)
    verdicts, advice = judge(parts, profile)
    notes = [Advice("文件", each) for each in document.notes]
    form: Form = parts.form
    return Report(name, form, tuple(verdicts), (*advice, *notes), not document.tracked, _area(document))


def _area(document: Document) -> Area | None:
    """The text area of the first upright section; None where it is too small to be one."""
    for each in document.sections:
        if not each.turned:
            found = Area(mm(each.left), mm(each.top), mm(each.width - each.right), mm(each.height - each.bottom))
            return found if found.width > 0 and found.bottom > found.top else None
    return None


def report_on_pages(name: str, verdicts: Iterable[Verdict]) -> Report:
    """The report on a PDF from the verdicts on its pages."""
    return Report(name, "pdf", tuple(each for each in verdicts if each.clause in BY_ID))
