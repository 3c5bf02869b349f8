from pathlib import Path

import pytest
from readers.text_files import CHINESE, ORDERS, opened, options, row

from vitalfew.errors import Refusal
from vitalfew.readers.headers.preamble import find_header
from vitalfew.schemas import TABLES

TITLES = "客户销售明细表,,\n单位：上海贸易公司,期间：2025-01-01 至 2025-06-30,\n\n"


def test_title_rows_are_left_out_shown_and_counted(tmp_path: Path) -> None:
    got = opened(tmp_path, (TITLES + CHINESE).encode("gb18030"))
    assert got.header == ("客户编号", "订单日期", "金额")
    assert [line for line, _ in got.rows] == [5, 6]
    assert got.shape["header_row"] == 4
    said = [str(note) for note in got.notes]
    assert (
        "title rows above the header left out: 2 (客户销售明细表 | 单位：上海贸易公司 期间：2025-01-01 至 2025-06-30)"
        in said
    )
    assert "blank lines skipped: 1" in said


def test_the_delimiter_is_that_of_the_header_not_of_the_titles(tmp_path: Path) -> None:
    got = opened(
        tmp_path, "Sales, by customer, all regions, 2025\nsep=;\ncustomer_id;order_date;amount\nC1;2025-01-02;10\n"
    )
    assert got.cells == [("C1", "2025-01-02", "10")]


def test_the_header_is_found_by_names_given_by_hand(tmp_path: Path) -> None:
    text = "Kunden, Werte\nWer,Wann,Wieviel\nC1,2025-01-02,10\n"
    got = opened(tmp_path, text, mapping={"customer_id": "Wer", "moment": "Wann", "amount": "Wieviel"})
    assert got.header == ("Wer", "Wann", "Wieviel")


def test_without_any_known_name_the_widest_row_that_is_no_data_is_the_header(tmp_path: Path) -> None:
    got = opened(tmp_path, "Umsatz\nKunde,Datum,Wert\nC1,2025-01-02,10\n")
    assert got.header == ("Kunde", "Datum", "Wert")


def test_a_file_that_begins_with_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no header row found in the first 30 rows"):
        opened(tmp_path, "C1,2025-01-02,10\nC2,2025-01-03,20\n")


def test_the_header_row_can_be_given(tmp_path: Path) -> None:
    text = "customer_id,order_date,amount\nold,2024-01-01,1\n\nwho,when,amount\nC1,2025-01-02,10\n"
    got = opened(tmp_path, text, header_row=4)
    assert got.header == ("who", "when", "amount")
    assert got.rows == [(5, ("C1", "2025-01-02", "10"))]
    with pytest.raises(Refusal, match="row 3 holds no header"):
        opened(tmp_path, text, header_row=3)


def test_a_given_header_row_may_lie_deeper_than_the_search(tmp_path: Path) -> None:
    text = "note\n" * 50 + "customer_id,order_date,amount\nC1,2025-01-02,10\n"
    assert opened(tmp_path, text, header_row=51).rows[0][0] == 52


def test_rows_of_a_sheet_are_searched_alike() -> None:
    rows = [(1, ("客户台账", None, None)), (2, (None, None, None)), (3, (" 客户编号 ", "日期", "金额"))]
    heading = find_header(rows, TABLES["orders"], options())
    assert (heading.place, heading.line, heading.header) == (2, 3, ("客户编号", "日期", "金额"))
    assert heading.titles == ("客户台账",)


@row("B-15")
def test_doubled_headers_of_a_sheet_are_refused_alike() -> None:
    with pytest.raises(Refusal, match=r"columns 1 \(Amount\) and 3 \(AMOUNT\) have the same name"):
        find_header([(1, ("Amount", "date", "AMOUNT"))], ORDERS, options())
