"""The sample looks like a company: few bring much, some leave, some pay late, some cost more than they bring."""

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import pytest
from sample.rows import Facts, Make, contribution, summed

from vitalfew.sample.trades import TRADES

LAST = date(2026, 10, 31)
EVERYWHERE = pytest.mark.parametrize("industry", sorted(TRADES))


def share_of_the_top(facts: Facts, percent: int) -> Decimal:
    sums = sorted(summed(facts["orders"]).values(), reverse=True)
    return sum(sums[: len(sums) * percent // 100]) / sum(sums)


def days_since_last(facts: Facts) -> dict[str, int]:
    last = {row["customer_id"]: row["moment"][:10] for row in facts["orders"] if Decimal(row["amount"]) > 0}
    return {one: (LAST - date.fromisoformat(day)).days for one, day in last.items()}


@EVERYWHERE
@pytest.mark.parametrize("seed", [1, 2])
def test_a_fifth_of_the_customers_brings_about_four_fifths(company: Make, industry: str, seed: int) -> None:
    facts = company(industry=industry, seed=seed)
    assert Decimal("0.68") < share_of_the_top(facts, 20) < Decimal("0.90")
    assert max(summed(facts["orders"]).values()) < sum(summed(facts["orders"]).values()) / 4


@EVERYWHERE
def test_some_are_lost_some_only_looked_in_and_some_never_bought(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    silent = days_since_last(facts)
    orders = Counter(one for one, _ in {(row["customer_id"], row["order_id"]) for row in facts["orders"]})
    buyers = len(orders)
    assert 0.07 < sum(1 for days in silent.values() if days > 365) / buyers < 0.35
    assert 0.03 < sum(1 for many in orders.values() if many == 1) / buyers < 0.25
    assert 0.01 < 1 - buyers / 300 < 0.08


@EVERYWHERE
def test_some_came_within_the_last_year(company: Make, industry: str) -> None:
    since = [row["since"] for row in company(industry=industry)["customers"]]
    assert 0.05 < sum(1 for day in since if day > "2025-10-31") / 300 < 0.20
    assert sum(1 for day in since if day < "2023-10-31") / 300 > 0.40


@EVERYWHERE
def test_some_cost_more_than_they_bring_and_the_company_earns(company: Make, industry: str) -> None:
    left = contribution(company(industry=industry))
    assert 0.02 < sum(1 for one in left.values() if one < 0) / len(left) < 0.20
    assert 0.10 < sum(left.values()) / sum(summed(company(industry=industry)["orders"]).values()) < 0.50


def test_invoices_are_paid_late_or_never_by_some(company: Make) -> None:
    due = [row for row in company()["payments"] if row["due"] <= "2026-10-31"]
    late = sum(1 for row in due if row["paid_on"] > row["due"]) / len(due)
    never = sum(1 for row in due if not row["paid_on"]) / len(due)
    assert 0.04 < late < 0.25
    assert 0.002 < never < 0.05
    assert any(row["due"] > "2026-10-31" for row in company()["payments"])


def test_money_goes_back_by_negative_lines_and_by_returns(company: Make) -> None:
    facts = company()
    lines = facts["orders"]
    negative = [row for row in lines if row["amount"].startswith("-")]
    assert 0.003 < len(negative) / len(lines) < 0.04
    refunded = {row["order_id"] for row in negative}
    booked = summed(row for row in lines)
    assert refunded.isdisjoint(row["order_id"] for row in facts["returns"])
    assert 0 < sum(summed(facts["returns"]).values()) < sum(booked.values()) / 50


def test_the_year_has_its_seasons(company: Make) -> None:
    by_month: dict[str, Decimal] = defaultdict(Decimal)
    for row in company(industry="ecommerce", customers=2000)["orders"]:
        if row["moment"] < "2025-11":
            by_month[row["moment"][5:7]] += Decimal(row["amount"])
    assert max(by_month, key=by_month.__getitem__) == "11"


def test_companies_order_on_working_days(company: Make) -> None:
    kinds = {row["customer_id"]: row["kind"] for row in company()["customers"]}
    days = Counter(
        date.fromisoformat(row["moment"][:10]).weekday()
        for row in company()["orders"]
        if kinds[row["customer_id"]] == "company"
    )
    assert (days[5] + days[6]) / days.total() < 0.05


def test_customers_have_rhythms_of_their_own(company: Make) -> None:
    days: dict[str, set[str]] = defaultdict(set)
    for row in company()["orders"]:
        days[row["customer_id"]].add(row["moment"][:10])
    gaps = sorted(1000 // len(found) for found in days.values() if len(found) > 5)
    assert gaps[len(gaps) // 10] * 3 < gaps[len(gaps) * 9 // 10]


def test_nobody_introduced_or_owns_itself_and_a_parent_has_none(company: Make) -> None:
    rows = {row["customer_id"]: row for row in company()["customers"]}
    members = [row for row in rows.values() if row["parent_id"]]
    assert len(members) > 5
    assert not any(rows[row["parent_id"]]["parent_id"] for row in members)
    assert all(row["parent_id"] != row["customer_id"] != row["introduced_by"] for row in rows.values())
    named = Counter(row["introduced_by"] for row in rows.values())
    assert all(int(row["referrals"]) == named[one] for one, row in rows.items())


@EVERYWHERE
def test_the_customers_fit_the_trade(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    trade = TRADES[industry]
    persons = sum(1 for row in facts["customers"] if row["kind"] == "person") / 300
    online = sum(1 for row in facts["orders"] if row["channel"] == "online") / len(facts["orders"])
    assert abs(persons - trade.persons / 1000) < 0.13
    assert abs(online - trade.online / 1000) < 0.20
    assert {row["category"] for row in facts["orders"]} == {category.name[0] for category in trade.categories}
