"""Whether the frame of the site is whole before an engine is started: a file of it that is missing, or a column
that leads nowhere, would otherwise be told once for every page. What ties pages to one engine is told, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

from lowcapdocs.problems import Finding, Where, error, warning
from lowcapdocs.search import served
from lowcapdocs.sources.frame import Frame, Named
from lowcapdocs.sources.rows import decode
from lowcapdocs.workspace import Workspace, bundled

_FRAME = "overrides"
_ENTRY = f"{_FRAME}/main.html"
"""What engines make every page with, by its name."""
_MOST_SHOWN = 8
_END = "它的框架 Material 维护到2027年5月5日，以后换别的程序生成，插件就不起作用了"
_COPY = "请用 lowcapdocs new 另建一个文件夹，把那里 site 中的这些复制过来，放在同样的位置。"


def missing(space: Workspace, frame: Frame) -> Iterator[Finding]:
    """Files of site/ that mkdocs.yml or the frame refers to: those that we ship in one finding, others at their line."""
    folder, stock = space.hand_written, bundled() / "site"
    ours = _uses_ours(space, frame)
    places = [folder, folder / _FRAME] if ours else [folder]
    made = {f"search/{name}" for name, _ in served.files()}
    wanted = [Named(name, each.where) for each in frame.assets if (name := _path(each.name)) and name not in made]
    lost = [each for each in wanted if not any((place / each.name).is_file() for place in places)]
    names = {each.name for each in lost if (stock / each.name).is_file()}
    if ours:
        names |= {name for name in _referred(folder, stock) if not (folder / name).is_file()}
    if names:
        shown = _shown(folder, sorted(names))
        message = f"网站的样式、程序或者页面的框架不全，缺{'、'.join(shown[:_MOST_SHOWN])}{'等' * (len(shown) > _MOST_SHOWN)}。"
        yield error("site-file-missing", Where("site"), message, _COPY)
    for each in lost:
        if each.name not in names:
            message = f"site 里没有“{each.name}”这个文件。"
            yield error("site-file-missing", each.where, message, "请把文件放进去，或者删去这一行。")


def lost_columns(frame: Frame, sources: Collection[str]) -> Iterator[Finding]:
    """Pages of nav that there are not, each at its line; `sources` are the files that pages are made of."""
    by_case = {source.casefold(): source for source in sources}
    for each in frame.pages:
        name = _path(each.name)
        if not name or name in sources:
            continue
        real = by_case.get(name.casefold())
        remedy = (
            f"请写成“{real}”，大小写要一样。" if real else "请改成有的页面，或者删去这一行；手写的页面放在 site 里。"
        )
        yield error("site-column", each.where, f"栏目指的页面“{each.name}”没有。", remedy)


def tied(frame: Frame) -> Iterator[Finding]:
    """A warning for each plugin and hook: pages are made whole without, by any engine, and MkDocs 1 and its theme end."""
    remedy = "网站用不着：请删去，写 plugins: []；要加的内容写成 site 里的页面，或者改 templates/web。"
    listed = [
        *((f"插件“{each.name}”", each) for each in frame.plugins),
        *((f"程序“{each.name}”", each) for each in frame.hooks),
    ]
    for called, each in listed:
        message = f"{called}只有 MkDocs 一类的程序会运行，{_END}；它还会改动已经核对过的网页。"
        yield warning("site-plugin", each.where, message, remedy)
    if not frame.plugins_stated:
        message = f"没有写 plugins，MkDocs 会加上自带的搜索插件，{_END}。"
        yield warning("site-plugin", Where(frame.name), message, "网站有自己的搜索，请写 plugins: []。")


def _uses_ours(space: Workspace, frame: Frame) -> bool:
    """Whether pages are made with the frame in site/overrides."""
    stated = space.root / frame.overrides
    return bool(frame.overrides) and stated.resolve() == (space.hand_written / _FRAME).resolve()


def _path(link: str) -> str:
    """A file below the site's root; empty for what is elsewhere."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/") or not parts.path:
        return ""
    return normpath(parts.path)


def _referred(folder: Path, stock: Path) -> set[str]:
    """Shipped files, below site/, that the frame refers to: as it stands in `folder`, and where a part of it is
    missing, as it was shipped.
    """
    shipped = {path.relative_to(stock).as_posix(): path for path in stock.rglob("*") if path.is_file()}
    calls = {name.removeprefix(f"{_FRAME}/"): name for name in shipped}
    found: set[str] = set()
    new = {_ENTRY, *(path.relative_to(folder).as_posix() for path in (folder / _FRAME).rglob("*.html"))}
    while new:
        found |= new
        texts = [_read(folder / name, shipped.get(name)) for name in new if name.startswith(_FRAME)]
        new = {name for call, name in calls.items() if any(_mentions(text, call) for text in texts)} - found
    return found & shipped.keys()


def _mentions(text: str, call: str) -> bool:
    return f'"{call}"' in text or f"'{call}'" in text


def _read(path: Path, instead: Path | None) -> str:
    for each in (path, instead):
        if each is not None and each.is_file():
            try:
                return decode(each.read_bytes())
            except UnicodeDecodeError:
                return ""
    return ""


def _shown(folder: Path, names: Collection[str]) -> list[str]:
    """`names` as they are told: a folder that is missing whole by itself."""
    if not folder.is_dir():
        return ["整个 site 文件夹"] if names else []
    told: dict[str, None] = {}
    for name in names:
        top = name.partition("/")[0]
        told[f"site/{name}" if (folder / top).is_dir() else f"整个 site/{top} 文件夹"] = None
    return list(told)
