"""The public site, on one page: data → what may be public → pages → finished HTML → search → checks → build/site.

Nothing takes the place of the present site unless all of it is in order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from lowcapdocs import disclosing, freshness, offering
from lowcapdocs.bundle.csp import Inline
from lowcapdocs.bundle.links import Links
from lowcapdocs.bundle.server import server_settings
from lowcapdocs.convert.process import Programs
from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.disclose.scan import Scanner
from lowcapdocs.disclose.secrets import Secret, withheld_of_all
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.site import Site
from lowcapdocs.output import failure, write_file
from lowcapdocs.pipeline import Result, shown
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors, warning
from lowcapdocs.review import Step, review
from lowcapdocs.search import index as search
from lowcapdocs.sources import allowed, synonyms
from lowcapdocs.sources import site as site_settings
from lowcapdocs.sources.load import load_partly
from lowcapdocs.staging import addresses, put, remove, replaced
from lowcapdocs.web import generate
from lowcapdocs.web.front_matter import front_matter
from lowcapdocs.web.page import Asset
from lowcapdocs.web.record import Record
from lowcapdocs.workspace import Workspace

ENGINES = ("mkdocs", "properdocs")
"""The programs that can make the site of the pages; ProperDocs carries on what MkDocs 1 was."""
_SECONDS = 3600.0
"""The longest an engine may take."""
GUIDE = "guide.md"
"""What the office writes itself of the 公开指南, in site/."""
_NEEDED = ("mkdocs", "material", "ahocorasick_rs", "pypinyin")
_INSTALL = '请运行 pip install "lowcapdocs[site]"。'
_EPOCH = "315532800"
"""1980-01-01: what engines write as the day of building, so that the same data gives the same bytes."""


@dataclass(slots=True)
class Work:
    """What is known while a site is made."""

    space: Workspace
    engine: str
    site: Site
    forced: bool = False
    jobs: list[tuple[Job, PublicCampaign | None]] = field(default_factory=list)
    left_out: list[Campaign] = field(default_factory=list)
    """Campaigns with errors that are not public."""
    records: list[Record] = field(default_factory=list)

    @property
    def campaigns(self) -> list[Campaign]:
        """Every campaign whose data could be read, public or not."""
        return [*(job.campaign for job, _ in self.jobs), *self.left_out]

    @property
    def public(self) -> list[PublicCampaign]:
        """The campaigns that appear on the site."""
        return [public for _, public in self.jobs if public is not None]


def sources_of(space: Workspace) -> list[Path]:
    """All that the site is made from: data, templates, hand-written pages, settings, and the PDFs there are."""
    return [space.data, space.templates, space.hand_written, space.site_settings]


def build(space: Workspace, *, engine: str = ENGINES[0], force: bool = False, step: Step | None = None) -> Result:
    """Make the site anew, unless nothing has changed. Findings tell what stopped it; the present site stays then."""
    result = Result()
    made_from = freshness.inputs([*sources_of(space), space.build / "pdf"], [engine])
    stamp = space.build / "site.json"
    name = shown(space, space.site_folder)
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
        policy = inspect(work, folder, result)
        if result.failed:
            raise PolicyError(result.findings)
        pages = sum(address.endswith(".html") for address in addresses(folder))
        files = len(addresses(folder)) - pages
    result.findings += write_file(space.build / "服务器设置.txt", policy.encode(), shown(space, space.build))
    freshness.remember(stamp, made_from, space.site_folder)
    result.made.append(f"{name}：{pages}页，另有文件{files}份")
    return result


def build_if_set_up(space: Workspace) -> Result:
    """As `build`, where the workspace has settings of a site and this computer what makes one; else that is said."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if not space.site_settings.is_file():
        return Result(made=["网站：这里没有 mkdocs.yml，没有生成"])
    if missing:
        return Result(made=[f"网站：没有安装{'、'.join(missing)}，没有生成；{_INSTALL}"])
    return build(space)


def gather(
    space: Workspace, engine: str, result: Result, step: Step | None = None, *, forced: bool = False
) -> Work | None:
    """Every campaign, reviewed, with what may be public of it; None if anything is wrong, which `result` tells."""
    site = None
    if not space.site_settings.is_file():
        message, remedy = "没有网站设置。", "请从 lowcapdocs new 新建的文件夹里复制 mkdocs.yml 和 site、templates/web。"
        raise PolicyError([error("site-not-set-up", Where("mkdocs.yml"), message, remedy)])
    try:
        site = site_settings.load(space.site_settings)
    except PolicyError as problem:
        result.findings += problem.findings
    work = Work(space, engine, site or Site(name=""), forced)
    for name in space.chosen(()):
        try:
            job = open_job(space, name)
        except PolicyError as problem:
            _refuse(work, name, problem.findings, result)
            continue
        found = review(job, step)
        if has_errors(found):
            _refuse(work, name, found, result)
            continue
        result.findings += found
        work.jobs.append((job, disclosing.public_campaign(job)))
    if result.failed:
        return None
    _look_at_names(work, result)
    return work


def _look_at_names(work: Work, result: Result) -> None:
    """Two public campaigns of one name cannot be told apart; a site without any is a slip."""
    owners: dict[str, str] = {}
    for public in work.public:
        campaign = public.campaign
        other = owners.setdefault(f"{campaign.place}{campaign.name}", campaign.id)
        if other != campaign.id:
            message = f"与活动“{other}”同名，网站上分不清。"
            where = Where(f"policy_data/{campaign.id}/campaign.yaml", column="name")
            result.findings.append(warning("site-same-name", where, message, "请改其中一个的名称。"))
    if not work.public:
        full = any(work.space.site_folder.glob("*/figures.html"))
        tell = error if full and not work.forced else warning
        message = "没有可以公开的专项行动，网站会是空的。" + "原来的网站没有动。" * (tell is error)
        remedy = "请看 disclosure.yaml 的公开属性、依据、审查人和日期；确要清空网站的，加 --force。"
        result.findings.append(tell("site-empty", Where("policy_data"), message, remedy))


