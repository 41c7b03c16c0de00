"""Which cells are one, for every writer."""

from __future__ import annotations

from lowcapdocs.gongwen.elements import Row, Table
from lowcapdocs.gongwen.merging import head_cells, merge_runs
from tests.word.trees import cells


def test_a_heading_over_two_columns_and_one_over_two_rows() -> None:
    header = (cells("单位", "目标", "目标"), cells("单位", "淘汰", "提升"))
    assert (((0, 1, 2), (1, 2, 1)), ((0, 1, 0), (1, 1, 1), (2, 1, 1))) == head_cells(header)


def test_a_heading_that_returns_elsewhere_is_another_cell() -> None:
    assert (((0, 1, 1), (1, 1, 1), (2, 1, 1)),) == head_cells((cells("甲", "乙", "甲"),))


def test_a_merge_does_not_cross_a_merge_to_its_left() -> None:
    rows = tuple(Row(cells(*row)) for row in (("甲", "同"), ("甲", "同"), ("乙", "同"), ("乙", "同")))
    block = Table(header=(cells("a", "b"),), rows=rows, aligns=("left", "left"), merge=frozenset({0, 1}))
    assert {(0, 0): True, (1, 0): False, (2, 0): True, (3, 0): False} == {
        place: first for place, first in merge_runs(block).items() if place[1] == 0
    }
    assert [0, 2] == sorted(row for (row, column), first in merge_runs(block).items() if column == 1 and first)
