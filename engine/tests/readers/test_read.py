"""`read` on whatever people have, without any flag (safety.md: B-18, B-77; contract.md, section 1)."""

import gzip
import lzma
import os
import socket
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
import xlsxwriter

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers import look, read
from vitalfew.readers.reading import Options, Reading

OPTIONS = Options(date(2024, 6, 1))
DATA = next((folder / "shared/data" for folder in Path(__file__).parents if (folder / "shared/data").exists()), None)
CSV = "customer_id,order_id,moment,amount\nA,1,2024-01-05,10.50\nB,2,2024-01-06,20\n"
MESSY = """华东公司销售明细表,,,,,
统计期间：2024年1月,,,,,

客户编号,客户名称,订单编号,下单日期,数量,金额（元）
C001,上海东方贸易有限公司,SO-1,2024年1月5日,2,"￥1,234.50"
C002,苏州南方百货商店,SO-2,2024/1/6,１０,300
C001,上海东方贸易有限公司,SO-3,20240107,1,(100.00)
,,,,,
C003,杭州西湖茶叶店,SO-4,2024-01-08,3,未定
合计,,,,16,1434.50
"""


def rows_of(reading: Reading) -> list[dict[str, Any]]:
    assert isinstance(reading.rows, pa.Table)
    return reading.rows.to_pylist()


def refused(source: Any, tmp_path: Path, **options: Any) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        read(source, "orders", Options(OPTIONS.today, **options), tmp_path)
    return refusal.value


def test_a_messy_chinese_file_needs_no_flag(tmp_path: Path) -> None:
    path = tmp_path / "销售明细.csv"
    path.write_bytes(MESSY.encode("gb18030"))
    reading = read(path, "orders", OPTIONS, tmp_path)
    report = reading.report
    assert report.shape == {"format": "text", "encoding": "GB18030", "delimiter": "comma", "header_row": 4}
    assert report.columns == {
        "customer_id": "客户编号",
        "order_id": "订单编号",
        "moment": "下单日期",
        "quantity": "数量",
        "amount": "金额（元）",
    }
    assert (report.rows, report.accepted, report.rejected) == (4, 3, 1)
    assert [(row["customer_id"], row["moment"], row["amount"]) for row in rows_of(reading)] == [
        ("C001", datetime(2024, 1, 5), Decimal("1234.50")),
        ("C002", datetime(2024, 1, 6), Decimal("300.00")),
        ("C001", datetime(2024, 1, 7), Decimal("-100.00")),
    ]
    assert report.rejects is not None
    rejects = report.rejects.read_text("utf-8-sig").splitlines()
    assert rejects[1].startswith("9,金额（元）,未定,not a plain number,C003,")
    assert {"titles", "totals", "blank_lines"} <= {note.code for note in report.notes}


@pytest.mark.skipif(DATA is None, reason="the real data are not here")
def test_the_real_wholesaler_needs_no_flag(tmp_path: Path) -> None:
    assert DATA is not None
    path = tmp_path / "online_retail.csv"
    path.write_bytes(lzma.decompress((DATA / "online_retail.csv.xz").read_bytes()))
    reading = read(path, "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, pa.Table)
    assert (reading.report.rows, reading.report.accepted, reading.report.grain) == (406_829, 406_829, "line")
    assert len(pc.unique(reading.rows["customer_id"])) == 4_372
    assert pc.sum(reading.rows["amount"]).as_py() == Decimal("8300065.81")


def test_gzip_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(CSV.encode()))
    assert len(rows_of(read(str(path), "orders", OPTIONS, tmp_path))) == 2


