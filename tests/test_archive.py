"""归档: what the list of the archive says; its pages are held against LibreOffice in tests/render/test_ending.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lowcapdocs.archive import archived
from lowcapdocs.draft.render import Renderer
from lowcapdocs.job import Job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.sources.load import load
from tests.builders import HAISHU, TEMPLATES


def job(only: set[str], campaign: Campaign | None = None) -> Job:
    """The sample campaign with the entries `only`."""
    whole = campaign or load(HAISHU)
    kept = tuple(replace(entry, attachments=()) for entry in whole.documents if entry.id in only)
    campaign = replace(whole, documents=kept)
    return Job(campaign, Renderer(campaign, [TEMPLATES]), {})


def test_every_document_that_is_kept_is_listed_once_and_the_list_itself_is_not() -> None:
    listed = list(archived(job({"plan", "bulletin", "announcement", "archive", "summary"})))
    assert [f"关于2020年{month}月" for month in range(4, 10)] == [each.title[:9] for each in listed[:6]]
    assert [("30年", True), ("永久", True)] == [(each.retention, each.sample) for each in listed[6:]]
    assert ("海曙区工强办", "××〔2020〕××号", "2020年××月××日") == (
        listed[0].responsible, listed[0].number, listed[0].date,
    )  # fmt: skip


def test_the_list_prints_each_of_them(tmp_path: Path) -> None:
    made = job({"bulletin", "archive"})
    entry = made.campaign.document["archive"]
    (target,) = [target for each, target in made.plan("archive")]
    text = made.draft(entry, target).text
    assert 6 == text.count("工作进展情况的通报 |")
    assert "| 6 | 海曙区工强办 |" in text
