"""A round of returns on disk: sent from the sample, filled in by towns, merged."""

from __future__ import annotations

import atexit
import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.returns.pen import Pen
from tests.workspaces import HAISHU_DATA, Ran, run, sample

NAME, PERIOD = "haishu-2020", "2020-10"
SENT = f"build/returns/{NAME}/{PERIOD}"
DAY = date(2020, 11, 3)


class Round:
    """A workspace whose workbooks are out; `back` is the folder of what comes back."""

    def __init__(self, root: Path) -> None:
        self.root, self.back = root, root / "back"
        self.back.mkdir(exist_ok=True)

    @property
    def files(self) -> dict[str, Path]:
        """What was sent, by town."""
        return {path.name.split("-")[1]: path for path in sorted((self.root / SENT).glob("*.xlsx"))}

    def pen(self, town: str, name: str = "") -> Pen:
        """A copy of a town's workbook, in its hands."""
        path = self.back / (name or f"{town}.xlsx")
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            shutil.copyfile(self.files[town], path)
        return Pen(path)

    def merge(self, *arguments: str) -> Ran:
        """The command over all that came back."""
        return run(self.root, "returns", "merge", NAME, str(self.back), *arguments)

    def told(self, *arguments: str) -> dict[str, Any]:
        """What it answers as JSON."""
        answer: list[dict[str, Any]] = json.loads(self.merge(*arguments, "--json").out)
        return answer[0]

    def findings(self, *arguments: str) -> list[str]:
        """What it finds, as “code place”, but for towns that have not answered."""
        found = self.told(*arguments)["findings"]
        return [
            f"{each['code']} {each['file']} {each['sheet']}!{each.get('cell') or each['row'] or ''}".removesuffix(" !")
            for each in found
            if each["code"] not in ("return-missing", "return-untouched")
        ]

    def data(self, stem: str) -> bytes:
        """A data file as it stands."""
        return (self.root / HAISHU_DATA / f"{stem}.csv").read_bytes()

    def both(self) -> tuple[bytes, bytes]:
        """Returns and ledger as they stand."""
        return self.data("progress"), self.data("ledger")


_OTHERS = {"/,/": "2,2", "/,3": "2,3", "2,/": "2,2"}
"""Quotas of the towns that have nothing to do in one measure or both, old and new."""


@cache
def _sent(eighteen: bool) -> Path:
    """A workspace whose workbooks are out, made once for all tests."""
    root = sample(Path(mkdtemp(prefix="lowcapdocs-round-")))
    atexit.register(shutil.rmtree, root)
    quotas = root / HAISHU_DATA / "quotas.csv"
    text = quotas.read_bytes().decode()
    for old, new in _OTHERS.items() if eighteen else ():
        text = text.replace(old, new)
    quotas.write_bytes(text.encode())
    assert 0 == run(root, "returns", "send", NAME, PERIOD).code
    return root


def new_round(root: Path, *, eighteen: bool = False) -> Round:
    """The sample's round; with `eighteen`, every town has both measures to report."""
    shutil.copytree(_sent(eighteen), root, dirs_exist_ok=True)
    return Round(root)


def fill(pen: Pen, **more: Any) -> Pen:
    """What a town with both measures may answer (集士港镇, 古林镇, 高桥镇, 洞桥镇, 石碶街道 have 3 of phase_out)."""
    values = {"done": 3, "closed": 2, "merged": 1, "upgraded": 0, "accepted": 3, **more}
    return pen.amount("phase_out", **values).day(DAY)
