"""One campaign as its pages see it: what belongs together, found once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.ledger import COLUMNS, Firm
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import TaskReturn
from lowcapdocs.model.site import Site
from lowcapdocs.model.task import Task
from lowcapdocs.web import addresses
from lowcapdocs.web.article_table import Written
from lowcapdocs.web.atlas import Atlas
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.open_data import ENDINGS, KINDS
from lowcapdocs.web.record import Record, record

FORMATS = {"docx": "Word文档", "xlsx": "Excel工作簿", "pdf": "PDF文档", "csv": "CSV数据", "json": "JSON数据"}
"""What each kind of file is called."""


class File(NamedTuple):
    """A file to download: where it is, what it is, how large (34 KB)."""

    address: str
    name: str
    size: str


class View:
    """`public` with what its pages need; `files` are the files of the whole site with their sizes in bytes."""

    def __init__(self, public: PublicCampaign, site: Site, templates: Templates, files: Mapping[str, int]) -> None:
        self.public = public
        self.site = site
        self.templates = templates
        self.files = files
        self.campaign = public.campaign
        self.id = public.campaign.id
        self.figures = public.figures
        self.menus: dict[tuple[str, str], Markup] = {}
        """The menu as it is on the pages of a folder, by folder and current column."""
        self.written = Written()
        """Rows of tables of documents."""
        self._records: dict[tuple[str, str], Record] = {}

    @cached_property
    def atlas(self) -> Atlas:
        """Which pages exist."""
        return Atlas(self.public)

    @property
    def name(self) -> str:
        """What the campaign is called in menus and crumbs."""
        return self.campaign.short_name or self.campaign.name

    @property
    def title(self) -> str:
        """The name of the campaign, with its place where the name does not tell it."""
        name, place = self.campaign.name, self.campaign.place
        return name if place in name else f"{place}{name}"

    @cached_property
    def towns_word(self) -> str:
        """What the towns are called in menus: 镇街; of a city whose units are all 区 that, of others 县（市、区）."""
        kinds = {town.kind for town in self.campaign.towns}
        if not kinds or not kinds <= {"县", "市", "区"}:
            return "镇街"
        return kinds.pop() if len(kinds) == 1 else "县（市、区）"

    @property
    def year(self) -> str:
        """The year of the campaign; empty where it is not known."""
        year = self.campaign.year
        return str(year) if year else ""

    @property
    def as_of(self) -> str:
        """截至2020年6月30日: the last day that returns tell of; empty without returns, or without their year."""
        latest = self.figures.latest
        return f"截至{date_text(latest.end)}" if latest and latest.year else ""

    # Documents

    def remember(self, document: PublicDocument, tree: Gongwen) -> Record:
        """Keep what lists tell of `document`, whose tree is at hand."""
        return self._records.setdefault((document.entry.id, document.key), record(self.public, document, tree))

    def record(self, document: PublicDocument) -> Record:
        """What lists tell of `document`; of one that comes later (an annex) its tree is made for it."""
        known = self._records.get((document.entry.id, document.key))
        return known or self.remember(document, document.tree)

    @property
    def records(self) -> list[Record]:
        """What lists tell of every document, in their order."""
        return list(map(self.record, self.public.documents))

    @cached_property
    def beside(self) -> Mapping[tuple[str, str], tuple[PublicDocument | None, PublicDocument | None]]:
        """The documents before and after each one of its series, by entry and key."""
        found = {}
        for _, series in groupby(self.public.documents, key=lambda each: each.entry.id):
            listed = [None, *series, None]
            for before, each, after in zip(listed, listed[1:], listed[2:], strict=False):
                if each is not None:
                    found[each.entry.id, each.key] = before, after
        return found

    def address(self, document: PublicDocument) -> str:
        """The page of `document`."""
        return addresses.document(self.id, document.entry.id, document.key)

    @cached_property
    def alone(self) -> Mapping[str, PublicDocument]:
        """The documents that are one of no series, by the id of their entry."""
        return {each.entry.id: each for each in self.public.documents if not each.key}

    @cached_property
    def of_town(self) -> Mapping[str, tuple[PublicDocument, ...]]:
        """The documents made for each town."""
        return self._series("town", "supervised")

    @cached_property
    def of_department(self) -> Mapping[str, tuple[PublicDocument, ...]]:
        """The documents made for each department."""
        return self._series("department")

    @cached_property
    def of_period(self) -> Mapping[str, tuple[PublicDocument, ...]]:
        """The documents made for each period."""
        return self._series("period")

    def _series(self, *kinds: str) -> Mapping[str, tuple[PublicDocument, ...]]:
        found: dict[str, list[PublicDocument]] = defaultdict(list)
        for document in self.public.documents:
            if document.entry.for_each in kinds:
                found[document.key.partition("@")[0]].append(document)
        return {key: tuple(listed) for key, listed in found.items()}

    @cached_property
    def latest(self) -> tuple[PublicDocument, ...]:
        """Documents by the day that they were published on, the last first; those of no known day after them."""
        dated = [each for each in self.public.documents if each.publication.published]
        dated.sort(key=lambda each: str(each.publication.published), reverse=True)
        return (*dated, *(each for each in self.public.documents if not each.publication.published))

    @cached_property
    def batches(self) -> tuple[tuple[PublicDocument, int], ...]:
        """`latest`, but of a series that was published on one day only the first, with how many there are."""
        counted: dict[tuple[str, object], list[PublicDocument]] = {}
        for each in self.latest:
            counted.setdefault((each.entry.id, each.publication.published), []).append(each)
        return tuple((listed[0], len(listed)) for listed in counted.values())

    def downloads(self, document: PublicDocument) -> tuple[File, ...]:
        """The files of `document` that there are."""
        name = self.id
        found = (
            (addresses.file(name, document.entry.id, document.key, ending), kind) for ending, kind in FORMATS.items()
        )
        return tuple(
            File(address, kind, size_text(self.files[address])) for address, kind in found if address in self.files
        )

    def tables(self, table: str) -> tuple[File, ...]:
        """The files of open data that there are of `table`: one of open data, or of the data that it is made from."""
        names = [kind.name for kind in KINDS if table in (kind.name, kind.source)]
        found = ((addresses.table(self.id, name, ending), FORMATS[ending]) for name in names for ending in ENDINGS)
        return tuple(
            File(address, kind, size_text(self.files[address])) for address, kind in found if address in self.files
        )

    # Tasks and firms

    @cached_property
    def shared_tasks(self) -> tuple[Task, ...]:
        """Tasks that all towns carry out."""
        return tuple(
            task
            for task in self.campaign.tasks
            if task.duty.all_towns or any(map(self.campaign.is_all_towns, task.duty.leads))
        )

    @cached_property
    def own_tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """Tasks that name a town or department as responsible (落实), by its id."""
        return _by_unit((unit.id, task) for task in self.campaign.tasks for unit in task.duty.responsible)

    @cached_property
    def led_tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """Tasks by the department that leads them."""
        return _by_unit((unit.id, task) for task in self.campaign.tasks for unit in task.duty.leads)

    @cached_property
    def helped_tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """Tasks by the department that cooperates."""
        return _by_unit((unit.id, task) for task in self.campaign.tasks for unit in task.duty.cooperating)

    @cached_property
    def task_returns(self) -> Mapping[str, Mapping[Period, TaskReturn]]:
        """What was reported of each task by period; of a corrected return the last revision."""
        found: dict[str, dict[Period, TaskReturn]] = defaultdict(dict)
        for each in sorted(self.campaign.task_returns, key=lambda each: each.revision):
            found[each.task][each.period] = each
        return found

    @cached_property
    def firms_of_town(self) -> Mapping[str, tuple[Firm, ...]]:
        """Published firms by town."""
        found: dict[str, list[Firm]] = defaultdict(list)
        for firm in self.campaign.firms:
            found[firm.town.id].append(firm)
        return {key: tuple(listed) for key, listed in found.items()}

    @cached_property
    def ledger_columns(self) -> tuple[str, ...]:
        """The columns of the ledger that are public and say something of any firm."""
        firms = self.campaign.firms
        public = self.campaign.disclosure.public_columns("ledger")
        return tuple(column for column in COLUMNS if column in public and any(firm.text(column) for firm in firms))

    @cached_property
    def has_progress(self) -> bool:
        """Whether there is anything to tell of progress."""
        return bool(self.figures.reported)

    def menu(self) -> Iterator[tuple[str, str]]:
        """The columns of the campaign as (name, address)."""
        return ((name, address) for name, address, exists in self._columns() if exists)

    def _columns(self) -> Iterator[tuple[str, str, bool]]:
        campaign, name = self.campaign, self.id
        yield "概况", addresses.campaign(name), True
        yield "文件", addresses.documents(name), bool(self.public.documents)
        yield "任务分解", addresses.campaign(name, "quotas"), bool(campaign.quotas and campaign.measures)
        yield self.towns_word, addresses.town(name), bool(campaign.towns)
        yield "部门", addresses.department(name), bool(campaign.departments)
        yield "重点任务", addresses.task(name), bool(campaign.areas)
        yield "进展", addresses.progress(name), self.has_progress
        yield "公示公告", addresses.campaign(name, "notices"), True
        yield "企业名单", addresses.campaign(name, "firms"), bool(campaign.firms or campaign.penalties)
        yield "下载", addresses.campaign(name, "downloads"), True
        yield "指标说明", addresses.campaign(name, "figures"), True


def _by_unit(pairs: Iterable[tuple[str, Task]]) -> Mapping[str, tuple[Task, ...]]:
    found: dict[str, list[Task]] = defaultdict(list)
    for unit, task in pairs:
        found[unit].append(task)
    return {key: tuple(listed) for key, listed in found.items()}


def size_text(size: int) -> str:
    """1.2 MB, 340 KB, 12 B: in units of 1024."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB"
