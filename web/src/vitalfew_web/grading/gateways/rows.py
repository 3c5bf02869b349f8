"""What a run says of each customer, as rows of the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    sums = what.sums.take(pc.index_in(people["customer_id"], what.sums["customer_id"]))
    past = _beside(what.past, people["customer_id"]) if what.past is not None else []
    for start in range(0, people.num_rows, CHUNK):
        yield _rows(
            what,
            people.slice(start, CHUNK).to_pydict(),
            what.reasons.places.slice(start, CHUNK).to_pydict(),
            sums.slice(start, CHUNK).to_pydict(),
            [(day, grades.slice(start, CHUNK).to_pylist()) for day, grades in past],
        )


def _beside(past: pa.Table, ids: pa.ChunkedArray) -> list[tuple[date, pa.ChunkedArray]]:
    """Day by day the grades, in the order of these customers."""
    found = []
    for day in past["as_of"].unique().to_pylist()[-PAST:]:
        rows = past.filter(pc.equal(past["as_of"], pa.scalar(day, pa.date32())))
        known = rows["customer_id"].cast(pa.string())
        found.append((day, rows["grade"].cast(pa.string()).take(pc.index_in(ids, known))))
    return found


def _rows(
    what: Worked,
    people: dict[str, list[Any]],
    places: dict[str, list[Any]],
    sums: dict[str, list[Any]],
    past: list[tuple[date, list[str | None]]],
) -> list[Row]:
    known = what.portrait
    nothing: list[Any] = [None] * len(people["customer_id"])

    def column(name: str) -> list[Any]:
        return people.get(name, nothing)

    def amounts(name: str) -> list[int | None]:
        return [minor_units(cell, known.digits) for cell in column(name)]

    months = list(zip(*(sums[month] for month in what.months), strict=True))
    return [
        Row(
            customer=customer,
            label=column("grade")[at] or "",
            was=column("was")[at] or "",
            score=column("score")[at],
            score_was=column("score_was")[at],
            rank=column("rank")[at],
            type=column("type")[at] or "",
            cell=_cell(column("r")[at], column("f")[at]),
            share_class=column("abc")[at] or "",
            segment=column("segment")[at] or "",
            band=column("band")[at] or "",
            field=column("cell")[at] or "",
            serves=_fraction(column("service_cost")[at], column("gain")[at]),
            margin=_fraction(column("gross_profit")[at], column("gain")[at]),
            sales=sales,
            contribution=contribution,
            last_order=None if column("recency_days")[at] is None else known.at - timedelta(column("recency_days")[at]),
            promotion_only=column("promotion")[at] == "promotion_only",
            promotion_share=column("promotion_share")[at],
            months=None if sums["customer_id"][at] is None else [round(cell or 0) for cell in months[at]],
            reason=carried(_places(what.reasons, places, at)),
            past=[[day.isoformat()[:7], grades[at]] for day, grades in past if grades[at] is not None],
        )
        for at, (customer, sales, contribution) in enumerate(
            zip(people["customer_id"], amounts("sales"), amounts("contribution"), strict=True)
        )
    ]


def _fraction(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """A part of the sales as the drawings have it."""
    return None if part is None or whole is None else share(part, whole)


def _cell(recency: int | None, frequency: int | None) -> str:
    return "" if recency is None or frequency is None else f"{recency}{frequency}"


def _places(why: Reasons, cells: Mapping[str, list[Any]], at: int) -> list[Place]:
    def cell(key: str) -> Any:
        column = cells.get(key)
        return None if column is None else column[at]

    return [
        Place(name, float(why.weights.get(name, 0)), cell(f"points:{name}"), cell(f"rank:{name}"), cell(f"n:{name}"))
        for name in why.metrics
    ]
