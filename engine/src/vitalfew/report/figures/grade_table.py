"""The grades: how many customers, what they bring and cost, who came and went; how the scores are spread."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.classifiers.scorecard import Scorecard
from vitalfew.languages import say
from vitalfew.report.figures.folds import share, sums_by, total
from vitalfew.report.figures.numerals import count, day, percent
from vitalfew.report.figures.words import column, grades
from vitalfew.report.page_model import Cell, Chart, Column, Section, Table
from vitalfew.report.portrait import Portrait

STEP = 5
FULL = 100
"""The score of most schemes; a smaller scale is drawn point by point."""

MONEY = ("sales", "gain", "contribution", "service_hours")


def grade_table(portrait: Portrait) -> Section | None:
    """The grades of the scheme with the spread of the scores; none where the scheme grades nobody."""
    if portrait.result.scheme.grade is None:
        return None
    known = [name for name in MONEY if portrait.knows(name)]
    found = sums_by(portrait.people, "grade", *known)
    return Section(
        id="grades",
        title=say("Grades"),
        remark=_remark(portrait),
        sentence=_sentence(portrait, found),
        chart=_chart(portrait),
        table=_table(portrait, found),
    )


def _remark(portrait: Portrait) -> str:
    if not portrait.knows("was"):
        return say("customers by score")
    return say("customers by score; in and out since {day}", day=since(portrait))


def since(portrait: Portrait) -> str:
    """The day of the grades before in words."""
    return say("the run before") if portrait.past.day is None else day(portrait.past.day)


def _sentence(portrait: Portrait, found: Mapping[str, Mapping[str, Any]]) -> str:
    best = next((grade for grade in grades(portrait.result.scheme) if grade.label in found), None)
    if best is None:
        return say("No customer has a grade.")
    group = found[best.label]
    return say(
        "{grade}: {n} of {all}, with {share} of the sales.",
        grade=best.title,
        n=count(group["customers"]),
        all=count(portrait.people.num_rows),
        share=percent(share(group["gain"], total(portrait.people, "gain"))),
    )


def _table(portrait: Portrait, found: Mapping[str, Mapping[str, Any]]) -> Table:
    columns = [
        column("grade", say("Grade"), "grade"),
        column("customers", say("Customers"), "count"),
        column("customers_share", say("of customers"), "share"),
        column("sales_share", say("of sales"), "share"),
    ]
    columns += _further(portrait)
    labels = [grade.label for grade in grades(portrait.result.scheme) if grade.label in found]
    rows = tuple(_row(portrait, label, found[label], columns) for label in labels)
    return Table(tuple(columns), rows, _all(portrait, rows, columns))


def _further(portrait: Portrait) -> list[Column]:
    columns = []
    if portrait.knows("contribution"):
        columns.append(column("profit_share", say("of profit"), "share"))
    if portrait.knows("service_hours"):
        columns.append(column("hours_share", say("of hours"), "share"))
    if portrait.knows("was"):
        columns += [column("in", say("In"), "count"), column("out", say("Out"), "count")]
    return columns


def _row(portrait: Portrait, label: str, group: Mapping[str, Any], columns: list[Column]) -> tuple[Cell, ...]:
    people = portrait.people
    came, went = came_and_went(people, label) if portrait.knows("was") else (None, None)
    cells: dict[str, Cell] = {
        "grade": label,
        "customers": group["customers"],
        "customers_share": share(group["customers"], people.num_rows),
        "sales_share": share(group["gain"], total(people, "gain")),
        "in": came,
        "out": went,
    }
    if "contribution" in group:
        cells["profit_share"] = share(group["contribution"], total(people, "contribution"))
    if "service_hours" in group:
        cells["hours_share"] = share(group["service_hours"], total(people, "service_hours"))
    return tuple(cells[wanted.key] for wanted in columns)


def came_and_went(people: pa.Table, label: str) -> tuple[int, int]:
    """How many customers have the grade now and had not, and the other way round."""
    now, before = (pc.fill_null(pc.equal(people[name], label), False) for name in ("grade", "was"))
    came, went = pc.and_not(now, before), pc.and_not(before, now)
    return pc.sum(came).as_py() or 0, pc.sum(went).as_py() or 0


def _all(portrait: Portrait, rows: tuple[tuple[Cell, ...], ...], columns: list[Column]) -> tuple[Cell, ...]:
    counted = sum(row[1] for row in rows if isinstance(row[1], int))
    cells: dict[str, Cell] = {"grade": say("All"), "customers": counted}
    for wanted in columns[2:]:
        known = [row[columns.index(wanted)] for row in rows]
        whole = any(value is not None for value in known) and counted == portrait.people.num_rows
        cells[wanted.key] = Decimal(1) if wanted.kind == "share" and whole else None
    return tuple(cells[wanted.key] for wanted in columns)


def _chart(portrait: Portrait) -> Chart | None:
    scores = portrait.people["score"].drop_null()
    if not len(scores):
        return None
    top = int(pc.max(scores).as_py())
    step = STEP if top > FULL // STEP else 1
    last = FULL if step == STEP else top
    places = np.minimum(np.asarray(pc.floor(scores).cast(pa.int64())) // step, last // step - (step == STEP))
    low = int(min(places.min(), 0)) if step == STEP else int(places.min())
    counts = np.bincount(places - low, minlength=(last // step - low) if step == STEP else 0)
    data = {
        "labels": [str((low + place) * step) for place in range(len(counts))],
        "values": [int(number) for number in counts],
        "unit": say("customers"),
        "step": step,
        "marks": _marks(portrait),
    }
    return Chart("bars", data)


def _marks(portrait: Portrait) -> list[dict[str, Any]]:
    """The lowest score of each grade but the last, on a scheme that reads its grades from the score."""
    card = portrait.result.scheme.classifiers[portrait.result.scheme.grade or ""]
    if not isinstance(card, Scorecard):
        return []
    return [{"at": bound, "label": name} for name, bound in card.grades.items() if bound > 0]
