"""What is foreseen of customers, with the model it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from vitalfew.foreseeing import Lesson
from vitalfew.foreseeing.spending import Spending
from vitalfew.lifetime.asked import Outlook
from vitalfew.models.fit import Fitted
from vitalfew.readers.reading import Note, Report

COLUMNS = (
    "customer_id",
    "frequency",
    "recency",
    "age",
    "p_alive",
    "p_return",
    "expected_orders",
    "expected_value",
    "lifetime_value",
)


@dataclass(frozen=True)
class Lifetimes:
    """A row for each customer in order of customer_id, and what the figures rest on.

    `rows` has `customer_id, frequency, recency, age, p_alive, p_return, expected_orders, expected_value,
    lifetime_value`: repeat occasions; first to last and first to as-of day in periods; chances and expectations up to
    the horizon. All but the id are missing for a customer without an occasion. `lesson` is what the facts told,
    `manifest` what the rows depend on.
    """

    rows: pa.Table
    asked: Outlook
    as_of: date
    lesson: Lesson
    manifest: Mapping[str, Any]
    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def fitted(self) -> Fitted:
        """The model of buying."""
        return self.lesson.fitted

    @property
    def spending(self) -> Spending:
        """The model of amounts."""
        return self.lesson.spending

    @property
    def note(self) -> str:
        """What is to be said of model and money, in sentences."""
        return " ".join(str(note) for note in self.notes if note.code.startswith("clv_"))

    def as_object(self) -> dict[str, Any]:
        """The model in figures; times in periods."""
        unit = self.asked.unit
        return {
            "model": self.asked.model,
            "params": self.fitted.parameters(unit),
            "log_likelihood": self.fitted.log_likelihood_in(unit),
            "standard_errors": self.fitted.standard_errors(unit),
            "spend": self._spend(),
            "n_customers": self.lesson.learned_from,
            "n_repeat": self.lesson.came_back,
            "n_left_out": self.lesson.left_out,
            "converged": self.fitted.converged,
            "on_edge": list(self.fitted.on_edge),
            "note": self.note,
            "as_of": self.as_of.isoformat(),
            "period": self.asked.period,
            "horizon": self.asked.days / unit,
            "occasions": self.asked.occasions,
            "discount": self.asked.discount,
            "margin": self.asked.margin,
        }

    def _spend(self) -> dict[str, Any]:
        fitted, related = self.spending.fitted, self.spending.correlation
        correlation = None if related is None else {"value": related.rho, "low": related.low, "high": related.high}
        told: dict[str, Any] = dict.fromkeys(("p", "q", "v", "log_likelihood"))
        if fitted is not None:
            told = {"p": fitted.p, "q": fitted.q, "v": fitted.v, "log_likelihood": fitted.log_likelihood}
        n = 0 if fitted is None else fitted.n
        pooled = self.spending.pooled if self.spending.by_pooled_mean else None
        return {**told, "n": n, "pooled_mean": pooled, "rank_correlation": correlation}
