"""Customers with their histories → a model of buying and one of spending, as numbers that can be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import Calculator
from vitalfew.compile import Facts
from vitalfew.foreseeing.occasions import TRUNCATED, gaps, log_gaps
from vitalfew.foreseeing.spending import Amounts, Spending, spending
from vitalfew.models import MODELS
from vitalfew.models.fit import Fitted, Known, fit
from vitalfew.models.gamma_gamma import KnownSpend
from vitalfew.models.histories import Histories, Numbers, grouped


@dataclass(frozen=True)
class Learned:
    """All that a forecast rests on beside the customer's own history."""

    known: Known
    amounts: Amounts

    def numbers(self) -> dict[str, Any]:
        """The same as plain values, times in days."""
        spend = self.amounts.fitted
        return {
            "model": self.known.model.name,
            "params": self.known.parameters(),
            "spend": None if spend is None else {"p": spend.p, "q": spend.q, "v": spend.v},
            "pooled_mean": self.amounts.pooled,
        }

    @classmethod
    def of(cls, numbers: Mapping[str, Any]) -> Learned:
        """What was learned, from its plain values: as good as on the day it was learned."""
        model = MODELS[numbers["model"]]
        while model.steadier is not None and model.k != numbers["params"]["k"]:
            model = model.steadier()
        values = np.array([numbers["params"][name] for name in model.parameters])
        spend = numbers["spend"]
        return cls(Known(model, values), Amounts(spend and KnownSpend(**spend), numbers["pooled_mean"]))


@dataclass(frozen=True)
class Lesson:
    """What facts tell of buying and spending, and how far that is to be trusted.

    `learned_from` is how many customers the fit has seen, `came_back` how many of them had a repeat occasion, `left_out`
    how many were customers before the facts begin.
    """

    fitted: Fitted
    spending: Spending
    learned_from: int
    came_back: int
    left_out: int

    @property
    def learned(self) -> Learned:
        """What of it forecasts rest on."""
        return Learned(self.fitted, self.spending)

    def numbers(self) -> dict[str, Any]:
        """What is stored with a run, and forecasts are made from: so that they can be made again."""
        return {
            **self.learned.numbers(),
            "log_likelihood": self.fitted.log_likelihood,
            "converged": self.fitted.converged,
            "on_edge": list(self.fitted.on_edge),
            "learned_from": self.learned_from,
            "came_back": self.came_back,
            "left_out": self.left_out,
        }


def lesson(database: Calculator, facts: Facts, rows: ir.Table, model: str, occasions: str) -> Lesson | None:
    """Learn from customers with their histories (`occasions.customers`); None where there is nobody to learn from."""
    learned = rows.filter(rows.age.notnull() & ~rows[TRUNCATED])
    logs = 0.0
    if MODELS[model].k is not None:
        logs = log_gaps(database.fetch(gaps(facts, occasions, learned)))
    histories = Histories.of(database.fetch(grouped(learned)), logs)
    if not histories.n:
        return None
    left_out = database.count(rows.filter(rows.age.notnull() & rows[TRUNCATED]))
    spent = spending(*_spent(database.fetch(learned.order_by("customer_id"))))
    return Lesson(fit(MODELS[model], histories), spent, histories.n, histories.repeaters, left_out)


def _spent(learned: pa.Table) -> tuple[Numbers, Numbers, Numbers]:
    frequency, repeated, first = (floats(learned[name]) for name in ("frequency", "repeated", "first_spent"))
    return frequency, repeated, first


def floats(column: pa.ChunkedArray, missing: float = 0.0) -> Numbers:
    """A column as floats: here, after exact sums, money stops being decimal."""
    filled = pc.fill_null(column.cast(pa.float64()), missing).to_numpy()
    return np.ascontiguousarray(filled, dtype=np.float64)
