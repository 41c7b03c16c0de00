"""One measurement in a process of its own: prints a JSON line.

`python -m tests.bench.worker notices NAME COUNT TOWNS FOLDER`: COUNT notices of a campaign of TOWNS towns.
`python -m tests.bench.worker table ROWS`: one draft with a table of ROWS rows and 8 columns.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

CHECK_EVERY = 40
"""After the clock has stopped, every so many-th file is read and compared."""


def cpu() -> float:
    """CPU seconds of this process and of its children since it began, interpreter included."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak_mib() -> float:
    """Most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def notices(name: str, count: int, all_towns: int, folder: Path) -> dict[str, float]:
    """Make `count` notices, one after another, each to its own file."""
    from .check import check
    from .contestants import CONTESTANTS
    from .notice import towns

    everyone = towns(all_towns)
    wanted = everyone[:count]
    make = CONTESTANTS[name].prepare(folder, everyone)
    sample = []
    started = cpu()
    for number, (town, path) in enumerate(zip(wanted, make(wanted), strict=True)):
        if number % CHECK_EVERY == 0:
            sample.append((town, path))
    ended = cpu()
    peak = peak_mib()
    sizes = [path.stat().st_size for path in folder.glob("*.docx")]
    if len(sizes) != count:
        raise SystemExit(f"{name}: {len(sizes)} files, not {count}")
    check(sample, everyone, CONTESTANTS[name].exact)
    return {
        "count": count,
        "start_up_ms": started * 1000,
        "ms": (ended - started) * 1000 / count,
        "peak_mib": peak,
        "bytes": sum(sizes) / count,
    }


def table_draft(rows: int) -> str:
    """A draft whose table has `rows` rows, 8 columns, a merged column and computed sums."""
    lines = ["---", "标题: 任务完成情况表", "---", "::: 表 合并=领域"]
    lines.append("| 领域 | 镇街 | 企业 | 行业 | 任务数 | 完成数 | 面积 | 时限 |")
    lines.append("| --- | --- | --- | --- | ---: | ---: | ---: | --- |")
    lines += [
        f"| 领域{row // 10} | [第{row % 18}镇](town/t-{row % 18}) | 企业{row:05} | 铸造 "
        f"| [{row % 7}](quota/t-{row % 18}/a) | {row % 5} | {row % 9}.5 | 2020年11月底前 |"
        for row in range(rows)
    ]
    lines += ["| 合计 | / | / | / | = | = | = | / |", ":::", ""]
    return "\n".join(lines)


def table(rows: int) -> dict[str, float]:
    """Draft text → tree → .docx, five times; the first warms up and does not count."""
    from lowcapdocs.draft.parse import parse
    from lowcapdocs.word.writer import Writer

    text = table_draft(rows)
    writer = Writer()
    times = []
    for _ in range(6):
        gc.collect()
        started = cpu()
        writer.docx(parse(text))
        times.append((cpu() - started) * 1000)
    return {"rows": rows, "ms": sorted(times[1:])[2]}


def main(what: str, *arguments: str) -> None:
    """Measure and print."""
    if what == "table":
        result = table(int(arguments[0]))
    else:
        name, count, all_towns, folder = arguments
        result = notices(name, int(count), int(all_towns), Path(folder))
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
