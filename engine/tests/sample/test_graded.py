"""The sample through the ready-made schemes: every one grades it, and an industry has another top twenty."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from sample.rows import Make

import vitalfew as vf
from vitalfew.sample.trades import TRADES, WHOLESALER

Grade = Callable[[str, str], list[dict[str, Any]]]
INDUSTRIES = sorted(set(TRADES) - {WHOLESALER})


@pytest.fixture(scope="module")
def graded(company: Make) -> Grade:
    @cache
    def grade(industry: str, scheme: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = vf.grade(**company(industry=industry).arrow(), scheme=scheme).customers.to_pylist()
        return rows

    return grade


def labels(rows: list[dict[str, Any]], column: str = "grade") -> set[str]:
    return {row[column] for row in rows}


def top_twenty(rows: list[dict[str, Any]]) -> set[str]:
    scored = [row for row in rows if row["score"] is not None]
    return {row["customer_id"] for row in sorted(scored, key=lambda row: (-row["score"], row["customer_id"]))[:20]}


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_an_industry_scheme_names_another_top_twenty_than_key_accounts(graded: Grade, industry: str) -> None:
    own, key = top_twenty(graded(industry, industry)), top_twenty(graded(industry, "key_accounts"))
    assert (len(own), len(key)) == (20, 20)
    assert len(own - key) >= 3


@pytest.mark.parametrize(
    ("scheme", "all_labels"),
    [
        ("key_accounts", {"A", "B", "C", "D", "prospect"}),
        ("four_types", {"old_big", "new_big", "new_small", "old_small"}),
        ("lifecycle", {"potential", "new", "active", "sleeping", "lost", "no_valid_order"}),
        ("big_customer_types", {"strategic", "important", "group", "economic", "ordinary"}),
        ("key_ordinary_potential", {"key", "ordinary", "potential"}),
        ("value_tiers", {"high", "middle", "low", "loss", None}),
        ("profit_cost", {"key", "costly", "modest", "drain", None}),
        ("abc", {"A", "B", "C", None}),
    ],
)
def test_every_kind_of_customer_is_there(graded: Grade, scheme: str, all_labels: set[str]) -> None:
    assert labels(graded(WHOLESALER, scheme)) == all_labels


def test_every_segment_is_there(graded: Grade) -> None:
    assert len(labels(graded(WHOLESALER, "rfm")) - {"no_order", "no_valid_order"}) == 11


def test_the_one_off_buyer_ranks_below_the_frequent_buyer_of_the_same_amount(graded: Grade) -> None:
    frequent, one_off = graded(WHOLESALER, "key_accounts")[:2]
    same = ("monetary", "contribution", "collection", "satisfaction", "influence", "tenure_days")
    assert [frequent[name] for name in same] == [one_off[name] for name in same]
    assert frequent["score"] > one_off["score"]


def test_the_stories_get_the_labels_that_they_tell_of(graded: Grade) -> None:
    def label(number: int, scheme: str, column: str = "grade") -> Any:
        return graded(WHOLESALER, scheme)[number - 1][column]

    assert (label(3, "key_accounts"), label(3, "key_accounts", "standing"), label(3, "profit_cost")) == (
        "A",
        "key",
        "key",
    )
    assert label(4, "profit_cost") == "costly"
    assert label(5, "value_tiers") == "loss"
    assert (label(6, "four_types"), label(10, "big_customer_types"), label(11, "four_types")) == (
        "old_big", "strategic", "new_big",
    )  # fmt: skip
    assert label(12, "value_tiers", "promotion") == "promotion_only"
    assert (label(14, "four_types"), label(15, "lifecycle"), label(23, "lifecycle")) == ("old_small", "lost", "active")
    assert (label(20, "key_ordinary_potential"), label(21, "big_customer_types")) == ("key", "important")
    assert (label(22, "lifecycle"), label(22, "rfm")) == ("no_valid_order", "no_valid_order")
