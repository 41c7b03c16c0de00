"""Why an engine made no site: what MkDocs and ProperDocs print in English → findings where it is to be mended.

Three causes lie outside of the data: the disk, the frame in site/overrides, the settings in mkdocs.yml. Of whatever
else there may be, the engine's own words are told, without the way it came there.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lowcapdocs import template_words
from lowcapdocs.output import failure
from lowcapdocs.problems import Finding, Where, error
from lowcapdocs.sources.frame import Frame

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
_DISK_ON_WINDOWS = {112: errno.ENOSPC, 39: errno.ENOSPC, 19: errno.EROFS}
_RAISED = re.compile(r"^((?:\w+\.)*\w*(?:Error|NotFound|Exception))(?:: (.*))?$", re.MULTILINE)
"""The last line of a traceback, with what follows it."""
_NUMBERED = re.compile(r"\[(Errno|WinError) (\d+)\]")
_FRAME = re.compile(
    r'^ +File "(?P<file>.+?)", line (?P<row>\d+), in (?:template$|top-level template code$|block \'|macro|template \')',
    re.MULTILINE,
)
"""A place in a template, as Jinja writes it into tracebacks."""
_UNKNOWN = re.compile(r"No (filter|test) named '(.+?)'")
_NOT_FOUND = re.compile(r"'?(.+?)'?(?: not found in search paths.*)?$")
_TOLD = re.compile(r"^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +- +", re.MULTILINE)
_SETTING = re.compile(r"Config value '([^']+)': (.*)", re.DOTALL)
_ABORTED = re.compile(r"^Aborted with .*$", re.MULTILINE)
_PAGE = re.compile(r"(?:Doc file|page|in) '([^']+\.md)'")
_KINDS: dict[str, type[Exception]] = {
    each.__name__: each for each in (RecursionError, OverflowError, ZeroDivisionError, KeyError)
}
_LONGEST = 700
"""Characters of the engine's own words that are shown."""


class _Why(NamedTuple):
    """What the engine has against a setting, and what to do about it."""

    why: str
    remedy: str


_USUAL = _Why("这一项这样写不行", "请对照 lowcapdocs new 新建的文件夹里的 mkdocs.yml 改正。")
_SETTINGS: tuple[tuple[str, _Why], ...] = (
    (
        r"Unrecognised theme name: '(.+?)'",
        _Why("没有叫“{0}”的框架", "请检查 theme 的 name；网站用的是 material。"),
    ),
    (r"Unrecognised configuration name: (\S+)", _Why("没有“{0}”这一项设置", "请检查名称有没有写错，用不着的删去。")),
    (r"custom_dir \('(.+?)'\) does not exist", _Why("custom_dir 写的文件夹没有", "请写成 site/overrides。")),
    (r"Failed to load extension '(.+?)'", _Why("没有叫“{0}”的扩展", "请检查名称有没有写错，或者删去这一行。")),
    (r'The "(.+?)" plugin is not installed', _Why("没有叫“{0}”的插件", "请删去，写 plugins: []。")),
    (r"^Required configuration", _Why("这一项必须填", _USUAL.remedy)),
)


def faults(engine: str, said: str, *, root: Path, frame: Frame, folder: str) -> list[Finding]:
    """Why `engine` failed that `said` this; `root` is the workspace, `folder` how messages call what it writes in."""
    said = said.replace("\r\n", "\n")
    raised = next(reversed(list(_RAISED.finditer(said))), None) if "Traceback (" in said else None
    if raised and (code := _disk(raised[2] or "")):
        return list(failure(OSError(code, ""), folder).findings)
    if raised and raised[1] == "UnicodeDecodeError" and (unread := list(_unreadable(root, frame))):
        return unread
    if raised and (where := _place(said, root, frame)):
        return [_template(raised[1].rpartition(".")[2], (raised[2] or "").strip(), where)]
    if settings := list(_settings(engine, said, frame)):
        return settings
    words, where, remedy = _words(said, raised), Where(frame.name), "请看 mkdocs.yml 和 site 里手写的页面。"
    page = _PAGE.search(words)
    if page and (root / "site" / page[1]).is_file():
        where, remedy = Where(f"site/{page[1]}"), "请核对这一页。"
    return [error("site-engine", where, f"{engine} 没有做成网站，它的原话：{words}", remedy)]


