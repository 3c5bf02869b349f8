"""Companies at the edge of what can be ranked (safety.md, B-95)."""

import re

import pytest
from hostile.command import DAY, HEADER, Command
from hostile.rows import row

EVEN = [f"c{n},{n},{DAY},10.00" for n in range(10)]
WHALE = [*EVEN, f"whale,99,{DAY},99900.00"]
ZERO = [f"c{n},{n},{DAY},0.00" for n in range(10)]
NEGATIVE = [f"c{n},{n},{DAY},-10.00" for n in range(10)]
COMPANIES = {"even": EVEN, "whale": WHALE, "zero": ZERO, "negative": NEGATIVE, "one": EVEN[:1]}
TODAY = ("--today", "2025-06-30")
EXPECTED = {
    ("even", "abc"): {"A": 10},
    ("whale", "abc"): {"A": 1, "C": 10},
    ("negative", "abc"): {"C": 10},
    ("one", "abc"): {"A": 1},
    ("even", "rfm"): {"lost": 10},
    ("whale", "rfm"): {"lost": 10, "at_risk": 1},
    ("zero", "rfm"): {"no_valid_order": 10},
    ("negative", "rfm"): {"no_valid_order": 10},
    ("one", "rfm"): {"lost": 1},
}


def count(grades: dict[str, str | None]) -> dict[str | None, int]:
    values = list(grades.values())
    return {value: values.count(value) for value in set(values)}


@row("B-95")
@pytest.mark.parametrize(("company", "scheme"), EXPECTED)
def test_every_odd_company_has_a_defined_result(vitalfew: Command, company: str, scheme: str) -> None:
    path = vitalfew.write("\n".join((HEADER, *COMPANIES[company])) + "\n")
    assert count(vitalfew.graded(path, *TODAY, scheme=scheme).grades) == EXPECTED[company, scheme]


@row("B-95")
@pytest.mark.parametrize("company", ["negative", "one"])
def test_the_default_scheme_gives_every_odd_company_a_grade(vitalfew: Command, company: str) -> None:
    path = vitalfew.write("\n".join((HEADER, *COMPANIES[company])) + "\n")
    graded = vitalfew.graded(path, *TODAY, scheme="key_accounts")
    assert len(graded.rows) == len(COMPANIES[company])
    assert set(graded.grades.values()) <= {"A", "B", "C", "D"}


@row("B-95")
def test_all_equal_is_said(vitalfew: Command) -> None:
    said = vitalfew.graded(vitalfew.write("\n".join((HEADER, *EVEN)) + "\n"))
    assert said.notes["no_vital_few"] == "No vital few: all 10 customers bring the same."


@row("B-95")
def test_nobody_with_sales_above_zero_is_said(vitalfew: Command) -> None:
    said = vitalfew.graded(vitalfew.write("\n".join((HEADER, *NEGATIVE)) + "\n"))
    assert said.notes["no_sales"] == "No customer has sales above zero."


@row("B-95")
def test_no_facts_up_to_a_day_and_none_in_the_window(vitalfew: Command) -> None:
    path = vitalfew.write("\n".join((HEADER, *WHALE)) + "\n")
    assert "no facts up to 2024-12-31" in vitalfew.not_gradable(path, "--as-of", "2024-12-31")
    later = vitalfew.graded(path, "--as-of", "2029-12-31", *TODAY, scheme="key_accounts")
    assert len(later.rows) == 11


@row("B-95")
def test_weights_that_sum_to_nothing_are_refused_and_those_of_101_count_as_shares(vitalfew: Command) -> None:
    scheme = vitalfew.run("show", "key_accounts").out
    vitalfew.write(re.sub("weight: [0-9]+", "weight: 0", scheme), "nothing.yaml")
    assert "weight 0 says nothing" in vitalfew.refused("grade", vitalfew.orders(), "--scheme", "nothing.yaml")
    vitalfew.write(scheme.replace("weight: 25", "weight: 26"), "more.yaml")
    assert "the weights add up to 101 and not to 100" in vitalfew.run("check", "more.yaml").out
    assert vitalfew.graded(vitalfew.orders(), scheme="more.yaml").grades == {"ann": "A", "bob": "B", "cat": "D"}
