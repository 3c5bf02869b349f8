"""Columns travel short and arrive whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalfew.report.page.packing import SIGNS, line, packed
from vitalfew.report.page_model import Cell

CELLS = st.none() | st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def read(column: dict[str, object]) -> list[Decimal | None]:
    """What the page reads, in Python."""
    width, at = int(str(column["width"])), str(column["at"])
    signs = [at[start : start + width] for start in range(0, len(at), width)]
    steps = [None if sign.isspace() else int(str(column["least"])) + int(sign, 36) for sign in signs]
    return [None if step is None else Decimal(step).scaleb(-int(str(column["digits"]))) for step in steps]


@given(st.lists(CELLS, min_size=1).filter(lambda cells: any(cell is not None for cell in cells)))
def test_every_number_comes_back_to_its_last_digit(cells: list[Decimal | None]) -> None:
    assert read(packed(cells, "money")) == cells


@pytest.mark.parametrize("cells", [(Decimal(10**16),), (None, None), (Decimal("90071992547409.93"),)])
def test_numbers_too_large_to_count_in_steps_and_empty_columns_stay_texts(cells: tuple[Cell, ...]) -> None:
    assert packed(cells, "money") == [None if cell is None else f"{cell:f}" for cell in cells]


def test_words_are_named_once_unless_there_are_too_many() -> None:
    assert packed(("B", None, "A", "B"), "grade") == {"words": ["A", "B"], "at": "1 01"}
    names = tuple(f"name {place}" for place in range(len(SIGNS) + 1))
    assert packed(names, "text") == list(names)


@pytest.mark.parametrize(
    ("months", "drawn"),
    [((0, 35, 70), "0hz"), ((5, 5, 5), "hhh"), ((-10, 0, 60), "05z"), (None, None)],
)
def test_a_line_of_months_runs_from_the_lowest_to_the_highest(
    months: tuple[int, ...] | None, drawn: str | None
) -> None:
    assert line(months) == drawn
