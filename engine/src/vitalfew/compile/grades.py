"""Methods over the table of metrics, in the order of the scheme."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.expressions import HAS_ORDERS
from vitalfew.places import placed, with_places
from vitalfew.registry import MethodParameters
from vitalfew.scheme import Scheme, method_of


def unavailable_classifiers(scheme: Scheme, columns: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Classifiers that cannot be worked out from these metrics, each with the columns it lacks."""
    known = set(columns)
    lacking: dict[str, tuple[str, ...]] = {}
    for name, parameters in scheme.classifiers.items():
        missing = parameters.lacks(known)
        if missing:
            lacking[name] = missing
        else:
            known.add(name)
    return lacking


def graded(metrics: ir.Table, scheme: Scheme) -> ir.Table:
    """The customers with grade, score, one column per classifier and the metrics; not yet in order.

    Reasons of the classifier that gives the grade stand under their own names, those of others under
    `classifier_reason`.
    """
    return _named(classified(metrics, scheme), scheme)


def classified(metrics: ir.Table, scheme: Scheme) -> ir.Table:
    """The customers with what every classifier says: its label under its name, score and reasons under `name.`."""
    left_out = unavailable_classifiers(scheme, metrics.columns)
    used = {name: parameters for name, parameters in scheme.classifiers.items() if name not in left_out}
    table = with_places(metrics, asked_of(scheme, metrics.columns) - set(metrics.columns))
    for name, parameters in used.items():
        table = _with(table, name, parameters)
    return table


def ready(metrics: pa.Table, scheme: Scheme) -> pa.Table:
    """A table of metrics in memory with all places that the scheme asks for: graded from there in half the time."""
    return placed(metrics, asked_of(scheme, metrics.column_names))


def asked_of(scheme: Scheme, columns: Collection[str]) -> frozenset[str]:
    """The places that the classifiers of a scheme ask for, by metrics that are there."""
    asked = {place for parameters in scheme.classifiers.values() for place in parameters.places()}
    return frozenset(place for place in asked if place.partition(".")[0] in columns)


def _with(table: ir.Table, name: str, parameters: MethodParameters) -> ir.Table:
    """The table with a method's label under the classifier's name, its score and reasons under `name.`."""
    method = method_of(parameters)
    judged = method.classify(table, parameters)
    label, score = judged.label, judged.score
    if not method.speaks_of_prospects and HAS_ORDERS in judged.columns:
        label = ibis.ifelse(judged[HAS_ORDERS], label, None)
        score = ibis.ifelse(judged[HAS_ORDERS], score, None)
    reasons = {f"{name}.{reason}": judged[reason] for reason in reasons_of(parameters)}
    return judged.select(*table.columns, **{name: label, f"{name}.score": score}, **reasons)


def reasons_of(parameters: MethodParameters) -> tuple[str, ...]:
    """The reason columns of a classifier: those of its method and those that its parameters ask for."""
    return (*method_of(parameters).reasons, *parameters.reasons())


def _named(table: ir.Table, scheme: Scheme) -> ir.Table:
    """The table with grade, score and reasons under the names that they are written with."""
    cells = {"grade": ibis.null("string"), "score": ibis.null("decimal(38, 2)")}
    for name, parameters in scheme.classifiers.items():
        if name in table.columns:
            is_grade = name == scheme.grade
            if is_grade:
                cells |= {"grade": table[name].cast("string"), "score": table[f"{name}.score"]}
            reasons = reasons_of(parameters)
            cells |= {reason if is_grade else f"{name}_{reason}": table[f"{name}.{reason}"] for reason in reasons}
    shown = [name for name in table.columns if name not in cells and "." not in name]
    return table.select(*shown, **cells)
