"""The file of rejected rows, and reading it again."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from readers.typing_rows import column, read, reasons, row

from vitalfew.languages import speaking
from vitalfew.readers.rows.rejects import LONGEST, too_many, write_rejects

HEADER = "customer_id,moment,amount,note"


def written(tmp_path: Path, rows: list[list[str | None]]) -> list[list[str]]:
    result = read(HEADER, rows)
    path = tmp_path / "x.rejects.csv"
    write_rejects(path, HEADER.split(","), result.rejects)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_file_says_where_what_and_why_and_holds_the_row(tmp_path: Path) -> None:
    rows = [["A", "2025-01-02", "1", None], ["B", "2025-02-30", "2", "a, b"], ["C"]]
    assert written(tmp_path, rows) == [
        ["line", "column", "value", "reason", "customer_id", "moment", "amount", "note"],
        ["3", "moment", "2025-02-30", "no such day in the calendar", "B", "2025-02-30", "2", "a, b"],
        ["4", "", "", "1 cells where the header has 4", "C"],
    ]


@row("B-63")
def test_no_cell_of_the_file_computes_and_plain_numbers_stay_numbers(tmp_path: Path) -> None:
    line = written(tmp_path, [["=1+1", "never", "-5", " @x,"]])[1]
    assert line == ["2", "moment", "never", "not a date", "'=1+1", "never", "-5", "' @x,"]


@row("B-63")
def test_a_corrected_file_of_rejects_reads_as_the_original(tmp_path: Path) -> None:
    ids = ["=1+1", "'=1+1", "-A", "@b", "+86 138", "-5", "＝c", "'plain"]
    lines = written(tmp_path, [[one, "never", "1", None] for one in ids])[1:]
    corrected = [[line[4], "2025-01-02", line[6], line[7] or None] for line in lines]
    original = [[one, "2025-01-02", "1", None] for one in ids]
    assert column(read(HEADER, corrected), "customer_id") == column(read(HEADER, original), "customer_id")
    assert column(read(HEADER, original), "customer_id")[:2] == ["=1+1", "=1+1"]


def test_long_values_are_shortened_and_the_row_is_not(tmp_path: Path) -> None:
    line = written(tmp_path, [["x" * 5000, "2025-01-02", "1", None]])[1]
    assert (len(line[2]), len(line[4])) == (LONGEST + 1, 5000)


def test_reasons_are_given_in_the_language_of_the_reader() -> None:
    with speaking("zh-hans"):
        assert reasons(read("customer_id,moment,amount", ["A,2025-02-30,1"])) == [(2, "moment", "日历上没有这一天")]


@pytest.mark.parametrize(
    ("rejected", "rows", "share", "over"), [(5, 100, "0.05", False), (6, 100, "0.05", True), (1, 9, "0", True)]
)
def test_the_limit_is_exact(rejected: int, rows: int, share: str, over: bool) -> None:
    assert too_many(rejected, rows, Decimal(share)) is over
