"""How much CPU and memory the site of a province costs, stage by stage; `--help` tells how to run it.

Each size is a process of its own. CPU seconds, not wall time; the engine's are those of its process. The files that
are no pages (Word, CSV, JSON, feeds) are made between the pages, each while its tree is at hand, and timed apart.
Memory is the peak of our own process; what it grows by between sizes is the data, which is read whole.
The yardstick is MkDocs with Material as they come, on as many plain pages: the same machine's speed in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.bench import province

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1300)
"""Towns a campaign; each comes to about two pages a town and year."""
YEARS = (2024, 2025)


def _cpu() -> float:
    """CPU seconds of this process and of those that it has waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _peak() -> float:
    """The peak of this process, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _Watch:
    """CPU seconds spent in generators, while others wait for what they yield."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def over(self, make: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
        """`make`, watched."""

        def watched(*given: Any) -> Iterator[Any]:
            before = time.process_time()
            each = iter(make(*given))
            for value in iter(lambda: next(each, self), self):
                self.seconds += time.process_time() - before
                yield value
                before = time.process_time()
            self.seconds += time.process_time() - before

        return watched


def measure(towns: int, years: int) -> dict[str, float]:
    """Build the site of a province in a folder that is removed; CPU seconds and MiB by stage, and the pages."""
    from lowcapdocs import finishing, gathering, offering, publishing
    from lowcapdocs.pipeline import Result
    from lowcapdocs.staging import addresses, replaced
    from lowcapdocs.workspace import Workspace

    found: dict[str, float] = {}

    def staged(name: str, work: Callable[[], object]) -> object:
        before = _cpu()
        answer = work()
        found[f"{name} CPU"] = _cpu() - before
        found[f"{name} MiB"] = _peak()
        return answer

    with tempfile.TemporaryDirectory(prefix="bench-site-") as name:
        space = Workspace(Path(name))
        province.build(space.root, towns, YEARS[:years])
        result = Result()
        work = staged("data", lambda: gathering.gather(space, publishing.ENGINES[0], result))
        if not isinstance(work, gathering.Work):
            raise SystemExit("\n".join(map(str, result.findings)))
        files = _Watch()
        with (
            patch.object(offering.Files, "of", files.over(offering.Files.of)),
            patch.object(offering, "open_files", files.over(offering.open_files)),
        ):
            staged("pages", lambda: publishing.write_pages(work, result))
        found["files CPU"] = files.seconds
        found["pages CPU"] -= files.seconds
        with replaced(space.site_folder, "site") as folder:
            staged("engine", lambda: finishing.run_engine(work, folder))
            staged("index", lambda: finishing.index(work, folder))
            staged("checks", lambda: finishing.look_over(work, folder, result))
            listed = addresses(folder)
            found["pages"] = sum(address.endswith(".html") for address in listed)
            found["MB"] = sum((folder / address).stat().st_size for address in listed) / 1e6
        if result.failed:
            raise SystemExit("\n".join(str(each) for each in result.findings if each.level == "error"))
    return found


def yardstick(pages: int) -> float:
    """Milliseconds of CPU a page that MkDocs with Material takes for `pages` pages of 900 characters, without search."""
    text = "\n\n".join(["各镇（街道）要按照职责分工，抓好落后产能淘汰和整治提升，按月报送进展情况。" * 5] * 5)
    with tempfile.TemporaryDirectory(prefix="bench-plain-") as name:
        folder = Path(name)
        (folder / "docs").mkdir()
        (folder / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
        for number in range(pages):
            (folder / f"docs/p{number}.md").write_text(f"# 第{number}页\n\n{text}\n", encoding="utf-8")
        settings = (
            "site_name: x\ntheme: {name: material, font: false}\nplugins: []\nnav: [index.md]\nnot_in_nav: '*.md'\n"
        )
        (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        before = _cpu()
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")],
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            check=True,
        )
        return (_cpu() - before) / pages * 1000


def table(rows: list[dict[str, float]]) -> str:
    """What was measured, a line for each size."""
    lines = [
        "| pages | data, s | pages, s | engine, s | index, s | ms a page* | plain** | files, s | checks, s | MiB*** | site, MB |"
    ]
    lines.append("|" + " ---: |" * 11)
    for each in rows:
        made = sum(each[f"{stage} CPU"] for stage in ("pages", "engine", "index"))
        first = " | ".join(f"{each[f'{stage} CPU']:.1f}" for stage in ("data", "pages", "engine", "index"))
        others = " | ".join(f"{each[f'{stage} CPU']:.1f}" for stage in ("files", "checks"))
        memory = " → ".join(f"{each[f'{stage} MiB']:.0f}" for stage in ("data", "pages", "index"))
        pages = each["pages"]
        lines.append(
            f"| {pages:.0f} | {first} | {made / pages * 1000:.1f} | {each['plain']:.1f} | {others} | {memory} | {each['MB']:.0f} |"
        )
    notes = "\\* pages, engine and index; \\** MkDocs alone on plain pages; \\*** peak after data → pages → index"
    return "\n".join([*lines, "", notes])


def main() -> None:
    """Measure every size, each in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--towns", type=int, nargs="+", default=SIZES, help="towns of a campaign")
    parser.add_argument("--years", type=int, default=len(YEARS), choices=range(1, len(YEARS) + 1), help="campaigns")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.towns[0], asked.years)))
        return
    rows = []
    for towns in asked.towns:
        command = [
            sys.executable,
            "-m",
            "tests.bench.site",
            "--one",
            "--towns",
            str(towns),
            "--years",
            str(asked.years),
        ]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8")
        rows.append(json.loads(done.stdout))
        rows[-1]["plain"] = yardstick(round(rows[-1]["pages"]))
    print(table(rows))


if __name__ == "__main__":
    main()
