"""Parquet files are read where they lie if their types allow it, else cell by cell, untrusted ones in the child."""

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from vitalfew.errors import Refusal
from vitalfew.readers import look, read
from vitalfew.readers.reading import Options, ParquetFiles
from vitalfew.readers.sources.lanes import castable
from vitalfew.schemas import Kind

OPTIONS = Options(date(2024, 6, 1))
DATA = next((folder / "shared/data" for folder in Path(__file__).parents if (folder / "shared/data").exists()), None)
CLEAN = pa.table(
    {
        "客户编号": pa.array([17850, 12346], pa.int64()),
        "订单编号": ["007", "8"],
        "下单日期": pa.array([datetime(2024, 1, 5, 10, 30), datetime(2024, 1, 6)], pa.timestamp("ms")),
        "金额": pa.array([Decimal("0.10"), Decimal("-29.33")], pa.decimal128(12, 2)),
        "remark": ["x", None],
    }
)
MEANT = [
    {"customer_id": "17850", "order_id": "007", "moment": datetime(2024, 1, 5, 10, 30), "amount": Decimal("0.10")},
    {"customer_id": "12346", "order_id": "8", "moment": datetime(2024, 1, 6), "amount": Decimal("-29.33")},
]


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "lines.parquet"
    pq.write_table(CLEAN, path)
    return path


def test_fitting_columns_are_named_and_nothing_is_read(clean: Path, tmp_path: Path) -> None:
    reading = read(clean, "orders", OPTIONS, tmp_path)
    assert reading.rows == ParquetFiles(
        (clean,),
        {
            "customer_id": ("客户编号", pa.string()),
            "order_id": ("订单编号", pa.string()),
            "moment": ("下单日期", pa.timestamp("us")),
            "amount": ("金额", pa.decimal128(18, 2)),
        },
    )
    assert reading.report.columns["customer_id"] == "客户编号"
    assert reading.report.rows == 2


@pytest.mark.parametrize("ways", [{"careful": True}, {"untrusted": True}], ids=["careful", "in the child"])
def test_the_careful_ways_give_the_same_rows(clean: Path, tmp_path: Path, ways: dict[str, bool]) -> None:
    options = Options(OPTIONS.today, untrusted=ways.get("untrusted", False))
    reading = read(clean, "orders", options, tmp_path, careful=ways.get("careful", False))
    assert isinstance(reading.rows, pa.Table)
    assert reading.rows.to_pylist() == MEANT


def test_floats_are_read_through_their_shortest_text_and_bad_rows_named(tmp_path: Path) -> None:
    path = tmp_path / "floats.parquet"
    rows = {
        "customer_id": [17850.0, 2.0, 3.0],
        "moment": [date(2024, 1, 5)] * 3,
        "amount": [0.1, float("nan"), 29.335],
    }
    pq.write_table(pa.table(rows), path)
    reading = read(path, "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, pa.Table)
    assert [(row["customer_id"], row["amount"]) for row in reading.rows.to_pylist()] == [
        ("17850", Decimal("0.10")),
        ("3", Decimal("29.34")),
    ]
    assert reading.report.rejects is not None
    assert reading.report.rejects.read_text("utf-8-sig").splitlines()[1].startswith("3,amount,nan,")


@pytest.mark.parametrize("untrusted", [False, True])
@pytest.mark.parametrize("part", [0.1, 0.6, 0.99])
def test_a_truncated_file_is_refused(clean: Path, tmp_path: Path, part: float, untrusted: bool) -> None:
    data = clean.read_bytes()
    clean.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(Refusal) as refusal:
        read(clean, "orders", Options(OPTIONS.today, untrusted=untrusted), tmp_path)
    assert str(refusal.value) == (
        "lines.parquet: the Parquet file is damaged or was not copied to its end. Copy it again, or write it anew."
    )


def test_damage_in_the_middle_is_a_refusal_or_a_rejected_row_never_a_trace(clean: Path, tmp_path: Path) -> None:
    data = clean.read_bytes()
    for place in range(4, len(data) - 8, max(1, len(data) // 60)):
        clean.write_bytes(data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :])
        with suppress(Refusal):
            read(clean, "orders", OPTIONS, tmp_path, careful=True)


@pytest.mark.parametrize(
    ("kind", "type_", "fits"),
    [
        (Kind.ID, pa.string(), True),
        (Kind.ID, pa.dictionary(pa.int8(), pa.large_string()), True),
        (Kind.ID, pa.int32(), True),
        (Kind.ID, pa.float64(), False),
        (Kind.MONEY, pa.decimal128(12, 2), True),
        (Kind.MONEY, pa.decimal128(12, 3), False),
        (Kind.MONEY, pa.decimal128(38, 2), True),
        (Kind.MONEY, pa.float64(), False),
        (Kind.MOMENT, pa.timestamp("ns"), True),
        (Kind.MOMENT, pa.timestamp("us", "UTC"), False),
        (Kind.DAY, pa.date32(), True),
        (Kind.DAY, pa.string(), False),
        (Kind.NUMBER, pa.decimal128(18, 6), True),
        (Kind.INTEGER, pa.float64(), False),
        (Kind.FLAG, pa.bool_(), True),
    ],
)
def test_which_types_need_no_care(kind: Kind, type_: pa.DataType, fits: bool) -> None:
    assert castable(type_, kind, 2) is fits


@pytest.mark.skipif(DATA is None, reason="the real data are not here")
def test_the_real_music_shop(tmp_path: Path) -> None:
    assert DATA is not None
    reading = read(DATA / "cdnow_sample_orders.parquet", "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, pa.Table)
    assert (len(reading.rows), len(pc.unique(reading.rows["customer_id"]))) == (6_919, 2_357)


def test_look_tells_how_it_would_be_read(clean: Path, tmp_path: Path) -> None:
    seen: dict[str, Any] = look(clean, "orders", OPTIONS, tmp_path)
    assert seen["shape"]["format"] == "parquet"
    assert [column["field"] for column in seen["columns"]] == ["customer_id", "order_id", "moment", "amount", None]
