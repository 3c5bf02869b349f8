"""The customer's own rhythm: gaps of A are 10, 20, 11, 41 days; it last bought 30 days ago."""

from decimal import Decimal

from small_company import Company

from vitalfew.metrics.rhythm import GapVariation, LongestGapDays, MeanGapDays, OverdueDays, OverdueRatio, RhythmDays

# The refund of A on 2025-09-20 is no valid order and no beat. B buys like a clock, C twice, D once, E thrice a day.
ORDERS = """
customer_id order_id moment              amount
A           5        2025-12-01          1
A           1        2025-09-10T23:00    1
A           2        2025-09-20T01:00    1
A           9        2025-09-25          -1
A           3        2025-10-10          1
A           4        2025-10-21          1
B           1        2025-12-10          1
B           2        2025-12-20          1
B           3        2025-12-30          1
C           1        2025-12-20          1
C           2        2025-12-27          1
D           1        2025-12-31          1
E           1        2025-12-31T08:00    1
E           2        2025-12-31T09:00    1
E           3        2025-12-31T10:00    1
F           1        2025-12-31          -1
"""


def test_rhythm_is_the_median_gap_and_needs_three_valid_orders(company: Company) -> None:
    found = company.measure(RhythmDays(), orders=ORDERS)
    assert found == {"A": Decimal("15.5"), "B": 10, "C": None, "D": None, "E": 0, "F": None}


def test_two_orders_show_a_rhythm_where_a_scheme_says_so(company: Company) -> None:
    assert company.measure(RhythmDays(at_least=2), orders=ORDERS)["C"] == 7


def test_a_window_takes_the_gaps_that_end_in_it(company: Company) -> None:
    found = company.measure(RhythmDays(window=83), orders=ORDERS)
    assert found["A"] == 20  # of 20, 11 and 41


def test_the_mean_gap_is_the_time_from_first_to_last_over_the_steps(company: Company) -> None:
    found = company.measure(MeanGapDays(), orders=ORDERS)
    assert found == {"A": Decimal("20.5"), "B": 10, "C": 7, "D": None, "E": 0, "F": None}


def test_the_longest_gap(company: Company) -> None:
    assert company.measure(LongestGapDays(), orders=ORDERS)["A"] == 41


def test_variation_is_zero_for_a_clock_and_missing_without_time_between_orders(company: Company) -> None:
    # A: gaps 10, 20, 11, 41, mean 20.5, variance (110.25 + 0.25 + 90.25 + 420.25) / 4 = 155.25
    found = company.measure(GapVariation(), orders=ORDERS)
    assert found == {"A": Decimal("0.607802"), "B": 0, "C": None, "D": None, "E": None, "F": None}


def test_overdue_counts_the_days_beyond_the_own_rhythm(company: Company) -> None:
    found = company.measure(OverdueDays(), orders=ORDERS)
    assert found == {"A": Decimal("14.5"), "B": 0, "C": None, "D": None, "E": 0, "F": None}


def test_overdue_ratio_is_recency_over_rhythm(company: Company) -> None:
    found = company.measure(OverdueRatio(), orders=ORDERS)
    assert found == {"A": Decimal("1.935484"), "B": Decimal("0.1"), "C": None, "D": None, "E": None, "F": None}
