"""OUT and its companions: whole, exact, the same bytes every time, harmless in a spreadsheet."""

import csv
import hashlib
import io
import json
import os
import random
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import python_calamine

import vitalfew as vf
from vitalfew.report import writing

ROWS = [
    "ann,1,2026-01-05,800.00",
    "=cmd,2,2026-01-06,100.00",
    "  @b,3,2026-02-01,60.00",
    '"x,y",4,2026-02-02,40.00',
    "-12,5,2026-02-03,30.00",
    "007,6,2026-02-03,20.00",
]
ENDINGS = sorted(writing.WRITERS)


@pytest.fixture
def result(tmp_path: Path) -> vf.Result:
    return vf.grade(orders(tmp_path, ROWS), scheme="abc")


def orders(folder: Path, rows: list[str]) -> Path:
    path = folder / "orders.csv"
    path.write_text("\n".join(["customer_id,order_id,moment,amount", *rows]) + "\n", encoding="utf-8")
    return path


def cells(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_csv_has_a_byte_order_mark_and_empty_cells_for_what_is_missing(tmp_path: Path, result: vf.Result) -> None:
    out = result.save(tmp_path / "out.csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfcustomer_id,grade,score,")
    assert cells(out)[0] == ["customer_id", "grade", "score", "abc", "share", "cumulative_share", "monetary"]


def test_b_63_text_that_a_spreadsheet_would_compute_is_inert_in_csv_and_xlsx(tmp_path: Path, result: vf.Result) -> None:
    expected = ["-12", "007", "'=cmd", "'@b", "ann", "x,y"]
    assert [row[0] for row in cells(result.save(tmp_path / "out.csv"))[1:]] == expected
    sheet = python_calamine.load_workbook(str(result.save(tmp_path / "out.xlsx"))).get_sheet_by_index(0)
    assert [row[0] for row in sheet.to_python()[1:]] == expected


def test_a_written_result_is_read_back_as_it_was(tmp_path: Path, result: vf.Result) -> None:
    rows = result.customers.to_pylist()
    assert pq.read_table(result.save(tmp_path / "out.parquet")).to_pylist() == rows
    read = json.loads(result.save(tmp_path / "out.json").read_text(encoding="utf-8"), parse_float=Decimal)
    assert read == rows


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_order_of_rows_changes_no_byte(tmp_path: Path, ending: str) -> None:
    digests = set()
    for seed in range(3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        shuffled = random.Random(seed).sample(ROWS, len(ROWS))
        out = vf.grade(orders(folder, shuffled), scheme="rfm").save(folder / f"out{ending}")
        digests.add(hashlib.sha256(out.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_the_manifest_names_its_result_and_no_place_or_time(tmp_path: Path, result: vf.Result) -> None:
    out = result.save(tmp_path / "out.csv")
    text = (tmp_path / "out.run.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert manifest["out"]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    source = hashlib.sha256((tmp_path / "orders.csv").read_bytes()).hexdigest()
    assert manifest["sources"]["orders"] == [{"sha256": source}]
    assert str(tmp_path) not in text
    assert "today" not in manifest["parameters"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_failure_while_writing_leaves_everything_as_it_was(tmp_path: Path, result: vf.Result, ending: str) -> None:
    out = result.save(tmp_path / f"out{ending}")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    limited = f"""
import resource, sys
import vitalfew as vf
result = vf.grade({str(tmp_path / "orders.csv")!r}, scheme="rfm")
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    result.save({str(out)!r})
except vf.Refusal as refusal:
    print(refusal)
    sys.exit(7)
"""
    ended = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert (ended.returncode, "cannot be" in ended.stdout) == (7, True), ended.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_targets_are_refused_before_any_work(tmp_path: Path) -> None:
    source = orders(tmp_path, ROWS)
    (tmp_path / "folder.csv").mkdir()
    for target, exception, said in [
        (source, vf.Refusal, "an input"),
        (tmp_path / "missing" / "out.csv", vf.Refusal, "does not exist"),
        (tmp_path / "folder.csv", vf.Refusal, "is a folder"),
        (tmp_path / "out.docx", vf.WrongUse, "no format"),
    ]:
        with pytest.raises(exception, match=said):
            writing.check_target(target, [source])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(vf.Refusal, match="cannot be written"):
        writing.check_target(closed / "out.csv", [])


def test_old_rejects_are_removed_on_success(tmp_path: Path, result: vf.Result) -> None:
    (tmp_path / "out.rejects.csv").write_text("old", encoding="utf-8")
    result.save(tmp_path / "out.csv")
    assert not (tmp_path / "out.rejects.csv").exists()
