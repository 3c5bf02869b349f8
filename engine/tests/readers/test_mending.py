"""Cells put right after a first reading are read in place of what the source has, whatever it is."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import xlsxwriter

from vitalfew.readers import read
from vitalfew.readers.reading import Mends, Options

ROWS = [
    ["customer_id", "order_id", "moment", "amount"],
    ["A", "1", "2024-01-05", "12O.50"],
    ["B", "2", "2024-02-30", "20"],
    ["", "3", "2024-01-07", "30"],
]
RIGHT: Mends = {2: {"amount": "120.50"}, 3: {"moment": "2024-02-29"}, 4: {"customer_id": "C"}}


def written(kind: str, folder: Path) -> Path:
    path = folder / f"orders.{kind}"
    if kind == "csv":
        path.write_text("".join(",".join(row) + "\n" for row in ROWS))
        return path
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(ROWS):
            sheet.write_row(place, 0, row)
    return path


def found(path: Path, work: Path, mends: Mends) -> tuple[list[dict[str, Any]], int]:
    reading = read(path, "orders", Options(date(2024, 6, 1), max_rejects=Decimal(1), mends=mends), work)
    assert isinstance(reading.rows, pa.Table)
    return reading.rows.to_pylist(), reading.report.rejected


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_mended_rows_join_the_others_at_their_place(kind: str, tmp_path: Path) -> None:
    path = written(kind, tmp_path)
    rows, rejected = found(path, tmp_path, {})
    assert (rejected, [row["customer_id"] for row in rows if row["customer_id"]]) == (2, [])
    rows, rejected = found(path, tmp_path, RIGHT)
    assert rejected == 0
    assert [(row["customer_id"], str(row["moment"])[:10], row["amount"]) for row in rows] == [
        ("A", "2024-01-05", Decimal("120.50")),
        ("B", "2024-02-29", Decimal("20.00")),
        ("C", "2024-01-07", Decimal("30.00")),
    ]


def test_a_mend_that_cannot_be_read_is_rejected_as_it_was_mended(tmp_path: Path) -> None:
    path = written("csv", tmp_path)
    reading = read(
        path, "orders", Options(date(2024, 6, 1), max_rejects=Decimal(1), mends={2: {"amount": "much"}}), tmp_path
    )
    assert reading.report.rejects is not None
    assert reading.report.rejects.read_text("utf-8-sig").splitlines()[1].startswith("2,amount,much,")


def test_lines_and_headers_that_are_not_there_change_nothing(tmp_path: Path) -> None:
    path = written("csv", tmp_path)
    assert found(path, tmp_path, {99: {"amount": "1"}, 2: {"price": "1"}}) == found(path, tmp_path, {})


def test_an_empty_mend_leaves_the_cell_out(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("customer_id,order_id,moment,amount,quantity\nA,1,2024-01-05,10,many\n")
    assert found(path, tmp_path, {})[1] == 1
    rows, rejected = found(path, tmp_path, {2: {"quantity": ""}})
    assert (rejected, rows[0]["quantity"]) == (0, None)


def test_lines_are_those_of_all_files_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "orders"
    folder.mkdir()
    for month, amount in (("01", "10"), ("02", "2O")):
        (folder / f"{month}.csv").write_text(
            f"customer_id,order_id,moment,amount\nA,{month},2024-{month}-05,{amount}\n"
        )
    rows, rejected = found(folder, tmp_path, {4: {"amount": "20"}})
    assert (rejected, [row["amount"] for row in rows]) == (0, [10, 20])
