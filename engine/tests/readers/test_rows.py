"""What becomes of the rows of a table."""

import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.typing_rows import TODAY, column, columns_of, notes, read, reasons, records_of, row

from vitalfew.errors import Refusal
from vitalfew.readers.reading import Options
from vitalfew.readers.rows.passes import ReadAgain
from vitalfew.readers.rows.stage import mapped
from vitalfew.readers.rows.typing import typed
from vitalfew.schemas import TABLES

HEADER = "customer_id,order_id,moment,quantity,unit_price,amount"


def test_an_amount_is_its_column_or_else_quantity_times_price_rounded_half_even() -> None:
    rows = [
        "A,1,2025-01-02,3,0.335,",
        "A,2,2025-01-02,1,0.125,",
        "A,3,2025-01-02,2,9.99,5.005",
        "A,4,2025-01-02,-2,1.5,",
    ]
    assert column(read(HEADER, rows), "amount") == ["1.00", "0.12", "5.00", "-3.00"]
    assert column(read(HEADER.removesuffix(",amount"), ["A,1,2025-01-02,3,0.333333,"[:-1]]), "amount") == ["1.00"]


def test_a_line_worth_nothing_that_can_be_known_is_rejected() -> None:
    rows = ["A,1,2025-01-02,3,,", "A,2,2025-01-02,999999999999,999999999999,"]
    assert reasons(read(HEADER, rows)) == [
        (2, "amount", "no amount, and no quantity × unit price"),
        (3, "amount", "more digits than can be held"),
    ]


def test_rows_have_the_columns_and_types_of_the_schema_in_its_order() -> None:
    result = read("amount,note,customer_id,moment,quantity", ["1,x,A,2025-01-02,2"])
    assert result.rows.schema == pa.schema(
        [(name, TABLES["orders"][name].kind.arrow()) for name in ("customer_id", "moment", "quantity", "amount")]
    )


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("order_id,moment,amount", "customer_id"),
        ("customer_id,amount", "moment"),
        ("customer_id,moment,quantity", "amount"),
    ],
)
def test_a_table_without_a_needed_column_is_refused(header: str, missing: str) -> None:
    with pytest.raises(Refusal, match=f"no column for {missing}"):
        read(header, ["A,2025-01-02,1"])


def test_rows_without_a_customer_are_unassigned_with_their_money() -> None:
    result = read(
        "customer_id,moment,amount", ["A,2025-01-02,1", ",2025-01-02,2.50", " ,2025-01-03,3", ",2025-13-01,4"]
    )
    assert (result.count, result.unassigned, result.unassigned_amount) == (4, 2, Decimal("5.50"))
    assert reasons(result) == [(5, "moment", "no such day in the calendar")]


def test_customers_without_an_id_are_rejected() -> None:
    assert reasons(read("customer_id,name", [",王"], table="customers")) == [(2, "customer_id", "empty")]


def test_an_empty_customer_is_the_one_above_on_request_even_across_a_row_that_does_not_fit() -> None:
    rows = [",2025-01-01,1", "A,2025-01-02,1", ",2025-01-03,2", "B", ",2025-01-04,3", "C,2025-01-05,4", ",2025-01-06,5"]
    result = read("customer_id,moment,amount", rows, fill_down=frozenset({"customer_id"}), block=2)
    assert column(result, "customer_id") == ["A", "A", "B", "C", "C"]
    assert (result.unassigned, len(result.rejects)) == (1, 1)


def test_an_unreadable_id_is_not_replaced_by_the_one_above() -> None:
    rows = ["A,2025-01-02,1", "#REF!,2025-01-02,2", ",2025-01-02,3"]
    result = read("customer_id,moment,amount", rows, fill_down=frozenset({"customer_id"}))
    assert reasons(result) == [(3, "customer_id", "error cell"), (4, "customer_id", "error cell")]


@row("B-16")
def test_rows_longer_or_shorter_than_the_header_are_rejected_whole() -> None:
    result = read("customer_id,moment,amount", ["A,2025-01-02", "B,2025-01-02,1", "C,2025-01-02,1,2"])
    assert [(one["line"], one["reason"], one["cells"]) for one in result.rejects.to_pylist()] == [
        (2, "2 cells where the header has 3", ["A", "2025-01-02"]),
        (4, "4 cells where the header has 3", ["C", "2025-01-02", "1", "2"]),
    ]


def test_the_first_fault_of_a_row_is_told_and_the_row_counted_once() -> None:
    result = read("customer_id,amount,moment", ["A,x,y"])
    assert (reasons(result), result.count) == ([(2, "amount", "not a plain number")], 1)


@row("B-32")
def test_orders_at_and_below_zero_are_accepted_and_counted() -> None:
    rows = ["A,1,2025-01-02,,,5", "A,1,2025-01-02,,,-5", "B,2,2025-01-02,,,-7", "C,3,2025-01-02,,,1"]
    result = read(HEADER, rows, grain="line")
    assert len(result.rows) == 4
    assert notes(result)["negative_orders"] == "1 orders sum below zero: returns or corrections."
    assert notes(result)["zero_orders"] == "1 orders sum to zero."


def test_a_walk_in_bucket_is_named_with_its_share() -> None:
    result = read("customer_id,moment,amount", ["散客,2025-01-02,30", "A,2025-01-02,10"])
    assert notes(result)["walk_in"] == (
        "散客 looks like a bucket for walk-in customers, with 30.00 (75.0 % of the money); --exclude 散客 leaves it out."
    )


