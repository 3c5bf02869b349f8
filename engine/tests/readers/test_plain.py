"""Whole columns read by casts: what a cast gives is what the careful rule gives, cell by cell."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vitalfew.readers.cells.characters import begins_with_digits, is_bare, is_numeric
from vitalfew.readers.cells.dates import moment
from vitalfew.readers.cells.numbers import held, number, whole
from vitalfew.readers.cells.plain import plain_decimals, plain_integers, plain_moments
from vitalfew.readers.cells.texts import Unreadable, trimmed

UTC = ZoneInfo("UTC")

numbers = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**14), max_value=10**14).map(str),
    st.text("0123456789.-,+eEx/ ", min_size=1, max_size=20),
    st.from_regex(r"-?[0-9]{1,18}(\.[0-9]{0,8})?", fullmatch=True),
)
moments = st.one_of(
    st.datetimes(datetime(1880, 1, 1), datetime(2120, 1, 1)).map(lambda when: when.isoformat(" ", "seconds")),
    st.dates().map(str),
    st.from_regex(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}(:[0-9]{2}){0,2}(\.[0-9]{1,7})?)?Z?", fullmatch=True),
)


def cells(column: pa.StringArray, rule: Callable[[str], object]) -> list[object]:
    """The cells by the careful rule; one that it refuses is shown as refused."""
    found: list[object] = []
    for text in column.to_pylist():
        try:
            found.append(None if text is None else rule(text))
        except Unreadable:
            found.append("refused")
    return found


@settings(deadline=None)
@given(texts=st.lists(st.one_of(st.none(), numbers), max_size=6), digits=st.sampled_from([0, 2, 6]))
@example(texts=["5", "1.25"], digits=2)
@example(texts=["1.25", "3", "1..5"], digits=2)
@example(texts=["9999999999999999.99", "1.005"], digits=2)
@example(texts=["-0.5", "-.5", "5."], digits=2)
@example(texts=["999999999999999999"], digits=2)
def test_plain_decimals_are_those_of_the_careful_rule(texts: list[str | None], digits: int) -> None:
    column = trimmed(pa.array(texts, pa.string()))
    if (values := plain_decimals(column, digits)) is not None:
        assert values.to_pylist() == cells(column, lambda text: held(number(text), digits))


@settings(deadline=None)
@given(texts=st.lists(st.one_of(st.none(), numbers), max_size=6))
@example(texts=["9223372036854775807"])
@example(texts=["0x1F", "007", "-0"])
def test_plain_integers_are_those_of_the_careful_rule(texts: list[str | None]) -> None:
    column = trimmed(pa.array(texts, pa.string()))
    if (values := plain_integers(column)) is not None:
        assert values.to_pylist() == cells(column, lambda text: whole(number(text)))


@settings(deadline=None)
@given(texts=st.lists(st.one_of(st.none(), moments), max_size=6))
@example(texts=["2024-01-05 10"])
@example(texts=["2024-02-29", "2023-02-29"])
@example(texts=["1899-12-31 23:59:59", "2100-01-01"])
def test_plain_moments_are_those_of_the_careful_rule(texts: list[str | None]) -> None:
    column = trimmed(pa.array(texts, pa.string()))
    if (values := plain_moments(column)) is not None:
        assert values.to_pylist() == cells(column, lambda text: moment(text, UTC))


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["1.25", None, "-3.5", "12"], ["1.25", None, "-3.50", "12.00"]),
        (["1.25", "-3.50"], ["1.25", "-3.50"]),
        (["1.255", "1.245"], ["1.26", "1.24"]),
        (["7", "12"], ["7.00", "12.00"]),
        (["1e3", "2"], None),
        (["1,5"], None),
        (["1/2"], None),
        (["-"], None),
    ],
)
def test_what_programs_write_is_read_whole(texts: list[str | None], read: list[str | None] | None) -> None:
    values = plain_decimals(pa.array(texts, pa.string()), 2)
    assert (values if values is None else [cell and str(cell) for cell in values.to_pylist()]) == read


def test_a_slice_of_a_column_is_asked_for_its_own_cells_alone() -> None:
    column = pa.array(["x ", " 12.50", "13.75", "'=1"])
    assert is_numeric(column.slice(2, 1))
    assert is_bare(column.slice(2, 1))
    assert not is_bare(column.slice(1, 1))
    values = plain_decimals(column.slice(2, 1), 2)
    assert values is not None
    assert [str(cell) for cell in values.to_pylist()] == ["13.75"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(" '=\t\u3000\u200b\xa0a0", min_size=1, max_size=4)), max_size=5))
def test_a_bare_column_has_nothing_to_trim(texts: list[str | None]) -> None:
    column = pa.array(texts, pa.string())
    cut = [None if text is None else trimmed(pa.array([text + "x"]))[0].as_py()[:-1] for text in texts]
    if is_bare(column):
        assert cut == texts


def test_cells_that_begin_with_digits() -> None:
    assert begins_with_digits(pa.array(["2024-01-05", None, "20240105"]), 3)
    assert not begins_with_digits(pa.array(["2024-01-05", "5/1/2024"]), 3)
    assert not begins_with_digits(pa.array(["20"]), 3)
