"""The address of every page and file of the site, and links from one to another. Addresses never change lightly.

An address is a path below the site's root without a leading slash, not percent-encoded. Links are
relative, so that the site works under any path and from a disk.
"""

from __future__ import annotations

from posixpath import relpath
from urllib.parse import quote

HOME = "index.html"
SEARCH = "search.html"
GUIDE = "guide.html"
CATALOGUE = "catalogue.html"
DATA = "data.html"
MAP = "map.html"
DCAT = "data.json"
ATOM = "feed.atom.xml"
RSS = "feed.rss.xml"


def campaign(campaign: str, page: str = "index") -> str:
    """A page of a campaign: index, quotas, notices, firms, downloads, figures."""
    return f"{campaign}/{page}.html"


def documents(campaign: str) -> str:
    """The list of the documents of a campaign."""
    return f"{campaign}/documents/index.html"


def document(campaign: str, entry: str, key: str = "") -> str:
    """The full text of a document."""
    return f"{campaign}/documents/{entry}/{key}.html" if key else f"{campaign}/documents/{entry}.html"


def town(campaign: str, town: str = "index") -> str:
    """A town; without one, the list of them."""
    return f"{campaign}/towns/{town}.html"


def department(campaign: str, department: str = "index") -> str:
    """A department; without one, the list of them."""
    return f"{campaign}/departments/{department}.html"


def task(campaign: str, task: str = "index") -> str:
    """A task; without one, the list of them."""
    return f"{campaign}/tasks/{task}.html"


def progress(campaign: str) -> str:
    """How far the campaign is."""
    return f"{campaign}/progress/index.html"


def measure(campaign: str, measure: str) -> str:
    """Progress in one measure, over all periods."""
    return f"{campaign}/progress/measure-{measure}.html"


def period(campaign: str, period: str) -> str:
    """Progress at the end of one period."""
    return f"{campaign}/progress/period-{period}.html"


def file(campaign: str, entry: str, key: str, ending: str) -> str:
    """A document to download; `ending` is docx, xlsx or pdf."""
    return f"files/{campaign}/{entry}-{key}.{ending}" if key else f"files/{campaign}/{entry}.{ending}"


def table(campaign: str, table: str, ending: str) -> str:
    """A table of open data; `ending` is csv or json."""
    return f"data/{campaign}/{table}.{ending}"


def schema(table: str) -> str:
    """The schema of a table of open data, whatever the campaign."""
    return f"data/schema/{table}.json"


def definition(campaign: str, figure: str) -> str:
    """Where a figure is defined, with its anchor."""
    return f"{campaign}/figures.html#{figure}"


def link(here: str, there: str) -> str:
    """The relative, percent-encoded link that leads from the page `here` to `there` (which may have an anchor)."""
    target, mark, anchor = there.partition("#")
    start = here.rpartition("/")[0]
    path = "" if target == here and mark else quote(relpath(target, start or "."))
    return f"{path}#{quote(anchor)}" if mark else path


def whole(url: str, there: str) -> str:
    """The whole address of `there` on the site served at `url` (with a final slash); empty where that is not known."""
    return url + link(HOME, there) if url else ""
