"""版记: its rows, rules and place."""

from __future__ import annotations

import re

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Imprint
from lowcapdocs.word.imprint import imprint
from tests.word.trees import IMPRINT

COPIES = Imprint(copy_to="区委办")
PRINTER = Imprint(printer="区办", print_date="2020年4月5日")


def test_none() -> None:
    assert "" == imprint(None, 0)


@pytest.mark.parametrize(("item", "rules"), [(IMPRINT, [8, 6, 6, 8]), (COPIES, [8, 8]), (PRINTER, [8, 8])])
def test_outer_rules_are_thick_and_inner_ones_thin(item: Imprint, rules: list[int]) -> None:
    assert rules == [int(size) for size in re.findall(r'w:sz="(\d+)"', imprint(item, 0))]


@pytest.mark.parametrize("item", [IMPRINT, COPIES, PRINTER, Imprint(copy_to="区委办公室、" * 40)])
def test_the_box_ends_on_the_lower_edge_of_the_type_area(item: Imprint) -> None:
    xml = imprint(item, 1587)
    left, top = (int(place) for place in re.findall(r"<wp:posOffset>(\d+)</wp:posOffset>", xml))
    heights = sum(int(height) for height in re.findall(r'<w:trHeight w:val="(\d+)"', xml))
    assert 1587 * s.EMU_PER_TWIP == left
    assert s.IMPRINT_BOTTOM * s.EMU_PER_TWIP == top + heights * s.EMU_PER_TWIP


def test_only_what_is_known_is_printed() -> None:
    assert "印发</w:t>" not in imprint(Imprint(printer="区办"), 0)
    assert "抄送" not in imprint(PRINTER, 0)
