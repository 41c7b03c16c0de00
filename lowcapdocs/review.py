"""Every finding on one campaign: its data, its entries, and each of its documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from lowcapdocs import disclosing
from lowcapdocs.checks import assessment as assessment_checks
from lowcapdocs.checks import data as data_checks
from lowcapdocs.checks import deadlines, drift, entries, returns, schedule, typography
from lowcapdocs.checks import disclosure as disclosure_checks
from lowcapdocs.checks import document as document_checks
from lowcapdocs.checks import ledger as ledger_checks
from lowcapdocs.checks import penalties as penalty_checks
from lowcapdocs.checks import publications as publication_checks
from lowcapdocs.checks.faces import FaceCheck
from lowcapdocs.draft import head
from lowcapdocs.draft.origin import source_of
from lowcapdocs.draft.render import Draft
from lowcapdocs.draft.targets import Target, file_stem, possible
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.gongwen.walk import tables, texts
from lowcapdocs.job import Document, Job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.problems import Finding, PolicyError, Where, error, warning
from lowcapdocs.sources.issued import IssuedText

Step = Callable[[int, int], None]
"""Told after each document: how many are done, of how many."""


def review(job: Job, step: Step | None = None) -> list[Finding]:
    """All findings, those that a series has in common told once."""
    findings = [*job.findings, *data_checks.check(job.campaign), *deadlines.check(job.campaign)]
    findings += schedule.check(job.campaign)
    for room in (ledger_checks, penalty_checks, disclosure_checks, assessment_checks):
        findings += room.check(job.campaign)
    findings += returns.check(job.figures)
    findings += by_issue(job)
    units = data_checks.units(job.campaign)
    plan = job.plan()
    files: dict[str, str] = {}
    alike = _Alike()
    faces = FaceCheck(job.settings.faces)
    for done, (entry, target) in enumerate(plan, start=1):
        place = partial(_placed, job, entry, target)
        try:
            document = job.document(entry, target)
        except PolicyError as problem:
            alike.add(entry.id, problem.findings, place)
        else:
            alike.add(entry.id, _check_document(job, document, units), place)
            faces.add(document.tree, f"{document.draft.file}.md")
            findings += _file_name(document.draft)
            key = document.draft.file.lower()
            other = files.get(key)
            files.setdefault(key, entry.id)
            if other is not None:
                message = f"“{other}”和“{entry.id}”的文件都叫“{document.draft.file}”。"
                findings.append(error("file-twice", entry.where, message, "请改其中一个的 file。"))
        if step:
            step(done, len(plan))
    told = {(each.code, each.level, each.where) for each in findings}
    drafts = (each for each in alike.findings() if (each.code, each.level, each.where) not in told)
    return [*findings, *drafts, *(_sourced(job, files, each) for each in faces.findings())]


def by_issue(job: Job) -> list[Finding]:
    """What there is to say of the entries, the catalogue and the numbers: it depends on which documents are issued."""
    known = {
        (entry.id, target.key): file_stem(entry, target)
        for entry in job.campaign.documents
        for target in possible(job.figures, entry)
    }
    return [
        *entries.check(job.campaign, frozenset(document for document, _ in job.issued)),
        *_orphans(job, known),
        *publication_checks.check(job.campaign, known, disclosing.issued_on(job)),
        *_numbers(job.campaign, job.issued),
    ]


_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 220
"""Bytes of UTF-8 in one part of a path: 255 less an ending, （改动1） and the mark of an open file."""


def _file_name(draft: Draft) -> Iterator[Finding]:
    """A file can be made under this name, on Windows too."""
    where = draft.entry.place("file")
    for part in draft.file.split("/"):
        if not part:
            yield error("file-name", where, "文件名是空的。", "请填 file，如“通知/{序号}-{单位}”。")
        elif _RESERVED.match(part):
            yield error("file-name", where, f"文件名“{part}”是 Windows 的保留名称。", "请换一个名称。")
        elif len(part.encode()) > _LONGEST:
            yield error("file-name", where, f"文件名“{part[:20]}……”太长。", "请缩短到70个字以内。")


def _check_document(job: Job, document: Document, units: tuple[str, ...]) -> list[Finding]:
    draft, tree = document.draft, document.tree
    found = [*disclosure_checks.leaks(_file(job, document), draft.file, disclosing.leaks(job, draft.entry, tree))]
    if "xlsx" in draft.entry.formats and not any(tables(tree)):
        message = f"“{draft.entry.label}”里没有表格，出不了 Excel。"
        found.append(error("no-table", draft.entry.place("formats"), message, "请从 formats 里去掉 xlsx。"))
    if document.issued:
        text = job.issued[draft.entry.id, draft.key]
        return [*found, *document_checks.check(tree, text.name), *drift.check(job.figures, tree, text.name)]
    found += document_checks.check(tree, f"{draft.file}.md", units)
    found += typography.check(tree, f"{draft.file}.md")
    consent = draft.entry.consent
    if consent and not any(consent in plain(spans) for spans, _ in texts(tree)):
        message = f"documents.yaml 写了“{consent}”，正文里没有印出来。"
        found.append(warning("consent-not-printed", Where(f"{draft.file}.md"), message, "请在模板正文里写明。"))
    return found


def _file(job: Job, document: Document) -> str:
    """How messages call the text of a document."""
    draft = document.draft
    return job.issued[draft.entry.id, draft.key].name if document.issued else f"{draft.file}.md"


def _placed(job: Job, entry: DocumentEntry, target: Target, finding: Finding) -> Finding:
    """A finding on a draft, told where it is mended: the draft itself is not written while there are errors, and
    written anew from data and template when there are none. Its line is quoted, so that it can be looked for.
    """
    row, stem = finding.where.row, file_stem(entry, target)
    if finding.where.file != f"{stem}.md":
        return finding
    line = job.draft(entry, target).text.split("\n")[row - 1] if row else ""
    return source_of(finding, entry, stem, line, job.renderer.decided(entry, target))


def _sourced(job: Job, files: Mapping[str, str], finding: Finding) -> Finding:
    """A finding that several documents have in common, told where the first of them comes from."""
    stem = finding.where.file.removesuffix(".md")
    entry = job.campaign.document.get(files.get(stem.lower(), ""))
    return finding if entry is None else source_of(finding, entry, stem)


def _orphans(job: Job, known: Collection[tuple[str, str]]) -> Iterator[Finding]:
    """Issued texts that no document of the data has any more."""
    for key, text in job.issued.items():
        if key not in known:
            message = "这份印发文本在 documents.yaml 或镇街、部门表里找不到对应的文件。"
            yield warning("issued-orphan", Where(text.name), message, "请核对编号；不再需要的请移走。")


def _numbers(campaign: Campaign, issued: Mapping[tuple[str, str], IssuedText]) -> Iterator[Finding]:
    """One 文号 belongs to one document; a series shares one, but not over several periods."""
    by_period = {entry.id for entry in campaign.documents if entry.for_each == "period"}
    stated = [(entry.number, entry.id, "", entry.place("number")) for entry in campaign.documents]
    for (document, unit), text in issued.items():
        moment = unit if document in by_period else unit.partition("@")[2]
        stated.append((head.fields_of(text.text).get("doc_number", ""), document, moment, Where(text.name)))
    owners: dict[str, tuple[str, str]] = {}
    for number, document, moment, where in stated:
        if not number:
            continue
        owner, before = owners.setdefault(number, (document, moment))
        if owner == document and not before:  # the entry's own number: the first text issued under it has it
            owners[number] = document, moment
        elif owner != document or before != moment:
            entry = campaign.document.get(owner)
            used = f"{entry.label if entry else owner} {before}".strip()
            message = f"发文字号“{number}”已用于“{used}”。"
            yield warning("number-twice", where, message, "请核对；一个文号只用于一件公文。")


class _Alike:
    """Findings of a series: what 1,300 letters have in common is told once."""

    _PLACE = re.compile(r"“[^”]*”")

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, int | None, str], Finding] = {}
        self._more: dict[tuple[str, str, int | None, str], int] = {}

    def add(self, entry: str, findings: Iterable[Finding], place: Callable[[Finding], Finding]) -> None:
        """Findings on one document of `entry`; `place` says where each that is told is to be mended."""
        for finding in findings:
            key = (entry, finding.code, finding.where.row, self._PLACE.sub("", finding.message))
            if key in self._first:
                self._more[key] += 1
            else:
                self._first[key] = place(finding)
                self._more[key] = 0

    def findings(self) -> list[Finding]:
        """Each kind once, with how many more there are."""
        return [
            replace(finding, message=f"{finding.message}（另有{self._more[key]}处相同）")
            if self._more[key]
            else finding
            for key, finding in self._first.items()
        ]
