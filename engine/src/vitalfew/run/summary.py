"""What a run says in sentences: who the vital few are and what is odd about the facts."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import Facts
from vitalfew.population import whole_steps
from vitalfew.readers.reading import Note
from vitalfew.scheme import Scheme, method_of

YEARS_TO_SEE_AGE = 730
"""Days that the facts must span before the age of customers is more than what the file shows."""

LARGEST_TOTAL = 1e17
"""Cents up to which sums are taken in 64 bits; beyond, in Python's own integers."""


def summary(scheme: Scheme, rows: pa.Table, facts: Facts | None) -> tuple[Note, ...]:
    """The notes of a run, each said once."""
    notes = [*_vital_few(rows), *_chosen(scheme, rows), *_of_methods(scheme, rows), *_classes(scheme, rows)]
    if facts is not None and (facts.at - facts.first_day).days < YEARS_TO_SEE_AGE and _looks_at_age(scheme):
        notes.append(
            Note(
                "short_span",
                "The facts span {days} days: how long somebody has been a customer is only seen inside the file.",
                {"days": (facts.at - facts.first_day).days + 1},
            )
        )
    return tuple(notes)


def _looks_at_age(scheme: Scheme) -> bool:
    return any(metric.name in ("tenure_days", "growth", "first_order_days") for metric in scheme.metrics.values())


def _vital_few(rows: pa.Table) -> list[Note]:
    """How many customers bring 80 %; a warning where all bring the same."""
    if "monetary" not in rows.column_names:
        return []
    values = rows["monetary"].drop_null()
    if not len(values) or pc.max(values).as_py() <= 0:
        return [Note("no_sales", "No customer has sales above zero.", {}, warning=True)]
    cents = np.sort(whole_steps(values))[::-1]
    if len(cents) > 1 and cents[0] == cents[-1]:
        return [Note("no_vital_few", "No vital few: all {n} customers bring the same.", {"n": len(cents)}, True)]
    large = float(cents[0]) * len(cents) > LARGEST_TOTAL
    above = np.maximum(cents, 0).astype(object if large else np.int64)
    enough = int(np.searchsorted(np.cumsum(above), -(-above.sum() * 8 // 10))) + 1
    share = Decimal(100 * enough) / len(cents)
    said: dict[str, str | int] = {"share": f"{share:.1f}", "n": enough, "all": len(cents)}
    return [Note("vital_few", "{share} % of the customers ({n} of {all}) bring 80 % of the sales.", said)]


def _chosen(scheme: Scheme, rows: pa.Table) -> list[Note]:
    """Where a method takes the first metric there is of several, which one it took."""
    notes = []
    for name, parameters in scheme.classifiers.items():
        choice = getattr(parameters, "of", None)
        if name in rows.column_names and isinstance(choice, tuple) and len(choice) > 1:
            taken = next(metric for metric in choice if metric in rows.column_names)
            notes.append(
                Note("chosen", "{classifier} is worked out over {metric}.", {"classifier": name, "metric": taken})
            )
    return notes


def _of_methods(scheme: Scheme, rows: pa.Table) -> list[Note]:
    """What the methods themselves want said, each sentence once."""
    said: dict[str, Note] = {}
    for name, parameters in scheme.classifiers.items():
        speak = method_of(parameters).notes
        if speak is not None and name in rows.column_names:
            for sentence, values in speak(rows, name, parameters):
                said.setdefault(sentence, Note("method", sentence, values))
    return list(said.values())


def _classes(scheme: Scheme, rows: pa.Table) -> list[Note]:
    if scheme.grade is None:
        return []
    counts = {row["values"]: row["counts"] for row in rows["grade"].value_counts().to_pylist()}
    order = [str(label) for label in scheme.grade_labels()]
    listed = [f"{label} {counts[label]}" for label in order if counts.get(label)]
    if counts.get(None):
        listed.append(f"— {counts[None]}")
    return [Note("grades", "Customers by grade: {listed}.", {"listed": " · ".join(listed)})]
