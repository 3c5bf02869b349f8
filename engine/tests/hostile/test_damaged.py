"""Files cut off, bent or swollen: gzip and Parquet (workbooks: test_workbooks.py)."""

import gzip
import zlib
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hostile.command import DAY, HEADER, SOUND, Command

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
TEXT = "\n".join((HEADER, *SOUND)) + "\n"


def test_gzip_is_read_within_limits(vitalfew: Command) -> None:
    assert vitalfew.graded(vitalfew.write(gzip.compress(TEXT.encode()), "orders.csv.gz")).money == MONEY
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(bomb.compress(bytes([10]) * (1 << 20)) for _ in range(120)) + bomb.flush()
    assert "unpacks to more than" in vitalfew.not_gradable(vitalfew.write(data, "bomb.csv.gz"))


@pytest.mark.parametrize(("cut", "part"), [(-20, "truncated"), (5, "truncated"), (None, "damaged")])
def test_a_damaged_gzip_is_refused(vitalfew: Command, cut: int | None, part: str) -> None:
    data = gzip.compress(TEXT.encode() + b"".join(b"c%d,%d,2025-01-05,1\n" % (n, n) for n in range(2_000)))
    data = data[:cut] if cut else data[:-8] + bytes(8)
    assert part in vitalfew.not_gradable(vitalfew.write(data, "orders.csv.gz"))


def parquet(path: Path, **columns: Any) -> Path:
    days = [datetime(2025, 1, day) for day in (5, 6, 7)]
    given = {
        "customer_id": ["ann", "bob", "cat"],
        "order_id": ["1", "2", "3"],
        "moment": days,
        "amount": pa.array([Decimal("800.00"), Decimal("100.00"), Decimal("60.00")], pa.decimal128(18, 2)),
        **columns,
    }
    pq.write_table(pa.table(given), path)
    return path


@pytest.mark.parametrize(
    ("damage", "untrusted"),
    [("cut", ()), ("footer", ()), ("page", ()), ("magic", ()), ("page", ("--untrusted",))],
    ids=["cut", "footer", "page", "magic", "untrusted"],
)
def test_a_damaged_parquet_file_is_refused(
    vitalfew: Command, tmp_path: Path, damage: str, untrusted: tuple[str, ...]
) -> None:
    path = parquet(tmp_path / "orders.parquet")
    data = path.read_bytes()
    footer = bytearray(data)
    footer[-40:-20] = b"\xff" * 20
    page = data[:4] + b"\xff" * 200 + data[204:]
    path.write_bytes({"cut": data[: len(data) // 2], "footer": bytes(footer), "page": page, "magic": b"PAR1"}[damage])
    assert "orders.parquet" in vitalfew.not_gradable(path, *untrusted)


@pytest.mark.parametrize("untrusted", [(), ("--untrusted",)], ids=["own", "untrusted"])
def test_floats_that_are_no_numbers_are_rejected_in_parquet_too(
    vitalfew: Command, tmp_path: Path, untrusted: tuple[str, ...]
) -> None:
    path = parquet(tmp_path / "orders.parquet", amount=[float("nan"), float("inf"), 0.1 + 0.2])
    graded = vitalfew.graded(path, *untrusted)
    assert graded.money == {"cat": "0.30"}
    assert [fault[:2] for fault in graded.faults] == [(2, "amount"), (3, "amount")]


@pytest.mark.parametrize("untrusted", [(), ("--untrusted",)], ids=["own", "untrusted"])
def test_a_time_zone_that_does_not_exist_refuses_a_parquet_file(
    vitalfew: Command, tmp_path: Path, untrusted: tuple[str, ...]
) -> None:
    moments = pa.array([datetime(2025, 1, 5)] * 3, pa.timestamp("us", "Mars/Base"))
    line = vitalfew.not_gradable(parquet(tmp_path / "orders.parquet", moment=moments), *untrusted)
    assert "orders.parquet: the file cannot be read" in line


def test_nested_columns_and_doubled_names_in_parquet(vitalfew: Command, tmp_path: Path) -> None:
    nested = parquet(tmp_path / "nested.parquet", more=[{"a": [1]}, None, {"a": []}])
    assert vitalfew.graded(nested).money == MONEY
    doubled = pa.table([["ann"], ["bob"], [DAY], ["5"]], names=["customer_id", "customer_id", "moment", "amount"])
    pq.write_table(doubled, tmp_path / "doubled.parquet")
    assert "customer_id" in vitalfew.not_gradable("doubled.parquet")


def test_an_empty_parquet_file_and_one_without_columns_are_refused(vitalfew: Command, tmp_path: Path) -> None:
    pq.write_table(pq.read_table(parquet(tmp_path / "orders.parquet")).slice(0, 0), tmp_path / "empty.parquet")
    assert vitalfew.not_gradable("empty.parquet")
    pq.write_table(pa.table({}), tmp_path / "none.parquet")
    assert "none.parquet" in vitalfew.not_gradable("none.parquet")
