"""Potential in the report, against what the library says of the same facts."""

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf


def test_what_is_open_is_what_the_library_says() -> None:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    told = section(page_of_company("abc"), "potential").table
    room = vf.potential(**facts).room.to_pylist()[: len(told.rows)]
    assert [(row["customer"][0], row["gap"], row["sentence"]) for row in records(told)] == [
        (row["customer_id"], row["gap"], row["sentence"]) for row in room
    ]


def test_where_nobody_can_be_compared_there_is_no_part() -> None:
    assert "potential" not in sections(page_of_orders([("A", "2025-01-01", 5), ("A", "2025-02-01", 5)]))