def test_the_same_facts_are_the_same_rows_from_text_and_workbook(tmp_path: Path) -> None:
    text, book = tmp_path / "a.csv", tmp_path / "a.xlsx"
    text.write_text("customer_id,order_id,moment,amount\n17850,007,2024-01-05,0.1\n17850,008,2024-01-06 10:30:00,-3\n")
    workbook = xlsxwriter.Workbook(str(book))
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["customer_id", "order_id", "moment", "amount"])
    for row, (order, moment, amount) in enumerate(
        [("007", datetime(2024, 1, 5), 0.1), ("008", datetime(2024, 1, 6, 10, 30), -3)], start=1
    ):
        sheet.write_row(row, 0, [17850.0, order])
        sheet.write_datetime(row, 2, moment, workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
        sheet.write_number(row, 3, amount)
    workbook.close()
    typed = [read(path, "orders", OPTIONS, tmp_path).rows for path in (text, book)]
    assert typed[0] == typed[1]


def test_cells_without_a_value_reject_their_row_by_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["customer_id", "order_id", "moment", "amount"])
    sheet.write_row(1, 0, ["C1", "O1", "2024-01-05", 1])
    sheet.write_row(2, 0, [440301199001011234, "O2", "2024-01-05", 1])
    sheet.write_row(3, 0, ["C3", "O3", "2024-01-05"])
    sheet.write_formula(3, 3, "=1/0", None, "#DIV/0!")
    workbook.close()
    reading = read(path, "orders", OPTIONS, tmp_path)
    assert reading.report.rejects is not None
    reasons = [line.split(",")[:4] for line in reading.report.rejects.read_text("utf-8-sig").splitlines()[1:]]
    assert [(line, column, reason) for line, column, _, reason in reasons] == [
        ("3", "customer_id", "number lost digits; format as text"),
        ("4", "amount", "error cell"),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7\n", "PDF"), (b"MZ\x90\0\x03\0", "program"), (b"<html><table></table></html>", "HTML")],
    ids=["B-18-pdf", "B-18-exe", "B-18-html"],
)
def test_b18_content_not_name_decides(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert kind in refused(path, tmp_path).what


def test_b18_a_workbook_named_csv_is_refused_and_text_named_xls_is_read(tmp_path: Path) -> None:
    book, text = tmp_path / "a.xlsx", tmp_path / "b.xls"
    workbook = xlsxwriter.Workbook(str(book))
    workbook.add_worksheet().write(0, 0, "customer_id")
    workbook.close()
    assert "Excel workbook (XLSX)" in refused(book.rename(tmp_path / "a.csv"), tmp_path).what
    text.write_text(CSV)
    assert len(rows_of(read(text, "orders", OPTIONS, tmp_path))) == 2


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe, plug = tmp_path / "pipe.csv", tmp_path / "plug.csv"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(plug))
        for path in (pipe, plug, Path("/dev/zero")):
            assert refused(path, tmp_path).what == "this is a device, pipe or socket, not a file."
    missing = refused(tmp_path / "none.csv", tmp_path)
    assert str(missing) == "none.csv: there is no such file. Check the path."
    assert "cannot be read" in refused("a\0b.csv", tmp_path).what


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(CSV)
    path.chmod(0)
    assert "cannot be read" in refused(path, tmp_path).what


@pytest.mark.parametrize(
    "name", ["a\u202evsc.csv", "-rf.csv", "con.csv", "'; drop table.csv", "x" * 200 + ".csv", "é\n.csv"]
)
def test_b77_odd_file_names_are_read_and_shown_without_harm(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(CSV)
    report = read(path, "orders", OPTIONS, tmp_path).report
    assert report.sources[0].name.isprintable()


def test_an_object_that_is_no_table_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        read(object(), "orders", OPTIONS, tmp_path)


def test_empty_files_and_headers_alone_have_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for content in ("", "customer_id,order_id,moment,amount\n", "\n\n"):
        path.write_text(content)
        assert refused(path, tmp_path).what == "no rows."


def test_look_tells_how_a_file_would_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(MESSY.encode("gb18030"))
    seen = look(path, "orders", OPTIONS, tmp_path)
    assert seen["shape"]["encoding"] == "GB18030"
    assert [(column["header"], column["field"], column["how"]) for column in seen["columns"]][:3] == [
        ("客户编号", "customer_id", "synonym"),
        ("客户名称", None, None),
        ("订单编号", "order_id", "synonym"),
    ]
    assert seen["columns"][0]["values"] == ["C001", "C002", "C001"]
    assert (seen["refused"], seen["checked"], seen["rejected"]) == (None, 4, 1)
    assert seen["rejects"] == [{"line": 9, "column": "金额（元）", "value": "未定", "reason": "not a plain number"}]


def test_look_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("customer_id,order_id,remark\nA,1,x\n")
    seen = look(path, "orders", OPTIONS, tmp_path)
    assert "no column found for moment, amount" in seen["refused"]
    assert [column["field"] for column in seen["columns"]] == ["customer_id", "order_id", None]
