"""What searching costs: `python -m tests.bench.search 1000 5000 20000` prints one line for each number of pages.

Pages are written first, then indexed by a process of its own (CPU with interpreter and reading of
files, peak memory, size of the index), then searched in Chromium, each query in a new context with
an empty cache: from the address typed to the first result on the screen, and what of `search/` was
loaded by then and in the end, as gzip makes it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote, urlsplit

from .worker import cpu, peak_mib

QUERIES = (
    "集士港镇",
    "石碶街道",
    "2020年",
    "港",
    "低/散乱企业",
    "亩均效益",
    "应急管理局",
    "7Q90-X31557",
    "碶头窑厂",
    "海曙鑫宏五金",
)
ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, pages: int) -> None:
    """A large site, without its search."""
    from tests.search.sites import RESULTS, large

    for address, data in [*large(pages), RESULTS]:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def index(folder: Path) -> dict[str, float]:
    """Index the site in `folder`; what that took."""
    from lowcapdocs.search.index import build

    def pages() -> Iterator[tuple[str, bytes]]:
        for path in sorted(folder.rglob("*.html")):
            yield path.relative_to(folder).as_posix(), path.read_bytes()

    count = size = 0
    for name, data in build(pages(), [], folder):
        path = folder / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        count, size = count + 1, size + len(data)
    return {"cpu": cpu(), "rss": peak_mib(), "files": count, "mib": size / (1 << 20)}


def searched(folder: Path) -> dict[str, float]:
    """Look for every query; medians and the worst."""
    from playwright.sync_api import sync_playwright

    from tests.browser.serving import served

    def weight(requests: list[str], site: str) -> float:
        paths = [urlsplit(url.removeprefix(site)).path for url in requests if "/search/" in url]
        return sum(len(gzip.compress((folder / path).read_bytes(), 6)) for path in paths if path.endswith(".js")) / 1000

    found: list[tuple[float, float, float]] = []
    with sync_playwright() as tools, served(folder) as site:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for query in ("工业", *QUERIES):  # the first only wakes the browser up
            context = browser.new_context()
            page = context.new_page()
            requests: list[str] = []
            page.on("request", lambda request, requests=requests: requests.append(request.url))
            started = time.perf_counter()
            page.goto(f"{site}search.html?q={quote(query)}", wait_until="commit")
            page.wait_for_selector(".search-result")
            wall, first = time.perf_counter() - started, list(requests)
            page.wait_for_timeout(1500)
            found.append((wall, weight(first, site), weight(requests, site)))
            print(f"  {query}: {wall:.2f} s, {found[-1][1]:.0f} KB, {found[-1][2]:.0f} KB", file=sys.stderr)
            context.close()
        browser.close()
    walls, firsts, alls = zip(*found[1:], strict=True)
    return {
        "wall": median(walls),
        "slowest": max(walls),
        "first": median(firsts),
        "most": max(firsts),
        "in all": median(alls),
    }


def apart(task: str, folder: str, pages: int) -> dict[str, Any]:
    """One task in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.search", "--task", task, "--folder", folder, str(pages)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    result: dict[str, Any] = json.loads(done.stdout or "{}")
    return result


def main() -> None:
    """Measure each number of pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int, nargs="*", default=[1000, 5000, 20000])
    parser.add_argument("--task", choices=("write", "index"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task == "write":
        write(given.folder, given.pages[0])
    elif given.task == "index":
        print(json.dumps(index(given.folder)))
    else:
        for pages in given.pages:
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                apart("write", folder, pages)
                cost = apart("index", folder, pages)
                use = searched(Path(folder))
            print(
                f"{pages:6} pages: {cost['cpu'] / pages * 1000:.2f} ms CPU a page, {cost['rss']:.0f} MiB, "
                f"{cost['files']} files of {cost['mib']:.1f} MiB; first result {use['wall']:.2f} s "
                f"(slowest {use['slowest']:.2f}), {use['first']:.0f} KB gzip (most {use['most']:.0f}), "
                f"{use['in all']:.0f} KB in all"
            )


if __name__ == "__main__":
    main()
