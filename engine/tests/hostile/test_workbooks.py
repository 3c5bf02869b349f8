"""Workbooks that deceive, break or attack (safety.md, B-20 to B-31)."""

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hostile.command import DAY, HEADER, Command
from hostile.rows import row
from hostile.workbooks import SHEET, bomb, edited, members, ods, packed, workbook
from readers import making_xls as xls

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "orders.xlsx"


@row("B-20")
def test_a_formula_counts_by_its_saved_result_and_is_rejected_without_one(vitalfew: Command, path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        for number, result in enumerate([7, 77, 88], start=4):
            sheet.write_row(number, 0, [f"c{number}", number, DAY])
            sheet.write_formula(number, 3, "=3+4", None, result)

    workbook(path, fill=fill)
    graded = vitalfew.graded(edited(path, SHEET, ("<v>77</v>", ""), ("<v>88</v>", "<v></v>")))
    assert graded.money == MONEY | {"c4": "7.00"}
    assert [fault[:2] + fault[3:] for fault in graded.faults] == [
        (6, "amount", "formula without result"),
        (7, "amount", "formula without result"),
    ]
    assert graded.notes["formulas"] == "3 formula cells are read by the result saved with them"


@row("B-21")
def test_error_cells_reject_their_row(vitalfew: Command, path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        for number, word in enumerate(["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"], start=4):
            sheet.write_row(number, 0, [f"c{number}", number, DAY])
            sheet.write_formula(number, 3, "=A1", None, word)

    graded = vitalfew.graded(workbook(path, fill=fill))
    assert graded.money == MONEY
    words = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"]
    assert graded.faults == [(line, "amount", word, "error cell") for line, word in enumerate(words, start=5)]


@row("B-21")
@pytest.mark.parametrize("column", [2])
def test_an_error_cell_in_any_needed_column_rejects_its_row(vitalfew: Command, path: Path, column: int) -> None:
    cells: list[Any] = ["dan", "9", DAY, 5.0]
    cells[column] = "#N/A"
    graded = vitalfew.graded(workbook(path, cells))
    assert (graded.money, [fault[:2] for fault in graded.faults]) == (MONEY, [(5, HEADER.split(",")[column])])


@row("B-23")
def test_numbers_that_lost_digits_are_rejected_and_texts_are_not(vitalfew: Command, path: Path) -> None:
    long = 440301199001011234
    rows = [
        [long, "1", DAY, 5.0],
        [str(long), "2", DAY, 5.0],
        [123456789012345, "3", DAY, 5.0],
        ["dan", long, DAY, 5.0],
    ]
    graded = vitalfew.graded(workbook(path, *rows))
    assert graded.money == MONEY | {str(long): "5.00", "123456789012345": "5.00"}
    reason = "number lost digits; format as text"
    assert [fault[:2] + fault[3:] for fault in graded.faults] == [(5, "customer_id", reason), (8, "order_id", reason)]


@row("B-24")
def test_hidden_sheets_rows_and_filters_are_said(vitalfew: Command, path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        book.add_worksheet("Old").hide()
        sheet.autofilter(0, 0, 3, 3)
        sheet.set_row(2, None, None, {"hidden": True})

    looked = vitalfew.looked(workbook(path, fill=fill))
    assert looked["shape"]["sheet"] == "Orders"
    notes = {note["code"]: note["text"] for note in looked["notes"]}
    assert notes["sheet"] == "sheet Orders is read; not read: Old (--sheet NAME changes it)"
    assert notes["hidden_rows"] == "1 hidden rows are read like the others"
    assert vitalfew.graded(path).money == MONEY


@row("B-24")
def test_a_header_of_merged_cells_is_refused(vitalfew: Command, path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range(0, 4, 0, 5, "price")

    line = vitalfew.not_gradable(workbook(path, fill=fill))
    assert "the header in row 1 is made of merged cells" in line


@row("B-24")
def test_two_header_rows_are_refused_or_read_by_the_lower_one(vitalfew: Command, path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Who", "", "What", ""])
        for number, cells in enumerate([HEADER.split(","), ["ann", "1", DAY, 5.0]], start=1):
            sheet.write_row(number, 0, cells)

    looked = vitalfew.looked(workbook(path, fill=fill))
    assert looked["shape"]["header_row"] == 2


@row("B-25")
def test_a_bomb_is_refused_before_it_is_unpacked(vitalfew: Command, path: Path) -> None:
    bomb(workbook(path), 600)
    began = time.process_time()
    assert "at most 500 MB are read" in vitalfew.not_gradable(path)
    assert time.process_time() - began < 1


@row("B-25")
def test_a_small_bomb_is_refused_by_its_ratio(vitalfew: Command, path: Path) -> None:
    assert "times its size; at most 100 times is read" in vitalfew.not_gradable(bomb(workbook(path), 40))


@row("B-25")
@pytest.mark.parametrize("stated", [2_000_000])
def test_an_archive_that_lies_about_its_size_is_refused(vitalfew: Command, path: Path, stated: int) -> None:
    true = (40 << 20) + len(members(workbook(path))[SHEET])
    data = bomb(path, 40).read_bytes()
    path.write_bytes(data.replace(true.to_bytes(4, "little"), stated.to_bytes(4, "little")))
    assert "orders.xlsx" in vitalfew.not_gradable(path)


@row("B-25")
def test_shared_strings_that_swell_are_refused(vitalfew: Command, path: Path) -> None:
    parts = members(workbook(path))
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"</sst>", b"<si><t>" + b"x" * (60 << 20))
    assert "times its size" in vitalfew.not_gradable(packed(path, parts))


@row("B-27")
@pytest.mark.parametrize("name", ["../evil.xml", "/tmp/evil.xml", "xl\\..\\..\\evil.xml", "C:evil"])
def test_members_that_would_leave_the_folder_are_refused(vitalfew: Command, path: Path, name: str) -> None:
    stand_in = "y" * len(name)
    packed(path, {**members(workbook(path)), stand_in: b"<x/>"})
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode()))
    assert "unsafe name" in vitalfew.not_gradable(path)
    assert not Path("/tmp/evil.xml").exists()


@row("B-27")
def test_an_archive_inside_the_workbook_is_refused(vitalfew: Command, tmp_path: Path, path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"a": b"a"}).read_bytes()
    packed(path, {**members(workbook(path)), "xl/media/image1.png": inner})
    assert "another archive" in vitalfew.not_gradable(path)


@row("B-27")
def test_a_hundred_thousand_members_are_refused(vitalfew: Command, path: Path) -> None:
    parts = members(workbook(path))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for number in range(20_000):
            archive.writestr(zipfile.ZipInfo(f"xl/media/{number}"), b"")
    assert "members; at most 10000 are read" in vitalfew.not_gradable(path)


ENTITIES = {
    "laughs": "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{'&a;' * 10}'>" for n in range(9)) + "]>",
    "dtd": "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>",
}


