"""A scheme read in plain Python for one customer: method after method, each with its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import unavailable_classifiers
from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import say
from vitalfew.population import Population
from vitalfew.readers.cells.ids import folded
from vitalfew.registry import Row, Verdict
from vitalfew.scheme import Scheme, method_of


@dataclass(frozen=True)
class Case:
    """One customer, the others, and the scheme both are judged by."""

    scheme: Scheme
    one: Row
    others: Population
    used: tuple[str, ...]
    """The classifiers that these metrics can give, in the order of the scheme."""

    def verdicts(self, changed: Mapping[str, Any] | None = None) -> dict[str, Verdict]:
        """What every method says of the customer, some of its cells changed."""
        row: dict[str, Any] = {**self.one, **(changed or {})}
        found: dict[str, Verdict] = {}
        for name in self.used:
            parameters = self.scheme.classifiers[name]
            method = method_of(parameters)
            silent = not method.speaks_of_prospects and not row.get(HAS_ORDERS, True)
            found[name] = Verdict(None) if silent else method.judge(row, self.others, parameters)
            row |= {name: found[name].label, f"{name}.score": found[name].score}
        return found

    def grade(self, changed: Mapping[str, Any] | None = None) -> str | None:
        """The grade, some cells changed."""
        if self.scheme.grade is None:
            return None
        label = self.verdicts(changed)[self.scheme.grade].label
        return None if label is None else str(label)


def case_of(scheme: Scheme, metrics: pa.Table, customer_id: str) -> Case:
    """The case of one customer of a table of metrics. An unknown one is refused."""
    place = pc.index(metrics["customer_id"], pa.scalar(customer_id, pa.string())).as_py()
    if place < 0:
        raise _unknown(metrics, customer_id)
    left_out = unavailable_classifiers(scheme, metrics.column_names)
    one = {name: metrics[name][place].as_py() for name in metrics.column_names}
    others = pa.concat_tables([metrics.slice(0, place), metrics.slice(place + 1)])
    return Case(scheme, one, Population(others), tuple(n for n in scheme.classifiers if n not in left_out))


NEAR_LENGTH, MOST_NEAR = 2, 20_000


def _unknown(metrics: pa.Table, customer_id: str) -> Refusal:
    """The refusal of an unknown id, with those of the customers that look like it."""
    wanted = folded(customer_id)
    lengths = pc.utf8_length(metrics["customer_id"])
    alike = pc.and_(
        pc.greater_equal(lengths, len(customer_id) - NEAR_LENGTH),
        pc.less_equal(lengths, len(customer_id) + NEAR_LENGTH),
    )
    ids = {folded(ident): ident for ident in metrics["customer_id"].filter(alike).to_pylist()}
    likely = [ident for ident in ids if ident[:2] == wanted[:2] or ident[-2:] == wanted[-2:]][:MOST_NEAR]
    near = ", ".join(ids[ident] for ident in get_close_matches(wanted, likely))
    remedy = say("Did you mean {names}?", names=near) if near else ""
    return Refusal(say("there is no customer {customer}.", customer=repr(customer_id)), remedy=remedy)
