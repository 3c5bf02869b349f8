"""What customers tell us: satisfaction, recommendation, complaints, suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import decimal, quotient
from vitalfew.metrics.windows import YEAR, Window, count, total
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_SAID: Columns = {"feedback": ("kind",)}
_SCORED: Columns = {"feedback": ("kind", "score")}


def _answers(kind: str, low: int, high: int, window: int | None, at: date) -> Aggregate:
    """How many answers of a kind have a score between two numbers."""
    return count("feedback", window, at, only=lambda row: (row.kind == kind) & row.score.between(low, high))


@metric
class Satisfaction(Metric):
    """Mean of the `csat` answers of the last 12 months, 0-100, two digits; without one the customer's `satisfaction`.

    Of a group of companies the mean of the stated ones. Missing where neither is there. Contract section 3.
    """

    name = "satisfaction"
    unit = Unit.POINTS
    uses: ClassVar[Columns] = {**_SCORED, "customers": ("satisfaction",)}
    one_of = (("feedback", "score"), ("customers", "satisfaction"))
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def answered(row: Any) -> Any:
            return (row.kind == "csat") & row.score.notnull()

        return {
            "score": total("feedback", lambda row: row.score, self.window, at, only=answered),
            "answers": count("feedback", self.window, at, only=answered),
            "stated": Aggregate("customers", "sum", lambda row: row.satisfaction),
            "statements": Aggregate("customers", "count", lambda row: row.satisfaction),
        }

    def value(self, parts: Any, at: date) -> Any:
        pairs = [(parts.score, parts.answers), (parts.stated, parts.statements)]
        return ibis.coalesce(*(decimal(quotient(s, n), 2) for s, n in pairs if s is not None))


@metric
class Nps(Metric):
    """Net promoter score, -100 to 100: share of answers 9-10 - share of answers 0-6, of the window.

    Missing without an answer. Reichheld 2003.
    """

    name = "nps"
    unit = Unit.POINTS
    needs = _SCORED
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        scores = {"promoters": (9, 10), "detractors": (0, 6), "answers": (0, 10)}
        return {name: _answers("nps", *between, self.window, at) for name, between in scores.items()}

    def value(self, parts: Any, at: date) -> Any:
        return quotient((parts.promoters - parts.detractors) * 100, parts.answers)


@metric
class Complaints(Metric):
    """Number of complaints in the window; 0 for a customer without any."""

    name = "complaints"
    unit = Unit.COUNT
    better = "less"
    needs = _SAID
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"said": count("feedback", self.window, at, only=lambda row: row.kind == "complaint")}

    def value(self, parts: Any, at: date) -> Any:
        return parts.said.fill_null(0)


@metric
class Suggestions(Metric):
    """Number of suggestions in the window; 0 for a customer without any."""

    name = "suggestions"
    unit = Unit.COUNT
    needs = _SAID
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"said": count("feedback", self.window, at, only=lambda row: row.kind == "suggestion")}

    def value(self, parts: Any, at: date) -> Any:
        return parts.said.fill_null(0)
