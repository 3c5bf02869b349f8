"""Every day of a history is a run of its own day, for every ready-made scheme."""

from datetime import date

import pytest
from history.runs import Company, followed, graded, told

import vitalfew as vf
from vitalfew.history import Days
from vitalfew.sample.trades import TRADES, WHOLESALER
from vitalfew.scheme import names

DAYS = (date(2024, 5, 17), date(2025, 12, 31), date(2026, 10, 31))
LEARNING = ("coming_back",)
"""On the first day all customers are older than the facts: there is nobody to learn from, and the run is refused."""

FOLLOWED = [name for name in names() if vf.Scheme.load(name).grade is not None]


@pytest.mark.parametrize("name", FOLLOWED)
def test_a_day_of_a_history_is_a_run_of_that_day(company: Company, name: str) -> None:
    tables, scheme = company(name if name in TRADES else WHOLESALER), vf.Scheme.load(name)
    days = DAYS[1:] if name in LEARNING else DAYS
    found = followed(tables, scheme, Days(days))
    assert found.days == days
    for day in days:
        assert told(found.on(day)) == told(graded(tables, scheme, day).graded), day


def test_groups_of_companies_are_followed_as_they_are_graded(company: Company) -> None:
    tables, scheme = company(WHOLESALER), vf.Scheme.load("rfm")
    found = followed(tables, scheme, Days(DAYS), by_parent=True)
    assert told(found.on(DAYS[1])) == told(graded(tables, scheme, DAYS[1], by="parent").graded)
    assert told(found.on(DAYS[1])) != told(followed(tables, scheme, Days(DAYS)).on(DAYS[1]))


def test_a_scheme_without_a_grade_is_refused(company: Company) -> None:
    with pytest.raises(vf.Refusal, match="customer_profile gives no grade"):
        followed(company(WHOLESALER), vf.Scheme.load("customer_profile"), Days(DAYS))
