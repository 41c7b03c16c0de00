"""Checks the links of the finished site: nothing dead, nothing that breaks under another path or on a disk,
no request that leaves the site. Linear in pages; only ids and links are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lowcapdocs.bundle.references import Reference, References
from lowcapdocs.problems import Finding, Where, error

NOT_FOUND = "404.html"
"""Served at any address: its links begin with the path of the site."""
_MOST_SHOWN = 5
_PAGES = (".html", ".htm", ".svg")
_HARMLESS = frozenset({"mailto", "tel"})
_PROGRAMS = frozenset({"javascript", "vbscript"})


@dataclass(slots=True)
class _Told:
    """One thing that is wrong: on which pages."""

    first: str
    pages: list[str] = field(default_factory=list)
    last: str = ""
    count: int = 0


class Links:
    """A check under way: `look` at what each file refers to, then ask for `findings`.

    `addresses` are all files of the site (below its root, not percent-encoded); `hosts` those that may
    be linked to, the site's own among them; `base` is the path that the site is served under.
    """

    def __init__(self, addresses: Iterable[str], hosts: Collection[str] = (), base: str = "/") -> None:
        self._addresses = frozenset(addresses)
        self._by_case = {address.casefold(): address for address in self._addresses}
        self._folders = {folder for address in self._addresses for folder in _above(address)}
        self._hosts = frozenset(host.lower() for host in hosts if host)
        self._base = base
        self._ids: dict[str, frozenset[str]] = {}
        self._wanted: dict[tuple[str, str], _Told] = {}
        self._told: dict[tuple[str, str, str], _Told] = {}

    def look(self, address: str, found: References) -> None:
        """Note what the file at `address` refers to."""
        if found.ids:
            self._ids[address] = found.ids
        for each in found.links:
            self._judge(address, each)

    def findings(self) -> list[Finding]:
        """Every link that is wrong, once for all pages that have it."""
        for (target, anchor), told in self._wanted.items():
            ids = self._ids.get(target, frozenset())
            if anchor not in ids and unquote(anchor) not in ids:
                self._told[f"{target}#{anchor}", "anchor", ""] = told
        return [_finding(link, fault, hint, told) for (link, fault, hint), told in self._told.items()]

    def _judge(self, page: str, reference: Reference) -> None:
        link = reference.link.strip()
        try:
            parts = urlsplit(link)
            host = (parts.hostname or "").lower()
        except ValueError:
            self._tell(page, link, "dead", "")
            return
        if parts.scheme or parts.netloc:
            self._judge_absolute(page, link, parts.scheme, host, fetched=reference.fetched)
            return
        path = unquote(parts.path)
        if path.startswith("/"):
            if page != NOT_FOUND:
                self._tell(page, link, "root", "")
                return
            path = path.removeprefix(self._base.rstrip("/")).lstrip("/")
            self._find(page, link, normpath(path) if path else ".", parts.fragment)
        elif path:
            self._find(page, link, normpath(join(dirname(page), path)), parts.fragment, folder=path.endswith("/"))
        else:
            self._want(page, page, parts.fragment)

    def _judge_absolute(self, page: str, link: str, scheme: str, host: str, *, fetched: bool) -> None:
        scheme = scheme.lower()
        if scheme in _PROGRAMS:
            self._tell(page, link, "program", "")
        elif scheme == "data" or (scheme in _HARMLESS and not fetched):
            return
        elif fetched:
            self._tell(page, link, "request", host)
        elif host not in self._hosts:
            self._tell(page, link, "outside", host)

    def _find(self, page: str, link: str, target: str, anchor: str, *, folder: bool = False) -> None:
        if target in self._addresses and not folder:
            self._want(page, target, anchor)
        elif target == "." or target in self._folders:
            if page != NOT_FOUND:
                self._tell(page, link, "folder", "")
        elif target not in self._addresses and (real := self._by_case.get(target.casefold())):
            self._tell(page, link, "case", real)
        else:
            self._tell(page, link, "dead", "")

    def _want(self, page: str, target: str, anchor: str) -> None:
        if anchor and anchor != "top" and target.endswith(_PAGES):
            _count(self._wanted.setdefault((target, anchor), _Told(page)), page)

    def _tell(self, page: str, link: str, fault: str, hint: str) -> None:
        _count(self._told.setdefault((link, fault, hint), _Told(page)), page)


def _above(address: str) -> Iterable[str]:
    while address := dirname(address):
        yield address


def _count(told: _Told, page: str) -> None:
    """Files come one after another, so that one that was just counted is the last."""
    if told.last != page:
        told.last = page
        told.count += 1
        if len(told.pages) < _MOST_SHOWN:
            told.pages.append(page)


def _finding(link: str, fault: str, hint: str, told: _Told) -> Finding:
    where = Where(told.first)
    more = ""
    if told.count > 1:
        total = f"等共{told.count}个页面" if told.count > len(told.pages) else ""
        more = f"（另见 {'、'.join(told.pages[1:])}{total}）"
    match fault:
        case "anchor":
            return error("link-anchor", where, f"链接“{link}”指的位置在那一页里没有{more}。", "核对 # 后面的编号。")
        case "case":
            message = f"链接“{link}”的大小写与文件名“{hint}”不一致{more}。"
            return error("link-case", where, message, "有的服务器区分大小写，请写成一样。")
        case "root":
            message = f"链接“{link}”以“/”开头，网站放在子目录或U盘上就打不开{more}。"
            return error("link-root", where, message, "改成相对的链接。")
        case "folder":
            message = f"链接“{link}”只写到文件夹，从U盘打开时看不到网页{more}。"
            return error("link-folder", where, message, "写到 index.html。")
        case "request":
            message = f"打开这一页会向站外“{hint or link}”请求“{link}”{more}。"
            return error("link-request", where, message, "图片、样式、程序和字体都要放在本站。")
        case "outside":
            message = f"链接“{link}”指向没有登记的站外地址{more}。"
            return error("link-outside", where, message, "核对后登记，或删去。")
        case "program":
            return error("link-program", where, f"链接“{link}”里是程序{more}。", "改成普通的链接。")
        case _:
            return error("link-dead", where, f"链接“{link}”打不开，站里没有这个文件{more}。", "核对地址，或删去链接。")
