"""Traits of the best in the report, against what the library says of the same facts."""

from decimal import Decimal

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf


def test_the_table_is_what_the_library_says() -> None:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    said = vf.traits(**facts, scheme="abc")
    part = section(page_of_company("abc"), "traits")
    shown = records(part.table)
    assert {(row["customers"], row["best"]) for row in shown} <= {
        (one.best.of, Decimal(str(one.best.share))) for one in said.alone
    }
    assert f"{said.compared} values and pairs were compared" in part.sentence


def test_without_anything_to_compare_by_there_is_no_part() -> None:
    page = page_of_orders([("A", "2025-01-01", Decimal(5)), ("B", "2025-02-03", Decimal(5))])
    assert not {"traits", "rules"} & set(sections(page))
