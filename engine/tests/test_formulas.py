"""Cells that spreadsheets would compute."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalfew.formulas import guard, guarded, unguard, unguarded

DANGEROUS = [
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@cmd",
    "\tx",
    "\rx",
    "＝1",
    "＋x",
    "－x",
    "＠x",
    "  =1",
    "\xa0=1",
    "\u3000@x",
    "\n=1",
]
DANGEROUS += ['=HYPERLINK("http://x","a")', "-1,5=x", "+86 138", "\ufeff=1", "-1e5"]
HARMLESS = ["Anna", "-5", "+5.20", "-.5", " -5 ", "", "1-2", "a=b", "'x", "'-5", "王", "0=1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_would_compute_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_plain_numbers_and_other_texts_stay(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


TEXTS = st.text("'=+-@＝－\t\r\n \xa00159.ax,", max_size=8)


@given(TEXTS)
def test_taking_the_guard_off_gives_the_text_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.lists(st.none() | TEXTS | st.text(max_size=4), max_size=8))
def test_columns_are_guarded_like_cells(texts: list[str | None]) -> None:
    column = pa.array(texts, pa.string())
    assert guarded(column).to_pylist() == [None if text is None else guard(text) for text in texts]
    assert unguarded(column).to_pylist() == [None if text is None else unguard(text) for text in texts]
