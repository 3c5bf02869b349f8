import numpy as np
import pyarrow as pa
import pytest
from readers.text_files import options

from vitalfew.readers.headers.recognise import recognise
from vitalfew.readers.headers.totals import LeftOut, leave_out_totals
from vitalfew.readers.reading import Block
from vitalfew.schemas import TABLES

ORDERS = ("客户编号", "订单编号", "日期", "品名", "金额")
WITHOUT_NUMBERS = ("客户编号", "日期", "金额")
Row = tuple[str | None, ...]


def left_out(rows: list[Row], header: tuple[str, ...] = ORDERS, table: str = "orders") -> LeftOut:
    columns = tuple(pa.array(cells, pa.string()) for cells in zip(*rows, strict=True))
    block = Block(columns, np.arange(2, len(rows) + 2))
    recognised = recognise(header, [column.to_pylist() for column in columns], TABLES[table], options())
    return leave_out_totals(block, recognised, table)


@pytest.mark.parametrize(
    "word",
    [
        "合计",
        "小计",
        "总计",
        "總計",
        "合計",
        "小計",
        "合 计",
        "合计：",
        "Total",
        "TOTAL:",
        "Grand total",
        "Sub-total",
        "Subtotal",
        "Sum",
        "本页合计",
        "汇总",
    ],
)
def test_a_row_that_calls_itself_a_total_is_left_out_with_its_line(word: str) -> None:
    got = left_out([("C1", "O1", "2025-01-02", "茶", "10"), (word, None, None, None, "10")])
    assert got.totals == {3: word}
    assert got.block.lines.tolist() == [2]
    assert got.block.columns[0].to_pylist() == ["C1"]


@pytest.mark.parametrize(
    "cells",
    [
        ("C1 小计", None, None, None, "10"),
        ("C1", "小计", None, None, "10"),
        ("C1", None, "2025年1月小计", None, "10"),
        (None, None, None, "合计", "10"),
        ("合计", None, "2025-06-30", None, "10"),
        ("合计", "3", None, None, "10"),
        ("合计：12 笔", None, None, None, "10"),
        ("C1 Total", None, None, None, "10"),
    ],
)
def test_totals_in_the_id_the_number_the_day_or_a_first_cell_are_left_out(cells: Row) -> None:
    got = left_out([("C1", "O1", "2025-01-02", "茶", "10"), cells])
    assert list(got.totals) == [3]


@pytest.mark.parametrize(
    "cells",
    [
        ("Total", "O2", "2025-01-02", "茶", "10"),
        ("C1", "O2", "2025-01-02", "Total", "10"),
        ("C1", None, "2025-01-02", "Total", "10"),
        ("C1", "O2", None, "茶", "10"),
        (None, None, None, "茶", "10"),
        ("Totalenergies", "O2", None, "茶", "10"),
        ("合计机械厂", "O2", "2025-01-02", "茶", "10"),
    ],
    ids=[
        "customer Total",
        "product Total",
        "product Total without number",
        "no day",
        "no id",
        "name that begins so",
        "name that begins so in Chinese",
    ],
)
def test_what_may_be_data_stays(cells: Row) -> None:
    got = left_out([("C1", "O1", "2025-01-02", "茶", "10"), cells])
    assert got.totals == {}
    assert len(got.block.lines) == 2


def test_without_order_numbers_a_certain_word_is_enough_and_a_name_is_not() -> None:
    rows: list[Row] = [("C1", "2025-01-02", "10"), ("合计", "2025-06-30", "10"), ("Total", "2025-01-03", "5")]
    got = left_out(rows, WITHOUT_NUMBERS)
    assert got.totals == {3: "合计"}


def test_headers_repeated_on_each_page_are_left_out_and_counted() -> None:
    got = left_out([("C1", "O1", "2025-01-02", "茶", "10"), ORDERS, ("C2", "O2", "2025-01-02", "茶", "10"), ORDERS])
    assert got.headers == 2
    assert got.block.lines.tolist() == [2, 4]


def test_a_list_of_customers_has_totals_too_but_keeps_a_customer_called_total() -> None:
    rows: list[Row] = [("C1", "Total", "贸易"), ("合计", None, None), (None, "合计", None)]
    got = left_out(rows, ("客户编号", "客户名称", "行业"), "customers")
    assert got.totals == {3: "合计", 4: "合计"}


def test_a_total_row_shorter_than_the_header_is_a_total_not_a_broken_row() -> None:
    block = Block(
        tuple(pa.array([cell], pa.string()) for cell in ("C1", "O1", "2025-01-02", "茶", "10")),
        np.array([2]),
        {3: ("", "合计", "10"), 4: ("C2", "O2")},
    )
    recognised = recognise(ORDERS, [["x"]] * 5, TABLES["orders"], options())
    got = leave_out_totals(block, recognised, "orders")
    assert got.totals == {3: "合计"}
    assert got.block.ragged == {4: ("C2", "O2")}
