"""What customers tell us."""

from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.feedback import Complaints, Nps, Satisfaction, Suggestions
from vitalfew.registry import Metric

FEEDBACK = """
customer_id day        kind       score
A           2025-01-01 csat       80
A           2025-12-31 csat       75
A           2025-06-01 csat       75
A           2024-12-31 csat       0
A           2026-01-01 csat       0
A           2025-12-31 csat       -
A           2025-12-31 nps        9
A           2025-12-30 nps        10
A           2025-12-29 nps        6
A           2025-12-28 nps        8
B           2024-12-31 csat       90
B           2025-01-01 complaint  -
B           2025-01-02 complaint  -
B           2024-01-01 complaint  -
B           2025-01-02 suggestion -
C           2025-12-31 nps        0
"""
CUSTOMERS = "customer_id satisfaction\nA 10\nB 60.5\nC -\nD 40"


def test_satisfaction_is_the_mean_of_the_answers_of_the_last_12_months_else_what_the_file_says(
    company: Company,
) -> None:
    found = company.measure(Satisfaction(), feedback=FEEDBACK, customers=CUSTOMERS)
    assert found == {"A": Decimal("76.67"), "B": Decimal("60.5"), "C": None, "D": 40}


def test_satisfaction_lives_on_either_table(company: Company) -> None:
    assert company.measure(Satisfaction(), customers=CUSTOMERS)["A"] == 10
    customers = "customer_id name\nA a\nB b\nC c"
    found = company.measure(Satisfaction(), feedback=FEEDBACK, customers=customers)
    assert found == {"A": Decimal("76.67"), "B": None, "C": None}
    assert company.lacks(Satisfaction()) == "feedback.score / customers.satisfaction"


def test_zero_is_an_answer(company: Company) -> None:
    assert company.measure(Satisfaction(window=1), feedback=FEEDBACK, customers=CUSTOMERS)["A"] == 75
    feedback = "customer_id day kind score\nA 2025-12-31 csat 0"
    assert company.measure(Satisfaction(), feedback=feedback, customers=CUSTOMERS)["A"] == 0


def test_nps_is_promoters_less_detractors_in_a_hundred(company: Company) -> None:
    found = company.measure(Nps(), feedback=FEEDBACK, customers=CUSTOMERS)
    assert found == {"A": 25, "B": None, "C": -100, "D": None}


def test_complaints_and_suggestions_are_counted_and_zero_where_none_was_made(company: Company) -> None:
    found = company.measure(Complaints(), feedback=FEEDBACK, customers=CUSTOMERS)
    assert found == {"A": 0, "B": 2, "C": 0, "D": 0}
    assert company.measure(Complaints(window="all"), feedback=FEEDBACK, customers=CUSTOMERS)["B"] == 3
    assert company.measure(Suggestions(), feedback=FEEDBACK, customers=CUSTOMERS)["B"] == 1


@pytest.mark.parametrize("metric", [Complaints(), Suggestions(), Nps()])
def test_without_the_table_it_is_not_available_never_zero(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "feedback"
