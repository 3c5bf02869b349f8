"""Numbers as people write them: what they mean, and what is no number."""

from decimal import ROUND_HALF_EVEN, Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.typing_rows import column, notes, read, reasons, row

from vitalfew.readers.cells.number_cells import MarkSurvey, decimal_cells, integer_cells
from vitalfew.readers.cells.numbers import held, number
from vitalfew.readers.cells.texts import Unreadable, trimmed

MEANT = {
    "1234.5": "1234.50",
    "¥1,234.50": "1234.50",
    "￥１，２３４．５": "1234.50",
    "$ 5": "5.00",
    "-£5.25": "-5.25",
    "€-5": "-5.00",
    "RMB 12.5": "12.50",
    "12.5 CNY": "12.50",
    "5元": "5.00",
    "NT$1,000": "1000.00",
    "1 234 567.89": "1234567.89",
    "1\u202f234.5": "1234.50",
    "1\xa0234.5": "1234.50",
    "1'234.5": "1234.50",
    "(1,234.5)": "-1234.50",
    "1,234-": "-1234.00",
    "−3": "-3.00",
    "+7": "7.00",
    ".5": "0.50",
    "5.": "5.00",
    "'-1,234.50": "-1234.50",
    "1.005": "1.00",
    "1.015": "1.02",
    "-0.005": "0.00",
    "0.30000000000000004": "0.30",
    "9999999999999999.99": "9999999999999999.99",
}

NO_NUMBER = ["NaN", "nan", "Inf", "-Infinity", "1e400", "0x1F", "1e3", "1E+05", "1,23,456.0", "12,34.5", "--5"]
NO_NUMBER += [
    "-(5)",
    "(5",
    "5)",
    "1.2.3",
    "5%",
    "abc",
    ".",
    "-",
    "¥",
    "1_000",
    "٣",
    "½",
    "1 2",
    "1,234 567",
    "$5€",
    "0,500.1",
]


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_a_number_is_read_as_people_write_it(text: str, meant: str) -> None:
    cells = decimal_cells(trimmed(pa.array([text])), 2)
    assert (str(cells.values[0]), cells.failed) == (meant, {})


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_only_looks_like_a_number_is_not_one(text: str) -> None:
    assert decimal_cells(pa.array([text]), 2).failed == {0: "not a plain number"}


@pytest.mark.parametrize("text", ["9999999999999999.995", "99999999999999999", "-12345678901234567890"])
def test_more_digits_than_a_column_holds_are_refused(text: str) -> None:
    assert decimal_cells(pa.array([text]), 2).failed == {0: "more digits than can be held"}


def test_whole_numbers() -> None:
    cells = integer_cells(pa.array(["12", "12.0", "1,200", "12.5", "9" * 19, None]))
    assert cells.values.to_pylist() == [12, 12, 1200, None, None, None]
    assert cells.failed == {3: "not a whole number", 4: "more digits than can be held"}


@row("B-33")
def test_no_number_that_is_not_finite_is_ever_stored() -> None:
    result = read("customer_id,moment,amount", ["A,2025-01-02,NaN", "B,2025-01-02,-Infinity", "C,2025-01-02,7"])
    assert reasons(result) == [(2, "amount", "not a plain number"), (3, "amount", "not a plain number")]
    assert column(result, "amount") == ["7.00"]


@row("B-34")
def test_an_exponent_is_no_plain_number() -> None:
    result = read("customer_id,moment,amount", ["A,2025-01-02,1e3", "B,2025-01-02,1E+05"])
    assert [reason for _, _, reason in reasons(result)] == ["not a plain number"] * 2


@row("B-21")
def test_error_cells_of_a_spreadsheet_reject_their_row() -> None:
    rows = ["#N/A,2025-01-02,1", "B,#REF!,1", "C,2025-01-02,#DIV/0!"]
    result = read("customer_id,moment,amount", rows)
    assert reasons(result) == [
        (2, "customer_id", "error cell"),
        (3, "moment", "error cell"),
        (4, "amount", "error cell"),
    ]


