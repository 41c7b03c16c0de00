"""归档: what the archive list says of each document of a campaign, its pages counted by the writer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lowcapdocs.draft.archive_views import Archived
from lowcapdocs.gongwen.elements import plain

if TYPE_CHECKING:
    from lowcapdocs.job import Job


def archived(job: Job) -> Iterator[Archived]:
    """Every document that is kept: it has a 文种 or a 保管期限, and is not an archive list itself."""
    from lowcapdocs.word.writer import Writer

    writer = Writer(job.settings.page, job.settings.faces)
    for entry, target in job.plan():
        if (not entry.kind and not entry.retention) or job.renderer.lists_archive(entry):
            continue
        tree = job.document(entry, target).tree
        signature = tree.signature
        yield Archived(
            responsible=signature.issuer if signature else (entry.issuer.signing_name if entry.issuer else ""),
            number=tree.doc_number,
            title=plain(tree.title),
            date=signature.date if signature else "",
            pages=writer.pages(tree),
            retention=entry.retention,
            sample=bool(tree.remark),
        )
