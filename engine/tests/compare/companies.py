"""Three customers whose classes are worked out by hand, and a sample company graded by every scheme with a grade."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa

import vitalfew as vf
from vitalfew.backends import DuckDB
from vitalfew.compile import graded
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request, Result
from vitalfew.run.grading import grade_gathered
from vitalfew.scheme import Scheme, load, names

THEN, NOW = date(2026, 4, 30), date(2026, 10, 31)
GRADED = [name for name in names() if load(name).grade is not None]
OPTIONS = Options(today=NOW, today_given=True)


def orders(**amounts: str) -> pa.Table:
    """One order each."""
    return pa.table(
        {
            "customer_id": list(amounts),
            "order_id": [f"o{place}" for place in range(len(amounts))],
            "order_date": ["2026-01-31"] * len(amounts),
            "amount": list(amounts.values()),
        }
    )


def classes(scheme: str | Scheme = "abc", **amounts: str) -> vf.Result:
    """Graded by abc: score = 100 × (1 - B / T), B what the better ones bring, T what all bring; cuts 80 and 95."""
    return vf.grade(orders(**amounts), scheme=scheme)


class Company:
    """A sample company whose facts are read once, graded by a scheme as of a day when somebody asks."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.known: dict[tuple[str, date], Result] = {}

    def __call__(self, scheme: Scheme, day: date) -> Result:
        key = (scheme.dump(), day)
        if key not in self.known:
            self.known[key] = grade_gathered(self.gathered, Request(scheme, day), OPTIONS)
        return self.known[key]


def another_version(scheme: Scheme) -> Scheme:
    """Another version of a scheme: what sums up all history or a year looks at half a year."""
    metrics = scheme.model_dump(mode="json")["metrics"]
    for metric in metrics.values():
        if metric["metric"] in ("monetary", "frequency", "contribution", "gross_profit"):
            metric["window"] = "180d"
    return scheme.changed(version=scheme.version + 1, metrics=metrics)


class Engine:
    """Grades tables of the same columns by one scheme, in columns; the statement is worked out once."""

    def __init__(self, scheme: Scheme, metrics: pa.Table) -> None:
        self.database = DuckDB()
        rows = graded(self.database.attach("metrics", metrics), scheme)
        self.statement = self.database.sql(rows.select("customer_id", "grade", "score"))

    def __call__(self, metrics: pa.Table) -> dict[str, tuple[Any, Any]]:
        self.database.attach("metrics", metrics)
        return {row[0]: (row[1], row[2]) for row in self.database.raw.execute(self.statement).fetchall()}