def test_excluded_customers_are_left_out_and_are_no_data_rows() -> None:
    rows = ["Walk-in,2025-01-02,30", "A,2025-01-02,10", "Walk-in,nonsense,x"]
    result = read("customer_id,moment,amount", rows, exclude=frozenset({"Walk-in"}))
    assert (column(result, "customer_id"), result.count, len(result.rejects)) == (["A"], 1, 0)
    assert notes(result)["excluded"] == "2 rows of excluded customers left out."
    assert "walk_in" not in notes(result)


def test_other_tables_have_the_same_rules_for_their_cells() -> None:
    rows = ["A,2025-01-02,2025-02-01,100,,", ",2025-01-02,2025-02-01,50,,", "B,2025-01-02,,,,", "C,,2025-02-01,1,,"]
    result = read("customer_id,issued,due,amount,paid_on,paid_amount", rows, table="payments")
    assert (len(result.rows), result.unassigned, result.unassigned_amount, result.grain) == (1, 1, Decimal(50), None)
    assert reasons(result) == [(4, "amount", "empty"), (5, "issued", "empty")]


def test_a_table_without_any_accepted_row_still_has_its_columns() -> None:
    result = read(HEADER, ["A,1,never,1,1,1"])
    assert (result.rows.num_rows, result.rows.column_names) == (0, HEADER.split(","))


MESSY = [
    "A,1,2025-01-02,1,5,5.00",
    "A,1,2025-01-02,1,5,5.00",
    "A,2,2025/1/3,2,5,¥10",
    "B,3,13/02/2025,1,7,7",
    "B,3,2025-02-13,1,8,8",
    ",4,2025-02-13,1,8,8",
    "C,5,04/05/2025,1,1,(3)",
    "D,6,31/04/2025,1,1,1",
    "a,7,2025-07-02,1,1,1",
    "散客,8,45678,1,1,0",
    "E,9,2025-01-02,1,1,n/a",
]


@settings(deadline=None)
@given(seed=st.integers(0, 10**6), block=st.integers(1, 12), grain=st.sampled_from([None, "line", "order"]))
def test_the_order_of_the_rows_changes_nothing(seed: int, block: int, grain: str | None) -> None:
    shuffled = random.Random(seed).sample(MESSY, len(MESSY))
    one = read(HEADER, MESSY, grain=grain, block=4)
    other = read(HEADER, shuffled, grain=grain, block=block)
    keys = [(name, "ascending") for name in one.rows.column_names]
    assert other.rows.sort_by(keys).equals(one.rows.sort_by(keys))
    assert notes(other) == notes(one)
    assert sorted(map(str, other.rejects["cells"].to_pylist())) == sorted(map(str, one.rejects["cells"].to_pylist()))
    assert (other.count, other.unassigned_amount, other.grain) == (one.count, one.unassigned_amount, one.grain)


def test_every_row_is_accepted_rejected_or_unassigned() -> None:
    result = read(HEADER, MESSY, grain="order", today=date(2025, 6, 30))
    assert len(result.rows) + len(result.rejects) + result.unassigned == result.count == len(MESSY) - 1


AMOUNTS = "customer_id,order_id,moment,amount"


def test_a_currency_that_shows_itself_late_has_the_earlier_rows_read_again() -> None:
    rows = ["A,1,2025-01-02,1.5", "B,2,2025-01-02,2.5", "C,3,2025-01-02,₩300"]
    records = records_of(AMOUNTS, rows, block=1)
    with pytest.raises(ReadAgain):
        typed(records, columns_of(AMOUNTS), TABLES["orders"], Options(today=TODAY), at_once=True)
    assert column(read(AMOUNTS, rows, block=1), "amount") == ["2", "2", "300"]


def test_blocks_that_have_to_wait_stand_in_their_place_in_the_end() -> None:
    rows = [
        "A,1,2025-01-02,1.5",
        "B,2,03/04/2025,2.5",
        "C,3,2025-01-02,3.5",
        "D,4,13/04/2025,4.5",
        "E,5,2025-01-05,5.5",
    ]
    result = read(AMOUNTS, rows, block=1)
    assert column(result, "customer_id") == ["A", "B", "C", "D", "E"]
    assert column(result, "moment")[1] == "2025-04-03 00:00:00"


def test_a_comma_that_is_open_until_the_end_keeps_its_blocks_waiting() -> None:
    rows = ["A,1,2025-01-02,12", "B,2,2025-01-02,1.234", "C,3,2025-01-02,5"]
    late = [row.split(",") for row in rows] + [["D", "4", "2025-01-02", "1,5"]]
    assert column(read(AMOUNTS, late, block=1), "amount") == [
        "12.00",
        "1234.00",
        "5.00",
        "1.50",
    ]
    point = [row.split(",") for row in rows] + [["D", "4", "2025-01-02", "1.5"]]
    assert column(read(AMOUNTS, point, block=1), "amount")[1] == "1.23"


def test_rows_are_left_in_the_file_that_was_asked_for(tmp_path: Path) -> None:
    rows = ["A,1,P,2025-01-02,1.5", "A,1,P,2025-01-02,1.5", "B,2,P,05/13/2025,2.5", "C,3,P,2025-01-02,3.5"]
    header = "customer_id,order_id,product_id,moment,amount"
    options, file = Options(today=TODAY, drop_duplicates=True, dayfirst=False), tmp_path / "orders.arrow"
    records = records_of(header, rows, block=1)
    result = typed(records, columns_of(header), TABLES["orders"], options, path=file, at_once=True)
    assert column(result, "customer_id") == ["A", "B", "C"]
    assert mapped(file, check=True).equals(result.rows)
