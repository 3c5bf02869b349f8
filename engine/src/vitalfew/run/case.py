"""A scheme read in plain Python for one customer: method after method, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vitalfew.compile import unavailable_classifiers
from vitalfew.expressions import HAS_ORDERS
from vitalfew.population import Population
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


def used(scheme: Scheme, columns: Iterable[str]) -> tuple[str, ...]:
    """The classifiers that can be worked out from these columns, in the order of the scheme."""
    left_out = unavailable_classifiers(scheme, columns)
    return tuple(name for name in scheme.classifiers if name not in left_out)
