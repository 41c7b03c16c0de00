"""checks.assessment: the points of all items are the full points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, findings, small

RULES = """\
name: 考核办法
full: 100
items:
  - {id: done, name: 完成, rule: 完成任务, measure: improve, points: 90}
  - {id: report, name: 报送, rule: 按期报送, points: 10, off: 1}
  - {id: more, name: 加减, rule: 逐项加减, points: 0}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [([], RULES), (["assessment-total"], RULES.replace("points: 90", "points: 89.5"))],
)
def test_the_points_of_all_items_are_the_full_points(tmp_path: Path, expected: list[str], text: str) -> None:
    found = findings(small(tmp_path, {f"{DATA}/assessment.yaml": text}))
    assert expected == [each.split(" ")[0] for each in found]
