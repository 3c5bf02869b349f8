"""The ABC table of the workbook: rank, value, shares of value and of customers, class (M70)."""

from pathlib import Path

import python_calamine

import vitalfew as vf

ROWS = "ann,1,2026-01-05,800\nbob,2,2026-01-06,100\ncat,3,2026-02-01,50\ndan,4,2026-02-02,50\neve,5,2026-02-03,-10\n"


def sheets(tmp_path: Path, scheme: str) -> dict[str, list[list[object]]]:
    orders = tmp_path / "orders.csv"
    orders.write_text("customer_id,order_id,moment,amount\n" + ROWS, encoding="utf-8")
    book = python_calamine.load_workbook(str(vf.grade(orders, scheme=scheme).save(tmp_path / "out.xlsx")))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_table_stands_in_order_of_value_and_ties_share_their_place(tmp_path: Path) -> None:
    assert sheets(tmp_path, "abc")["ABC table"] == [
        ["rank", "customer", "value", "share", "cumulative_share_of_value", "cumulative_share_of_customers", "class"],
        [1, "ann", 800, 0.8, 0.8, 0.2, "A"],
        [2, "bob", 100, 0.1, 0.9, 0.4, "B"],
        [3, "cat", 50, 0.05, 1, 0.8, "B"],
        [3, "dan", 50, 0.05, 1, 0.8, "B"],
        [5, "eve", -10, 0, 1, 1, "C"],
    ]


def test_a_scheme_that_grades_by_something_else_has_the_table_of_its_sales(tmp_path: Path) -> None:
    """The amounts are those of twelve months, as everywhere in its summary; who bought nothing in them is in C."""
    header, *rows = sheets(tmp_path, "rfm")["ABC table"]
    assert header[1:3] == ["customer", "value"]
    assert [(row[1], row[2], row[6]) for row in rows][:2] == [("ann", 800, "A"), ("bob", 100, "B")]