@row("B-28")
@pytest.mark.parametrize("kind", ENTITIES)
def test_document_types_and_entities_are_refused(vitalfew: Command, path: Path, kind: str) -> None:
    edited(workbook(path), "xl/sharedStrings.xml", ("<sst", f"{ENTITIES[kind]}<sst"))
    assert "declares a document type or entities" in vitalfew.not_gradable(path)


@row("B-31")
def test_ods_and_xls_are_read(vitalfew: Command, tmp_path: Path) -> None:
    assert vitalfew.graded(ods(tmp_path / "orders.ods")).money == {"dan": "7.50"}
    cells = [xls.text(0, place, name) for place, name in enumerate(HEADER.split(","))]
    cells += [xls.text(1, place, cell) for place, cell in enumerate(("客户", "9", DAY))] + [xls.number(1, 3, 7.5)]
    xls.write(tmp_path / "orders.xls", cells)
    assert vitalfew.graded(tmp_path / "orders.xls").money == {"客户": "7.50"}


@row("B-31")
@pytest.mark.parametrize("name", ["orders.xls", "orders.xlsx"])
def test_encrypted_workbooks_are_refused(vitalfew: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("xls"):
        xls.write(path, [], encrypted=True)
    else:
        path.write_bytes(xls.compound("EncryptedPackage", b"secret"))
    assert "protected by a password" in vitalfew.not_gradable(path)


@row("B-31")
def test_a_binary_workbook_is_refused_by_its_kind(vitalfew: Command, path: Path) -> None:
    assert "(XLSB)" in vitalfew.not_gradable(packed(path, {"xl/workbook.bin": b"\0", "[Content_Types].xml": b"<x/>"}))


def test_a_workbook_whose_only_sheet_is_a_chart_has_no_rows(vitalfew: Command, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "chart.xlsx"))
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Chart!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    assert "no rows" in vitalfew.not_gradable("chart.xlsx")


def test_a_workbook_of_empty_formatted_rows_is_read_by_its_cells(vitalfew: Command, path: Path) -> None:
    rows = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(5, 200_000))
    edited(workbook(path), SHEET, ("</sheetData>", f"{rows}</sheetData>"))
    parts = members(path)
    path.unlink()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert vitalfew.graded(path).money == MONEY


def test_a_far_corner_cell_does_not_make_a_sheet_of_millions(vitalfew: Command, path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(1_048_575, 16_383, "x")

    line = vitalfew.not_gradable(workbook(path, fill=fill))
    assert "orders.xlsx" in line


def test_workbook_dates_before_1900_and_absurd_ones_reject_their_row(vitalfew: Command, path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, serial in enumerate([1, 60, 2_958_465, -1, 45_662], start=4):
            sheet.write_row(number, 0, [f"c{number}", number])
            sheet.write_number(number, 2, serial, day)
            sheet.write_number(number, 3, 5)

    graded = vitalfew.graded(workbook(path, fill=fill), "--today", "2025-06-30")
    assert graded.money == MONEY | {"c8": "5.00"}
    assert [fault[:2] for fault in graded.faults] == [(line, "order_date") for line in range(5, 9)]


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_truncated_workbook_is_refused(vitalfew: Command, path: Path, kept: float) -> None:
    data = workbook(path).read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    assert "orders.xlsx" in vitalfew.not_gradable(path)
