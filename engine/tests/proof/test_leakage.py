"""Nothing that comes after the origin, and nothing that bears no day, moves a grade, a list or a forecast."""

from datetime import date
from random import Random

import pyarrow as pa
import pytest
from proof.later import Company, another_future, backtested

import vitalfew as vf
from vitalfew.sample.trades import TRADES, WHOLESALER
from vitalfew.scheme import names

AT = date(2025, 6, 30)
HORIZON = 180
KNOWN = ["customer_id", "grade", "score", "last_period", "rfm", "hiatus", "random", "chance", "expected"]
GRADING = [name for name in names() if vf.Scheme.load(name).grade is not None]


def known(found: vf.Tested) -> pa.Table:
    """What was known at the origin."""
    return found.rows.select([name for name in KNOWN if name in found.rows.column_names])


@pytest.mark.parametrize("name", GRADING)
def test_another_future_moves_nothing_at_the_origin(company: Company, name: str) -> None:
    tables = dict(company(name if name in TRADES else WHOLESALER))
    if name == "coming_back":
        # By their file nearly all customers of the sample are older than its facts, and nobody is left to learn from.
        del tables["customers"]
    asked = {"scheme": name, "as_of": AT, "horizon": HORIZON}
    found = backtested(tables, **asked)
    other = backtested(another_future(tables, AT, Random(name)), **asked)
    assert known(other).equals(known(found))
    assert other.as_object()["by_grade"] != found.as_object()["by_grade"]


def test_undated_attributes_move_grades_only_where_they_are_asked_for(company: Company) -> None:
    tables = company(WHOLESALER)
    praised = [{**row, "influence": str(100 - int(float(row["influence"] or 0)))} for row in tables["customers"]]
    changed = {**tables, "customers": praised}
    asked = {"scheme": "key_accounts", "as_of": AT, "horizon": HORIZON}
    assert known(backtested(changed, **asked)).equals(known(backtested(tables, **asked)))
    assert not known(backtested(changed, **asked, undated=True)).equals(
        known(backtested(tables, **asked, undated=True))
    )


def test_what_bears_no_day_is_named(company: Company) -> None:
    asked = {"scheme": "key_accounts", "as_of": AT, "horizon": HORIZON}
    left_out, used = (backtested(company(WHOLESALER), **asked, undated=undated).notes for undated in (False, True))
    said = {note.code: note for note in (*left_out, *used)}
    assert "influence" in str(said["backtest_undated_left_out"])
    assert said["backtest_undated_used"].warning


@pytest.mark.parametrize("name", ["key_accounts", "rfm", "lifecycle", "four_types"])
def test_grades_are_those_of_a_run_of_the_day(company: Company, name: str) -> None:
    """With undated columns as they stand, and without prospects: they are not known to have been there."""
    tables = company(WHOLESALER)
    found = backtested(tables, scheme=name, as_of=AT, horizon=HORIZON, undated=True)
    given = {
        "costs" if table == "service_costs" else table: pa.Table.from_pylist(rows) for table, rows in tables.items()
    }
    run = vf.grade(**given, scheme=name, as_of=AT)
    buyers = run.graded.filter(run.graded["has_orders"]).select(["customer_id", "grade", "score"])
    assert found.rows.select(["customer_id", "grade", "score"]).equals(buyers)


def test_a_run_before_is_refused_because_it_may_know_better(company: Company, tmp_path: object) -> None:
    result = vf.grade(pa.Table.from_pylist(company(WHOLESALER)["orders"]), scheme="rfm")
    before = result.save(f"{tmp_path}/run.csv")
    with pytest.raises(vf.WrongUse, match="may know what came after"):
        backtested({"orders": company(WHOLESALER)["orders"]}, previous=before.with_suffix(".run.json"))
