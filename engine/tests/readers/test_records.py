import csv
import gzip
import io
import lzma
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.text_files import ROWS, opened, opened_at, row

from vitalfew.errors import Refusal
from vitalfew.readers.text import unpacking

HEADER = "customer_id,order_date,amount\n"
CELLS = [("C1", "2025-01-02", "10.00"), ("C2", "2025-01-03", "20.00")]

WIDE = """
import sys, time
from datetime import date
from pathlib import Path
from vitalfew.errors import Refusal
from vitalfew.readers.reading import Options
from vitalfew.readers.text.records import open_text
from vitalfew.schemas import ORDERS
def peak():  # of this program alone; getrusage counts the memory of whoever started it too
    status = Path("/proc/self/status")
    return int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else 0
begun = time.process_time()
try:
    open_text(Path(sys.argv[1]), Options(date(2025, 6, 30)), ORDERS)
except Refusal as refusal:
    print(str(refusal), time.process_time() - begun, peak(), sep="\\t")
"""


@row("B-08")
def test_a_million_columns_are_refused_quickly_and_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{number:06d}" for number in range(1_000_000)))
    said = subprocess.run([sys.executable, "-c", WIDE, path], capture_output=True, text=True, check=True).stdout
    refusal, seconds, kilobytes = said.split("\t")
    assert "too many columns (limit 500)" in refusal
    assert float(seconds) < 2
    assert int(kilobytes) < 200 * 1024


def test_five_hundred_columns_are_read_and_one_more_is_refused(tmp_path: Path) -> None:
    more = [f"x{number}" for number in range(497)]
    text = "\n".join(",".join([*line.split(","), *more]) for line in ROWS.splitlines())
    assert len(opened(tmp_path, text).header) == 500
    with pytest.raises(Refusal, match=r"too many columns \(limit 500\)"):
        opened(tmp_path, "\n".join(line + ",one more" for line in text.splitlines()))


@row("B-10")
@pytest.mark.parametrize("later", ["C9,2025-01-04,5\n", '"C9","2025-01-04","5"\n'], ids=["plain", "quoted"])
def test_an_unclosed_quote_is_refused_with_the_line_that_opened_it(tmp_path: Path, later: str) -> None:
    with pytest.raises(Refusal, match="quote opened on line 2 is not closed"):
        opened(tmp_path, HEADER + '"C1,2025-01-02,10\n' + later * 1_000_000)


@pytest.mark.parametrize(
    "text", ['"customer_id,order_date,amount\nC1,2025-01-02,10\n', HEADER + 'C1,2025-01-02,10\n"C2,2025-01-03,5']
)
def test_an_unclosed_quote_in_a_small_file_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    line = 1 + text[: text.index('"')].count("\n")
    with pytest.raises(Refusal, match=f"quote opened on line {line} is not closed"):
        opened(tmp_path, text)


@row("B-11")
@pytest.mark.parametrize(("sign", "name"), [(";", "semicolon"), ("\t", "tab"), ("|", "bar"), (",", "comma")])
def test_the_delimiter_is_found(tmp_path: Path, sign: str, name: str) -> None:
    got = opened(tmp_path, ROWS.replace(",", sign))
    assert got.cells == CELLS
    assert got.shape["delimiter"] == name


def test_a_decimal_comma_does_not_pass_for_a_delimiter(tmp_path: Path) -> None:
    got = opened(tmp_path, "customer_id;order_date;amount\nC1;2025-01-02;1,50\nC2;2025-01-03;2,75\n")
    assert got.cells == [("C1", "2025-01-02", "1,50"), ("C2", "2025-01-03", "2,75")]


@row("B-11")
def test_full_width_commas_between_cells_are_refused_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"full-width sign ，.*Replace it by a plain comma"):
        opened(tmp_path, "客户编号，订单日期，金额\n张三，2025-01-02，10\n")


def test_full_width_commas_inside_cells_do_no_harm(tmp_path: Path) -> None:
    got = opened(tmp_path, HEADER + "上海，浦东，张江公司,2025-01-02,10\n")
    assert got.cells == [("上海，浦东，张江公司", "2025-01-02", "10")]


@row("B-14")
@pytest.mark.parametrize("content", ["", "\n\n  \n", HEADER, HEADER.strip(), HEADER + "\n\n,,\n"])
def test_a_file_without_rows_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refusal, match="no rows"):
        opened(tmp_path, content)


