"""The bench measures a company that is the same on every run."""

import hashlib
from pathlib import Path

import duckdb
import pytest
from bench import generator


def digests(folder: Path) -> dict[str, str]:
    files = generator.make(folder, 3_000)
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}


def test_generator_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_amount_is_quantity_times_price_to_the_cent(tmp_path: Path) -> None:
    orders = generator.make(tmp_path, 3_000)["orders"]
    off = f"SELECT count(*) FROM '{orders}' WHERE round(unit_price * quantity, 2) <> amount"
    assert duckdb.sql(off).fetchall() == [(0,)]


@pytest.mark.parametrize("lines", [1, 10])
def test_text_file_holds_header_and_lines(tmp_path: Path, lines: int) -> None:
    text = generator.make_csv(generator.make(tmp_path, 3_000)["orders"], lines)
    assert len(text.read_text(encoding="utf-8").splitlines()) == lines + 1
