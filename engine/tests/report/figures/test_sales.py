"""Pareto curve, ABC classes, the vital few and concentration against the rows of OUT, added up again by hand."""

from decimal import Decimal
from typing import Any

from reported import data, fraction, out_of_company, page_of_company, page_of_orders, records, section

SMALL = [("ann", "2026-01-05", 800), ("bob", "2026-01-06", 100), ("cat", "2026-02-01", 60), ("dan", "2026-02-02", 40)]


def buyers() -> list[dict[str, Any]]:
    rows = [row for row in out_of_company("abc") if row["monetary"] is not None]
    return sorted(rows, key=lambda row: (-row["monetary"], row["customer_id"]))


def gain(row: dict[str, Any]) -> Decimal:
    return max(row["monetary"], Decimal(0))


def test_classes_hold_the_customers_and_the_money_of_out() -> None:
    rows, whole = buyers(), sum(map(gain, buyers()))
    expected = []
    for name in "ABC":
        members = [row for row in rows if row["grade"] == name]
        expected.append(
            {
                "class": name,
                "customers": len(members),
                "customers_share": fraction(len(members), len(rows)),
                "sales": sum(row["monetary"] for row in members),
                "sales_share": fraction(sum(map(gain, members)), whole),
                "from": min(row["monetary"] for row in members),
            }
        )
    assert records(section(page_of_company("abc"), "pareto").table) == expected


def test_the_curve_passes_through_the_shares_of_out() -> None:
    drawn, rows, whole = data(page_of_company("abc"), "pareto"), buyers(), sum(map(gain, buyers()))
    so_far = [sum(map(gain, rows[:place])) for place in range(len(rows) + 1)]
    curve = {
        (100 * Decimal(place) / len(rows)).quantize(Decimal("0.001")): (100 * money / whole).quantize(Decimal("0.001"))
        for place, money in enumerate(so_far)
    }
    assert dict(zip(drawn["x"], drawn["y"], strict=True)) == curve
    first = [row for row in rows if row["grade"] == "A"]
    assert drawn["cuts"][0]["customers"] == len(first)
    assert drawn["cuts"][0]["y"] == (100 * so_far[len(first)] / whole).quantize(Decimal("0.001"))


def test_the_vital_few_stand_with_their_rank_and_shares() -> None:
    rows = buyers()[:12]
    found = records(section(page_of_company("abc"), "vital_few").table)
    keys = ("rank", "customer", "grade", "score", "sales", "share", "cumulative")
    taken = [(*(row[key] for key in keys),) for row in found]
    ids = [(row[1][0], row[2:]) for row in taken]
    columns = ("grade", "score", "monetary", "share", "cumulative_share")
    assert ids == [(row["customer_id"], tuple(row[name] for name in columns)) for row in rows]
    assert [row[0] for row in taken] == list(range(1, 13))


def test_concentration_adds_up_the_first_customers() -> None:
    rows, whole = buyers(), sum(map(gain, buyers()))
    drawn = data(page_of_company("abc"), "concentration")
    assert drawn["n"] == [1, 3, 5, 10, 20, 50]
    assert drawn["share"] == [fraction(sum(map(gain, rows[:n])), whole) for n in drawn["n"]]


def test_the_opening_names_how_many_bring_four_fifths() -> None:
    page = page_of_orders(SMALL)
    assert page.opening[0] == "One of 4 customers, ann, brings 80\u202f% of the sales."
    assert page.opening[1] == "Class A (1 of 4) brings 80\u202f% of 1,000 in sales."
    assert section(page, "concentration").sentence == (
        "Without ann, 80\u202f% of the sales would be gone (800); without the first 4, 100\u202f%."
    )


def test_sales_below_zero_count_as_nothing_in_shares_but_stand_in_the_sums() -> None:
    page = page_of_orders([("ann", "2026-01-05", 90), ("bob", "2026-01-06", 10), ("eve", "2026-01-07", -50)])
    classes = {row["class"]: row for row in records(section(page, "pareto").table)}
    assert (classes["C"]["sales"], classes["C"]["sales_share"]) == (Decimal("-50.00"), Decimal("0.000000"))
    assert section(page, "pareto").table.total[3] == Decimal("50.00")
    assert data(page, "pareto")["y"][-1] == 100


def test_where_all_bring_the_same_there_is_no_vital_few() -> None:
    page = page_of_orders([(name, "2026-01-05", 10) for name in "abcde"])
    assert page.opening[0] == "No vital few: all 5 customers bring the same."
    assert [row["customers"] for row in records(section(page, "pareto").table)] == [5, 0, 0]


def test_where_nobody_brings_anything_the_page_says_so_and_draws_no_shares() -> None:
    page = page_of_orders([(name, "2026-01-05", -10) for name in "abc"])
    assert page.opening[:2] == ("No customer has sales above zero.", "All customers together bring −30.")
    assert set(data(page, "pareto")["y"]) == {0}
    assert [row["sales_share"] for row in records(section(page, "pareto").table)] == [None, None, None]


def test_one_customer_is_a_company_too() -> None:
    page = page_of_orders([("ann", "2026-01-05", 10)])
    assert page.opening[0] == "There is one customer only: ann."
    assert page.customers.cells["share"] == (Decimal("1.000000"),)
