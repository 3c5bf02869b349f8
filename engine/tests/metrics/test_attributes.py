"""Columns of the customers file as metrics."""

from datetime import date
from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.attributes import ATTRIBUTES, Attribute
from vitalfew.registry import METRICS, Unit
from vitalfew.schemas import TABLES, Kind

FITTING = {
    Unit.DAY: {Kind.DAY},
    Unit.COUNT: {Kind.INTEGER},
    Unit.MONEY: {Kind.MONEY},
    Unit.POINTS: {Kind.NUMBER},
    Unit.FRACTION: {Kind.NUMBER},
    Unit.FLAG: {Kind.FLAG},
    Unit.WORD: {Kind.TEXT, Kind.CHOICE},
}


@pytest.mark.parametrize("attribute", ATTRIBUTES, ids=lambda attribute: attribute.name)
def test_every_attribute_is_a_column_of_the_customers_file_of_a_fitting_kind(attribute: Attribute) -> None:
    assert TABLES["customers"][attribute.name].kind in FITTING[attribute.unit]


@pytest.mark.parametrize("attribute", ATTRIBUTES, ids=lambda attribute: attribute.name)
def test_without_its_column_it_is_not_available(company: Company, attribute: Attribute) -> None:
    metric = METRICS[attribute.name]()
    assert company.lacks(metric) == "customers"
    assert company.lacks(metric, customers="customer_id name\nA a") == f"customers.{attribute.name}"


@pytest.mark.parametrize(
    ("name", "cells", "values"),
    [
        ("influence", ("70.126", "-"), (Decimal("70.13"), None)),
        ("expected_spend", ("1000.50", "0"), (Decimal("1000.50"), 0)),
        ("followers", ("12", "-"), (12, None)),
        ("industry_growth", ("-0.05", "0.1"), (Decimal("-0.05"), Decimal("0.1"))),
        ("regional_standing", ("leading", "-"), ("leading", None)),
        ("strategic", ("yes", "no"), (True, False)),
        ("since", ("2020-02-29", "-"), (date(2020, 2, 29), None)),
    ],
)
def test_an_attribute_is_the_cell_as_it_stands(
    company: Company, name: str, cells: tuple[str, str], values: tuple[object, object]
) -> None:
    customers = f"customer_id {name}\nA {cells[0]}\nB {cells[1]}"
    assert company.measure(METRICS[name](), customers=customers) == dict(zip("AB", values, strict=True))


def test_of_a_group_graded_as_one_spend_adds_up_and_standing_is_the_best(company: Company) -> None:
    customers = "customer_id expected_spend influence regional_standing\nA 10 30 small\nA 5 60 leading\nA - - -"
    assert company.measure(METRICS["expected_spend"](), customers=customers) == {"A": 15}
    assert company.measure(METRICS["influence"](), customers=customers) == {"A": 60}
    assert company.measure(METRICS["regional_standing"](), customers=customers) == {"A": "leading"}


def test_judgements_are_marked_and_facts_are_not() -> None:
    assert METRICS["influence"].judged
    assert METRICS["expected_spend"].judged
    assert not METRICS["followers"].judged
    assert not METRICS["monetary"].judged
