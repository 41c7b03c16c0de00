"""The public site, on one page: data → what may be public → pages → finished HTML → search → checks → build/site.

Nothing takes the place of the present site unless all of it is in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from lowcapdocs import framing, freshness, offering
from lowcapdocs.bundle.server import server_settings
from lowcapdocs.finishing import INSTALL, index, look_over, run_engine
from lowcapdocs.gathering import Work, gather
from lowcapdocs.model.site import Site
from lowcapdocs.output import write_file
from lowcapdocs.pipeline import Result, shown
from lowcapdocs.problems import Finding, PolicyError, Where, error, warning
from lowcapdocs.review import Step
from lowcapdocs.staging import addresses, put, replaced, settle
from lowcapdocs.web import generate
from lowcapdocs.web.front_matter import front_matter
from lowcapdocs.web.page import Asset, Page
from lowcapdocs.workspace import Workspace

ENGINES = ("mkdocs", "properdocs")
"""The programs that can make the site of the pages; ProperDocs carries on what MkDocs 1 was."""
_MOST_SHOWN = 5
_NEEDED = ("mkdocs", "material", "ahocorasick_rs", "pypinyin")


def sources_of(space: Workspace) -> list[Path]:
    """What people keep that the site is made from: data, templates, hand-written pages, settings."""
    return [space.data, space.templates, space.hand_written, space.site_settings]


def build(space: Workspace, *, engine: str = ENGINES[0], force: bool = False, step: Step | None = None) -> Result:
    """Make the site anew, unless nothing has changed. Findings tell what stopped it; the present site stays then."""
    result = Result()
    made_from = freshness.inputs([*sources_of(space), space.build / "pdf"], [engine])
    stamp = space.build / "site.json"
    name = shown(space, space.site_folder)
    for folder in (space.site_folder, space.pages):
        settle(folder, shown(space, folder))
    if not force and freshness.holds(stamp, made_from, space.site_folder):
        result.made.append(f"{name}：没有变化，不用重做")
        return result
    work = gather(space, engine, result, step, forced=force)
    if work is None or result.failed:
        return result
    write_pages(work, result)
    if result.failed:
        return result
    with replaced(space.site_folder, name) as folder:
        run_engine(work, folder)
        index(work, folder)
        look_over(work, folder, result)
        if result.failed:
            raise PolicyError(result.findings)
        result.findings += _gone(space, folder)
        pages = sum(address.endswith(".html") for address in addresses(folder))
        files = len(addresses(folder)) - pages
    result.findings += write_file(
        space.build / "服务器设置.txt", server_settings(work.site.path).encode(), shown(space, space.build)
    )
    freshness.remember(stamp, made_from, space.site_folder)
    result.made.append(f"{name}：{pages}页，另有文件{files}份")
    return result


def _gone(space: Workspace, fresh: Path) -> list[Finding]:
    """A warning where the new site lacks pages and files that the present one has: a deleted table takes many away."""
    lost = [name for name in addresses(space.site_folder) if not name.startswith("search/")]
    lost = sorted(set(lost) - set(addresses(fresh)))
    if not lost:
        return []
    pages = [name for name in lost if name.endswith(".html")]
    shown = "、".join((pages or lost)[:_MOST_SHOWN])
    message = f"比原来的网站少了{len(pages)}个页面、{len(lost) - len(pages)}份文件，如 {shown}。"
    return [warning("site-pages-gone", Where(space.site_folder.name), message, "请核对是不是要撤下的。")]


def build_if_set_up(space: Workspace) -> Result:
    """As `build`, where the workspace has settings of a site and this computer what makes one; else that is said."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if not space.site_settings.is_file():
        return Result(made=["网站：这里没有 mkdocs.yml，没有生成"])
    if missing:
        return Result(made=[f"网站：没有安装{'、'.join(missing)}，没有生成；{INSTALL}"])
    return build(space)


def write_pages(work: Work, result: Result) -> None:
    """The pages and files that the engine makes the site of, in build/pages."""
    space = work.space
    kept = offering.hand_written(space, result.findings)
    by_hand = offering.markdown(kept, result.findings)
    with replaced(space.pages, shown(space, space.pages)) as folder:
        written: set[str] = set()
        for each in chain(_generated(work, by_hand), (each for each in kept if not each.address.endswith(".md"))):
            if each.address in written:
                where, message = Where(f"site/{each.address}"), "与生成的页面同名。"
                result.findings.append(error("page-twice", where, message, "请给手写的页面换一个文件名。"))
            put(folder, each.address, each.data)
            written.add(each.address)
        result.findings += framing.lost_columns(work.frame, written)


def _generated(work: Work, by_hand: Mapping[str, str]) -> Iterator[Asset]:
    """The sources of all pages, and every file made of data. Each document's tree is made once, for its files and page."""
    sizes: dict[str, int] = {}
    pages = generate.Pages(work.public, work.site, [work.space.templates], sizes)

    def offered(files: Iterable[Asset]) -> Iterator[Asset]:
        for each in files:
            sizes[each.address] = len(each.data)
            yield each

    for job, public in work.jobs:
        if public is not None:
            files = offering.Files(work.space, job)
            for document in public.documents:
                tree = document.tree
                yield from offered(files.of(document, tree))
                yield _source(pages.article(public, document, tree), work.site)
    yield from offered(offering.open_files(work.public, pages.records, work.site))
    yield from (_source(page, work.site) for page in pages.others(by_hand))


def _source(page: Page, site: Site) -> Asset:
    """What the engine makes a page of."""
    return Asset(f"{page.address.removesuffix('.html')}.md", f"{front_matter(page, site)}{page.body}".encode())
