"""Whale curve, cost to serve, losses and 20/60/20 against the rows of OUT."""

from decimal import Decimal
from typing import Any

from reported import data, out_of_company, page_of_company, page_of_orders, records, section, sections

EARNING = [
    ("ann", "2026-01-05", 500, 100),
    ("bob", "2026-01-06", 200, 100),
    ("cat", "2026-02-01", 60, 60),
    ("dan", "2026-02-02", 40, 90),
]


def buyers() -> list[dict[str, Any]]:
    return [
        row
        for row in out_of_company("profit_cost")
        if row["contribution"] is not None and row["gross_profit"] is not None
    ]


def test_the_whale_curve_climbs_to_what_the_earning_ones_bring_and_ends_at_the_total() -> None:
    drawn = data(page_of_company("profit_cost"), "whale")
    profits = sorted(
        (row["contribution"] for row in out_of_company("profit_cost") if row["contribution"] is not None), reverse=True
    )
    running = [sum(profits[:place], Decimal(0)) for place in range(len(profits) + 1)]
    assert dict(zip(drawn["x"], drawn["y"], strict=True)) == dict(enumerate(running))
    assert (drawn["peak"]["x"], drawn["peak"]["y"]) == (sum(p > 0 for p in profits), max(running))
    assert (drawn["end"]["x"], drawn["end"]["y"]) == (len(profits), sum(profits))


def test_the_sentence_says_what_the_last_ones_take_back() -> None:
    page = page_of_orders(EARNING)
    assert section(page, "whale").sentence == "The first 2 earn 500; the last 1 take 50 of it back."
    assert [row[1:] for row in section(page, "whale").table.rows] == [
        (2, Decimal("0.500000"), Decimal("500.00")),
        (1, Decimal("0.250000"), 0),
        (1, Decimal("0.250000"), Decimal("-50.00")),
    ]


def test_where_everybody_costs_more_than_it_earns_the_curve_has_no_peak() -> None:
    page = page_of_orders([("ann", "2026-01-05", 10, 30), ("bob", "2026-01-05", 10, 15)])
    assert section(page, "whale").sentence == "No customer earns more than it costs; together they cost 25."
    assert data(page, "whale")["peak"]["x"] == 0


def test_without_costs_nothing_is_said_of_profit() -> None:
    page = page_of_orders([row[:3] for row in EARNING])
    assert not {"whale", "cost_to_serve", "losses"} & set(sections(page))
    assert page.title == "Where the sales come from"
    assert page.opening[4] == "Not known from these facts: Contribution and Cost to serve."


def test_every_dot_lies_at_its_cost_and_margin() -> None:
    points = data(page_of_company("profit_cost"), "cost_to_serve")["points"]
    sales = dict(zip(points["id"], points["size"], strict=True))
    known = {row["customer_id"]: row for row in buyers()}
    near = Decimal("0.0003")  # drawn to a hundredth of one per cent, and sales to the whole unit
    for place, ident in enumerate(points["id"]):
        row = known[ident]
        assert abs(points["x"][place] - row["service_cost"] / sales[ident]) < near
        assert abs(points["y"][place] - row["gross_profit"] / sales[ident]) < near
    assert len(points["id"]) > 50


def test_the_fields_of_profit_and_cost_are_those_of_the_scheme() -> None:
    page = page_of_company("profit_cost")
    titles = [("key", "Key"), ("costly", "Costly"), ("modest", "Modest"), ("drain", "Drain")]
    expected = [
        (title, len(members), sum(row["contribution"] for row in members))
        for label, title in titles
        if (members := [row for row in out_of_company("profit_cost") if row["grade"] == label])
    ]
    found = records(section(page, "cost_to_serve").table)
    assert [(row["field"], row["customers"], row["contribution"]) for row in found] == expected


def test_the_dearest_customers_come_first() -> None:
    losing = [
        row for row in out_of_company("profit_cost") if row["contribution"] is not None and row["contribution"] < 0
    ]
    losing.sort(key=lambda row: (row["contribution"], row["customer_id"]))
    found = records(section(page_of_company("profit_cost"), "losses").table)
    assert [row["customer"][0] for row in found] == [row["customer_id"] for row in losing[:10]]


def test_bands_share_out_profit_and_hours() -> None:
    page = page_of_company("key_accounts")
    bands = data(page, "bands")["bands"]
    assert [band["key"] for band in bands] == ["top", "middle", "bottom"]
    assert sum(band["value_share"] for band in bands).quantize(Decimal("0.0001")) == 1
    assert sum(band["cost_share"] for band in bands).quantize(Decimal("0.0001")) == 1
    top = records(section(page, "bands").table)[0]
    assert top["per_hour"] == (bands[0]["value"] / bands[0]["cost"]).quantize(Decimal("0.01"))


def test_the_top_fifth_is_counted_by_customers() -> None:
    page = page_of_orders([(f"c{n}", "2026-01-05", 10 * n) for n in range(1, 11)])
    assert [band["customers"] for band in data(page, "bands")["bands"]] == [2, 6, 2]
    assert (
        section(page, "bands").sentence == "The best 2 customers bring 35\u202f% of the sales, the last 2 5.5\u202f%."
    )
