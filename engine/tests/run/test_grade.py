"""Facts in, grades out: the library's front door on small companies that can be checked by hand."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import vitalfew as vf

Write = Callable[..., Path]

ORDERS = """customer_id,order_id,moment,amount
ann,1,2026-01-05,800.00
bob,2,2026-01-06,100.00
cat,3,2026-02-01,60.00
dan,4,2026-02-02,40.00
ann,5,2026-03-01,-50.00
"""


def grades(result: vf.Result) -> dict[str, str | None]:
    return {row["customer_id"]: row["grade"] for row in result.customers.to_pylist()}


def test_the_classes_of_a_small_company(write: Write) -> None:
    result = vf.grade(write("orders.csv", ORDERS), scheme="abc")
    # 750 + 100 + 60 + 40 = 950: before ann 0 %, before bob 79 %, before cat 89 %, before dan 96 %.
    assert grades(result) == {"ann": "A", "bob": "A", "cat": "B", "dan": "C"}
    assert [row["cumulative_share"] for row in result.customers.to_pylist()] == [
        Decimal("0.789474"),
        Decimal("0.894737"),
        Decimal("0.957895"),
        Decimal("1.000000"),
    ]


def test_what_came_after_the_day_does_not_exist(write: Write) -> None:
    result = vf.grade(write("orders.csv", ORDERS), scheme="abc", as_of="2026-01-31")
    assert grades(result) == {"ann": "A", "bob": "B"}  # before bob 800 of 900: 88.9 %


def test_a_customer_of_the_customers_file_without_an_order_has_no_grade(write: Write) -> None:
    customers = write("customers.csv", "customer_id,name\nann,Ann\neve,Eve\n")
    result = vf.grade(write("orders.csv", ORDERS), customers=customers, scheme="rfm")
    eve = next(row for row in result.customers.to_pylist() if row["customer_id"] == "eve")
    assert eve == dict.fromkeys(eve) | {"customer_id": "eve", "grade": "no_order", "segment": "no_order"}


def test_no_customer_up_to_the_day_is_refused(write: Write) -> None:
    with pytest.raises(vf.Refusal, match="no facts up to 2020-01-01"):
        vf.grade(write("orders.csv", ORDERS), scheme="abc", as_of="2020-01-01")


@pytest.mark.parametrize("form", ["csv", "tsv", "parquet", "arrow", "pandas", "polars"])
def test_every_source_gives_the_same_grades(write: Write, tmp_path: Path, form: str) -> None:
    expected = grades(vf.grade(write("orders.csv", ORDERS), scheme="rfm"))
    assert grades(vf.grade(source(form, write, tmp_path), scheme="rfm")) == expected


def source(form: str, write: Write, folder: Path) -> object:
    rows = [line.split(",") for line in ORDERS.splitlines()[1:]]
    table = pa.table(
        {
            "customer_id": [row[0] for row in rows],
            "order_id": [row[1] for row in rows],
            "moment": [datetime.fromisoformat(row[2]) for row in rows],
            "amount": [Decimal(row[3]) for row in rows],
        }
    )
    if form == "parquet":
        pq.write_table(table, folder / "orders.parquet")
        return folder / "orders.parquet"
    if form == "csv":
        return write("again.csv", ORDERS)
    if form == "tsv":
        return write("orders.tsv", ORDERS.replace(",", "\t"))
    if form == "polars":
        return pl.from_arrow(table)
    return table.to_pandas() if form == "pandas" else table


def test_a_table_of_returns_counts_only_where_the_refund_is_not_booked(write: Write) -> None:
    orders = write(
        "orders.csv",
        "customer_id,order_id,line,moment,amount\na,1,1,2026-01-05,100\na,2,1,2026-01-06,100\na,2,2,2026-01-07,-30\n",
    )
    returns = write("returns.csv", "customer_id,order_id,day,amount\na,1,2026-01-20,25\na,2,2026-01-20,30\n")
    result = vf.grade(orders, returns=returns, scheme="abc", as_of=date(2026, 1, 31))
    assert result.customers.to_pylist()[0]["monetary"] == Decimal("145.00")  # 100 - 25 + 100 - 30


def test_a_group_is_graded_as_one_customer(write: Write) -> None:
    customers = write("customers.csv", "customer_id,parent_id\ndan,cat\ncat,ann\nann,\nbob,\n")
    result = vf.grade(write("orders.csv", ORDERS), customers=customers, scheme="abc", by="parent")
    assert {row["customer_id"]: row["monetary"] for row in result.customers.to_pylist()} == {
        "ann": Decimal("850.00"),
        "bob": Decimal("100.00"),
    }


@pytest.mark.parametrize(
    "parents", ["ann,bob\nbob,ann\n", "ann,ann\n", "ann,bob\nbob,cat\ncat,ann\n"], ids=["two", "self", "three"]
)
def test_b_47_a_circle_of_parents_is_refused(write: Write, parents: str) -> None:
    customers = write("customers.csv", "customer_id,parent_id\n" + parents)
    with pytest.raises(vf.Refusal, match="would be its own parent: ann > "):
        vf.grade(write("orders.csv", ORDERS), customers=customers, scheme="abc", by="parent")


def test_b_47_parents_deeper_than_twenty_levels_are_refused(write: Write) -> None:
    chain = "".join(f"c{i},c{i + 1}\n" for i in range(30))
    customers = write("customers.csv", "customer_id,parent_id\n" + chain)
    with pytest.raises(vf.Refusal, match="more than 20 levels"):
        vf.grade(write("orders.csv", ORDERS), customers=customers, scheme="abc", by="parent")


def test_a_frequent_buyer_ranks_above_a_one_off_buyer_of_the_same_amount(write: Write) -> None:
    """M91: the large one-off order counts for less than the same money in many orders."""
    often = "".join(f"often,o{i},2026-0{i}-15,100\n" for i in range(1, 7))
    orders = write("orders.csv", "customer_id,order_id,moment,amount\nonce,x,2026-06-15,600\n" + often)
    scores = {row["customer_id"]: row["score"] for row in vf.grade(orders, scheme="rfm").customers.to_pylist()}
    assert scores["often"] > scores["once"]


def test_rows_that_need_care_are_read_carefully_though_the_file_is_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": [" ann", "ann ", "bob", ""],
            "order_id": ["1", "2", "3", "4"],
            "moment": [datetime(2026, 1, day) for day in (1, 2, 3, 4)],
            "amount": pa.array([Decimal("10.00")] * 4, pa.decimal128(18, 2)),
        }
    )
    pq.write_table(table, tmp_path / "orders.parquet")
    result = vf.grade(tmp_path / "orders.parquet", scheme="abc")
    assert {row["customer_id"]: row["monetary"] for row in result.customers.to_pylist()} == {
        "ann": Decimal("20.00"),
        "bob": Decimal("10.00"),
    }
    assert result.reports["orders"].unassigned == 1
    assert result.reports["orders"].unassigned_amount == Decimal("10.00")


def test_an_amount_too_large_for_its_column_is_a_reject_though_the_file_is_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": ["ann", "bob"],
            "order_id": ["1", "2"],
            "moment": [datetime(2026, 1, day) for day in (1, 2)],
            "amount": pa.array([10**17, 5], pa.int64()),
        }
    )
    pq.write_table(table, tmp_path / "orders.parquet")
    result = vf.grade(tmp_path / "orders.parquet", scheme="abc", max_rejects=Decimal(1))
    assert grades(result) == {"bob": "A"}
    assert b"2,amount," in result.rejects["orders"]


def test_words_of_people_become_standard_words_though_the_file_is_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": ["ann", "ann"],
            "order_id": ["1", "2"],
            "moment": [datetime(2026, 1, day) for day in (1, 2)],
            "amount": pa.array([Decimal(30), Decimal(10)], pa.decimal128(18, 2)),
            "channel": ["线上", "offline"],
        }
    )
    folder = tmp_path / "with [glob] signs?"
    folder.mkdir()
    pq.write_table(table, folder / "orders.parquet")
    result = vf.grade(folder / "orders.parquet", scheme="customer_profile")
    assert result.customers.to_pylist()[0]["online_share"] == Decimal("0.750000")


def test_a_bucket_and_ids_that_look_alike_are_named_though_the_file_is_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": ["散客", "Acme", "ACME", "C1"],
            "order_id": ["1", "2", "3", "4"],
            "moment": [datetime(2026, 1, day) for day in (1, 2, 3, 4)],
            "amount": pa.array([Decimal(60), Decimal(20), Decimal(10), Decimal(10)], pa.decimal128(18, 2)),
        }
    )
    pq.write_table(table, tmp_path / "orders.parquet")
    said = {note.code: str(note) for note in vf.grade(tmp_path / "orders.parquet", scheme="abc").notes}
    assert "散客 looks like a bucket for walk-in customers, with 60.00 (60.0 % of the money)" in said["walk_in"]
    assert "ACME = Acme" in said["possibly_the_same"]


def test_lines_without_a_customer_are_counted_alike_in_parquet_and_text(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": ["ann", None, "bob", None, "cat"],
            "order_id": ["1", "2", "3", "4", "5"],
            "product_id": ["p"] * 5,
            "moment": [datetime(2026, 1, day) for day in (1, 2, 3, 4, 5)],
            "amount": pa.array(
                [Decimal(60), Decimal(7), Decimal(30), Decimal("5.50"), Decimal(9)], pa.decimal128(18, 2)
            ),
        }
    )
    pq.write_table(table, tmp_path / "orders.parquet")
    (tmp_path / "orders.csv").write_text(table.to_pandas().to_csv(index=False), encoding="utf-8")
    told = []
    for source in ("orders.parquet", "orders.csv"):
        result = vf.grade(tmp_path / source, scheme="abc", exclude=frozenset({"cat"}), as_of="2026-01-05")
        report = result.reports["orders"]
        counts = (report.rows, report.accepted, report.unassigned, report.unassigned_amount)
        told.append((grades(result), counts, {note.code for note in report.notes if note.code != "grain"}))
    assert told[0] == told[1]
    assert told[0][1] == (4, 2, 2, Decimal("12.50"))


@pytest.mark.parametrize(
    ("currencies", "money"), [(["EUR", "USD"], ["10.00", "20.00"]), (["USD", "USD"], ["20.00"] * 2)]
)
def test_amounts_of_a_parquet_file_are_turned_by_the_rates(
    write: Write, tmp_path: Path, currencies: list[str], money: list[str]
) -> None:
    table = pa.table(
        {
            "customer_id": ["ann", "bob"],
            "order_id": ["1", "2"],
            "moment": [datetime(2026, 1, day) for day in (5, 6)],
            "amount": pa.array([Decimal(10)] * 2, pa.decimal128(18, 2)),
            "currency": currencies,
        }
    )
    pq.write_table(table, tmp_path / "orders.parquet")
    rates = write("rates.csv", "date,currency,rate\n2026-01-01,USD,2\n")
    result = vf.grade(tmp_path / "orders.parquet", rates=rates, currency="EUR", scheme="abc")
    assert [row["monetary"] for row in result.customers.to_pylist()] == [Decimal(text) for text in money]
