"""The benchmark that `make bench` runs; see `--help`.

CPU time, not wall time: other work on the machine disturbs it least. Each measurement is a fresh
process; a round is one of each contestant, so that a slow minute of the machine meets all alike,
and ratios are taken within a round. This process imports nothing large: children inherit its peak.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from .contestants import CONTESTANTS, OURS

TOWNS = 1000
TABLE_ROWS = (200, 1000, 2000)
FOLDER = "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()
"""Where files are written: memory if the system offers it, so that no disk is measured."""
ROOT = Path(__file__).resolve().parents[2]

Result = dict[str, float]


def measured(*arguments: object) -> Result:
    """What one worker measured."""
    command = [sys.executable, "-m", "tests.bench.worker", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    result: Result = json.loads(done.stdout)
    return result


def notices(name: str, count: int, all_towns: int) -> Result:
    """`count` notices of `name`, in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=FOLDER) as folder:
        return measured("notices", name, count, all_towns, folder)


def help_cpu_ms() -> float:
    """CPU of `python -m lowcapdocs --help`."""
    child = subprocess.Popen(
        [sys.executable, "-m", "lowcapdocs", "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"lowcapdocs --help ended with {child.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def rounds_of(count: int) -> dict[str, list[Result]]:
    """A B C D E, A B C D E, …"""
    found: dict[str, list[Result]] = {name: [] for name in CONTESTANTS}
    for number in range(count):
        for name, contestant in CONTESTANTS.items():
            _say(f"round {number + 1} of {count}: {contestant.label}")
            found[name].append(notices(name, contestant.documents, TOWNS))
    return found


# The report


def spread(values: Sequence[float], form: str) -> str:
    """Median (least–most)."""
    return f"{median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns aligned: the first to the left, the others to the right."""
    listed = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    lines = [
        "  ".join(cell.rjust(width) if index else cell.ljust(width) for index, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in listed
    ]  # fmt: skip
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def comparison(found: dict[str, list[Result]]) -> str:
    """One line for each contestant; ratios pairwise by round."""
    mine = found[OURS]
    rows = []
    for name, results in found.items():
        each = [result["ms"] for result in results]
        ratio = median(other["ms"] / own["ms"] for other, own in zip(results, mine, strict=True))
        start_up = median(result["start_up_ms"] for result in results)
        rows.append(
            (
                CONTESTANTS[name].label,
                f"{CONTESTANTS[name].documents}",
                spread(each, ".3f"),
                f"{ratio:.1f}",
                f"{start_up:.0f}",
                f"{(start_up + TOWNS * median(each)) / 1000:.2f}",
                f"{max(result['peak_mib'] for result in results):.0f}",
                f"{results[0]['bytes']:.0f}",
            )
        )
    head = ("", "files", "ms a file", "× ours", "start-up ms", f"s for {TOWNS}", "peak MiB", "bytes a file")
    return table(head, rows)


def report(found: dict[str, Any]) -> str:
    """Everything, as text."""
    parts = [
        f"Python {found['python']}, {found['cpus']} CPUs, {found['system']}; files in {found['folder']}",
        "",
        f"1. The same notice for each town of {TOWNS}; CPU time, median (least–most) of {found['rounds']} rounds",
        "",
        comparison(found["notices"]),
        "",
        "Start-up is interpreter, imports and all that is prepared once; “ms a file” is without it.",
        f"“s for {TOWNS}” = start-up + {TOWNS} × ms a file. Peak MiB is at the number of files made.",
        "",
        "2. Memory of ours",
        "",
        table(
            ("", "peak MiB", "ms a file"),
            [
                (f"{each['count']} files of {each['towns']} towns", f"{each['peak_mib']:.1f}", f"{each['ms']:.3f}")
                for each in found["memory"]
            ],
        ),
        "",
        "3. One table of 8 columns, draft text to .docx, ours",
        "",
        table(
            ("rows", "ms", "ms a row"),
            [(f"{each['rows']}", f"{each['ms']:.1f}", f"{each['ms'] / each['rows']:.4f}") for each in found["tables"]],
        ),
    ]
    if times := found["help_ms"]:
        parts += [
            "",
            f"4. lowcapdocs --help: {min(times):.0f} ms at least, {median(times):.0f} ms median of {len(times)}",
        ]
    return "\n".join(parts)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="CPU time of lowcapdocs and its peers.")
    parser.add_argument("--quick", action="store_true", help="two rounds instead of five")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every measurement there, too")
    options = parser.parse_args()
    rounds = 2 if options.quick else 5

    for name, contestant in CONTESTANTS.items():
        _say(f"checking every paragraph and cell: {contestant.label}")
        notices(name, 25, TOWNS)
    found: dict[str, Any] = {
        "python": platform.python_version(),
        "cpus": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "folder": FOLDER,
        "rounds": rounds,
        "notices": rounds_of(rounds),
        "memory": [
            {"towns": towns, **notices(OURS, count, towns)}
            for count, towns in ((1000, 1000), (1000, 10_000), (10_000, 10_000))
        ],
        "tables": [measured("table", rows) for rows in TABLE_ROWS],
        "help_ms": [help_cpu_ms() for _ in range(5)] if importlib.util.find_spec("lowcapdocs.__main__") else [],
    }
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    print(report(found))


if __name__ == "__main__":
    main()
