"""Whoever waits hears how many rows have been read, from whichever process reads them."""

from datetime import date
from pathlib import Path

import pyarrow as pa

from vitalfew.readers import read
from vitalfew.readers.child.running import rows_read
from vitalfew.readers.counting import listening
from vitalfew.readers.job import job_for
from vitalfew.readers.reading import Options

OPTIONS = Options(today=date(2025, 6, 30))
ROWS = 1_000


def test_the_rows_of_a_file_are_counted_while_a_child_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    lines = (f"C{row % 7},{row},2025-01-02,1.50" for row in range(ROWS))
    file.write_text("customer_id,order_id,moment,amount\n" + "\n".join(lines), encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    heard: list[tuple[str, int]] = []
    with listening(lambda table, rows: heard.append((table, rows))):
        read(file, "orders", OPTIONS, work)
    assert heard[-1] == ("orders", ROWS)


def test_the_rows_of_a_frame_are_counted_too(tmp_path: Path) -> None:
    frame = pa.table(
        {"customer_id": ["A"] * ROWS, "order_date": ["2025-01-02"] * ROWS, "amount": [str(row) for row in range(ROWS)]}
    )
    heard: list[tuple[str, int]] = []
    with listening(lambda table, rows: heard.append((table, rows))):
        read(frame, "orders", OPTIONS, tmp_path, careful=True)
    assert heard[-1] == ("orders", ROWS)


def test_what_a_broken_child_writes_as_its_count_is_not_believed(tmp_path: Path) -> None:
    job = job_for("read", (), "orders", OPTIONS, tmp_path)
    assert rows_read(job) is None
    for written, believed in (("", None), ("12", 12), ("lots", None), ("9" * 40, 10**15 - 1)):
        job.count.write_text(written, encoding="ascii")
        assert rows_read(job) == believed
