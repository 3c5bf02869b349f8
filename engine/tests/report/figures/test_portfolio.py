"""The portfolio to expect, against what the library says of the same facts."""

from datetime import date
from decimal import Decimal

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf


def test_the_table_is_what_the_library_says() -> None:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    said = vf.portfolio(**facts, scheme="abc").rows.to_pylist()
    shown = records(section(page_of_company("abc"), "portfolio").table)
    assert [(row["customers"], row["expected_sales"]) for row in shown] == [
        (row["customers"], row["expected_sales"]) for row in said
    ]
    assert [row["expected"] for row in shown] == [round(row["expected"]) for row in said]


def test_every_row_of_the_transitions_adds_up() -> None:
    table = section(page_of_company("abc"), "transitions").table
    assert [column.key for column in table.columns][:3] == ["was", "months", "A"]
    assert all(row["months"] for row in records(table))


def test_the_sentences_stand_in_the_language_of_the_page() -> None:
    assert "營收預期" in section(page_of_company("abc", "zh-hant"), "portfolio").sentence


def test_a_month_is_not_enough() -> None:
    page = page_of_orders([("A", "2025-01-01", Decimal(5)), ("A", "2025-02-03", Decimal(5))])
    assert not {"portfolio", "transitions"} & set(sections(page))


def test_where_many_came_the_page_warns() -> None:
    lines = [(f"C{number}", f"2025-{number % 6 + 1:02}-10", 100 + number) for number in range(30)]
    assert (
        "customers came in these months"
        in section(page_of_orders(lines, as_of=date(2025, 7, 31)), "portfolio").table.more
    )
