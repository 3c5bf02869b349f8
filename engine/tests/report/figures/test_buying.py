"""Segments in the report, against what the library says of the same facts."""

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf
from vitalfew.insight.segments.naming import spoken


def test_segments_are_those_of_the_library() -> None:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    told = section(page_of_company("abc"), "buying").table
    found = vf.segments(**facts).profiles
    assert [(row["segment"], row["customers"], row["sales"]) for row in records(told)] == [
        (spoken(one.segment), one.customers, one.sales) for one in found
    ]


def test_where_customers_do_not_part_there_is_no_part() -> None:
    assert "buying" not in sections(page_of_orders([("A", "2025-01-01", 5), ("A", "2025-02-01", 5)]))
