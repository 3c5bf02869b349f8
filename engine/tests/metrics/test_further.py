"""Further columns of the customers file."""

from decimal import Decimal

import pytest
from pydantic import ValidationError
from small_company import Company

from vitalfew.metrics.further import FurtherNumber, FurtherWord

CUSTOMERS = "customer_id 年龄 性别\nA 41.5 女\nB about_40 男\nC - -"


def test_a_number_is_read_where_it_is_one(company: Company) -> None:
    found = company.measure(FurtherNumber(column="年龄"), customers=CUSTOMERS)
    assert found == {"A": Decimal("41.50"), "B": None, "C": None}


def test_a_word_is_taken_as_it_stands(company: Company) -> None:
    assert company.measure(FurtherWord(column="性别"), customers=CUSTOMERS) == {"A": "女", "B": "男", "C": None}


def test_without_the_column_it_is_not_available(company: Company) -> None:
    assert company.lacks(FurtherNumber(column="income"), customers=CUSTOMERS) == "customers.income"
    assert company.lacks(FurtherWord(column="性别")) == "customers"


def test_a_name_of_the_inside_is_no_header() -> None:
    with pytest.raises(ValidationError, match="column"):
        FurtherWord(column="__class__")
