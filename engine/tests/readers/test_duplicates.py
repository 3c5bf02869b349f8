"""Grain: lines or orders; rows that say the same; rows that contradict each other; totals of orders."""

from decimal import Decimal

import pytest
from readers.typing_rows import column, notes, read, reasons, row

HEADER = "customer_id,order_id,moment,amount"


def orders(count: int) -> list[str]:
    return [f"C{number},{number},2025-01-02,{number + 1}" for number in range(count)]


def test_a_product_column_makes_rows_lines_and_the_summary_says_so() -> None:
    result = read(f"{HEADER},product_id", [f"{one},P" for one in orders(3)])
    assert (result.grain, notes(result)["grain"]) == (
        "line",
        "Each row is an order line: the column product_id says so.",
    )


@pytest.mark.parametrize(("whole", "grain"), [(18, "line"), (19, "order")])
def test_more_than_one_order_in_twenty_in_different_rows_makes_them_lines(whole: int, grain: str) -> None:
    result = read(HEADER, [*orders(whole), "X,99,2025-01-02,1", "X,99,2025-01-02,2"])
    assert (result.grain, len(result.rejects)) == (grain, 0 if grain == "line" else 2)
    assert f"1 of {whole + 1} orders" in notes(result)["grain"]


def test_the_same_order_number_of_two_customers_is_two_orders() -> None:
    result = read(HEADER, ["A,1,2025-01-02,1", "B,1,2025-01-02,2"], grain="order")
    assert len(result.rows) == 2


def test_cells_of_columns_that_are_not_read_make_rows_different() -> None:
    rows = [*orders(5), "X,99,2025-01-02,1", "X,99,2025-01-02,1"]
    told = [f"{one},{'red' if number == 5 else 'blue'}" for number, one in enumerate(rows)]
    assert read(f"{HEADER},colour", told).grain == "line"
    assert read(f"{HEADER},colour", [f"{one},blue" for one in rows]).grain == "order"


@row("B-42")
def test_identical_lines_are_kept_and_counted_and_dropped_on_request() -> None:
    rows = ["A,1,2025-01-02,5", "A,1,2025-01-02,5.00", "A,1,2025-01-02,5", "A,1,2025-01-02,6"]
    kept = read(HEADER, rows, grain="line")
    assert notes(kept)["duplicates"] == "2 identical lines kept; --drop-duplicates removes them."
    assert (len(kept.rows), kept.count) == (4, 4)
    dropped = read(HEADER, rows, grain="line", drop_duplicates=True)
    assert notes(dropped)["duplicates"] == "2 identical lines removed."
    assert (column(dropped, "amount"), dropped.count) == (["5.00", "6.00"], 2)


@row("B-42")
def test_an_identical_order_is_skipped_and_counted_and_is_no_data_row() -> None:
    result = read(HEADER, ["A,1,2025-01-02,5", "B,2,2025-01-02,6", "A,1,2025/1/2,5"], grain="order")
    assert notes(result)["duplicates"] == "1 identical orders skipped."
    assert (column(result, "amount"), result.count) == (["5.00", "6.00"], 2)


@row("B-43")
def test_an_order_in_different_rows_rejects_all_of_them_each_naming_the_others() -> None:
    rows = ["A,1,2025-01-02,5", "B,2,2025-01-02,6", "A,1,2025-01-02,7", "A,1,2025-01-02,5"]
    result = read(HEADER, rows, grain="order")
    assert reasons(result) == [
        (2, "order_id", "conflicts with lines 4, 5"),
        (4, "order_id", "conflicts with lines 2, 5"),
        (5, "order_id", "conflicts with lines 2, 4"),
    ]
    assert column(result, "customer_id") == ["B"]


@row("B-43")
def test_two_rows_in_conflict_name_one_another_and_many_name_some() -> None:
    pair = read(HEADER, ["A,1,2025-01-02,5", "A,1,2025-01-02,7"], grain="order")
    assert [reason for _, _, reason in reasons(pair)] == ["conflicts with line 3", "conflicts with line 2"]
    many = read(HEADER, [f"A,1,2025-01-02,{number}" for number in range(30)], grain="order")
    assert reasons(many)[0][2] == f"conflicts with lines {', '.join(map(str, range(3, 23)))} and 9 more"


