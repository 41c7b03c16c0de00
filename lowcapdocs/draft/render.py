"""Campaign and template → drafts, one for each document of documents.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lowcapdocs.draft import head, markup, sample
from lowcapdocs.draft.archive_views import ArchiveView
from lowcapdocs.draft.compiled import Templates
from lowcapdocs.draft.fields import UNKNOWN_WORDS
from lowcapdocs.draft.ledger_views import LedgerView
from lowcapdocs.draft.progress_views import ProgressView
from lowcapdocs.draft.schedule_views import PhaseView, ScheduleView
from lowcapdocs.draft.targets import Target, Unit, file_stem, targets
from lowcapdocs.draft.views import CampaignView, Printed
from lowcapdocs.figures.figures import Figures
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.wording import date_text, unknown_date
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import OWN_TARGET, DocumentEntry, Form
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.period import Period
from lowcapdocs.model.schedule import Phase
from lowcapdocs.problems import PolicyError
from lowcapdocs.template_faults import FAULTS, fault

_MARK_WORDS: dict[Form, str] = {"文件": "文件", "信函": "", "命令": "令", "纪要": "会议纪要"}
"""What follows the issuer's name in 发文机关标志 (7.2.4, 10.1 to 10.3)."""
_UNIT_FIELDS = {Town: "town", Department: "department"}
"""Where the head names what a document is made for; firms, phases and periods are its 对象."""
_WORDS = {field: word for word, field in UNKNOWN_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. `file` is the path of its files without ending: 通知/01-集士港镇."""

    entry: DocumentEntry
    file: str
    text: str
    unit: Unit | None = None
    key: str = ""
    """What tells it from the others of its entry, as Target.key does."""

    @property
    def target(self) -> str:
        """The id of what it is made for (a town, a department, a period …), empty if for all."""
        return self.unit.id if self.unit else ""


class Renderer:
    """Renders the drafts of one campaign; templates are compiled and views built once."""

    def __init__(self, campaign: Campaign, folders: Iterable[Path]) -> None:
        self.campaign = campaign
        self.figures = figures = Figures(campaign)
        self.folders = tuple(folders)
        self._invented = sample.invented(campaign)
        self._view = CampaignView(campaign)
        self._ledger = LedgerView(self._view, figures)
        self._everywhere: dict[str, Any] = {
            "campaign": self._view,
            "ledger": self._ledger,
            "schedule": ScheduleView(self._view, campaign.plan),
            "archive": ArchiveView(tuple),
            **dict.fromkeys(("town", "department", "firm", "phase")),
        }
        self._progress: dict[Period, ProgressView] = {}
        self._templates = Templates(self.folders)
        self._attached: dict[tuple[str, Period | None], Printed] = {}
        self._shared: dict[str, tuple[DocumentEntry, dict[str, str]]] = {}

    def drafts(self) -> Iterator[Draft]:
        """Every draft, in the order of documents.yaml, one at a time."""
        for entry in self.campaign.documents:
            for target in targets(self.figures, entry):
                yield self.draft(entry, target)

    def draft(self, entry: DocumentEntry, target: Target) -> Draft:
        """One draft. Raises PolicyError with file and line if its template cannot be filled."""
        body = self._fill(entry, target)
        attached = self._attachments(entry, target)
        if attached and not self._uses(entry, "attachments"):
            body = f"{body.rstrip()}\n\n{attached}\n"
        fields = self._head(entry, target)
        if target.period is not None and sample.mentions(body, target.period):
            fields["period"] = target.period.id
        if self._invented and sample.is_in(body, self._invented):
            own = head.fields_of(body).get("remark", "")
            body = head.replace(body, {"remark": ""}) if own else body
            fields["remark"] = sample.remark(own)
            fields["sample"] = entry.sample or sample.NOTE
        return _draft(entry, target, head.merge(body, fields))

    def fixed(self, entry: DocumentEntry, target: Target, text: str) -> Draft:
        """The draft of a document whose `text` is issued."""
        return _draft(entry, target, text)

    # The template

    def _uses(self, entry: DocumentEntry, name: str) -> bool:
        return name in self._templates.of(entry)[1]

    def lists_archive(self, entry: DocumentEntry) -> bool:
        """Whether `entry` is a list of the archive, which does not list itself."""
        return self._uses(entry, "archive")

    def _fill(self, entry: DocumentEntry, target: Target) -> str:
        template, _ = self._templates.of(entry)
        try:
            return template.render(self._context(entry, target))
        except FAULTS as problem:
            raise PolicyError([fault(problem, entry.template, self._templates.environment)]) from problem

    def _context(self, entry: DocumentEntry, target: Target) -> dict[str, Any]:
        """What the template sees."""
        context = {
            **self._everywhere,
            "document": entry,
            "progress": self._progress_at(target.period),
            "attachments": self._attachments(entry, target),
        }
        match target.unit:
            case Town() | Department() as unit:
                context["town" if type(unit) is Town else "department"] = self._view.unit(unit)
            case Firm() as firm:
                context["firm"] = self._ledger.firm(firm)
            case Phase() as phase:
                context["phase"] = PhaseView(self._view, phase)
        return context

    def use_archive(self, archive: ArchiveView) -> None:
        """Let templates see the archive; without it they see an empty one."""
        self._everywhere["archive"] = archive

    def _progress_at(self, period: Period | None) -> ProgressView | None:
        """Progress at the end of `period`; None where nothing was ever reported."""
        if period is None:
            return None
        if period not in self._progress:
            self._progress[period] = ProgressView(self._view, self.figures, period)
        return self._progress[period]

    def _attachments(self, entry: DocumentEntry, target: Target) -> Printed:
        """The entries that `entry` attaches, each as a `::: 附件` part."""
        parts = []
        for attached in entry.attachments:
            other = self.campaign.document[attached]
            own = target if other.for_each == entry.for_each else Target(period=target.period)
            if own.unit is not None:
                parts.append(self._attached_part(other, own))
                continue
            key = attached, own.period
            if key not in self._attached:
                self._attached[key] = self._attached_part(other, own)
            parts.append(self._attached[key])
        return Printed("\n\n".join(parts))

    def _attached_part(self, entry: DocumentEntry, target: Target) -> Printed:
        lines = self._fill(entry, target).split("\n")
        findings: list[Any] = []
        fields, _, start = head.read(lines, f"templates/{entry.template}", findings)
        if findings:
            raise PolicyError(findings)
        body = "\n".join(lines[start:]).strip()
        layout = " {横排}" if fields.get("layout") == "横排" else ""
        return Printed(f"::: 附件 {fields.get('title', '')}{layout}\n\n{body}\n\n:::")

    # The head

    def decided(self, entry: DocumentEntry, target: Target) -> frozenset[str]:
        """The fields of the head that documents.yaml decides; the others are the template's."""
        return frozenset(name for name, value in self._head(entry, target).items() if value)

    def _head(self, entry: DocumentEntry, target: Target) -> dict[str, str]:
        """The fields that documents.yaml decides; a series shares most of them."""
        known, shared = self._shared.get(entry.id, (None, {}))
        if known is not entry:
            shared = self._shared_head(entry)
            self._shared[entry.id] = entry, shared
        fields = {**shared, "addressees": self._addressees(entry, target)}
        unit = target.unit
        if unit is not None:
            fields[_UNIT_FIELDS.get(type(unit), "subject")] = unit.id
        return fields

    def _shared_head(self, entry: DocumentEntry) -> dict[str, str]:
        campaign = self.campaign
        fields = {
            "document": entry.id,
            "campaign": campaign.id,
            "kind": entry.kind,
            "status": "已印发" if entry.status == "issued" else "草稿",
            "disclosure": entry.disclosure,
            "disclosure_reason": entry.disclosure_reason,
            "unknown": "、".join(_WORDS[field] for field in entry.unknown),
            "sample": entry.sample,
            "annotation": markup.escape(entry.annotation),
            "copy_to": markup.escape("，".join(entry.copy_to)),
        }
        issuer = entry.issuer.signing_name if entry.issuer else UNKNOWN
        joint = "、".join(each.signing_name for each in entry.joint)
        year = campaign.year
        if entry.letterhead:
            fields["form"] = "" if entry.form == "文件" else entry.form
            fields["urgency"] = entry.urgency
            fields["issuer_mark"] = markup.escape(entry.mark or f"{issuer}{_MARK_WORDS[entry.form]}")
            fields["joint_issuers"] = markup.escape(joint)
            fields["signers"] = markup.escape("、".join(entry.signers))
            fields["doc_number"] = markup.escape(entry.number) or f"{UNKNOWN}〔{year or UNKNOWN * 2}〕{UNKNOWN}号"
        if entry.kind:
            fields["signature"] = markup.escape(f"{issuer}、{joint}" if joint else issuer)
            fields["issue_date"] = date_text(entry.date) if entry.date else unknown_date(year)
            fields["sealed"] = "是" if entry.sealed else "否"
        if entry.printer:
            fields["printer"] = markup.escape(entry.printer)
            day = entry.print_date or entry.date
            fields["print_date"] = date_text(day) if day else unknown_date(year)
        return fields

    def _addressees(self, entry: DocumentEntry, target: Target) -> str:
        """主送机关 with the unit's own name marked."""
        unit = target.unit.town if isinstance(target.unit, Firm) else target.unit
        own = self._view.unit(unit).authority if isinstance(unit, (Town, Department)) else ""
        return "，".join(own if name == OWN_TARGET else markup.escape(name) for name in entry.addressees)


def _draft(entry: DocumentEntry, target: Target, text: str) -> Draft:
    return Draft(entry, file_stem(entry, target), text, target.unit, target.key)
