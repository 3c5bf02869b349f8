"""What a run says of each customer, as rows of the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.report.figures.folds import share
from vitalfew.report.portrait.reasons import Reasons
from vitalfew_web.grading.gateways.running import PAST, Worked
from vitalfew_web.grading.rules import Place, carried, minor_units

CHUNK = 20_000
"""Customers that are looked at together."""

PARTS = ("points", "rank", "n")
"""What is told of a customer's place by a measure."""

LOOKED_AT = (
    *("customer_id", "grade", "was", "score", "score_was", "rank", "type", "r", "f", "abc", "segment", "band", "cell"),
    *("service_cost", "gross_profit", "gain", "sales", "contribution", "recency_days", "promotion", "promotion_share"),
)
"""Columns of people that become cells of a row."""


class Row(NamedTuple):
    """What a run says of a customer, as a row of its table."""

    customer: str
    label: str
    was: str
    score: Decimal | None
    score_was: Decimal | None
    rank: int | None
    type: str
    cell: str
    share_class: str
    segment: str
    band: str
    field: str
    serves: Decimal | None
    margin: Decimal | None
    sales: int | None
    contribution: int | None
    last_order: date | None
    promotion_only: bool
    promotion_share: Decimal | None
    months: list[int] | None
    reason: dict[str, Any]
    past: list[list[Any]]


def chunks_of(what: Worked) -> Iterator[list[Row]]:
    """The rows of all customers in order of their numbers, some thousands at a time."""
    people = what.portrait.people
    ranks = pc.rank(people["score"], sort_keys="descending", tiebreaker="min")
    people = people.append_column("rank", pc.if_else(people["score"].is_valid(), ranks, pa.scalar(None, ranks.type)))
    people = people.select([name for name in people.column_names if name in LOOKED_AT])
    sums = _whole(what.sums, what.months).take(pc.index_in(people["customer_id"], what.sums["customer_id"]))
    past = _beside(what.past, people["customer_id"]) if what.past is not None else []
    for start in range(0, people.num_rows, CHUNK):
        yield _rows(
            what,
            people.slice(start, CHUNK).to_pydict(),
            what.reasons.places.slice(start, CHUNK),
            sums.slice(start, CHUNK).to_pydict(),
            [(month, grades.slice(start, CHUNK).to_pylist()) for month, grades in past],
        )


def _whole(sums: pa.Table, months: Sequence[str]) -> pa.Table:
    """The sums in whole units, half to even; zero where nothing was bought."""
    units = {month: pc.round(sums[month].fill_null(0), 0, "half_to_even").cast(pa.int64()) for month in months}
    return pa.table({"customer_id": sums["customer_id"], **units})


def _beside(past: pa.Table, ids: pa.ChunkedArray) -> list[tuple[str, pa.ChunkedArray]]:
    """Month by month the grades, in the order of these customers."""
    found = []
    for day in past["as_of"].unique().to_pylist()[-PAST:]:
        rows = past.filter(pc.equal(past["as_of"], pa.scalar(day, pa.date32())))
        known = rows["customer_id"].cast(pa.string())
        found.append((day.isoformat()[:7], rows["grade"].cast(pa.string()).take(pc.index_in(ids, known))))
    return found


def _rows(
    what: Worked,
    people: dict[str, list[Any]],
    places: pa.Table,
    sums: dict[str, list[Any]],
    past: list[tuple[str, list[str | None]]],
) -> list[Row]:
    known, ids = what.portrait, people["customer_id"]
    nothing: list[Any] = [None] * len(ids)

    def column(name: str) -> list[Any]:
        return people.get(name, nothing)

    def texts(name: str) -> list[str]:
        return [cell or "" for cell in column(name)]

    def amounts(name: str) -> list[int | None]:
        return [minor_units(cell, known.digits) for cell in column(name)]

    def fractions(name: str) -> list[Decimal | None]:
        return [_fraction(*cells) for cells in zip(column(name), column("gain"), strict=True)]

    months = zip(*(sums[month] for month in what.months), strict=True)
    columns = {
        "customer": ids,
        "label": texts("grade"),
        "was": texts("was"),
        "score": column("score"),
        "score_was": column("score_was"),
        "rank": column("rank"),
        "type": texts("type"),
        "cell": [_cell(*cells) for cells in zip(column("r"), column("f"), strict=True)],
        "share_class": texts("abc"),
        "segment": texts("segment"),
        "band": texts("band"),
        "field": texts("cell"),
        "serves": fractions("service_cost"),
        "margin": fractions("gross_profit"),
        "sales": amounts("sales"),
        "contribution": amounts("contribution"),
        "last_order": [None if days is None else known.at - timedelta(days) for days in column("recency_days")],
        "promotion_only": [cell == "promotion_only" for cell in column("promotion")],
        "promotion_share": column("promotion_share"),
        "months": [
            None if customer is None else list(cells)
            for customer, cells in zip(sums["customer_id"], months, strict=True)
        ],
        "reason": _reasons(what.reasons, places),
        "past": _past(past, len(ids)),
    }
    return list(map(Row._make, zip(*(columns[name] for name in Row._fields), strict=True)))


def _fraction(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """A part of the sales as the drawings have it."""
    return None if part is None or whole is None else share(part, whole)


def _cell(recency: int | None, frequency: int | None) -> str:
    return "" if recency is None or frequency is None else f"{recency}{frequency}"


def _past(past: list[tuple[str, list[str | None]]], customers: int) -> list[list[list[str]]]:
    """Customer by customer the months in which a grade was known, and that grade."""
    found: list[list[list[str]]] = [[] for _ in range(customers)]
    for month, grades in past:
        for mine, grade in zip(found, grades, strict=True):
            if grade is not None:
                mine.append([month, grade])
    return found


def _reasons(why: Reasons, cells: pa.Table) -> list[dict[str, Any]]:
    """Customer by customer what carries its grade."""
    nothing: list[Any] = [None] * cells.num_rows

    def column(key: str) -> list[Any]:
        return cells[key].to_pylist() if key in cells.column_names else nothing

    places = [
        [Place(name, weight, *cell) for cell in zip(*(column(f"{part}:{name}") for part in PARTS), strict=True)]
        for name, weight in ((name, float(why.weights.get(name, 0))) for name in why.metrics)
    ]
    return [carried(each) for each in zip(*places, strict=True)] if places else [carried(()) for _ in nothing]
