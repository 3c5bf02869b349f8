"""The messy file is read without a flag, and what is no data in it is left out and said."""

import csv
import hashlib
from decimal import Decimal
from pathlib import Path

import vitalfew as vf
from vitalfew.sample import messy
from vitalfew.sample.messy import BAD_CELLS


def test_it_is_graded_without_a_flag(tmp_path: Path) -> None:
    result = vf.grade(messy(tmp_path), scheme="abc")
    rows = result.customers.to_pylist()
    assert {row["customer_id"] for row in rows} > {"散客", "C001"}
    assert "合计" not in {row["customer_id"] for row in rows}
    with (tmp_path / "messy.csv").open(encoding="gb18030", newline="") as file:
        lines = [row for row in csv.reader(file) if row[2].startswith("XS")]
    bad = [lines[place] for place in BAD_CELLS]
    good = [Decimal(row[7].strip("¥").replace(",", "")) for row in lines if row not in bad]
    assert sum(row["monetary"] for row in rows) == sum(good)
    assert len(lines) == 240


def test_it_has_what_people_have_in_their_files(tmp_path: Path) -> None:
    text = messy(tmp_path).read_text("gb18030")
    for mark in ("客户编号,客户名称", "小计,", "合计,", "年3月", "¥", '"1,', "散客", "\n,,,"):
        assert mark in text, mark
    assert any(letter in text for letter in "０１２３４５６７８９")


def test_the_bucket_of_walk_ins_is_the_largest(tmp_path: Path) -> None:
    rows = vf.grade(messy(tmp_path), scheme="abc").customers.to_pylist()
    assert max(rows, key=lambda row: row["monetary"])["customer_id"] == "散客"


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two, other = (messy(tmp_path / name, seed=seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, two, other)]
    assert digests[0] == digests[1] != digests[2]