def _refuse(work: Work, name: str, found: Iterable[Finding], result: Result) -> None:
    """A campaign with errors stops the site, unless it is certain that nothing of it is public."""
    campaign, _ = load_partly(work.space.data / name, shown_as=f"policy_data/{name}")
    if campaign is None or campaign.disclosure.is_open("campaign"):
        result.findings += found
        return
    work.left_out.append(campaign)
    count = sum(each.level == "error" for each in found)
    message = f"这个活动有{count}处错误；它没有公开，不影响网站。"
    where, remedy = Where(f"policy_data/{name}"), f"请用 lowcapdocs check {name} 查看。"
    result.findings.append(warning("site-campaign-left-out", where, message, remedy))


# Pages


def write_pages(work: Work, result: Result) -> None:
    """The pages and files that the engine makes the site of, in build/pages."""
    space = work.space
    with replaced(space.pages, shown(space, space.pages)) as folder:
        sizes: dict[str, int] = {}
        for asset in _files(work):
            put(folder, asset.address, asset.data)
            sizes[asset.address] = len(asset.data)
        by_hand = {each.address: each.data for each in offering.hand_written(space, result.findings)}
        own_guide = by_hand.pop(GUIDE, b"").decode()
        generated = set(sizes)
        pages = generate.pages(work.public, work.site, [space.templates], sizes, work.records, own_guide)
        for page in pages:
            source = f"{page.address.removesuffix('.html')}.md"
            generated.add(source)
            put(folder, source, f"{front_matter(page, work.site)}{page.body}".encode())
        for address, data in by_hand.items():
            if address in generated:
                where, message = Where(f"site/{address}"), "与生成的页面同名。"
                result.findings.append(error("page-twice", where, message, "请给手写的页面换一个文件名。"))
            put(folder, address, data)


def _files(work: Work) -> Iterator[Asset]:
    for job, public in work.jobs:
        if public is not None:
            yield from offering.documents(work.space, job, public, work.records)
    yield from offering.open_files(work.public, work.records, work.site)


# The finished site


def run_engine(work: Work, folder: Path) -> None:
    """Have the engine make the site in `folder`. Raises PolicyError with what it says, if it fails."""
    command = [sys.executable, "-m", work.engine, "build", "--strict", "--quiet"]
    command += ["--config-file", str(work.space.site_settings.resolve()), "--site-dir", str(folder.resolve())]
    surroundings = {
        **os.environ,
        "SOURCE_DATE_EPOCH": _EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        ran = Programs().run(command, surroundings, _SECONDS)
    except OSError as problem:
        raise failure(problem, work.engine) from problem
    if ran.code != 0:
        said = " ".join(ran.said.split())[-1500:] or "没有说明"
        message = f"{work.engine} 没有做成网站：{said}"
        remedy = f"请先看 mkdocs.yml 和 site 里手写的页面；没有安装的，{_INSTALL}"
        raise PolicyError([error("site-engine", Where("mkdocs.yml"), message, remedy)])
    _leave_out(folder)


def _leave_out(folder: Path) -> None:
    """Take away the theme's scripts, unless the frame loads them: a megabyte that no page asks for."""
    home = folder / "index.html"
    if home.is_file() and b"assets/javascripts/" not in home.read_bytes():
        remove(folder / "assets" / "javascripts")


def index(work: Work, folder: Path) -> None:
    """Add the search to the finished site."""
    words = synonyms.load(work.space.data)
    made = search.build(_pages(folder), words, folder.parent)
    for name, data in made:
        put(folder, f"search/{name}", data)


def inspect(work: Work, folder: Path, result: Result) -> str:
    """Look the finished site over: links, inline code, and what may not be public. The server's settings.

    Each file is read once.
    """
    listed = addresses(folder)
    linked = Links(listed, work.site.hosts, work.site.path)
    inline = Inline()
    scanner = Scanner(_secrets(work), work.site.contacts.values(), allowed.load(work.space.data))
    for address in listed:
        data = (folder / address).read_bytes()
        linked.look(address, data)
        if address.endswith(".html"):
            inline.look(address, data)
        scanner.look(address, data)
    result.findings += [*linked.findings(), *inline.findings(), *scanner.findings()]
    return server_settings(inline.policy, work.site.path)


def _secrets(work: Work) -> Iterator[Secret]:
    """What the campaigns withhold: of their data, what no public data says; of what is written for documents alone
    (their titles and addressees, the texts of campaign.yaml with 联系人), what no published document says either.

    So a document cannot make a withheld column public by printing it: such a hit is for the allow-list to decide.
    """
    public = [*(each.campaign for each in work.public), work.site]
    trees = (document.tree for each in work.public for document in each.documents)
    data = ((replace(campaign, documents=(), texts=()), ()) for campaign in work.campaigns)
    papers = ((job.campaign, disclosing.unpublished(job)) for job, _ in work.jobs)
    return chain(withheld_of_all(data, public), withheld_of_all(papers, chain(public, trees)))


def _pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every page of the finished site, one at a time."""
    for address in addresses(folder):
        if address.endswith(".html"):
            yield address, (folder / address).read_bytes()
