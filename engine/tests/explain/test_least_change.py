"""The smallest change that moves a grade is the smallest: held against trying every value."""

import random
from decimal import Decimal

import pyarrow as pa
import pytest

from vitalfew.backends import DuckDB
from vitalfew.compile import graded
from vitalfew.explain.answer import with_cell
from vitalfew.explain.changes import changes
from vitalfew.explain.plain import case_of
from vitalfew.run.case import Case
from vitalfew.scheme import load

REACH = 400
"""Steps to each side that are tried one by one."""


def metrics(seed: int) -> pa.Table:
    dice = random.Random(seed)
    n = dice.randint(1, 14)
    return pa.table(
        {
            "customer_id": [f"c{i:02}" for i in range(n)],
            "recency_days": pa.array([dice.choice([None, dice.randint(0, 300)]) for _ in range(n)], pa.int64()),
            "frequency": pa.array([dice.randint(0, 9) for _ in range(n)], pa.int64()),
            "monetary": pa.array(
                [Decimal(dice.choice([0, -50, 100, dice.randint(-99, 300)])).scaleb(-2) for _ in range(n)],
                pa.decimal128(38, 2),
            ),
        }
    )


class Grader:
    """Grades one customer of a table again and again in columns, with one cell changed."""

    def __init__(self, scheme: str, table: pa.Table, customer: int) -> None:
        self.table, self.customer = table, customer
        self.database = DuckDB()
        rows = graded(self.database.attach("metrics", table), load(scheme))
        ident = table["customer_id"][customer].as_py()
        self.sql = self.database.sql(rows.filter(rows.customer_id == ident).select("grade"))

    def grade(self, column: str, value: object) -> str | None:
        self.database.attach("metrics", with_cell(self.table, self.customer, column, value))
        answer = self.database.raw.execute(self.sql).fetchone()
        assert answer is not None
        return answer[0]


@pytest.mark.parametrize("scheme", ["abc", "rfm"])
@pytest.mark.parametrize("seed", range(12))
def test_no_smaller_change_moves_the_grade(scheme: str, seed: int) -> None:
    table = metrics(seed)
    customer = random.Random(seed).randrange(table.num_rows)
    case = case_of(load(scheme), table, f"c{customer:02}")
    grader = Grader(scheme, table, customer)
    for change in changes(case):
        if change["from"] is not None:
            assert (change["to"], change["grade"]) == tried_one_by_one(case, change), change
            if change["to"] is not None:
                assert grader.grade(change["metric"], change["to"]) == change["grade"]
                assert grader.grade(change["metric"], change["to"] - step_of(change)) == case.grade()


def step_of(change: dict) -> Decimal | int:
    step = Decimal("0.01") if isinstance(change["from"], Decimal) else 1
    return step if change["direction"] == "up" else -step


def tried_one_by_one(case: Case, change: dict) -> tuple[object, str | None]:
    value, now = change["from"], case.grade()
    for _ in range(REACH):
        value += step_of(change)
        if isinstance(value, int) and value < 0:
            break
        grade = case.grade({change["metric"]: value})
        if grade != now:
            return value, grade
    return None, None


def test_changes_are_sorted_by_size_and_empty_ones_come_last() -> None:
    table = metrics(3)
    found = changes(case_of(load("rfm"), table, "c00"))
    empty = [change["to"] is None for change in found]
    assert empty == sorted(empty)
    assert {(c["metric"], c["direction"]) for c in found} == {
        (metric, direction) for metric in ("recency_days", "frequency", "monetary") for direction in ("up", "down")
    }
