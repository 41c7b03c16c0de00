"""csv_text: cells change, every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.sources.csv_text import CsvText
from lowcapdocs.sources.rows import csv_rows

TEXT = '\ufeff编号,"名称",备注\r\na,"甲,""乙""\r\n丙",  x \r\n\r\nb,丁,\r\n'


def test_a_table_that_nobody_touches_keeps_every_byte() -> None:
    for data in (TEXT.encode(), TEXT[1:].encode("gb18030"), TEXT.encode("utf-16-le"), TEXT[1:-2].encode()):
        assert data == CsvText(data).data()


def test_a_cell_is_found_by_the_line_its_row_begins_on() -> None:
    table = CsvText(TEXT.encode())
    table.set(5, "名称", "戊")
    assert TEXT.replace("丁", "戊").encode() == table.data()


def test_a_value_that_is_there_already_changes_nothing() -> None:
    table = CsvText(TEXT.encode())
    table.set(2, "备注", "x")
    assert TEXT.encode() == table.data()


def test_a_row_is_added_on_a_line_of_its_own_with_quotes_where_they_must_be() -> None:
    table = CsvText("编号,名称\na,甲".encode())
    assert 3 == table.append({"名称": "乙，,丙"})
    assert 4 == table.append({"编号": "c"})
    assert '编号,名称\na,甲\n,"乙，,丙"\nc,\n' == table.data().decode()


def test_a_column_that_is_not_there_is_added_at_the_end() -> None:
    table = CsvText("编号;名称\na;甲\nb;乙\n".encode())
    table.set(3, "状态", "验收")
    assert "编号;名称;状态\na;甲\nb;乙;验收\n" == table.data().decode()


def test_a_new_table_is_utf8_with_its_mark_and_crlf() -> None:
    table = CsvText.new(["编号", "名称"])
    table.append({"名称": "甲"})
    assert b"\xef\xbb\xbf" + "编号,名称\r\n,甲\r\n".encode() == table.data()


def test_a_quote_left_open_is_refused() -> None:
    with pytest.raises(ValueError, match="line"):
        CsvText('编号,名称\na,"甲\n'.encode())


CELLS = st.text(alphabet='甲乙a1 ,;"\r\n\t（）', max_size=6).map(lambda text: '"' + text.replace('"', '""') + '"')
ROWS = st.lists(st.lists(st.one_of(CELLS, st.just("x"), st.just("")), min_size=3, max_size=3), max_size=5)


@given(ROWS, st.sampled_from(["\n", "\r\n"]))
def test_rows_begin_on_the_lines_that_readers_of_tables_name(rows: list[list[str]], end: str) -> None:
    data = end.join(["a,b,c", *(",".join(row) for row in rows)]).encode()
    table = CsvText(data)
    assert data == table.data()
    for line, cells in csv_rows(data):
        if len(cells) == 3 and line > 1:
            table.set(line, "a", "changed")
    after = [cells for line, cells in csv_rows(table.data()) if len(cells) == 3]
    assert ["changed"] * (len(after) - 1) == [cells[0] for cells in after[1:]]
