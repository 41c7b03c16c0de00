"""lowcapdocs, the whole path: campaign → draft → tree → .docx on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from . import notice
from .notice import TownData
from .peers import Make

if TYPE_CHECKING:
    from lowcapdocs.model.campaign import Campaign

_VALUES = {
    "town": "{{ town }}",
    "authority": "{{ town.authority }}",
    "year": "{{ campaign.year }}",
    "deadline": "{{ campaign.deadline }}",
    "phase_out": "{{ campaign.quota(town, campaign.measures[0]) }}",
    "improve": "{{ campaign.quota(town, campaign.measures[1]) }}",
}
_TABLE = """| 指标 | 单位 | 你单位任务数 | 全区任务数 |
| --- | :---: | :---: | :---: |
{% for measure in campaign.measures %}
| {{ measure.name }} | {{ measure.unit }} | {{ campaign.quota(town, measure) }} | {{ measure.total }} |
{% endfor %}
| 合计 | 家 | = | = |
"""


def template() -> str:
    """The notice as a template of ours; title, 署名 and the like go to the front matter."""

    def own(text: str) -> str:
        return notice.filled(text, _VALUES.__getitem__)

    lines = ["---", f"标题: {own(notice.TITLE)}", "---", own(notice.INTRODUCTION), ""]
    for index, (heading, *paragraphs) in enumerate(notice.SECTIONS, start=1):
        lines += [f"# {heading}", ""]
        for text in paragraphs:
            lines += [own(text), ""]
        if index == notice.TABLE_AFTER:
            lines.append(_TABLE)
    return "\n".join(lines)


def campaign(everyone: list[TownData]) -> Campaign:
    """The data as our model holds it."""
    from lowcapdocs.gongwen.wording import read_date
    from lowcapdocs.model.campaign import Campaign
    from lowcapdocs.model.deadline_phrase import read
    from lowcapdocs.model.document import OWN_TARGET, DocumentEntry
    from lowcapdocs.model.org import Department, Town
    from lowcapdocs.model.quantity import Measure, Quota

    issuer = Department(id="office", short="区工强办", full=notice.SIGNATURE)
    return Campaign(
        id="bench",
        name=f"{notice.YEAR}年淘汰落后产能及“低散乱”整治提升",
        short_name="淘汰落后产能及“低散乱”整治提升",
        place="海曙区",
        year=notice.YEAR,
        issuer=issuer,
        deadline=read(notice.DEADLINE, notice.YEAR),
        industries=(),
        basis=(),
        measures=tuple(Measure(id=id_, name=name, unit=notice.UNIT) for id_, name in notice.MEASURES),
        goals=(),
        departments=(issuer,),
        towns=tuple(
            Town(id=town.id, name=town.name, kind="镇", order=order) for order, town in enumerate(everyone, start=1)
        ),
        areas=(),
        safeguards=(),
        evidence=(),
        quotas=tuple(
            Quota(town.id, id_, Decimal(amount))
            for town in everyone
            for (id_, _), amount in zip(notice.MEASURES, town.quotas, strict=True)
        ),
        documents=(
            DocumentEntry(
                id="notice",
                file="{序号}-{单位}",
                template="notice.md.j2",
                kind="通知",
                for_each="town",
                issuer=issuer,
                date=read_date(notice.DATE),
                addressees=(OWN_TARGET,),
            ),
        ),
    )


def lowcapdocs(folder: Path, everyone: list[TownData]) -> Make:
    """Our own way, complete."""
    return _ours(folder, campaign(everyone))


def whole_document(folder: Path, everyone: list[TownData]) -> Make:
    """The same notice as an office sends it: 版头 above, 版记 on an even last page, for which pages are counted."""
    data = campaign(everyone)
    (entry,) = data.documents
    entry = replace(entry, letterhead=True, printer=notice.SIGNATURE)
    return _ours(folder, replace(data, documents=(entry,)))


def _ours(folder: Path, data: Campaign) -> Make:
    from lowcapdocs.batch import make_each
    from lowcapdocs.draft.render import Renderer
    from lowcapdocs.job import Job
    from lowcapdocs.word.writer import Writer

    (folder / "notice.md.j2").write_text(template(), encoding="utf-8")
    job = Job(data, Renderer(data, [folder]), {})
    writer = Writer()
    plan = {target.key: (entry, target) for entry, target in job.plan()}

    def make(towns: Iterable[TownData]) -> Iterator[Path]:
        for (made,) in make_each(job, writer, [plan[town.id] for town in towns]):
            path = folder / made.file
            path.write_bytes(made.data)
            yield path

    return make