@row("B-14")
def test_blank_lines_are_skipped_and_counted_and_lines_stay_right(tmp_path: Path) -> None:
    got = opened(tmp_path, "\n" + HEADER + "\nC1,2025-01-02,10\n,,\n  \n ,\t, \nC2,2025-01-03,20\n\n")
    assert [line for line, _ in got.rows] == [4, 8]
    assert [str(note) for note in got.notes] == ["blank lines skipped: 6"]


@row("B-14")
@pytest.mark.parametrize(
    "text",
    [
        HEADER + "C1,2025-01-02,10.00,\nC2,2025-01-03,20.00,\n",
        HEADER + "C1,2025-01-02,10.00,,,\nC2,2025-01-03,20.00\n",
        HEADER + "C1,2025-01-02,10.00\nC2,2025-01-03,20.00,,\n",
    ],
    ids=["every-row", "first-row", "last-row"],
)
def test_separators_behind_the_last_cell_do_not_count(tmp_path: Path, text: str) -> None:
    got = opened(tmp_path, text)
    assert (got.header, got.cells, got.ragged) == (("customer_id", "order_date", "amount"), CELLS, {})


@row("B-10")
@pytest.mark.parametrize("stray", ["", 'C9,2025-01-04,5" pipe\n'], ids=["sound", "stray"])
def test_an_unclosed_quote_does_not_take_rows_with_it_up_to_the_next_quote(tmp_path: Path, stray: str) -> None:
    rows = "C1,2025-01-02,10\n" * 50
    with pytest.raises(Refusal, match="quote opened on line 53 is not closed"):
        opened(tmp_path, HEADER + rows + (stray or rows[:17]) + '"C1,2025-01-02,10\n' + rows + 'C3",2025-01-02,1\n')


def test_long_texts_in_quotes_are_read(tmp_path: Path) -> None:
    address = "\n".join(["Street 1, Town"] * 20)
    assert opened(tmp_path, HEADER + f'"{address}",2025-01-02,10\n').cells == [(address, "2025-01-02", "10")]


def test_separators_behind_the_last_header_do_not_count(tmp_path: Path) -> None:
    got = opened(tmp_path, ROWS.replace("amount", "amount,,"))
    assert [cells[:3] for cells in got.cells] == CELLS
    assert got.ragged == {}


