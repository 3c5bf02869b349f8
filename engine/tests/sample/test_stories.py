"""The customers with a fate of their own can be recognised in the facts."""

from decimal import Decimal

import pytest
from sample.rows import Make, Row, contribution, summed

from vitalfew.sample.stories import STORIES
from vitalfew.sample.trades import TRADES

EVERYWHERE = pytest.mark.parametrize("industry", sorted(TRADES))


def of(rows: list[Row], customer: str) -> list[Row]:
    return [row for row in rows if row["customer_id"] == customer]


def orders_of(rows: list[Row], customer: str) -> set[str]:
    return {row["order_id"] for row in of(rows, customer)}


@EVERYWHERE
def test_a_frequent_and_a_one_off_buyer_spent_the_same(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    lines = facts["orders"]
    assert summed(lines)["C00001"] == summed(lines)["C00002"] > 0
    assert (len(orders_of(lines, "C00001")), len(orders_of(lines, "C00002"))) == (48, 1)
    assert contribution(facts)["C00001"] == contribution(facts)["C00002"]


@EVERYWHERE
def test_profit_and_cost_to_serve_stand_against_each_other(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    left, sales, served = contribution(facts), summed(facts["orders"]), summed(facts["service_costs"])
    assert served["C00003"] / sales["C00003"] < Decimal("0.02") < Decimal("0.09") < served["C00004"] / sales["C00004"]
    assert 0 < left["C00004"] < left["C00003"]
    assert left["C00003"] in sorted(left.values())[-8:]
    museum = of(facts["customers"], "C00005")[0]
    assert left["C00005"] < 0
    assert int(museum["influence"]) > 90
    assert sales["C00006"] in sorted(sales.values())[-5:]
    assert left["C00006"] < sales["C00006"] * 15 / 100


@EVERYWHERE
def test_orders_and_satisfaction_fell_since_the_approval_procedure(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    bought = of(facts["orders"], "C00007")
    before = sum(Decimal(row["amount"]) for row in bought if "2024-10-31" < row["moment"] <= "2025-10-31")
    after = sum(Decimal(row["amount"]) for row in bought if row["moment"] > "2025-10-31")
    assert after < before * 8 / 10
    said = of(facts["feedback"], "C00007")
    scores = [int(row["score"]) for row in said if row["kind"] == "csat"]
    assert scores == [93, 71, 56, 48]
    assert any("approval procedure" in row["text"] for row in said if row["kind"] == "complaint")


def test_inquiries_tell_price_service_and_strategy(company: Make) -> None:
    facts = company()
    price, service, strategy = (of(facts["customers"], one)[0] for one in ("C00008", "C00009", "C00010"))
    assert (price["preference"], price["suppliers"], orders_of(facts["orders"], "C00008")) == ("price", "3", set())
    assert "50,000 pieces" in of(facts["feedback"], "C00008")[0]["text"]
    assert (service["preference"], service["service_need"]) == ("service", "special")
    assert 0 < summed(facts["orders"])["C00009"] < Decimal(service["expected_spend"]) / 5
    assert (strategy["strategic"], strategy["industry"], int(strategy["value_chain_tie"]) > 90) == (
        "true",
        "automotive",
        True,
    )


def test_the_new_leader_is_small_so_far(company: Make) -> None:
    leader = of(company()["customers"], "C00011")[0]
    assert (leader["regional_standing"], leader["initiative"], leader["since"] > "2026-01-01") == (
        "leading",
        "we",
        True,
    )
    assert summed(company()["orders"])["C00011"] < Decimal(leader["expected_spend"]) / 4


@EVERYWHERE
def test_one_buys_only_under_promotions_and_leaves_nothing(company: Make, industry: str) -> None:
    facts = company(industry=industry)
    bought = [row for row in of(facts["orders"], "C00012") if Decimal(row["amount"]) > 0]
    assert len(bought) > 3
    assert all(row["promotion"] for row in bought)
    assert contribution(facts)["C00012"] < 0


@EVERYWHERE
def test_the_last_invoices_of_one_are_open(company: Make, industry: str) -> None:
    owed = [row for row in of(company(industry=industry)["payments"], "C00013") if row["due"] <= "2026-10-31"]
    open_ones = [row["due"] for row in owed if not row["paid_on"]]
    assert open_ones
    assert min(open_ones) > "2026-08-01"


def test_a_small_faithful_customer_brought_nine_others(company: Make) -> None:
    one = of(company()["customers"], "C00014")[0]
    assert one["since"] < "2008"
    assert int(one["referrals"]) >= 9


def test_a_giant_left_fourteen_months_ago(company: Make) -> None:
    lines = company()["orders"]
    assert "2025-08" <= max(row["moment"] for row in of(lines, "C00015")) < "2025-10"
    assert summed(lines)["C00015"] in sorted(summed(lines).values())[-12:]


def test_a_group_is_large_only_together(company: Make) -> None:
    facts = company()
    branches = [row["customer_id"] for row in facts["customers"] if row["parent_id"] == "C00016"]
    assert branches == ["C00017", "C00018", "C00019"]
    ranked = sorted(summed(facts["orders"]).items(), key=lambda pair: -pair[1])
    places = [place for place, (one, _) in enumerate(ranked) if one in {"C00016", *branches}]
    together = sum(amount for one, amount in ranked if one in {"C00016", *branches})
    assert min(places) > 10
    assert sum(1 for _, amount in ranked if amount > together) < 8


def test_one_has_nothing_but_refunds(company: Make) -> None:
    assert {row["amount"][0] for row in of(company()["orders"], "C00022")} == {"-"}


def test_one_orders_each_spring(company: Make) -> None:
    days = sorted({row["moment"][:7] for row in of(company()["orders"], "C00023")})
    assert [day[:4] for day in days] == ["2024", "2025", "2026"]
    assert {day[5:] for day in days} <= {"03", "04", "05"}


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_every_story_is_told_in_the_text_beside_the_files(company: Make, language: str) -> None:
    facts = company(language=language)
    text = (facts.folder / "README.txt").read_text("utf-8-sig")
    place = ("en", "zh-hans", "zh-hant").index(language)
    for number, story in enumerate(STORIES):
        line = next(line for line in text.splitlines() if line.startswith(facts["customers"][number]["customer_id"]))
        assert facts["customers"][number]["name"] == story.name[place] != ""
        assert story.name[place] in line
        assert story.tells[place] in line
