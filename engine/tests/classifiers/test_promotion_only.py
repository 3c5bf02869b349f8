from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from two_readings import customers, fraction, grades, money

from vitalfew.classifiers.promotion_only import PromotionOnly, sentence
from vitalfew.languages import speaking

FLAG = PromotionOnly()
USUAL = {"frequency": 3, "promotion_share": "0.8", "contribution": 10, "regular_order_days": 5, "rhythm_days": 30}


def table(row: dict[str, Any]) -> pa.Table:
    cells = {**USUAL, **row}
    kinds = {"promotion_share": fraction, "contribution": money, "rhythm_days": money}
    plain = {name: pa.array([value], pa.int64()) for name, value in cells.items() if name not in kinds}
    return customers(**plain, **{name: kind(cells[name]) for name, kind in kinds.items()})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, "regular"),
        ({"contribution": 0}, "promotion_only"),
        ({"contribution": -5, "frequency": 2}, "regular"),
        ({"contribution": -5, "promotion_share": "0.799999"}, "regular"),
        ({"regular_order_days": 31}, "promotion_only"),
        ({"regular_order_days": 30}, "regular"),
        ({"regular_order_days": None}, "promotion_only"),
        ({"contribution": None, "rhythm_days": None}, "regular"),
        ({"promotion_share": None, "contribution": -5}, None),
    ],
)
def test_the_rule_by_hand(row: dict[str, Any], expected: str | None) -> None:
    assert grades(table(row), promotion=FLAG) == [expected]


def test_without_known_costs_the_gap_alone_decides() -> None:
    rows = table({"regular_order_days": 31}).drop_columns("contribution")
    assert grades(rows, promotion=FLAG) == ["promotion_only"]
    assert FLAG.lacks(["frequency", "promotion_share"]) == ("contribution", "regular_order_days")
    assert FLAG.lacks(["promotion_share", "contribution"]) == ("frequency",)


def test_the_sentence_names_the_figures() -> None:
    one = {"frequency": 4, "promotion_share": Decimal("0.925"), "contribution": Decimal("-3.50")}
    assert sentence(one, FLAG) == (
        "92.5 % of the spend in 4 orders was promoted or discounted, and -3.50 is left of it."
    )
    late = {**one, "contribution": Decimal(9), "regular_order_days": 70, "rhythm_days": Decimal("12.5")}
    assert sentence(late, FLAG).endswith("was 70 days ago, the usual gap is 12.5 days.")
    with speaking("zh-hant"):
        assert "92.5%" in sentence(one, FLAG)
