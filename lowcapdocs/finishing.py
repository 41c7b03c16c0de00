"""From the pages to the finished site: the engine makes it, the search is added, and all of it is looked over."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from lowcapdocs import disclosing, engine_faults
from lowcapdocs.bundle.inline import Inlines
from lowcapdocs.bundle.links import Links
from lowcapdocs.bundle.references import references
from lowcapdocs.convert.process import Programs
from lowcapdocs.disclose.scan import Scanner
from lowcapdocs.disclose.secrets import Secret, unprinted, withheld
from lowcapdocs.gathering import Work
from lowcapdocs.output import failure
from lowcapdocs.pipeline import Result, shown
from lowcapdocs.problems import PolicyError, Where, error
from lowcapdocs.search import index as search
from lowcapdocs.sources import allowed, synonyms
from lowcapdocs.staging import addresses, full, put, remove

INSTALL = '请运行 pip install "lowcapdocs[site]"。'
_SECONDS = 3600.0
"""The longest an engine may take."""
_EPOCH = "315532800"
"""1980-01-01: what engines write as the day of building, so that the same data gives the same bytes."""


def run_engine(work: Work, folder: Path) -> None:
    """Have the engine make the site in `folder`. Raises PolicyError with what it says, if it fails."""
    if find_spec(work.engine) is None:
        message, remedy = f"没有安装 {work.engine}，做不成网站。", f"请运行 pip install {work.engine}。"
        raise PolicyError([error("site-engine", Where("--engine"), message, remedy)])
    command = [sys.executable, "-m", work.engine, "build", "--strict"]
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
        name = shown(work.space, work.space.site_folder)
        if full(folder):  # then it may not even have been able to say so: what it says goes to the same disk
            raise failure(OSError(errno.ENOSPC, ""), name)
        root = work.space.root
        raise PolicyError(engine_faults.faults(work.engine, ran.said, root=root, frame=work.frame, folder=name))
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


def look_over(work: Work, folder: Path, result: Result) -> None:
    """Look the finished site over: links, inline code, and what may not be public. Each file is read once.

    The terms of the index, pairs of characters of texts that are scanned, would look like names of two characters.
    """
    listed = addresses(folder)
    links, inlines = Links(listed, work.site.hosts, work.site.path), Inlines()
    scanner = Scanner(_secrets(work), work.site.contacts.values(), allowed.load(work.space.data))
    for address in listed:
        data = (folder / address).read_bytes()
        found = references(address, data)
        links.look(address, found)
        inlines.look(address, found.inline)
        if not address.startswith(f"search/{search.TERMS}/"):
            scanner.look(address, data)
    result.findings += [*links.findings(), *inlines.findings(), *scanner.findings(work.campaigns)]


def _secrets(work: Work) -> Iterator[Secret]:
    """What the campaigns withhold: of their data, what is no public value; of what is written for documents alone
    (their titles and addressees, the texts of campaign.yaml with 联系人), what no published document says.

    So a document cannot make a withheld column public by printing it: such a hit is for the allow-list to decide.
    """
    public = [*(each.campaign for each in work.public), work.site]
    trees = (document.tree for each in work.public for document in each.documents)
    data = (replace(campaign, documents=(), texts=()) for campaign in work.campaigns)
    papers = ((job.campaign, disclosing.unpublished(job)) for job, _ in work.jobs)
    return chain(withheld(data, public), unprinted(papers, chain(public, trees)))


def _pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every page of the finished site, one at a time."""
    for address in addresses(folder):
        if address.endswith(".html"):
            yield address, (folder / address).read_bytes()
