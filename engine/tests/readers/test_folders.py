"""A folder of files is one long table in the order of their names."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vitalfew.errors import Refusal
from vitalfew.readers import read
from vitalfew.readers.reading import Options, ParquetFiles

OPTIONS = Options(date(2024, 6, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "orders"
    made.mkdir()
    (made / "2024-02.csv").write_text("amount,customer_id,order_id,moment\n30,B,3,2024-02-05\nx,B,4,2024-02-06\n")
    (made / "2024-01.csv").write_text("customer_id,order_id,moment,amount\nA,1,2024-01-05,10\nA,2,2024-01-06,20\n")
    (made / ".hidden").write_text("nothing")
    return made


def reason(folder: Path, work: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read(folder, "orders", OPTIONS, work)
    return str(refusal.value)


def test_files_follow_each_other_and_columns_find_their_place(folder: Path, tmp_path: Path) -> None:
    reading = read(folder, "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, pa.Table)
    assert reading.rows["customer_id"].to_pylist() == ["A", "A", "B"]
    assert reading.rows["amount"].to_pylist() == [10, 20, 30]
    assert [source.name for source in reading.report.sources] == ["2024-01.csv", "2024-02.csv"]


def test_each_file_is_counted_and_lines_go_on(folder: Path, tmp_path: Path) -> None:
    report = read(folder, "orders", OPTIONS, tmp_path).report
    assert [str(note) for note in report.notes if note.code == "file"] == [
        "2024-01.csv: 2 rows; its first line is counted as line 1",
        "2024-02.csv: 2 rows; its first line is counted as line 4",
    ]
    assert report.rejects is not None
    assert report.rejects.read_text("utf-8-sig").splitlines()[1].startswith("6,amount,x,")


def test_other_columns_are_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "2024-03.csv").write_text("customer_id,order_id,moment,total\nA,1,2024-03-05,10\n")
    assert reason(folder, tmp_path).startswith("2024-03.csv: its columns differ from those of the first file: ")


def test_files_of_several_kinds_are_refused(folder: Path, tmp_path: Path) -> None:
    pq.write_table(pa.table({"customer_id": ["A"]}), folder / "2024-03.parquet")
    assert reason(folder, tmp_path).startswith("orders: files of several kinds: 2024-01.csv and 2024-03.parquet.")


def test_folders_in_folders_and_empty_ones_are_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "inner").mkdir()
    assert reason(folder, tmp_path).startswith("orders: there is a folder in the folder: inner.")
    assert reason(folder / "inner", tmp_path).startswith("inner: the folder is empty.")


def test_parquet_files_are_read_where_they_lie(tmp_path: Path) -> None:
    made = tmp_path / "lines"
    made.mkdir()
    for month in (1, 2):
        rows = pa.table({"customer_id": ["A"], "order_id": [month], "moment": [date(2024, month, 5)], "amount": [10]})
        pq.write_table(rows, made / f"{month}.parquet")
    reading = read(made, "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, ParquetFiles)
    assert [path.name for path in reading.rows.paths] == ["1.parquet", "2.parquet"]
    assert reading.report.rows == 2
