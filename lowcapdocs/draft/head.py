"""The front matter of a draft: `键: 值` lines between two `---`. Text stays text.

Everything after the first colon is the value, so titles may hold colons; each key stands once. A key
without a value is as if its line were not there.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from lowcapdocs.problems import Finding, Where, error

FENCE = "---"

KEYS = {
    "文档": "document",
    "活动": "campaign",
    "镇街": "town",
    "部门": "department",
    "对象": "subject",
    "期次": "period",
    "文种": "kind",
    "状态": "status",
    "公开属性": "disclosure",
    "公开说明": "disclosure_reason",
    "待补": "unknown",
    "示例": "sample",
    "格式": "form",
    "份号": "copy_number",
    "密级": "secrecy",
    "紧急程度": "urgency",
    "发文机关标志": "issuer_mark",
    "联合发文机关": "joint_issuers",
    "发文字号": "doc_number",
    "签发人": "signers",
    "标题": "title",
    "题注": "remark",
    "主送": "addressees",
    "署名": "signature",
    "成文日期": "issue_date",
    "盖章": "sealed",
    "职务": "post",
    "出席": "present",
    "请假": "absent",
    "列席": "observing",
    "版面": "layout",
    "附注": "annotation",
    "抄送": "copy_to",
    "印发机关": "printer",
    "印发日期": "print_date",
}
"""Key in a draft → field of the tree."""

_NAMES = {field: name for name, field in KEYS.items()}
_LINE = re.compile(r"^([^:：]+)[:：]\s*(.*)$")


def lines(fields: Mapping[str, str]) -> list[str]:
    """The front-matter lines of `fields` that have a value, in the order of `KEYS`."""
    return [f"{name}: {fields[field]}" for name, field in KEYS.items() if fields.get(field)]


def name(field: str) -> str:
    """The key of `field`, for messages."""
    return _NAMES[field]


def read(text_lines: list[str], file: str, findings: list[Finding]) -> tuple[dict[str, str], dict[str, int], int]:
    """Fields, the line (from 1) of each, and the index of the first line of the body."""
    fields: dict[str, str] = {}
    places: dict[str, int] = {}
    if not text_lines or text_lines[0].strip() != FENCE:
        findings.append(
            error("head-missing", Where(file, row=1), "草稿没有文件头。",
                  "第一行写“---”，下面逐行写“标题: …”等，再以“---”结束。")
        )  # fmt: skip
        return fields, places, 0
    for index in range(1, len(text_lines)):
        line = text_lines[index].strip()
        if line == FENCE:
            return fields, places, index + 1
        if line and not line.startswith("#"):
            _read_line(line, index + 1, file, fields, places, findings)
    findings.append(error("head-open", Where(file, row=1), "文件头没有结束。", "请在文件头末尾另起一行写“---”。"))
    return fields, places, len(text_lines)


def _read_line(
    line: str,
    row: int,
    file: str,
    fields: dict[str, str],
    places: dict[str, int],
    findings: list[Finding],
) -> None:
    key, setting = _setting(line)
    field = KEYS.get(key)
    if field is None:
        known = "、".join(KEYS)
        findings.append(
            error("head-key", Where(file, row=row), f"文件头里不认识“{line[:20]}”。", f"可用的有：{known}。")
        )
    elif not setting:
        return
    elif field in fields:
        findings.append(error("head-twice", Where(file, row=row), f"“{key}”写了两次。", "请只留一处。"))
    else:
        fields[field] = setting
        places[field] = row


@lru_cache(maxsize=256)
def _setting(line: str) -> tuple[str, str]:
    """Key and value of a line; no key if it is none. Remembered: a series shares most lines of its heads."""
    found = _LINE.match(line)
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def merge(text: str, fields: Mapping[str, str]) -> str:
    """`text` with `fields` put at the top of its front matter (made if it has none)."""
    added = "\n".join(lines(fields))
    if text.startswith(FENCE + "\n"):
        return f"{FENCE}\n{added}\n{text[len(FENCE) + 1 :]}"
    return f"{FENCE}\n{added}\n{FENCE}\n{text}"


def fields_of(text: str) -> dict[str, str]:
    """The fields that the front matter of `text` sets."""
    fields, _, _ = read(text.split("\n"), "", [])
    return fields


def replace(text: str, fields: Mapping[str, str]) -> str:
    """`text` with the lines of `fields` in its front matter set anew, every other line kept."""
    text_lines = text.split("\n")
    end = next(i for i, line in enumerate(text_lines) if i and line.strip() == FENCE)
    kept = [line for line in text_lines[1:end] if not _sets(line, set(fields))]
    return "\n".join([text_lines[0], *lines(fields), *kept, *text_lines[end:]])


def _sets(line: str, fields: Container[str | None]) -> bool:
    return KEYS.get(_setting(line.strip())[0]) in fields