@row("B-15")
@pytest.mark.parametrize(
    ("one", "other"), [("amount", "amount"), ("Amount", "AMOUNT"), ("net amount", "Net  Amount "), ("金 额", "金额")]
)
def test_two_columns_of_one_name_are_refused_naming_both(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(Refusal, match=rf"columns 3 \({one}\) and 5 \({' '.join(other.split())}\) have the same name"):
        opened(tmp_path, f"customer_id,order_date,{one},note,{other}\nC1,2025-01-02,10,x,10\n")


@row("B-16")
def test_rows_longer_or_shorter_than_the_header_are_kept_apart_with_their_line(tmp_path: Path) -> None:
    got = opened(
        tmp_path, HEADER + 'C1,2025-01-02,10.00\nC3,"2025\n-01-02"\nC4,2025-01-02,10,"x,y"\nC2,2025-01-03,20.00\n'
    )
    assert got.ragged == {3: ("C3", "2025\n-01-02"), 5: ("C4", "2025-01-02", "10", "x,y")}
    assert got.rows == [(2, CELLS[0]), (6, CELLS[1])]


def _zip(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


@row("B-18")
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (_zip("orders.csv"), "a ZIP archive"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>", "an HTML page"),
        ("\ufeff\n <HTML>".encode("utf-16-le"), "an HTML page"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "a Windows program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old Excel workbook"),
        (b"PAR1\x15\x04\x00\x00", "a Parquet file"),
        (b'<?xml version="1.0"?><Workbook/>', "an XML document"),
        (b'[{"customer_id": 1}]', "a JSON document"),
        (gzip.compress(gzip.compress(ROWS.encode(), mtime=0), mtime=0), "a gzip archive"),
        (gzip.compress(_zip("xl/workbook.xml"), mtime=0), "a ZIP archive"),
        (b"\xfd7zXZ\x00\x00", "an XZ archive"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_a_file_is_tells_its_content_not_its_name(tmp_path: Path, content: bytes, kind: str) -> None:
    with pytest.raises(Refusal, match=f"this is {kind}"):
        opened(tmp_path, content)


def test_a_table_that_begins_with_the_letters_of_a_program_is_a_table(tmp_path: Path) -> None:
    assert opened(tmp_path, "MZ,customer_id,order_date,amount\n1,C1,2025-01-02,10\n").cells == [
        ("1", "C1", "2025-01-02", "10")
    ]


def test_gzip_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    got = opened(tmp_path, gzip.compress(ROWS.encode()))
    assert got.cells == CELLS
    assert got.shape["packed"] == "gzip"


def test_xz_is_read_where_the_name_says_so_and_refused_elsewhere(tmp_path: Path) -> None:
    packed = lzma.compress(ROWS.encode())
    assert opened(tmp_path, packed, name="orders.csv.xz").cells == opened(tmp_path, ROWS.encode()).cells
    with pytest.raises(Refusal, match="truncated"):
        opened(tmp_path, lzma.compress(ROWS.encode() * 500)[:-20], name="cut.csv.xz")
    with pytest.raises(Refusal, match="this is an XZ archive"):
        opened(tmp_path, packed)


def test_a_truncated_gzip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="truncated"):
        opened(tmp_path, gzip.compress(ROWS.encode() * 500)[:-20])


def test_a_gzip_that_unpacks_a_hundredfold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="more than 500 MB or 100 times its size"):
        opened(tmp_path, gzip.compress(HEADER.encode() + b"C1,2025-01-02,10\n" * 300_000))


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="the file cannot be read: Is a directory"):
        opened_at(tmp_path)
    with pytest.raises(Refusal, match=r"nowhere\.csv: the file cannot be read"):
        opened_at(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_every_kind_of_line_end_is_read_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(unpacking, "BLOCK", 7)
    got = opened(tmp_path, (HEADER + 'C1,"2025-01\n-02",10\n\nC2,2025-01-03,20').replace("\n", end))
    assert got.rows == [(2, ("C1", "2025-01\n-02", "10")), (5, ("C2", "2025-01-03", "20"))]


def test_quotes_that_quote_nothing_are_part_of_the_text(tmp_path: Path) -> None:
    got = opened(tmp_path, HEADER + 'pipe 5" long,2025-01-02,10\n"a ""b"", c",2025-01-03,20\n')
    assert [cells[0] for cells in got.cells] == ['pipe 5" long', 'a "b", c']


def test_a_row_with_a_broken_quote_is_kept_apart_and_its_neighbours_are_read(tmp_path: Path) -> None:
    got = opened(tmp_path, HEADER + 'C1,2025-01-02,10.00\n"C3"x,2025-01-02,10\nC2,2025-01-03,20.00\n')
    assert got.cells == CELLS
    assert list(got.ragged) == [3]


def test_empty_cells_are_missing_quoted_or_not(tmp_path: Path) -> None:
    assert opened(tmp_path, HEADER + 'C1,"",\n').cells == [("C1", None, None)]


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="record on line 3 is longer than 1 MB"):
        opened(tmp_path, HEADER + "C1,2025-01-02,10\n" + "x" * 6_000_000)


def test_every_value_is_on_the_line_an_editor_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "BLOCK", 1000)
    lines, want = [HEADER], []
    for number in range(500):
        want.append(
            (sum(text.count("\n") for text in lines) + 1, f"C{number}\nsecond" if number % 7 == 0 else f"C{number}")
        )
        lines.append(f'"C{number}\nsecond",2025-01-02,10\n' if number % 7 == 0 else f"C{number},2025-01-02,10\n")
        lines += ["\n"] * (number % 5 == 0)
    got = opened(tmp_path, "".join(lines))
    assert [(line, cells[0]) for line, cells in got.rows] == want


CELL = st.text(st.sampled_from('ab1", \n\r\t客é|'), max_size=6)


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=30),
    block=st.integers(5, 60),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_whatever_the_standard_library_writes_is_read_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], block: int, quoting: int
) -> None:
    content = io.StringIO(newline="")
    csv.writer(content, lineterminator="\r\n", quoting=quoting).writerows([HEADER.strip().split(","), *rows])
    want = [tuple(_unix(cell) or None for cell in row) for row in rows if any(cell.strip() for cell in row)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unpacking, "BLOCK", block)
        if not want:
            with pytest.raises(Refusal, match="no rows"):
                opened(tmp_path_factory.mktemp("any"), content.getvalue())
        else:
            assert opened(tmp_path_factory.mktemp("any"), content.getvalue()).cells == want


def _unix(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
