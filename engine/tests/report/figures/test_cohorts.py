"""Cohorts and how long customers stay, against what the library says of the same facts."""

from datetime import date
from decimal import Decimal

from reported import company, data, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf
from vitalfew.report.portrait.behind import period_of


def test_the_table_is_the_triangle_of_the_library() -> None:
    page = page_of_company("abc")
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    rows = vf.cohorts(**facts, period="quarter").rows.to_pylist()
    shares = {(row["cohort"], row["period"]): row["retention"] for row in rows}
    for row in records(section(page, "cohorts").table):
        for key, cell in row.items():
            if key.startswith("after_"):
                assert cell == shares.get((row["cohort"], int(key.removeprefix("after_"))))


def test_the_curve_falls_and_is_a_share() -> None:
    drawn = data(page_of_company("abc"), "stay")
    values = drawn["series"][0]["values"]
    assert drawn["unit"] == "share"
    assert all(0 <= value <= 1 for value in values)
    assert values == sorted(values, reverse=True)
    assert len(values) == len(drawn["x"]) == len(set(drawn["x"]))


def test_the_sentences_stand_in_the_language_of_the_page() -> None:
    assert "新客戶" in section(page_of_company("abc", "zh-hant"), "stay").sentence


def test_one_order_makes_no_cohorts() -> None:
    assert not {"cohorts", "stay"} & set(sections(page_of_orders([("A", "2025-01-01", Decimal(5))])))


def test_only_refunds_make_no_cohorts() -> None:
    assert not {"cohorts", "stay"} & set(sections(page_of_orders([("A", "2025-01-01", -5), ("A", "2025-03-01", -5)])))


def test_the_period_is_the_shortest_that_fits() -> None:
    days = [date(2025, 1, 31), date(2026, 1, 31), date(2026, 2, 1), date(2028, 3, 1), date(2028, 4, 1)]
    assert [period_of(days[0], day) for day in days] == ["month", "month", "quarter", "quarter", "year"]
