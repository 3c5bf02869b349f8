"""The ready-made schemes beyond the plain ones: what they say of customers that a person can check by hand."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import csv
from two_readings import graded_by, judged_all, label_of

import vitalfew
from vitalfew import sample, scheme
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import LANGUAGES
from vitalfew.registry import Metric, Unit
from vitalfew.scheme import Scheme

INDUSTRIES = ("distribution", "retail_key_account", "project_business", "bank", "hotel", "ecommerce")
FURTHER = ("big_customer_types", "key_ordinary_potential", "customer_profile", *INDUSTRIES)
OWN = {
    "distribution": ("initiative", "suppliers"),
    "retail_key_account": ("stores", "store_growth", "international"),
    "project_business": ("project_level", "key_person_days"),
    "bank": ("products", "loan_balance", "deposit_balance"),
    "hotel": ("guest_segment", "meeting_share"),
    "ecommerce": ("purchase_purpose", "conversion", "page_views"),
}
"""Industry scheme → columns that no other ready-made scheme has."""

WORDS = {
    "channel_role": ("distributor", "agent", "partner", "end_customer"),
    "industry": ("government", "retail", "制造业"),
    "regional_standing": ("leading", "small"),
    "initiative": ("they", "we"),
    "project_level": ("core", "second_core", "other"),
    "guest_segment": ("business", "leisure", "meeting", "high_end"),
    "purchase_purpose": ("clear", "unclear"),
    "region_class": ("city", "global"),
    "preference": ("price", "quality"),
    "company_type": ("multinational", "state_owned"),
    "service_need": ("standard", "special"),
    "kind": ("company", "person"),
    "personality": ("grace", "VIP客户", "牛客", "shy"),
}
DIGITS = {Unit.MONEY: 2, Unit.FRACTION: 6, Unit.POINTS: 2, Unit.HOURS: 2, Unit.SPAN: 1, Unit.PIECES: 2}


def column(metric: Metric, values: list[Any]) -> pa.Array:
    if metric.unit is Unit.WORD:
        return pa.array(values, pa.string())
    if metric.unit is Unit.FLAG:
        return pa.array(values, pa.bool_())
    if metric.unit in (Unit.COUNT, Unit.DAYS):
        return pa.array(values, pa.int64())
    exact = [None if value is None else Decimal(str(value)) for value in values]
    return pa.array(exact, pa.decimal128(38, DIGITS[metric.unit]))


def company(of: Scheme, *rows: Mapping[str, Any]) -> pa.Table:
    """Customers a, b, c … with these metrics; what is not said is missing."""
    columns = {name: column(metric, [row.get(name) for row in rows]) for name, metric in of.metrics.items()}
    buyers = [row.get(HAS_ORDERS, True) for row in rows]
    return pa.table({"customer_id": [f"{index:04d}" for index in range(len(rows))], HAS_ORDERS: buyers, **columns})


def somebody(of: Scheme, chance: Random) -> dict[str, Any]:
    """A customer with any value in every metric, now and then none."""
    buyer = chance.random() < 0.85
    row: dict[str, Any] = {HAS_ORDERS: buyer}
    for name, metric in of.metrics.items():
        if chance.random() < 0.85 and (buyer or "orders" not in metric.needs):
            row[name] = any_value(metric, chance)
    return row


def any_value(metric: Metric, chance: Random) -> Any:
    if metric.unit is Unit.WORD:
        return chance.choice(WORDS[metric.name])
    if metric.unit is Unit.FLAG:
        return chance.random() < 0.5
    if metric.unit is Unit.FRACTION:
        return chance.choice((0, 0.05, 0.2, 0.5, 0.9, -0.1))
    return chance.choice((0, 1, 2, 4, 60, 70, 90, 400, 800, 1200, chance.randint(0, 9000)))


def crowd(of: Scheme, seed: int, n: int = 40) -> pa.Table:
    chance = Random(seed)
    return company(of, *(somebody(of, chance) for _ in range(n)))


@pytest.mark.parametrize("name", FURTHER)
def test_a_scheme_survives_a_dump_and_tells_every_label_of_its_grade_in_three_languages(name: str) -> None:
    loaded = scheme.load(name)
    assert scheme.parse(loaded.dump()) == loaded
    if loaded.grade is not None:
        assert set(loaded.labels[loaded.grade]) == {str(label) for label in loaded.grade_labels()}
    for classifier, meanings in loaded.labels.items():
        assert set(meanings) <= {str(label) for label in loaded.classifiers[classifier].labels()}
        for meaning in meanings.values():
            assert set(meaning.title) == set(LANGUAGES)
            assert set(meaning.playbook) in (set(), set(LANGUAGES))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", FURTHER)
def test_columns_and_plain_reading_say_the_same_of_every_customer(name: str, seed: int) -> None:
    loaded = scheme.load(name)
    table = crowd(loaded, seed)
    for place, row in enumerate(graded_by(loaded, table)):
        for classifier, verdict in judged_all(loaded, table, place).items():
            assert row[classifier] == verdict.label, f"{classifier} of {row['customer_id']}"


@pytest.mark.parametrize("name", INDUSTRIES)
def test_an_industry_scheme_reads_columns_that_no_other_ready_made_scheme_reads(name: str) -> None:
    loaded = scheme.load(name)
    others = [scheme.load(other) for other in scheme.names() if other != name]
    elsewhere = {metric.name for other in others for metric in other.metrics.values()}
    own = {label for label, metric in loaded.metrics.items() if metric.name not in elsewhere}
    assert set(OWN[name]) <= own


@pytest.mark.parametrize("name", INDUSTRIES)
def test_emptying_the_columns_of_the_trade_changes_grades(name: str) -> None:
    loaded = scheme.load(name)
    table = crowd(loaded, seed=3)
    full = [(row["grade"], row["score"]) for row in graded_by(loaded, table)]
    for own in OWN[name]:
        index = table.column_names.index(own)
        emptied = table.set_column(index, own, pa.nulls(table.num_rows, table.column(own).type))
        assert [(row["grade"], row["score"]) for row in graded_by(loaded, emptied)] != full, own
    left = table.select([other for other in table.column_names if other not in OWN[name]])
    assert [row.get("grade") for row in graded_by(loaded, left)] != [grade for grade, _ in full]


def as_text(path: Path) -> pa.Table:
    """The cells of a text file as they stand; empty ones are missing."""
    names = csv.open_csv(path).schema.names
    text = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True)
    return csv.read_csv(path, convert_options=text)


def best_twenty(facts: Mapping[str, pa.Table], name: str) -> set[str]:
    """The twenty customers with the highest scores."""
    rows = vitalfew.grade(**facts, scheme=name).customers.to_pylist()
    scored = [row for row in rows if row["score"] is not None]
    return {row["customer_id"] for row in sorted(scored, key=lambda row: (-row["score"], row["customer_id"]))[:20]}


@pytest.mark.parametrize("name", INDUSTRIES)
def test_on_its_own_sample_company_an_industry_scheme_names_another_top_twenty(name: str, tmp_path: Path) -> None:
    files = sample.write(tmp_path, customers=120, industry=name)
    facts = {path.stem: as_text(path) for path in files if path.suffix == ".csv"}
    facts["costs"] = facts.pop("service_costs")
    in_trade, in_general = best_twenty(facts, name), best_twenty(facts, "key_accounts")
    assert len(in_trade) == len(in_general) == 20
    assert in_trade != in_general


def test_big_customers_are_of_four_types_and_big_in_three_senses() -> None:
    of = scheme.load("big_customer_types")
    table = company(
        of,
        {"monetary": 9000, "frequency": 9, "quantity": 900, "channel_role": "distributor"},
        {"monetary": 100, "frequency": 1, "quantity": 1, "industry": "教育"},
        {"monetary": 100, "frequency": 1, "quantity": 1, "value_chain_tie": 70},
        {"monetary": 100, "frequency": 1, "quantity": 1, "growth_potential": 80, "rival_target": True},
        {"monetary": 100, "frequency": 1, "quantity": 1, "growth_potential": 80, "rival_target": False},
    )
    rows = graded_by(of, table)
    assert label_of(rows, "grade") == ["economic", "important", "group", "strategic", "ordinary"]
    assert label_of(rows, "by_scope") == ["in_trade"] + ["not_in_trade"] * 4
    assert label_of(rows, "by_value") == ["big"] + ["other"] * 4
    assert label_of(rows, "by_strategy") == ["not_strategic"] * 3 + ["strategic", "not_strategic"]


def test_an_agent_is_key_by_role_and_a_large_customer_only_with_a_close_relation_and_a_clear_intent() -> None:
    of = scheme.load("key_ordinary_potential")
    large = {"contribution": 9000, "relationship_level": 4, "intent": 60}
    table = company(
        of,
        {"contribution": 1, "channel_role": "agent", "relationship_level": 3},
        {"contribution": 1, "channel_role": "agent", "relationship_level": 1},
        large,
        {**large, "intent": 59},
        {**large, "relationship_level": 3},
        {"contribution": 1, "growth_potential": 70, "intent": 60},
        {HAS_ORDERS: False, "intent": 60},
        {HAS_ORDERS: False, "intent": 10},
    )
    expected = ["key", "ordinary", "key", "ordinary", "ordinary", "potential", "potential", "ordinary"]
    assert label_of(graded_by(of, table), "grade") == expected


def test_a_profile_sets_classes_side_by_side_without_a_grade() -> None:
    of = scheme.load("customer_profile")
    bought = {"recency_days": 10, "first_order_days": 900, "orders": 20, "rhythm_days": 20, "tenure_days": 900}
    table = company(
        of,
        {**bought, "monetary": 9000, "frequency": 12, "repurchase": 0.95, "promotion_share": 0, "referrals": 2,
         "online_share": 0.7, "kind": "company", "strategic": True, "relationship_level": 5},
        {"recency_days": 500, "first_order_days": 600, "orders": 1, "monetary": 0, "frequency": 0, "repurchase": 0,
         "online_share": 0.1, "kind": "person", "relationship_level": 1},
        {"recency_days": 20, "first_order_days": 20, "orders": 1, "monetary": 50, "frequency": 1, "repurchase": 0},
        {HAS_ORDERS: False, "relationship_level": 2},
        {**bought, "monetary": 40, "frequency": 2, "repurchase": 0.95, "promotion_share": 0.9, "referrals": 3},
        {**bought, "monetary": 30, "frequency": 2, "repurchase": 0.5},
    )  # fmt: skip
    rows = graded_by(of, table)
    assert label_of(rows, "grade") == [None] * 6
    assert label_of(rows, "purchase_status") == ["active", "lost", "new", "potential", "active", "active"]
    assert label_of(rows, "loyalty") == ["loyal", "lost", "general", None, "loyal", "general"]
    assert label_of(rows, "loyalty_level") == ["loyal", "buyer", "buyer", "stranger", "regular", "buyer"]
    assert label_of(rows, "relationship") == ["partner", "stranger", "stranger", "acquaintance", "stranger", "stranger"]
    assert label_of(rows, "channel") == ["online", "offline", None, None, None, None]
    assert label_of(rows, "honour") == ["honoured", None, None, None, None, None]
    assert label_of(rows, "behaviour") == ["high_value", "lost", "new", None, "usual", "usual"]


def test_dealers_are_told_apart_by_who_sought_whom_and_by_their_suppliers() -> None:
    of = scheme.load("distribution")
    old = {"tenure_days": 900, "frequency": 9, "recency_days": 9}
    new = {"tenure_days": 100, "frequency": 3, "recency_days": 9}
    table = company(
        of,
        {**old, "monetary": 9000},
        {**old, "monetary": 100, "suppliers": 2},
        {**old, "monetary": 100, "suppliers": 3},
        {**new, "monetary": 10, "regional_standing": "leading", "initiative": "they"},
        {**new, "monetary": 10, "regional_standing": "leading", "initiative": "we"},
        {**new, "monetary": 10, "initiative": "they"},
        {**new, "monetary": 10},
    )
    expected = ["anchor", "faithful", "everyday", "arrived_big", "courted_big", "rising", "on_trial"]
    assert label_of(graded_by(of, table), "grade") == expected


def test_a_chain_is_key_by_our_list_its_contribution_its_growth_or_being_international() -> None:
    of = scheme.load("retail_key_account")
    table = company(
        of,
        {"gross_profit": 1, "strategic": True},
        {"gross_profit": 9000},
        {"gross_profit": 1, "store_growth": 0.2},
        {"gross_profit": 1, "growth": 0.5, "stores": 9},
        {"gross_profit": 1, "international": True},
        {HAS_ORDERS: False, "growth_potential": 70},
    )
    expected = ["listed", "large", "growing", "local", "international", "growing"]
    assert label_of(graded_by(of, table), "grade") == expected


def test_project_customers_stand_on_two_tracks_and_the_core_is_few_and_met() -> None:
    of = scheme.load("project_business")
    best = {"monetary": 9000, "tenure_days": 2000, "satisfaction": 90, "project_level": "core", "key_person_days": 10}
    small = {"monetary": 1, "tenure_days": 10, "satisfaction": 10, "project_level": "other", "key_person_days": 10}
    table = company(
        of,
        best,
        {**best, "monetary": 8000, "key_person_days": 184},
        {**best, "monetary": 7000},
        *[small] * 8,
        {HAS_ORDERS: False, "expected_spend": 100000, "intent": 60},
        {HAS_ORDERS: False, "expected_spend": 100000, "intent": 59},
    )
    rows = graded_by(of, table)
    assert label_of(rows, "grade") == ["core", "second_core", "second_core", *["outer"] * 8, "focus", "secondary"]
    assert label_of(rows, "valuable")[:3] == ["high", "high", "middle"]
    assert label_of(rows, "ungated")[:3] == ["core", "core", "core"]
    assert label_of(rows, "visits") == ["level_1", "level_2", "level_2", *["level_3"] * 8, "level_1", "level_3"]
    assert [row["score"] is None for row in rows] == [False] * 11 + [True] * 2


def test_a_bank_counts_products_loans_deposits_and_what_it_earned() -> None:
    of = scheme.load("bank")
    table = company(
        of,
        {"products": 5, "loan_balance": 900, "deposit_balance": 900, "gross_profit": 90, "monetary": 90},
        {"products": 2, "loan_balance": 100, "deposit_balance": 100, "gross_profit": 10, "monetary": 10},
        {"products": 1, "loan_balance": 0, "deposit_balance": 0, "gross_profit": 0, "monetary": 0},
    )
    rows = graded_by(of, table)
    assert [(row["grade"], row["score"]) for row in rows] == [("premium", 100), ("usual", 50), ("basic", 0)]
    assert label_of(rows, "holding") == ["many", "some", "single"]


def test_hotel_guests_are_in_the_stated_segment_or_the_one_their_bill_shows() -> None:
    of = scheme.load("hotel")
    table = company(
        of,
        {"guest_segment": "leisure", "meeting_share": 0.9, "stays": 9},
        {"meeting_share": 0.5, "stays": 1},
        {"meeting_share": 0.1, "stays": 6},
        {"stays": 1},
    )
    assert label_of(graded_by(of, table), "grade") == ["leisure", "meeting", "business", "unknown"]


def test_shoppers_have_a_clear_purpose_by_what_they_say_or_by_how_they_convert() -> None:
    of = scheme.load("ecommerce")
    table = company(
        of,
        {"purchase_purpose": "clear", "conversion": 0, "page_views": 9},
        {"conversion": 0.2, "page_views": 9},
        {"conversion": 0.1, "page_views": 9},
        {"page_views": 0},
    )
    assert label_of(graded_by(of, table), "grade") == ["clear", "clear", "unclear", "unknown"]