@row("B-12")
def test_a_column_written_with_a_decimal_comma_is_read_so_and_said() -> None:
    rows = [
        ["A", "2025-01-02", "1.234"],
        ["B", "2025-01-02", "12,50"],
        ["C", "2025-01-02", "1 000,5"],
        ["D", "2025-01-02", "3"],
    ]
    result = read("customer_id,moment,amount", rows, block=1)
    assert column(result, "amount") == ["1234.00", "12.50", "1000.50", "3.00"]
    assert notes(result)["decimal_comma"] == "Column amount is read with a decimal comma."


@row("B-12")
def test_one_cell_that_reads_no_other_way_than_with_a_point_keeps_the_point() -> None:
    rows = [["A", "2025-01-02", "12,50"], ["B", "2025-01-02", "12.5"], ["C", "2025-01-02", "1,234"]]
    result = read("customer_id,moment,amount", rows)
    assert column(result, "amount") == ["12.50", "1234.00"]
    assert reasons(result) == [(2, "amount", "reads only with a decimal comma; --decimal , reads the column so")]


@row("B-12")
def test_the_decimal_mark_can_be_given() -> None:
    rows = [["A", "2025-01-02", "1.234"], ["B", "2025-01-02", "12.5"]]
    result = read("customer_id,moment,amount", rows, decimal=",")
    assert column(result, "amount") == ["1234.00"]
    assert reasons(result) == [(3, "amount", "not a plain number")]


def test_without_a_cell_that_needs_the_comma_1_234_is_a_thousand() -> None:
    rows = [["A", "2025-01-02", "1,234"], ["B", "2025-01-02", "2,000"]]
    assert column(read("customer_id,moment,amount", rows), "amount") == ["1234.00", "2000.00"]


def test_numbers_of_a_workbook_keep_their_value_among_cells_with_a_comma() -> None:
    rows = [["A", "2025-01-02", "1.234"], ["B", "2025-01-02", "1.234,5"]]
    result = read("customer_id,moment,amount", rows, decimal=",", shape={"numbers": "spreadsheet"})
    assert column(result, "amount") == ["1.23", "1234.50"]


TEXTS = st.one_of(
    st.text("0123456789.,-' ¥()元$+", max_size=14),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str),
    st.decimals(-(10**9), 10**9, places=2).map(lambda value: f"¥{value:,}"),
    st.from_regex(r"-?[0-9]{1,20}([.,][0-9]{0,20})?", fullmatch=True),
)


@given(texts=st.lists(TEXTS, max_size=6), digits=st.integers(0, 6), mark=st.sampled_from(".,"))
def test_the_fast_lane_and_the_careful_rule_tell_one_truth(texts: list[str], digits: int, mark: str) -> None:
    trim = trimmed(pa.array(texts, pa.string()))
    cells = decimal_cells(trim, digits, mark)
    for place, text in enumerate(trim.to_pylist()):
        assert (cells.values[place].as_py(), cells.failed.get(place)) == slow(text, digits, mark)


def slow(text: str | None, digits: int, mark: str) -> tuple[Decimal | None, str | None]:
    if text is None:
        return None, None
    try:
        return held(number(text, mark), digits), None
    except Unreadable as fault:
        return None, str(fault)


@given(value=st.decimals(-(10**13), 10**13, places=5), digits=st.integers(0, 4))
def test_money_is_rounded_half_even(value: Decimal, digits: int) -> None:
    cells = decimal_cells(pa.array([f"{value:f}"]), digits)
    assert cells.values[0].as_py() == value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)


@given(texts=st.lists(TEXTS, max_size=6), cut=st.integers(0, 6))
def test_the_decimal_mark_of_a_column_does_not_depend_on_blocks_or_order(texts: list[str], cut: int) -> None:
    cells = [text for text in trimmed(pa.array(texts, pa.string())).to_pylist() if text]
    whole, parts = MarkSurvey(), MarkSurvey()
    whole.add(pa.array(cells, pa.string()))
    for part in (cells[cut:], cells[:cut]):
        parts.add(pa.array(part, pa.string()))
    every = all(slow(cell, 6, ",")[1] != "not a plain number" for cell in cells)
    only = any(str(slow(cell, 6, ".")[1]).startswith(("not", "reads")) for cell in cells)
    assert whole.comma == parts.comma == (every and only)