def test_without_order_numbers_each_row_is_an_order_and_none_is_skipped() -> None:
    result = read("customer_id,moment,amount", ["A,2025-01-02,5", "A,2025-01-02,5"])
    assert (result.grain, len(result.rows)) == ("order", 2)
    assert notes(result)["grain"] == "Each row is a whole order: there is no column of order numbers."
    assert "no_order_column" not in notes(result)
    lines = read("customer_id,moment,amount,product_id", ["A,2025-01-02,5,P", "A,2025-01-02,5,P"])
    assert notes(lines)["no_order_column"] == "Each row counts as an order: there is no column of order numbers."


def test_rows_without_an_order_number_in_a_file_of_orders_are_not_skipped() -> None:
    result = read(HEADER, ["A,,2025-01-02,5", "A,,2025-01-02,5", "B,1,2025-01-02,5"], grain="order")
    assert len(result.rows) == 3
    assert notes(result)["no_order_number"] == "2 rows have no order number."


@row("B-42")
def test_a_customer_stands_once_and_contradictions_are_rejected() -> None:
    rows = ["A,王,hotel", "A,王,hotel", "B,李,hotel", "B,李,retail"]
    result = read("customer_id,name,industry", rows, table="customers")
    assert column(result, "customer_id") == ["A"]
    assert reasons(result) == [(4, "customer_id", "conflicts with line 5"), (5, "customer_id", "conflicts with line 4")]


TOTALS = [
    "A,1,2025-01-02,30,P1",
    "A,1,2025-01-03,30,P2",
    "B,2,2025-01-02,20,P1",
    "B,2,2025-01-02,20,P2",
    "B,2,2025-01-02,20,P3",
    "C,3,2025-01-02,10,P1",
    "C,3,2025-01-02,10,P2",
    "D,4,2025-01-02,7,P1",
]


def test_an_amount_equal_on_all_lines_of_the_orders_is_suspected_to_be_their_total() -> None:
    said = notes(read(f"{HEADER},product_id", TOTALS))["order_total"]
    assert "equal on all lines of 3 of 3 orders" in said
    assert "sum to 147.00, and to 67.00 with each order counted once" in said
    assert "--map order_total=amount" in said


def test_amounts_that_quantity_and_price_explain_are_no_totals() -> None:
    rows = [f"{one},1,{one.split(',')[3]}" for one in TOTALS]
    assert "order_total" not in notes(read(f"{HEADER},product_id,quantity,unit_price", rows))


def test_a_total_is_counted_once_on_the_latest_line_of_its_order() -> None:
    header = "customer_id,order_id,moment,order_total,product_id"
    result = read(header, TOTALS)
    assert result.rows.column_names == ["customer_id", "order_id", "moment", "product_id", "amount"]
    assert sum(result.rows["amount"].to_pylist()) == Decimal("67.00")
    assert column(result, "amount")[:2] == ["0.00", "30.00"]
    again = read(header, TOTALS[::-1])
    assert column(again, "amount") == column(result, "amount")[::-1]


def test_a_total_may_stand_on_one_line_only_and_must_not_contradict_itself() -> None:
    rows = [
        "A,1,2025-01-02,30",
        "A,1,2025-01-03,",
        "B,2,2025-01-02,1",
        "B,2,2025-01-02,2",
        "C,3,2025-01-02,",
        ",9,2025-01-02,5",
        ",9,2025-01-02,5",
    ]
    result = read("customer_id,order_id,moment,order_total", rows, grain="line")
    assert column(result, "amount") == ["30.00", "0.00"]
    assert reasons(result) == [
        (4, "order_total", "conflicts with line 5"),
        (5, "order_total", "conflicts with line 4"),
        (6, "order_total", "no line of the order states its total"),
    ]
    assert (result.unassigned, result.unassigned_amount) == (2, Decimal("5.00"))