def _disk(message: str) -> int:
    """The number of the fault of the disk that `message` tells of; 0 if it tells of none."""
    found = _NUMBERED.search(message)
    if not found:
        return 0
    number = int(found[2])
    if found[1] == "WinError":
        return _DISK_ON_WINDOWS.get(number, 0)
    return number if number in _DISK else 0


def _place(said: str, root: Path, frame: Frame) -> Where | None:
    """The innermost place in a template, if that is one of the workspace's own."""
    places = list(_FRAME.finditer(said))
    if not places or not frame.overrides:
        return None
    file, home = Path(places[-1]["file"]), root.resolve()
    own = _own(root, frame)
    if not file.is_relative_to(own) or not own.is_relative_to(home):
        return None
    return Where(file.relative_to(home).as_posix(), row=int(places[-1]["row"]))


def _own(root: Path, frame: Frame) -> Path:
    """The folder of the workspace's own templates."""
    return (root / frame.overrides).resolve()


def _unreadable(root: Path, frame: Frame) -> Iterator[Finding]:
    """The templates of the workspace that are not in UTF-8, the only encoding that engines read."""
    for path in sorted(_own(root, frame).rglob("*.html")) if frame.overrides else ():
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            where = Where(f"{frame.overrides.rstrip('/')}/{path.relative_to(_own(root, frame)).as_posix()}")
            yield error("file-unreadable", where, "模板读不出来：文字编码不是 UTF-8。", "请用记事本另存为 UTF-8。")


def _template(kind: str, message: str, where: Where) -> Finding:
    """The finding for what Jinja raised, told by the name of its exception and its message."""
    unknown = _UNKNOWN.search(message)
    if kind == "TemplateNotFound":
        found = _NOT_FOUND.match(message)
        name = found[1] if found else message
        remedy = f"请检查文件名，或者把“{name}”放进 site/overrides。"
        return error("template-missing", where, f"找不到模板“{name}”。", remedy)
    if unknown:
        sort = "过滤器" if unknown[1] == "filter" else "条件"
        said = template_words.Said(f"没有叫“{unknown[2]}”的{sort}", "请检查名称有没有写错。")
    elif kind in ("TemplateSyntaxError", "TemplateAssertionError"):
        said = template_words.of_syntax(message)
    else:
        said = template_words.of_value(_KINDS.get(kind, ValueError)(message))
    if unknown or kind in ("TemplateSyntaxError", "TemplateAssertionError"):
        return error("template-syntax", where, f"模板写法有误：{said.why}。", said.remedy)
    return error("template-value", where, f"模板这一行填不出来：{said.why}。", said.remedy)


def _settings(engine: str, said: str, frame: Frame) -> Iterator[Finding]:
    """A finding for each setting that the engine refuses."""
    for told in _TOLD.split(said):
        found = _SETTING.match(told.strip())
        if not found:
            continue
        words = " ".join(_ABORTED.sub("", found[2]).split())
        match, why = next(
            ((match, why) for form, why in _SETTINGS if (match := re.search(form, words))), (None, _USUAL)
        )
        given = why.why.format(*(match.groups() if match else ()))
        message = f"{engine} 不接受“{found[1]}”：{given}。它的原话：{words[:_LONGEST]}"
        yield error("site-engine", frame.place(found[1], words), message, why.remedy)


def _words(said: str, raised: re.Match[str] | None) -> str:
    """What of the engine's own words says why: the end of a traceback, else all that is more than information."""
    if raised:
        words = said[raised.start() :]
    else:
        told = re.split(r"^(?=(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +- )", said, flags=re.MULTILINE)
        words = " ".join(each for each in told if not each.startswith(("DEBUG", "INFO")))
    return " ".join(words.split())[-_LONGEST:] or "没有说明"
