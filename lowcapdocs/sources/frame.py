"""mkdocs.yml → Frame: what the file tells the engine that a slip in breaks every page, each name with its line.

Who runs the site stands in the same file and is read by `sources.site`, which also tells what cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lowcapdocs.problems import Where
from lowcapdocs.sources import rows
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the file: of a page, a file, a plugin; and where it stands."""

    name: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`name` is what messages call the file, `overrides` is theme.custom_dir as it is written, empty without;
    `assets` are extra_css and extra_javascript, `pages` what nav leads to, `plugins` and `hooks` code that runs
    while the site is made. `settings` are the keys of the file, each followed by all names and values below it.

    `plugins_stated` is whether `plugins` says anything, an empty list too: where it does not, engines take their own.
    """

    name: str = "mkdocs.yml"
    overrides: str = ""
    assets: tuple[Named, ...] = ()
    pages: tuple[Named, ...] = ()
    plugins: tuple[Named, ...] = ()
    hooks: tuple[Named, ...] = ()
    plugins_stated: bool = True
    settings: tuple[tuple[Named, ...], ...] = ()

    def place(self, key: str, said: str = "") -> Where:
        """Where the setting `key` stands: of the names and values below it, the first that stands in `said` before the
        closing mark of a quotation.
        """
        for first, *below in self.settings:
            if first.name == key:
                quoted = (each.where for each in below if any(f"{each.name}{mark}" in said for mark in "'\""))
                return next(quoted, first.where)
        return Where(self.name)


def load(path: Path) -> Frame:
    """The frame that the file describes; an empty one where it cannot be read. Forms that engines refuse are passed over."""
    node = rows.read(path, path.name, Report())
    if not isinstance(node, Mapping):
        return Frame()
    theme, plugins = node.entries.get("theme"), node.entries.get("plugins")
    return Frame(
        name=path.name,
        overrides=_text(theme.entries.get("custom_dir")) if isinstance(theme, Mapping) else "",
        assets=(*_paths(node.entries.get("extra_css")), *_paths(node.entries.get("extra_javascript"))),
        pages=tuple(_leaves(node.entries.get("nav"))),
        plugins=tuple(_keys(plugins)),
        hooks=tuple(_leaves(node.entries.get("hooks"))),
        settings=tuple((Named(name, value.where), *_below(value)) for name, value in node.entries.items()),
        plugins_stated=isinstance(plugins, Sequence | Mapping) or bool(_text(plugins)),
    )


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _leaves(node: Node | None) -> Iterator[Named]:
    """Every text below `node`."""
    match node:
        case Scalar() if node.text:
            yield Named(node.text, node.where)
        case Sequence():
            for item in node.items:
                yield from _leaves(item)
        case Mapping():
            for item in node.entries.values():
                yield from _leaves(item)


def _paths(node: Node | None) -> tuple[Named, ...]:
    """Files in a list: each as its path, or as a mapping with its `path`."""
    items = node.items if isinstance(node, Sequence) else ()
    stated = (each.entries.get("path") if isinstance(each, Mapping) else each for each in items)
    return tuple(Named(each.text, each.where) for each in stated if isinstance(each, Scalar) and each.text)


def _keys(node: Node | None) -> Iterator[Named]:
    """Names in a list, or a mapping, of names with or without settings."""
    match node:
        case Scalar() if node.text:
            yield Named(node.text, node.where)
        case Sequence():
            for item in node.items:
                yield from _keys(item)
        case Mapping():
            for name, value in node.entries.items():
                yield Named(name, value.where)


def _below(node: Node) -> Iterator[Named]:
    """Every name and value below `node`, in order."""
    match node:
        case Scalar() if node.text:
            yield Named(node.text, node.where)
        case Sequence():
            for item in node.items:
                yield from _below(item)
        case Mapping():
            for name, value in node.entries.items():
                yield Named(name, value.where)
                yield from _below(value)
