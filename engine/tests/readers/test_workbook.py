"""Workbooks give the same records as text (safety.md: B-20, B-21, B-23, B-24, B-31)."""

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from readers import making_xls as xls

from vitalfew.errors import Refusal
from vitalfew.readers.reading import Options, Records
from vitalfew.readers.workbooks.worksheets import open_workbook
from vitalfew.schemas import TABLES

HEADER = ["customer_id", "order_id", "moment", "amount"]
OPTIONS = Options(date(2024, 6, 1))
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Orders">{}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def xlsx(path: Path, fill: Callable[[xlsxwriter.Workbook], object]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    fill(book)
    book.close()
    return path


def one_sheet(path: Path, rows: list[list[Any]]) -> Path:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        for number, row in enumerate([HEADER, *rows]):
            sheet.write_row(number, 0, row)

    return xlsx(path, fill)


def edit(path: Path, member: str, *changes: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for old, new in changes:
        assert old.encode() in content[member]
        content[member] = content[member].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def rows_of(records: Records) -> dict[int, tuple[str | None, ...]]:
    rows = {}
    for block in records.blocks:
        cells = zip(*(column.to_pylist() for column in block.columns), strict=True)
        rows |= dict(zip(block.lines.tolist(), cells, strict=True))
    return rows


def read(path: Path, kind: str = "xlsx", options: Options = OPTIONS) -> Records:
    return open_workbook(path, kind, TABLES["orders"], options)


def reason(path: Path, kind: str = "xlsx", options: Options = OPTIONS) -> str:
    with pytest.raises(Refusal) as refusal:
        read(path, kind, options)
    return str(refusal.value)


def said(records: Records) -> list[str]:
    list(records.blocks)
    return [str(note) for note in records.notes]


def test_cells_are_the_text_that_was_typed(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, [17850.0, "007", "", 0.1])
        sheet.write_datetime(1, 2, datetime(2024, 1, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_row(3, 0, ["C1", True, "", 1.5e-7])
        sheet.write_datetime(3, 2, datetime(2024, 1, 5, 10, 30), book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))

    records = read(xlsx(tmp_path / "a.xlsx", fill))
    assert records.header == tuple(HEADER)
    assert records.shape == {"format": "xlsx", "sheet": "Orders", "header_row": 1, "numbers": "spreadsheet"}
    assert rows_of(records) == {
        2: ("17850", "007", "2024-01-05", "0.1"),
        4: ("C1", "TRUE", "2024-01-05 10:30:00", "0.00000015"),
    }


def test_b20_a_formula_counts_by_its_saved_result_and_is_marked_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(0, 0, HEADER)
        for row, value in enumerate([10, 77, 88, 99], start=1):
            sheet.write_row(row, 0, [f"C{row}", f"O{row}", "2024-01-05"])
            sheet.write_formula(row, 3, "=1+2", None, value)

    xlsx(path, fill)
    changes = [("<v>77</v>", ""), ("<v>88</v>", "<v></v>"), ("<v>99</v>", "<v/>")]
    records = read(edit(path, "xl/worksheets/sheet1.xml", *changes))
    assert [row[3] for row in rows_of(records).values()] == ["10", "#NO_RESULT!", "#NO_RESULT!", "#NO_RESULT!"]
    assert said(records) == ["4 formula cells are read by the result saved with them"]


def test_b20_an_empty_text_is_a_result(tmp_path: Path) -> None:
    path = one_sheet(tmp_path / "a.xlsx", [["C1", "O1", "2024-01-05", 5]])
    cell = '<c r="B2" t="str"><f>""</f><v></v></c>'
    records = read(edit(path, "xl/worksheets/sheet1.xml", ('<c r="B2" t="s"><v>5</v></c>', cell)))
    assert rows_of(records) == {2: ("C1", None, "2024-01-05", "5")}


def test_b21_error_cells_keep_their_word(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(0, 0, HEADER)
        for row, word in enumerate(["#REF!", "#DIV/0!", "#N/A"], start=1):
            sheet.write_row(row, 0, [f"C{row}", f"O{row}", "2024-01-05"])
            sheet.write_formula(row, 3, "=A1", None, word)

    assert [row[3] for row in rows_of(read(xlsx(tmp_path / "a.xlsx", fill))).values()] == ["#REF!", "#DIV/0!", "#N/A"]


def test_errors_are_found_across_chunks_of_a_long_sheet(tmp_path: Path) -> None:
    rows = [[f"C{row}", f"O{row}", "2024-01-05", row] for row in range(20_000)]
    path = edit(
        one_sheet(tmp_path / "a.xlsx", rows),
        "xl/worksheets/sheet1.xml",
        *(
            (f'<c r="D{row}"><v>{row - 2}</v>', f'<c r="D{row}" t="e"><v>#REF!</v>')
            for row in range(1_000, 20_000, 1_000)
        ),
    )
    found = [line for line, row in rows_of(read(path)).items() if row[3] == "#REF!"]
    assert found == list(range(1_000, 20_000, 1_000))


def test_b23_numbers_beyond_15_digits_are_marked_and_text_is_not(tmp_path: Path) -> None:
    path = one_sheet(
        tmp_path / "a.xlsx",
        [[440301199001011234, "440301199001011234", "2024-01-05", 1], [123456789012345, "O2", "2024-01-05", 1]],
    )
    rows = rows_of(read(path))
    assert rows[2][0].startswith("#LOST_DIGITS! 4403011990010113")  # type: ignore[union-attr]
    assert rows[2][1] == "440301199001011234"
    assert rows[3][0] == "123456789012345"


def test_b24_the_sheet_with_the_columns_is_chosen_and_hidden_things_are_said(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Readme").write(0, 0, "hello")
        hidden = book.add_worksheet("Old")
        hidden.write_row(0, 0, HEADER)
        hidden.hide()
        sheet = book.add_worksheet("Orders")
        sheet.merge_range(0, 0, 0, 3, "Orders of 2024")
        sheet.write_row(2, 0, HEADER)
        sheet.write_row(3, 0, ["C1", "O1", "2024-01-05", 1])
        sheet.write_row(4, 0, ["C2", "O2", "2024-01-05", 2])
        sheet.set_row(4, None, None, {"hidden": True})

    records = read(xlsx(tmp_path / "a.xlsx", fill))
    assert (records.shape["sheet"], records.shape["header_row"]) == ("Orders", 3)
    assert list(rows_of(records)) == [4, 5]
    assert said(records)[:2] == [
        "sheet Orders is read; not read: Readme, Old (--sheet NAME changes it)",
        "1 hidden rows are read like the others",
    ]


def test_a_sheet_is_asked_for_by_name(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name in ("2023", "2024"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEADER)
            sheet.write_row(1, 0, [f"C{name}", "O1", f"{name}-01-05", 1])

    path = xlsx(tmp_path / "a.xlsx", fill)
    assert read(path).shape["sheet"] == "2023"
    assert rows_of(read(path, options=Options(OPTIONS.today, sheet="2024")))[2][0] == "C2024"
    assert reason(path, options=Options(OPTIONS.today, sheet="2025")) == (
        "a.xlsx: there is no sheet 2025. Sheets there: 2023, 2024."
    )


def test_merged_cells_are_filled(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(0, 0, HEADER)
        sheet.merge_range(1, 0, 3, 0, "C1")
        for row in range(1, 4):
            sheet.write_row(row, 1, [f"O{row}", "2024-01-05", row])

    records = read(xlsx(tmp_path / "a.xlsx", fill))
    assert [row[0] for row in rows_of(records).values()] == ["C1", "C1", "C1"]
    assert said(records) == ["1 merged ranges are filled with the value of their first cell"]


@pytest.mark.parametrize("area", [(0, 0, 1, 0), (0, 2, 0, 3)])
def test_b24_a_header_of_merged_cells_is_refused(tmp_path: Path, area: tuple[int, int, int, int]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(0, 0, [*HEADER, "unit_price", "quantity"])
        sheet.merge_range(*area, HEADER[area[1]])
        sheet.write_row(2, 0, ["C1", "O1", "2024-01-05", 1])

    assert "the header in row 1 is made of merged cells" in reason(xlsx(tmp_path / "a.xlsx", fill))


def test_b31_xls_is_read_with_its_errors(tmp_path: Path) -> None:
    cells = [xls.text(2, place, name) for place, name in enumerate(HEADER)]
    for row, customer in enumerate(["客户", "C2", "C3", "C4"], start=3):
        cells += [xls.text(row, 0, customer), xls.text(row, 1, f"O{row}"), xls.text(row, 2, "2024-01-05")]
    cells += [xls.number(3, 3, 17850.0), xls.error(4, 3, 0x17), xls.formula(5, 3, struct.pack("<d", 2.5))]
    cells += [xls.formula(6, 3, b"\x02\0\x07\0\0\0\xff\xff"), xls.hidden_row(6)]
    path = tmp_path / "a.xls"
    xls.write(path, cells)
    records = read(path, "xls")
    assert [row[3] for row in rows_of(records).values()] == ["17850", "#REF!", "2.5", "#DIV/0!"]
    assert list(rows_of(read(path, "xls"))) == [4, 5, 6, 7]
    assert said(records)[:2] == [
        "1 hidden rows are read like the others",
        "2 formula cells are read by the result saved with them",
    ]


def ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_text(value: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{value}</text:p></table:table-cell>'


def test_b31_ods_is_read_with_errors_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    rows = "<table:table-row>" + "".join(map(ods_text, HEADER)) + "</table:table-row>"
    rows += (
        "<table:table-row>" + ods_text("C1", 'table:number-rows-spanned="2"') + ods_text("O1") + ods_text("2024-01-05")
        + '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:visibility="collapse"><table:covered-table-cell/>' + ods_text("O2") + ods_text("2024-01-06")
        + '<table:table-cell office:value-type="float" office:value="2.50"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )  # fmt: skip
    records = read(ods(tmp_path / "a.ods", rows), "ods")
    assert rows_of(records) == {2: ("C1", "O1", "2024-01-05", "#DIV/0!"), 3: ("C1", "O2", "2024-01-06", "2.5")}
    assert [note.code for note in records.notes] == ["hidden_rows", "formulas", "merged"]


def test_b31_encrypted_workbooks_are_refused(tmp_path: Path) -> None:
    old, new = tmp_path / "a.xls", tmp_path / "a.xlsx"
    xls.write(old, [], encrypted=True)
    new.write_bytes(xls.compound("EncryptedPackage", b"secret"))
    assert "protected by a password" in reason(old, "xls")
    assert "protected by a password" in reason(new, "xls")


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, part: float) -> None:
    path = one_sheet(tmp_path / "a.xlsx", [["C1", "O1", "2024-01-05", 1]])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert "damaged" in reason(path)


def test_a_damaged_xls_is_refused_or_read_never_a_trace(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xls"
    xls.write(whole, [xls.text(0, place, name) for place, name in enumerate(HEADER)])
    data = whole.read_bytes()
    for place in range(0, 2_000, 37):
        path = tmp_path / "a.xls"
        path.write_bytes(data[:place] + b"\xff\x7f" + data[place + 2 :])
        with suppress(Refusal):
            rows_of(read(path, "xls"))


def test_an_empty_workbook_has_no_rows(tmp_path: Path) -> None:
    assert "no rows" in reason(xlsx(tmp_path / "a.xlsx", lambda book: book.add_worksheet("Orders")))
