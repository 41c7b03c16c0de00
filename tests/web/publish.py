"""Public campaigns for tests: a campaign of the repository or of a folder with everything in it made public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.draft.targets import Target, file_stem, unit_name
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.disclosure import PUBLIC, TABLES, Disclosure
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import COLUMNS
from lowcapdocs.model.penalty import PENALTY_COLUMNS
from lowcapdocs.model.publication import Publication
from lowcapdocs.model.site import Site
from lowcapdocs.web.generate import Pages
from lowcapdocs.web.page import Page
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY, TEMPLATES

NO_FILES: Mapping[str, int] = MappingProxyType({})
SITE = Site(name="甲区公开专栏", url="https://example.test/zt/", organizer="甲局", sample="名称为虚构")
ALL_PUBLIC = Disclosure(
    columns={
        "ledger": dict.fromkeys((*COLUMNS, "对比照片"), PUBLIC),
        "penalties": dict.fromkeys(PENALTY_COLUMNS, PUBLIC),
    }
)


def everything(root: Path, name: str) -> PublicCampaign:
    """The campaign `name` of the workspace `root`, all of it public, drafts too."""
    job = open_job(Workspace(root), name)
    return everything_of(job)


def pages(campaigns: Sequence[PublicCampaign], site: Site, files: Mapping[str, int] = NO_FILES) -> Iterator[Page]:
    """Every page of a site of `campaigns`, by the templates of the repository."""
    made = Pages(campaigns, site, [TEMPLATES], files)
    yield from (made.article(public, each, each.tree) for public in campaigns for each in public.documents)
    yield from made.others({})


SAMPLES = ("haishu-2020", "tianjin-2020", "huzhou")


@cache
def sample(name: str) -> PublicCampaign:
    """A campaign of the repository, all of it public."""
    return everything(REPOSITORY, name)


@cache
def trees(name: str) -> dict[str, Gongwen]:
    """The trees of all its documents, by file."""
    return {each.file: each.tree for each in sample(name).documents}


def everything_of(job: Job) -> PublicCampaign:
    """All of `job`, as if every document were issued and published."""
    return PublicCampaign(
        campaign=replace(job.campaign, disclosure=ALL_PUBLIC),
        documents=tuple(_document(job, entry, target) for entry, target in job.plan()),
        tables=frozenset(TABLES),
        sample="数据为演示而编",
    )


def _document(job: Job, entry: DocumentEntry, target: Target) -> PublicDocument:
    publication = Publication(
        document=entry.id,
        unit=target.key,
        index_number=f"甲A-{entry.id}",
        subject="工业",
        keywords=("淘汰", "提升"),
        summary="文件概述。",
        published=datetime(2020, 5, 6, 9, 0),
        validity="有效",
    )
    return PublicDocument(
        entry=replace(entry, disclosure=PUBLIC),
        key=target.key,
        unit_name=unit_name(target.unit) if target.unit else "",
        file=file_stem(entry, target),
        publication=publication,
        make=partial(_tree, job, entry, target),
        signed=job.issued_text(entry, target) is not None,
    )


def _tree(job: Job, entry: DocumentEntry, target: Target) -> Gongwen:
    return job.document(entry, target).tree
