"""Data frames of every library give the rows that a file of the same content gives."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vitalfew.errors import Refusal
from vitalfew.readers import look, read
from vitalfew.readers.cells.values_as_text import as_text, float_texts
from vitalfew.readers.reading import Options, ParquetFiles, Reading
from vitalfew.readers.sources import digests

OPTIONS = Options(date(2024, 6, 1))
ROWS: dict[str, list[Any]] = {
    "customer_id": [17850.0, 12346.0],
    "order_id": ["007", "8"],
    "moment": [datetime(2024, 1, 5, 10, 30), datetime(2024, 1, 6)],
    "amount": [0.1, -29.33],
}
SQL = (
    "select * from (values (17850::double, '007', timestamp '2024-01-05 10:30:00', 0.1::double), "
    "(12346::double, '8', timestamp '2024-01-06', -29.33::double)) as t(customer_id, order_id, moment, amount)"
)
MAKERS: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pd.DataFrame(ROWS),
    "polars": lambda: pl.DataFrame(ROWS),
    "polars lazy": lambda: pl.DataFrame(ROWS).lazy(),
    "arrow": lambda: pa.table(ROWS),
    "arrow reader": lambda: pa.table(ROWS).to_reader(),
    "duckdb": lambda: duckdb.sql(SQL),
    "ibis": lambda: ibis.memtable(pa.table(ROWS)),
}


def rows_of(reading: Reading) -> list[dict[str, Any]]:
    assert isinstance(reading.rows, pa.Table)
    return reading.rows.to_pylist()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_every_library_gives_the_same_exact_rows(make: Callable[[], Any], tmp_path: Path) -> None:
    assert rows_of(read(make(), "orders", OPTIONS, tmp_path)) == [
        {"customer_id": "17850", "order_id": "007", "moment": ROWS["moment"][0], "amount": Decimal("0.10")},
        {"customer_id": "12346", "order_id": "8", "moment": ROWS["moment"][1], "amount": Decimal("-29.33")},
    ]


def test_a_connection_of_ibis_gives_its_table_of_that_name(tmp_path: Path) -> None:
    connection = ibis.duckdb.connect()
    connection.create_table("orders", pa.table(ROWS))
    assert len(rows_of(read(connection, "orders", OPTIONS, tmp_path))) == 2
    with pytest.raises(Refusal, match="duckdb: there is no table payments"):
        read(connection, "payments", OPTIONS, tmp_path)


def test_mixed_cells_nan_and_zones_are_read_like_text(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "customer_id": ["A", 17850, 17850.0, None, float("nan")],
            "order_id": list("12345"),
            "moment": [datetime(2024, 1, 5, 20, tzinfo=UTC)] * 5,
            "amount": [Decimal("1.10"), "2,000.5", 3, 4, 5],
        }
    )
    reading = read(frame, "orders", Options(OPTIONS.today, timezone="Asia/Shanghai"), tmp_path)
    assert [(row["customer_id"], row["amount"]) for row in rows_of(reading)] == [
        ("A", Decimal("1.10")),
        ("17850", Decimal("2000.50")),
        ("17850", Decimal("3.00")),
    ]
    assert rows_of(reading)[0]["moment"] == datetime(2024, 1, 6, 4)
    assert (reading.report.unassigned, reading.report.unassigned_amount) == (2, Decimal(9))


def test_what_is_no_number_is_rejected_by_its_row(tmp_path: Path) -> None:
    rows = ROWS | {"amount": [float("nan"), float("inf")]}
    report = read(pa.table(rows), "orders", OPTIONS, tmp_path).report
    assert (report.accepted, report.rejected) == (0, 2)
    assert report.rejects is not None
    assert [line.split(",")[:3] for line in report.rejects.read_text("utf-8-sig").splitlines()[1:]] == [
        ["2", "amount", "nan"],
        ["3", "amount", "inf"],
    ]


def test_fitting_types_pass_as_they_are(tmp_path: Path) -> None:
    table = pa.table(
        {
            "customer_id": pa.array([1, 2], pa.int64()),
            "moment": pa.array([date(2024, 1, 5), date(2024, 1, 6)]),
            "amount": pa.array([Decimal("1.5"), Decimal(2)], pa.decimal128(10, 2)),
        }
    )
    reading = read(table, "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, ParquetFiles)
    assert pq.read_table(reading.rows.paths[0]).equals(table)
    assert reading.rows.columns["amount"] == ("amount", pa.decimal128(18, 2))
    assert rows_of(read(table, "orders", OPTIONS, tmp_path, careful=True))[0]["customer_id"] == "1"


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    frame = pd.DataFrame([["A", "B"]], columns=["customer_id", "customer_id"])
    with pytest.raises(Refusal, match="two columns have the same name: customer_id"):
        read(frame, "orders", OPTIONS, tmp_path)


def test_look_tells_how_a_frame_would_be_read(tmp_path: Path) -> None:
    seen = look(pd.DataFrame(ROWS), "orders", OPTIONS, tmp_path)
    assert (seen["source"], seen["checked"], seen["refused"]) == ("pandas.DataFrame", 2, None)


def test_a_fingerprint_does_not_see_how_rows_are_cut_but_every_value() -> None:
    table = pa.table({"a": ["x", None, "", "long"], "b": [1, 2, None, 4]})
    cut = pa.concat_tables([table.slice(0, 1), table.slice(1, 2), table.slice(3)])
    assert digests.of_rows(cut) == digests.of_rows(table)
    others = [
        pa.table({"a": ["x", "", "", "long"], "b": [1, 2, None, 4]}),
        pa.table({"a": ["xl", None, "", "ong"], "b": [1, 2, None, 4]}),
        pa.table({"a": ["x", None, "", "long"], "b": [1, 2, None, 5]}),
    ]
    assert len({digests.of_rows(one) for one in (table, *others)}) == 4


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.1, "0.1"), (29.33, "29.33"), (-0.0, "0"), (1e-7, "0.0000001"), (17850.0, "17850"), (1.5e10, "15000000000"),
     (1e15, "1000000000000000"), (1e16, "#LOST_DIGITS! 10000000000000000"), (123456789.125, "123456789.125")],
)  # fmt: skip
def test_floats_become_their_shortest_plain_text(number: float, text: str) -> None:
    assert as_text(number) == text
    assert float_texts(pa.array([number])).to_pylist() == [text]
