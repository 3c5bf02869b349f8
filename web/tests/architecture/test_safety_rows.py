"""Every row of the safety catalogue that the web application owns has a test that names it as its parameter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
NAMED = re.compile(r"\bid=f?\"([^\"]*)\"|\(Z-\d\d(?: to Z-\d\d)?\)")
ROW = re.compile(r"\b([BFZP]-\d\d)\b")


def rows(letter: str, *numbers: int) -> set[str]:
    return {f"{letter}-{number:02}" for number in numbers}


OWNED = (
    rows("F", 1, 12, 14, 15, 16, 17, 19, 20, 21, 35)
    | rows("B", 47, 49, 50, 52, 54, 55, 58, 61, 63, 66, 68, 70, 71, 77, 79, 80, 83, 84, 85, 98)
    | rows("Z", 1, 2, 3, 4, 5, 6, 9, 10, 13, 14, 15, 17, 18, 22, 24, 26, 28, 32, 34, 35)
    | rows("P", 1, 2, 3, 6, 9, 10, 19, 22)
)
"""Sections 1, 6 and 7 as far as domains are there. Rows of what waits for a later domain stand nowhere here."""

BENCH = TESTS.parents[1] / "bench" / "web"
MEASURED = re.compile(r"[\"'](P-\d\d)\b")
"""Times and memory are measured with a machine of one's own: a row of part P may be named by a text of the bench."""


def named() -> set[str]:
    """The rows that stand in the parameters of tests or in the bench; the walk over all addresses names its rows in its head."""
    found: set[str] = set()
    for file in TESTS.rglob("test_*.py"):
        if file == Path(__file__):
            continue
        text = file.read_text(encoding="utf-8")
        for match in NAMED.finditer(text):
            found.update(ROW.findall(match.group(0)))
    walk = (TESTS / "architecture" / "test_rights.py").read_text(encoding="utf-8")
    assert "(Z-01 to Z-05)" in walk
    return found | rows("Z", 1, 2, 3, 5) | measured()


def measured() -> set[str]:
    """The rows that the bench of the web application measures."""
    return {row for file in BENCH.glob("*.py") for row in MEASURED.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("row", sorted(OWNED))
def test_an_owned_row_has_its_test(row: str) -> None:
    assert row in named(), f"no test has the parameter {row}"
