"""The workbook: the list first, then what it says in words, figures and charts that the spreadsheet draws itself."""

import random
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import python_calamine

import vitalfew as vf
from vitalfew.languages import speaking
from vitalfew.report.writing import write
from vitalfew.run import Request, grade_metrics
from vitalfew.run.written import own_table
from vitalfew.scheme import load

Cells = list[list[object]]
SHEETS = ["list", "summary", "ABC table", "movers", "definitions", "chart data"]
ROWS = [
    "ann,1,2026-01-05,800.00",
    "bob,2,2026-01-06,100.00",
    "=cmd,3,2026-02-01,60.00",
    "dan,4,2026-02-02,40.00",
    "dan,5,2026-03-02,900.00",
]


def saved(folder: Path, rows: list[str] = ROWS, scheme: str = "abc", **tables: object) -> Path:
    orders = folder / "orders.csv"
    orders.write_text("\n".join(["customer_id,order_id,moment,amount", *rows]) + "\n", encoding="utf-8")
    return vf.grade(orders, scheme=scheme, **tables).save(folder / "out.xlsx")


def sheets(path: Path) -> Mapping[str, Cells]:
    book = python_calamine.load_workbook(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(path: Path, name: str) -> ET.Element:
    with zipfile.ZipFile(path) as book:
        return ET.fromstring(book.read(name))


def texts(tree: ET.Element, tag: str) -> list[str]:
    return [node.text or "" for node in tree.iter() if node.tag.endswith(f"}}{tag}")]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("book"))


def test_the_list_stands_first_and_the_rest_in_its_order(book: Path) -> None:
    found = sheets(book)
    assert list(found) == SHEETS
    assert found["list"][0][:3] == ["customer_id", "grade", "score"]
    assert [row[0] for row in found["list"][1:]] == ["'=cmd", "ann", "bob", "dan"]


def test_the_summary_opens_with_the_five_sentences_and_the_key_figures(book: Path) -> None:
    said = [row[0] for row in sheets(book)["summary"]]
    assert said[0] == "ABC analysis"
    assert said[2].startswith("2 of 4 customers bring")
    assert "Changes of grade since 28 Feb 2026: 2 (1 up, 1 down)." in said
    sales = next(row for row in sheets(book)["summary"] if row[0] == "Sales")
    assert sales[1] == 1900


def test_movers_stand_with_the_parts_of_their_change(book: Path) -> None:
    header, *movers = sheets(book)["movers"]
    rows = [dict(zip(header, mover, strict=True)) for mover in movers]
    assert [(row["customer_id"], row["from"], row["to"]) for row in rows] == [("dan", "C", "A"), ("'=cmd", "B", "C")]
    for row in rows:
        parts = [row[name] for name in ("own", "others", "parameters")]
        assert sum(parts) == pytest.approx(row["score_to"] - row["score_from"])


def test_the_charts_are_drawn_by_the_spreadsheet_from_cells_of_the_book(book: Path) -> None:
    pareto, scores = (part(book, f"xl/charts/chart{number}.xml") for number in (1, 2))
    assert texts(pareto, "f")[:2] == ["'chart data'!$A$2:$A$6", "'chart data'!$B$2:$B$6"]
    header, *rows = sheets(book)["chart data"]
    assert header[:2] == ["% of customers", "% of sales"]
    assert [row[:2] for row in rows[:5]] == [
        [0, 0],
        [25, pytest.approx(49.474)],
        [50, pytest.approx(91.579)],
        [75, pytest.approx(96.842)],
        [100, 100],
    ]
    counts = [row[5] for row in rows if row[5] != ""]
    assert sum(counts) == 4
    cached = texts(scores, "v")[-len(counts) :]
    assert [float(text) for text in cached] == counts, "a viewer that computes nothing has the figures in the chart"


def test_every_table_has_a_frozen_head_and_a_filter(book: Path) -> None:
    for number in (1, 3, 4, 5):
        sheet = part(book, f"xl/worksheets/sheet{number}.xml")
        tags = {node.tag.rpartition("}")[2] for node in sheet.iter()}
        assert {"pane", "autoFilter"} <= tags, number
        assert "f" not in tags, "no cell is a formula"


def test_what_the_columns_mean_is_written_down(book: Path) -> None:
    words = {row[0]: row[2] for row in sheets(book)["definitions"][1:]}
    header = sheets(book)["list"][0]
    assert words["monetary"].startswith("Net sum")
    assert {"customer_id", "grade", "score", "monetary", "A", "B", "C"} <= set(words)
    assert set(header) - set(words) == {"abc", "share", "cumulative_share"}


def test_the_order_of_rows_changes_no_byte(tmp_path: Path, book: Path) -> None:
    shuffled = random.Random(7).sample(ROWS, len(ROWS))
    assert saved(tmp_path, shuffled).read_bytes() == book.read_bytes()


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("zh-hans", ["名单", "概要", "ABC 分析表", "等级变动", "定义", "图表数据"]),
        ("zh-hant", ["名單", "概要", "ABC 分析表", "等級變動", "定義", "圖表資料"]),
    ],
)
def test_it_speaks_three_languages_and_is_read_back_in_each(tmp_path: Path, language: str, named: list[str]) -> None:
    with speaking(language):
        out = saved(tmp_path)
    assert list(sheets(out)) == named
    assert vf.Result.read(out.with_suffix(".run.json")).rows["customer_id"].to_pylist()[0] == "=cmd"


def test_without_a_day_before_nobody_moved_and_no_sheet_claims_it(tmp_path: Path) -> None:
    assert list(sheets(saved(tmp_path, ROWS[:2]))) == [name for name in SHEETS if name != "movers"]


def test_names_of_customers_are_inert_on_every_sheet(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("customer_id,name\nann,=HYPERLINK(1)\ndan,@SUM(1)\n=cmd,+1+1\n", encoding="utf-8")
    found = sheets(saved(tmp_path, customers=names))
    cells = [cell for rows in found.values() for row in rows for cell in row if isinstance(cell, str)]
    assert [cell for cell in cells if cell.startswith(("=", "@"))] == []
    assert "'@SUM(1)" in cells


def test_finished_metrics_have_a_list_a_summary_and_definitions(tmp_path: Path) -> None:
    metrics = tmp_path / "metrics.csv"
    metrics.write_text("customer_id,recency_days,frequency,monetary\na,1,5,10\nb,9,1,5\n", encoding="utf-8")
    table, digest = own_table(metrics)
    write(grade_metrics(table, Request(load("rfm")), digest), tmp_path / "out.xlsx")
    found = sheets(tmp_path / "out.xlsx")
    assert list(found) == ["list", "summary", "definitions"]
    assert ["needs_attention", 1, 0.5] in [row[:3] for row in found["summary"]]
