"""columns: the one table of headings."""

from __future__ import annotations

import pytest

from lowcapdocs.sources import columns, year_columns

TABLES = {name: value for room in (columns, year_columns) for name, value in vars(room).items() if name.isupper()}


@pytest.mark.parametrize("name", TABLES)
def test_no_heading_means_two_fields(name: str) -> None:
    headings = [heading for headings in TABLES[name].values() for heading in headings]
    assert len(headings) == len(columns.by_heading(TABLES[name]))


def test_headings_are_found_however_they_are_typed() -> None:
    assert "name" == columns.by_heading(columns.TOWNS)["镇(乡)、街道和园区"]
