"""Early warning in the report, against what the library says of the same facts."""

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf


def test_the_customers_to_call_are_those_of_the_library() -> None:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    told = section(page_of_company("abc"), "warnings").table
    alarms = vf.warnings(**facts).alarms.to_pylist()[: len(told.rows)]
    assert [(row["customer"][0], row["points"], row["sentence"]) for row in records(told)] == [
        (row["customer_id"], row["points"], row["sentence"]) for row in alarms
    ]
    assert "together at most 5" in told.more


def test_nobody_to_call_is_no_section() -> None:
    assert "warnings" not in sections(page_of_orders([("A", "2025-01-01", 5), ("A", "2025-02-01", 5)]))
