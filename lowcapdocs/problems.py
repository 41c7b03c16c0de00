"""What can be wrong, where it stands, and what to do about it.

Every room reports through `Finding`; nothing here knows what is being checked.
Messages are read by officials and are in Simplified Chinese.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""error: nothing is produced; warning: shown, work goes on; note: for information."""

LEVEL_WORDS: dict[Level, str] = {"error": "错误", "warning": "提醒", "note": "说明"}


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: as much of file, sheet, row (from 1) and column as is known.

    `cell` is a single cell as spreadsheets name it (C7), printed instead of row and column.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""

    def __str__(self) -> str:
        parts = [_short_path(self.file)] if self.file else []
        if self.cell:
            return " ".join([*parts, f"{_quoted(self.sheet)}!{self.cell}" if self.sheet else self.cell])
        if self.sheet:
            parts.append(f"工作表“{self.sheet}”")
        if self.row is not None:
            parts.append(f"第{self.row}行")
        if self.column:
            parts.append(f"“{self.column}”")
        return " ".join(parts)

    def at(self, column: str) -> Where:
        """The same row, another column."""
        return Where(self.file, self.sheet, self.row, column)


def _quoted(sheet: str) -> str:
    """A sheet's name as formulas write it: in quotes unless it is plainly a word."""
    plain = sheet.isidentifier() or sheet.isdigit()
    return sheet if plain else "'" + sheet.replace("'", "''") + "'"


NOWHERE = Where()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an official should look at: a code of docs/checks.md, a place, a remedy."""

    code: str
    level: Level
    where: Where
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.where}：" if str(self.where) else ""
        remedy = f" → {self.remedy}" if self.remedy else ""
        return f"{LEVEL_WORDS[self.level]}[{self.code}] {place}{self.message}{remedy}"

    def as_dict(self) -> dict[str, str | int | None]:
        """The finding as plain JSON values."""
        return {
            "code": self.code,
            "level": self.level,
            "file": _short_path(self.where.file),
            "sheet": self.where.sheet,
            "row": self.where.row,
            "column": self.where.column,
            **({"cell": self.where.cell} if self.where.cell else {}),
            "message": self.message,
            "remedy": self.remedy,
        }


class PolicyError(Exception):
    """The work cannot go on; `findings` holds every reason, at least one of level error."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[PolicyError], tuple[tuple[Finding, ...]]]:
        return PolicyError, (self.findings,)  # so that it passes from process to process whole


_LONG = 200
"""Characters of one value, or one part of a path, from which it is shown by its beginning; no file system has longer."""
_QUOTED = re.compile(rf"“([^“”]{{20}})[^“”]{{{_LONG - 20},}}”")


def _short(message: str) -> str:
    """`message` with each “value” out of all reason cut down to its beginning."""
    return _QUOTED.sub(r"“\1……”", message) if len(message) > _LONG else message


def _short_path(file: str) -> str:
    """`file` with each part out of all reason cut down to its beginning and its end."""
    if len(file) <= _LONG:
        return file
    return "/".join(f"{part[:20]}……{part[-5:]}" if len(part) > _LONG else part for part in file.split("/"))


def error(code: str, where: Where, message: str, remedy: str = "") -> Finding:
    """A finding that stops production."""
    return Finding(code, "error", where, _short(message), remedy)


def warning(code: str, where: Where, message: str, remedy: str = "") -> Finding:
    """A finding that is shown while work goes on."""
    return Finding(code, "warning", where, _short(message), remedy)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops production."""
    return any(finding.level == "error" for finding in findings)


# What the system says, in Chinese

_REASONS = {
    errno.ENOENT: "没有这个文件",
    errno.EISDIR: "这里是文件夹",
    errno.ENOTDIR: "路径中间有一处不是文件夹",
    errno.EEXIST: "这里已有同名的文件",
    errno.ELOOP: "快捷方式（链接）绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.EFBIG: "文件超过允许的大小",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘或网络出错",
    errno.EBUSY: "文件被别的程序占用",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.ENOMEM: "内存不足",
    errno.ENOEXEC: "这个程序在这台电脑上不能运行",
    errno.ETIMEDOUT: "网络盘没有回答",
}
_SHARING_VIOLATION = 32
"""Windows: another program holds the file open."""


def reason(problem: OSError) -> str:
    """Why a file could not be read or written: what the system says in English, in the words of an office."""
    if getattr(problem, "winerror", None) == _SHARING_VIOLATION:
        return "文件正被别的程序打开"
    if isinstance(problem, PermissionError):
        return "没有权限"
    return _REASONS.get(problem.errno or 0, f"系统报{problem.errno}号错误")
