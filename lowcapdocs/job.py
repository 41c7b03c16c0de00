"""One campaign at work: its data, its templates and its issued texts → the documents it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lowcapdocs import partial
from lowcapdocs.archive import archived
from lowcapdocs.draft.archive_views import ArchiveView
from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Draft, Renderer
from lowcapdocs.draft.targets import Target, possible, targets
from lowcapdocs.figures.figures import Figures
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period, read_period
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors
from lowcapdocs.sources import issued, settings
from lowcapdocs.sources.issued import IssuedText
from lowcapdocs.sources.load import load_partly
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from lowcapdocs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Document:
    """One document on its way: its draft, the tree of it, and whether its text is issued."""

    draft: Draft
    tree: Gongwen
    issued: bool


@dataclass(frozen=True, slots=True)
class Job:
    """One campaign, loaded, with all that its documents are made from."""

    campaign: Campaign
    renderer: Renderer
    issued: dict[tuple[str, str], IssuedText]
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()
    """What reading the data had to say, no errors among it."""

    def __post_init__(self) -> None:
        self.renderer.use_archive(ArchiveView(lambda: archived(self)))

    @property
    def figures(self) -> Figures:
        """What the data comes to."""
        return self.renderer.figures

    def plan(self, only: str = "", town: str = "", period: str = "") -> list[tuple[DocumentEntry, Target]]:
        """Every document there is, or those of one entry, one town (by any clear name), one period.

        Raises PolicyError, with a suggestion, for a town that is not known or not clear, and for a
        period that is none.
        """
        wanted = self._town(town) if town else None
        moment = self._period(period) if period else None
        return [
            (entry, target)
            for entry in self.campaign.documents
            if not only or entry.id == only
            for target in self._targets(entry)
            if (wanted is None or target.unit is wanted) and (moment is None or moment == _moment(target))
        ]

    def _targets(self, entry: DocumentEntry) -> list[Target]:
        """What `entry` stands for today, and what is issued of it: lights and states change, signed words do not."""
        listed = targets(self.figures, entry)
        left = {key for document, key in self.issued if document == entry.id} - {target.key for target in listed}
        return [*listed, *(each for each in possible(self.figures, entry) if each.key in left)] if left else listed

    def _period(self, text: str) -> Period:
        try:
            return read_period(text, self.campaign.year)
        except ValueError as problem:
            message, remedy = f"看不出“{text}”是哪一期。", "请写成 2020-06、2020年第2季度或 2020-W23。"
            raise PolicyError([error("period-form", Where("--period"), message, remedy)]) from problem

    def _town(self, name: str) -> Town:
        report = Report()
        town = Names(self.campaign.towns, "镇街", report).resolve_text(name, Where("--town"))
        if town is None:
            raise PolicyError(report)
        return town

    def draft(self, entry: DocumentEntry, target: Target) -> Draft:
        """The draft of a document: its issued text if there is one, else from its template."""
        text = self.issued_text(entry, target)
        if text is None:
            return self.renderer.draft(entry, target)
        return self.renderer.fixed(entry, target, text.text)

    def issued_text(self, entry: DocumentEntry, target: Target) -> IssuedText | None:
        """The issued text of a document, if there is one."""
        return self.issued.get((entry.id, target.key))

    def document(self, entry: DocumentEntry, target: Target) -> Document:
        """Draft and tree of a document. Raises PolicyError for a text outside the grammar."""
        return self._read(self.draft(entry, target))

    def documents(self, plan: Iterable[tuple[DocumentEntry, Target]]) -> list[Document]:
        """Drafts and trees of a few documents: first all the drafts, then all the trees. Raises as `document` does."""
        drafts = [self.draft(entry, target) for entry, target in plan]
        return list(map(self._read, drafts))

    def _read(self, draft: Draft) -> Document:
        text = self.issued.get((draft.entry.id, draft.key))
        tree = parse(draft.text, text.name if text else f"{draft.file}.md")
        return Document(draft, tree, text is not None)


def _moment(target: Target) -> Period | None:
    """The period that a document is one of the series for; None where it is not for one alone."""
    return target.period if target.each_period or isinstance(target.unit, Period) else None


def open_job(space: Workspace, name: str) -> Job:
    """Load a campaign. Raises PolicyError with everything wrong in its files.

    If something cannot be read, the rest of the data is checked all the same, so that all
    problems are told at once.
    """
    campaign, findings = load_partly(space.data / name, shown_as=f"policy_data/{name}")
    if campaign is None or has_errors(findings):
        raise PolicyError([*findings, *(partial.findings(space, campaign, findings) if campaign else ())])
    texts = issued.read_all(space.data / name)
    return Job(campaign, Renderer(campaign, [space.templates]), texts, settings.load(space.data), tuple(findings))
