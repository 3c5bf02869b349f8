"""How well a scheme did as of earlier days, beside simpler methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from vitalfew.proof.asked import METHODS, Trial
from vitalfew.proof.forecasts import Tenth
from vitalfew.proof.intervals import Estimate, Estimates
from vitalfew.proof.measures import MEASURES
from vitalfew.proof.shares import Brought
from vitalfew.readers.reading import Note, Report
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Origin:
    """What came of the grades of one day.

    `rows` has a row for each customer with an order up to the day. `estimates` are method → measure → value and interval;
    `ahead` how far the scheme is ahead of each method; `lists` what the customers of the best grade brought, and a list as
    long by each other method; `tenths` the customers by their chance to buy. `last` is the last day that could be seen.
    """

    at: date
    last: date
    rows: pa.Table
    by_grade: Mapping[str | None, Brought]
    lists: Mapping[str, Brought]
    estimates: Estimates
    ahead: Estimates
    tenths: Mapping[str, tuple[Tenth, ...]]

    @property
    def best(self) -> str | None:
        """The best grade that anybody has."""
        return next(iter(self.by_grade))

    @property
    def customers(self) -> int:
        """How many customers were known on the day."""
        return int(self.rows.num_rows)

    @property
    def bought(self) -> int:
        """How many of them bought in the days after."""
        return sum(grade.bought for grade in self.by_grade.values())


@dataclass(frozen=True)
class Backtest:
    """A scheme held against what came after it graded.

    `rejects` is table → the bytes of its file of rejected rows.
    """

    scheme: Scheme
    asked: Trial
    origins: tuple[Origin, ...]
    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def rows(self) -> pa.Table:
        """Origin after origin the customers known then: grade, what each method went by, what came after."""
        return pa.concat_tables([_dated(origin) for origin in self.origins], promote_options="default")

    def as_object(self) -> dict[str, Any]:
        """The figures. See contract.md section 6."""
        return {
            "scheme": self.scheme.scheme,
            "horizon_days": self.asked.horizon,
            "origins": [origin.at.isoformat() for origin in self.origins],
            "by_grade": [_of_grade(origin, grade) for origin in self.origins for grade in origin.by_grade],
            "measures": self._estimates("estimates"),
            "ahead": self._estimates("ahead"),
            "lists": [_of_list(origin, method) for origin in self.origins for method in METHODS],
            "reliability": [row for origin in self.origins for row in _of_tenths(origin)],
            "base": [
                {"as_of": origin.at.isoformat(), "customers": origin.customers, "bought": origin.bought}
                for origin in self.origins
            ],
        }

    def _estimates(self, which: str) -> list[dict[str, Any]]:
        return [
            {"as_of": origin.at.isoformat(), "method": method, "measure": measure, **_ends(of[measure])}
            for origin in self.origins
            for method, of in getattr(origin, which).items()
            for measure in MEASURES
        ]


def _ends(of: Estimate | None) -> dict[str, float | None]:
    return {"value": None, "low": None, "high": None} if of is None else vars(of)


def _dated(origin: Origin) -> pa.Table:
    day = pa.repeat(pa.scalar(origin.at, pa.date32()), origin.customers)
    return origin.rows.add_column(0, "as_of", day)


def _of_grade(origin: Origin, grade: str | None) -> dict[str, Any]:
    found = origin.by_grade[grade]
    return {
        "as_of": origin.at.isoformat(),
        "grade": grade,
        "customers": found.customers,
        "revenue_after": found.revenue,
        "share": found.share,
        "profit_after": found.profit,
        "profit_share": found.profit_share,
        "bought": found.bought,
    }


def _of_list(origin: Origin, method: str) -> dict[str, Any]:
    found = origin.lists[method]
    return {
        "as_of": origin.at.isoformat(),
        "grade": origin.best,
        "method": method,
        "customers": found.customers,
        "share": found.share,
        "profit_share": found.profit_share,
    }


def _of_tenths(origin: Origin) -> list[dict[str, Any]]:
    return [
        {"as_of": origin.at.isoformat(), "method": method, **vars(tenth)}
        for method, tenths in origin.tenths.items()
        for tenth in tenths
    ]
