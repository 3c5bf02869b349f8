"""vitalfew sample: a company to try things on."""

import json
from pathlib import Path

from calls import Run


def test_its_orders_can_be_graded(run: Run) -> None:
    outcome = run("sample", "-o", "company", "--customers", "30", "--years", "2", "--seed", "7")
    assert (outcome.code, outcome.err) == (0, "")
    assert str(Path("company") / "orders.csv") in outcome.out.splitlines()
    graded = run("grade", "company/orders.csv", "--scheme", "abc", "--json")
    assert 0 < json.loads(graded.out)["customers"] <= 30


def test_a_folder_must_be_named(run: Run) -> None:
    outcome = run("sample")
    assert outcome.code == 2
    assert "--out is missing" in outcome.line


def test_no_customers_are_no_company(run: Run) -> None:
    outcome = run("sample", "-o", "company", "--customers", "0")
    assert outcome.code == 2
    assert "--customers" in outcome.line
