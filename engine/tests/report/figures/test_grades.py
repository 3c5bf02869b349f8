"""Grades, RFM grid, segments, type board, migration and movers against the rows of OUT of runs of their own."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from reported import (
    data,
    fraction,
    orders,
    out_of_company,
    page_of_company,
    page_of_orders,
    portrait_of_company,
    records,
    section,
    sections,
)

import vitalfew as vf
from vitalfew.run.written import previous_run

MONTH_BEFORE = "2026-09-30"
TYPES = ("old_big", "new_big", "old_small", "new_small")


def gain(row: dict[str, Any]) -> Decimal:
    return max(row["monetary"] or Decimal(0), Decimal(0))


def by_id(rows: tuple[dict[str, Any], ...]) -> dict[str, dict[str, Any]]:
    return {row["customer_id"]: row for row in rows}


def test_the_grades_are_counted_and_their_shares_added_up() -> None:
    rows = out_of_company("key_accounts")
    whole, profit = sum(map(gain, rows)), sum(row["contribution"] or 0 for row in rows)
    expected = []
    for grade in ("A", "B", "C", "D", "prospect"):
        members = [row for row in rows if row["grade"] == grade]
        shares = (
            fraction(len(members), len(rows)),
            fraction(sum(map(gain, members)), whole),
            fraction(sum(row["contribution"] or 0 for row in members), profit),
        )
        expected.append((grade, len(members), *shares))
    keys = ("grade", "customers", "customers_share", "sales_share", "profit_share")
    found = records(section(page_of_company("key_accounts"), "grades").table)
    assert [tuple(row[key] for key in keys) for row in found] == expected


def test_the_bars_count_the_scores_in_steps_of_five() -> None:
    drawn = data(page_of_company("key_accounts"), "grades")
    scores = [row["score"] for row in out_of_company("key_accounts") if row["score"] is not None]
    counted = Counter(min(int(score) // 5, 19) for score in scores)
    assert drawn["values"] == [counted[place] for place in range(20)]
    assert [(mark["at"], mark["label"]) for mark in drawn["marks"]] == [(70, "A"), (50, "B"), (30, "C")]


def test_a_small_scale_of_scores_is_counted_point_by_point() -> None:
    drawn = data(page_of_company("rfm"), "grades")
    counted = Counter(int(row["score"]) for row in out_of_company("rfm") if row["score"] is not None)
    assert dict(zip(map(int, drawn["labels"]), drawn["values"], strict=True)) == {
        score: counted[score] for score in range(min(counted), max(counted) + 1)
    }


def test_the_grid_counts_customers_by_recency_and_frequency() -> None:
    drawn = data(page_of_company("rfm"), "rfm")
    counted = Counter((row["r"], row["f"]) for row in out_of_company("rfm") if row["r"] is not None)
    assert drawn["count"] == [[counted[r, f] for f in range(1, 6)] for r in range(5, 0, -1)]


def test_the_shades_are_shares_of_the_sales() -> None:
    rows = out_of_company("rfm")
    whole = sum(map(gain, rows))
    best = [row for row in rows if (row["r"], row["f"]) == (5, 5)]
    assert data(page_of_company("rfm"), "rfm")["value"][0][-1] == fraction(sum(map(gain, best)), whole)


def test_the_segments_are_those_of_the_scheme() -> None:
    rows = out_of_company("rfm")
    found = {
        row["segment"]: (row["customers"], row["sales"])
        for row in records(section(page_of_company("rfm"), "segments").table)
    }
    champions = [row for row in rows if row["grade"] == "champions"]
    assert found["Champions"] == (len(champions), sum(row["monetary"] for row in champions))
    assert sum(customers for customers, _ in found.values()) == len(rows)


def test_the_board_shows_the_types_of_the_scheme() -> None:
    cells = data(page_of_company("key_accounts"), "types")["cells"]
    counted = Counter(row["grade"] for row in out_of_company("four_types"))
    assert {cell["key"]: cell["count"] for cell in cells} == {label: counted[label] for label in TYPES}
    assert [cell["cap"] for cell in cells] == [None] * 4


def test_the_caps_of_a_scheme_of_ones_own_stand_on_the_board() -> None:
    scheme = vf.Scheme.load("four_types")
    capped = {"type": {"method": "four_types", "caps": {"number": 2, "share": 50}}}
    lines = [(f"c{n}", day, 100) for n in range(5) for day in ("2024-01-05", "2025-12-05")]
    names = {f"c{n}": f"Customer {n}" for n in range(5)}
    page = page_of_orders(lines, scheme.changed(scheme="capped", classifiers=capped), names)
    old_big = data(page, "types")["cells"][0]
    assert (old_big["count"], old_big["cap"], old_big["remark"]) == (5, 2, "5 over a cap")
    assert section(page, "types").sentence == (
        "Old and big: 5 where 2 are allowed, with 100\u202f% of the sales; new: 0."
    )


def test_migration_counts_who_went_from_which_grade_to_which() -> None:
    drawn = data(page_of_company("key_accounts"), "migration")
    before, now = by_id(out_of_company("key_accounts", MONTH_BEFORE)), by_id(out_of_company("key_accounts"))
    pairs = Counter((before[ident]["grade"] if ident in before else "", row["grade"]) for ident, row in now.items())
    grades = drawn["grades"]
    assert drawn["matrix"] == [[pairs[was, is_now] for is_now in grades] for was in grades]
    assert (drawn["from"], drawn["to"]) == ("30 Sep 2026", "31 Oct 2026")


def test_the_grades_of_each_month_are_those_of_a_run_of_its_last_day() -> None:
    drawn = data(page_of_company("key_accounts"), "over_time")
    assert (len(drawn["x"]), drawn["x"][0], drawn["x"][-1]) == (12, "2025-11", "2026-10")
    for place, last_day in ((0, "2025-11-30"), (10, MONTH_BEFORE), (11, None)):
        counted = Counter(row["grade"] for row in out_of_company("key_accounts", last_day))
        titles = {line["name"]: line["values"][place] for line in drawn["series"]}
        assert titles == {"Prospect": counted["prospect"], **{grade: counted[grade] for grade in "ABCD"}}


def test_in_and_out_add_up_to_the_change_of_each_grade() -> None:
    before, now = by_id(out_of_company("key_accounts", MONTH_BEFORE)), by_id(out_of_company("key_accounts"))
    for row in records(section(page_of_company("key_accounts"), "grades").table):
        had = sum(one["grade"] == row["grade"] for one in before.values())
        has = sum(one["grade"] == row["grade"] for one in now.values())
        assert has - had == row["in"] - row["out"]


def test_movers_stand_with_both_grades_the_change_and_a_cause_that_points_its_way() -> None:
    before, now = by_id(out_of_company("key_accounts", MONTH_BEFORE)), by_id(out_of_company("key_accounts"))
    movers = records(section(page_of_company("key_accounts"), "movers").table)
    assert movers
    for mover in movers:
        ident = mover["customer"][0]
        assert (mover["was"], mover["grade"]) == (before[ident]["grade"], now[ident]["grade"])
        if mover["change"] is not None:
            assert mover["change"] == now[ident]["score"] - before[ident]["score"]
            assert mover["effect"] is None or (mover["effect"] > 0) == (mover["change"] > 0)


def test_the_largest_customer_that_left_the_best_class_is_to_be_called() -> None:
    lines = [("ann", "2026-01-05", 800), ("bob", "2026-01-06", 190), ("cat", "2026-01-07", 10)]
    page = page_of_orders([*lines, ("bob", "2026-02-10", 9000)])
    assert page.opening[2] == "Changes of grade since 31 Jan 2026: 2 (1 up, 1 down)."
    assert page.opening[3] == (
        "Call ann (800) first: it fell from Class A to Class B since 31 Jan 2026. The movement of the other customers."
    )


def test_whoever_bought_well_and_has_gone_quiet_is_to_be_called_where_nobody_fell() -> None:
    steady = [(f"c{n}", f"2026-{month:02}-{10 + n}", 10) for n in range(8) for month in range(1, 7)]
    page = page_of_orders([("ann", "2026-01-02", 500), ("ann", "2026-01-03", 500), *steady], "rfm", as_of=None)
    assert "ann" in page.opening[3]


def test_facts_of_one_month_say_nothing_of_movement() -> None:
    page = page_of_orders([("ann", "2026-01-05", 800), ("bob", "2026-01-06", 190)])
    assert page.opening[2] == "What moved cannot be said: the facts do not reach back before 5 Jan 2026."
    assert not {"migration", "movers"} & set(sections(page))


def test_grades_that_were_given_are_compared_with_instead_of_the_month_before(tmp_path: Any) -> None:
    lines = [("ann", "2026-01-05", 800), ("bob", "2026-01-06", 190), ("cat", "2026-01-07", 10)]
    vf.grade(orders(lines), scheme="abc").save(tmp_path / "before.csv")
    page = page_of_orders([*lines, ("bob", "2026-01-10", 9000)], previous=previous_run(tmp_path / "before.run.json"))
    assert page.opening[2] == "Changes of grade since the run before: 2 (1 up, 1 down)."
    assert [row["was"] for row in records(section(page, "movers").table)] == ["B", "A"]


def test_a_scheme_without_a_grade_still_makes_a_page() -> None:
    page = page_of_orders([("ann", "2026-01-05", 800), ("bob", "2026-02-06", 190)], "customer_profile")
    assert page.grades == ()
    assert page.opening[2] == "This scheme sets classes side by side and gives no grade that could move."
    assert "pareto" in sections(page)
    assert "grades" not in sections(page)


@pytest.mark.parametrize("scheme", ["abc", "lifecycle", "profit_cost"])
def test_every_scheme_names_what_moved(scheme: str) -> None:
    people = portrait_of_company(scheme).people.to_pylist()
    moved = sum(row["grade"] != row["was"] for row in people)
    assert f": {moved} (" in page_of_company(scheme).opening[2] or not moved


@pytest.mark.parametrize(("scheme", "kind"), [("rfm", "count"), ("key_accounts", "score")])
def test_whole_scores_are_shown_without_a_digit_behind_the_point(scheme: str, kind: str) -> None:
    columns = page_of_company(scheme).customers.columns
    assert [column.kind for column in columns if column.key == "score"] == [kind]
