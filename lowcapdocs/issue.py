"""印发: an approved draft becomes the fixed text of its document, and can be withdrawn again."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from lowcapdocs.checks import document as document_checks
from lowcapdocs.checks import drift, typography
from lowcapdocs.draft import head
from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Draft
from lowcapdocs.draft.targets import Target
from lowcapdocs.gongwen.standard import NUMBER_FORM
from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.period import Period
from lowcapdocs.output import Folder, failure, write_file
from lowcapdocs.pipeline import Result
from lowcapdocs.problems import Finding, PolicyError, Where, error, warning
from lowcapdocs.review import by_issue, review
from lowcapdocs.sources.issued import FOLDER, WITHDRAWN, IssuedText, path_of
from lowcapdocs.sources.rows import decode
from lowcapdocs.workspace import Workspace

_IDENTITY = ("document", "town", "department", "subject")


def issue_document(
    space: Workspace, name: str, document: str, *, number: str, day: date, town: str = "", period: str = ""
) -> Result:
    """印发 a document (or one town's letter of a series): its approved draft becomes its text."""
    job, plan = _issue_plan(space, name, document, town, period)
    result = Result(review(job))
    needed = any(entry.letterhead for entry, _ in plan)  # a 公示 without 版头 has none
    if (number or needed) and not re.match(NUMBER_FORM, number):
        message = f"发文字号“{number}”格式不对。" if number else "有版头的公文要有发文字号。"
        result.findings.append(error("number-form", Where("--number"), message, "应如“海工强办〔2020〕3号”。"))
    if not 1900 <= day.year <= 2099:
        message = f"成文日期{day.isoformat()}不对。"
        result.findings.append(
            error("value-date", Where("--date"), message, "请写1900年至2099年的日期，如 2020-04-20。")
        )
    if len(plan) > 1 and plan[0][0].for_each == "period":
        message = f"“{document}”每期一份，文号和日期各不相同，不能一起印发。"
        result.findings.append(error("issue-period", Where("--period"), message, "请加 --period 期次，逐期印发。"))
    for _, target in plan:
        if target.period is not None and isinstance(target.unit, Period) and day < target.period.end:
            message = f"成文日期{day.isoformat()}早于{target.period.name}的最后一天。"
            result.findings.append(warning("issue-early", Where("--date"), message, "请核对日期和期次。"))
            break
    left = [(entry, target) for entry, target in plan if job.issued_text(entry, target) is None]
    remedy = "要改请先 lowcapdocs issue --withdraw。"
    if not left:
        message = f"“{plan[0][0].label}”已经印发，不能重复印发。"
        result.findings.append(error("already-issued", Where(document), message, remedy))
    elif len(left) < len(plan):
        message = f"已经印发的{len(plan) - len(left)}份保持原样。"
        result.findings.append(Finding("already-issued", "note", Where(document), message, remedy))
    if result.failed:
        return result
    drafts = Folder(space.build / "drafts" / name, f"build/drafts/{name}")
    texts = []
    for entry, target in left:
        fresh = job.renderer.draft(entry, target)
        approved = _approved(drafts, fresh, result)
        if approved is None:
            continue
        file = f"build/drafts/{name}/{fresh.file}.md"
        try:
            about, own = parse(approved, file).about, parse(fresh.text, file).about
            if any(getattr(about, field) != getattr(own, field) for field in _IDENTITY):
                message = "草稿文件头里的文档、镇街、部门、对象与这一份不符，像是另一份的草稿。"
                result.findings.append(error("draft-other", Where(file, row=1), message, "请核对后重新放好草稿。"))
                continue
            if approved == fresh.text:  # days that follow from the date of issue are told in it
                dated = replace(entry, number=number, date=day)
                approved = job.renderer.draft(dated, target).text
            text = issued_text(approved, number, day)
            tree = parse(text, file)
            result.findings += document_checks.check(tree, file)
            result.findings += typography.check(tree, file)
            result.findings += drift.unissued(job.figures, tree, file)
        except PolicyError as problem:
            result.findings += problem.findings
            continue
        texts.append((target.key, text))
    if not result.failed:
        now = {(document, unit): IssuedText(text, "--number") for unit, text in texts}
        before, after = by_issue(job), by_issue(replace(job, issued={**job.issued, **now}))
        settled = set(before).difference(after)  # 还没有印发 and the like, of what is being issued
        result.findings = [each for each in result.findings if each not in settled]
        result.findings += [each for each in dict.fromkeys(after) if each not in result.findings]
        paths = write(space.data / name, document, texts)
        result.made += [str(path.relative_to(space.root)) for path in paths]
    return result


def _approved(drafts: Folder, fresh: Draft, result: Result) -> str | None:
    """The draft as approved: what lies under build/drafts if a clerk edited it, else the fresh one.

    None if it cannot be told, which `result` then says.

    A draft that nobody edited but that the data has left behind is refused: it is not clear which
    of the two was approved.
    """
    file = f"{fresh.file}.md"
    path = drafts.path / file
    if not path.is_file():
        return fresh.text
    place = Where(f"build/drafts/{drafts.path.name}/{file}")
    try:
        text = decode(path.read_bytes()).replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        result.findings.append(error("file-unreadable", place, "草稿读不出来。", "请用记事本另存为 UTF-8。"))
        return None
    if text != fresh.text and not drafts.edited(file):
        message = "草稿与现在的数据或模板不一致，不知道批准的是哪一份。"
        remedy = "请重新运行 lowcapdocs draft，核对后再印发。"
        result.findings.append(error("draft-stale", place, message, remedy))
        return None
    return text


def withdraw_document(space: Workspace, name: str, document: str, *, town: str = "", period: str = "") -> Result:
    """Undo `issue_document`; the text is kept under issued/withdrawn."""
    job, plan = _issue_plan(space, name, document, town, period)
    units = [target.key for entry, target in plan if job.issued_text(entry, target)]
    result = Result()
    if not units:
        result.findings.append(error("not-issued", Where(document), "还没有印发，无可撤回。", "请核对文件编号和镇街。"))
        return result
    kept = withdraw(space.data / name, document, units)
    result.made += [str(path.relative_to(space.root)) for path in kept]
    return result


def _issue_plan(
    space: Workspace, name: str, document: str, town: str, period: str
) -> tuple[Job, list[tuple[DocumentEntry, Target]]]:
    job = open_job(space, space.chosen([name])[0])
    if document not in job.campaign.document:
        message = f"没有文件“{document}”。"
        remedy = f"已有：{'、'.join(job.campaign.document)}。"
        raise PolicyError([error("document-unknown", Where(f"policy_data/{name}/documents.yaml"), message, remedy)])
    plan = job.plan(document, town, period)
    if not plan:
        asked = "、".join(filter(None, (town, period)))
        message = f"“{document}”没有“{asked}”的一份。" if asked else f"“{document}”现在一份也没有。"
        raise PolicyError([error("document-unknown", Where("documents.yaml"), message, "请核对镇街名称和期次。")])
    return job, plan


def issued_text(draft: str, number: str, day: date) -> str:
    """`draft` with its 文号 (if it has one), date and status set; every other line stays as it was approved."""
    fields = {"status": "已印发", "issue_date": date_text(day)} | ({"doc_number": number} if number else {})
    known = head.fields_of(draft)
    if "printer" in known:
        fields["print_date"] = date_text(day)
    return head.replace(draft, {**fields, "unknown": ""})


def write(campaign_folder: Path, document: str, texts: Iterable[tuple[str, str]]) -> list[Path]:
    """Write the issued texts (unit, text) of a document, all or none; their paths."""
    written: list[Path] = []
    try:
        for unit, text in texts:
            path = path_of(campaign_folder, document, unit)
            write_file(path, text.encode(), path.name)
            written.append(path)
    except PolicyError:
        for path in written:
            path.unlink()
        raise
    return written


def withdraw(campaign_folder: Path, document: str, units: Iterable[str]) -> list[Path]:
    """Take back the issued texts of a document; each is kept under issued/withdrawn. Their new paths."""
    kept = []
    for unit in units:
        path = path_of(campaign_folder, document, unit)
        stem = f"{document}-{unit}" if unit else document
        folder = campaign_folder / FOLDER / WITHDRAWN
        try:
            folder.mkdir(parents=True, exist_ok=True)
            number = 1
            while (target := folder / f"{stem}-{number}.md").exists():
                number += 1
            os.rename(path, target)
        except OSError as problem:
            raise failure(problem, str(folder)) from problem
        kept.append(target)
    return kept
