"""A portrait of what is at hand already: a history of the same facts, an earlier run, nobody listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reported import OPTIONS, company

from vitalfew.history import Days, followed
from vitalfew.report.figures import page_of
from vitalfew.report.portrait import Portrait, portrait_of
from vitalfew.run import Request, Result
from vitalfew.run.gather import Gathered, with_facts
from vitalfew.run.grading import grade
from vitalfew.scheme import Scheme, load

ABC = load("abc")
GUARD = {
    "method": "stability",
    "of": "abc",
    "grades": ["A", "B", "C"],
    "boundaries": [20, 5],
    "margin": 3,
    "stay_days": 40,
    "confirm": True,
}
GUARDED = ABC.changed(
    scheme="steady",
    classifiers={**ABC.model_dump(mode="json")["classifiers"], "held": GUARD},
    grade="held",
    labels={},
)


@pytest.mark.parametrize("scheme", [load("rfm"), load("key_accounts"), GUARDED], ids=lambda one: one.scheme)
def test_months_of_a_history_at_hand_are_those_graded_anew(scheme: Scheme) -> None:
    request = Request(scheme)

    def both(gathered: Gathered) -> tuple[Portrait, Portrait]:
        known = followed(gathered, request, OPTIONS, Days("month", date(2025, 1, 15)))
        anew = portrait_of(gathered, request, OPTIONS)
        return anew, portrait_of(gathered, request, OPTIONS, known=known)

    anew, looked_up = with_facts(company(), OPTIONS, both)
    assert anew.over_time is not None
    assert looked_up.over_time == anew.over_time


def test_an_earlier_run_stands_in_place_of_the_month_before() -> None:
    request = Request(load("rfm"))
    before = grade(company(), replace(request, as_of=date(2026, 6, 30)), OPTIONS)
    found = portrayed(request, before)
    was = dict(zip(before.graded["customer_id"].to_pylist(), before.graded["grade"].to_pylist(), strict=True))
    told = zip(found.people["customer_id"].to_pylist(), found.people["was"].to_pylist(), strict=True)
    assert found.past.day == date(2026, 6, 30)
    assert found.past.result is before
    assert [(customer, grade) for customer, grade in told if grade != was.get(customer)] == []
    assert found.past.totals == portrayed(request).past.totals


def test_a_page_without_a_list_says_all_else_alike() -> None:
    request = Request(load("key_accounts"))
    whole, bare = (page_of(portrayed(request, listing=listing)) for listing in (True, False))
    assert bare.customers.cells == {}
    assert replace(bare, customers=whole.customers) == whole


def portrayed(request: Request, before: Result | None = None, *, listing: bool = True) -> Portrait:
    return with_facts(
        company(),
        OPTIONS,
        lambda gathered: portrait_of(gathered, request, OPTIONS, before=before, listing=listing),
    )
