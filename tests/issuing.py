"""What the tests of 印发 share: a number and a date, and where drafts and issued texts lie."""

from __future__ import annotations

from pathlib import Path

from tests.workspaces import DATA

NUMBER = ("--number", "海工强办〔2020〕3号", "--date", "2020-04-20")
DRAFT = "build/drafts/test/通知/01-东镇.md"
ISSUED = f"{DATA}/issued/notice/dong.md"
TABLE_DRAFT = "build/drafts/test/任务表.md"


def read(path: Path) -> str:
    return path.read_bytes().decode()
