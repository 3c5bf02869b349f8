"""The list of customers with twelve months, the reasons of each grade and the nearest change."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from vitalfew.languages import say
from vitalfew.languages.metric_terms import label_of
from vitalfew.registry import Metric, Unit
from vitalfew.report.figures.nearest import nearest_changes
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import Filled, column, scores, title_of, window_words
from vitalfew.report.page_model import Cell, Customers, Kind, Measure, Why
from vitalfew.report.portrait import Portrait

KINDS: Mapping[Unit, Kind] = {
    Unit.MONEY: "money",
    Unit.COUNT: "count",
    Unit.DAYS: "days",
    Unit.SPAN: "number",
    Unit.FRACTION: "share",
    Unit.DAY: "text",
    Unit.WORD: "text",
    Unit.FLAG: "text",
}
WEIGHT_DIGITS = 4


def customers(portrait: Portrait) -> Customers:
    """Everybody, largest sales first, at most `portrait.listed.MOST`."""
    chosen = portrait.listed
    rows = chosen.people.to_pydict()
    names = portrait.result.names_of(rows["customer_id"])
    offered = [
        *_asked(rows, names),
        *_views(portrait, rows),
        *_amounts(portrait, rows),
    ]
    kept = [(head, cells) for head, cells in offered if any(cell is not None for cell in cells)]
    return Customers(
        columns=tuple(head for head, _ in kept),
        cells={head.key: tuple(cells) for head, cells in kept},
        spark_months=chosen.months,
        spark=_sparks(portrait, rows["customer_id"]),
        why=_why(portrait),
        change=nearest_changes(portrait.result.scheme, rows),
        total=portrait.people.num_rows,
        more=_more(len(rows["customer_id"]), portrait.people.num_rows),
    )


def _asked(rows: Mapping[str, list[Any]], names: Mapping[str, str]) -> Filled:
    return [
        (column("customer", say("Customer"), "customer"), [(ident, names.get(ident)) for ident in rows["customer_id"]]),
        (column("grade", say("Grade"), "grade"), rows["grade"]),
        (column("was", say("Was"), "grade"), rows.get("was", [])),
        (scores(rows["score"]), rows["score"]),
    ]


def _views(portrait: Portrait, rows: Mapping[str, list[Any]]) -> Filled:
    titled = {"rfm": ("segment", say("Segment")), "types": ("type", say("Type"))}
    views: Filled = [(column("class", say("Class"), "class"), rows["abc"])]
    for view, (name, heading) in titled.items():
        if name in rows:
            scheme = portrait.beside.schemes[view]
            title = {label: title_of(scheme, name, label) for label in set(rows[name]) - {None}}
            views.append((column(name, heading, "text"), [title.get(label) for label in rows[name]]))
    return views


def _amounts(portrait: Portrait, rows: Mapping[str, list[Any]]) -> Filled:
    headings = {
        "sales": column("sales", say("Sales"), "money"),
        "share": column("share", say("of sales"), "share"),
        "contribution": column("contribution", say("Contribution"), "money"),
        "service_cost": column("service_cost", say("Cost to serve"), "money"),
        "recency_days": column("recency_days", say("Days since the last order"), "days"),
        "frequency": column("frequency", say("Orders, all history"), "count"),
    }
    return [(head, rows[name]) for name, head in headings.items() if portrait.knows(name)]


def _sparks(portrait: Portrait, ids: list[str]) -> tuple[tuple[int, ...] | None, ...]:
    """Twelve monthly sums of each customer in whole units of the currency, half to even."""
    sums = portrait.listed.sums.select(["customer_id", *portrait.listed.months])
    found = {
        row[0]: tuple(round(month or 0) for month in row[1:]) for row in zip(*sums.to_pydict().values(), strict=True)
    }
    return tuple(found.get(ident) for ident in ids)


def _why(portrait: Portrait) -> Why:
    reasons, scheme = portrait.listed.reasons, portrait.result.scheme
    cells = reasons.places.to_pydict()
    length = reasons.places.num_rows
    nothing: list[Any] = [None] * length
    return Why(
        metrics=tuple(
            _measure(scheme.metrics[name], name, reasons.weights.get(name), cells) for name in reasons.metrics
        ),
        values=tuple(tuple(map(_shown, cells.get(f"value:{name}", nothing))) for name in reasons.metrics),
        points=tuple(tuple(cells.get(f"points:{name}", nothing)) for name in reasons.metrics),
        ranks=tuple(tuple(cells.get(f"rank:{name}", nothing)) for name in reasons.metrics),
    )


def _measure(metric: Metric, name: str, weight: Fraction | None, cells: Mapping[str, list[Any]]) -> Measure:
    return Measure(
        name=name,
        label=metric_label(metric, name),
        kind=KINDS.get(metric.unit, "number"),
        weight=None if weight is None else Decimal(round(weight * 10**WEIGHT_DIGITS)).scaleb(-WEIGHT_DIGITS),
        n=max((number for number in cells.get(f"n:{name}", []) if number is not None), default=0),
    )


def metric_label(metric: Metric, name: str) -> str:
    """What a metric is called, with its window where it has one."""
    known = label_of(metric.name) or name
    window = getattr(metric, "window", None)
    return known if window is None else say("{metric}, {window}", metric=known, window=window_words(window))


def _shown(value: Any) -> Cell:
    """Days as text and flags as words, so that every cell is plain."""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return value if value is None or isinstance(value, int | Decimal | str) else str(value)


def _more(listed: int, everybody: int) -> str:
    if listed == everybody:
        return ""
    return say(
        "The {n} customers with the largest sales of {all}; the result file holds all of them.",
        n=count(listed),
        all=count(everybody),
    )
