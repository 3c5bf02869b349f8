"""Who changed grade since the month before, and why (B7, M160)."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.grade_table import since
from vitalfew.report.figures.numerals import count, day
from vitalfew.report.figures.words import column, grades
from vitalfew.report.page_model import Cell, Chart, Section, Table
from vitalfew.report.portrait import Portrait

UNGRADED = ""


def migration(portrait: Portrait) -> Section | None:
    """From which grade to which grade how many customers went."""
    if not portrait.knows("was") or portrait.result.scheme.grade is None:
        return None
    names = _names(portrait.people, tuple(grade.label for grade in grades(portrait.result.scheme)))
    matrix = _matrix(portrait.people, names)
    was, now = [sum(row) for row in matrix], [sum(column) for column in zip(*matrix, strict=True)]
    chips = {grade.label: grade.chip for grade in grades(portrait.result.scheme)}
    shown = [chips.get(name, name) or say("not graded") for name in names]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name or say("not graded"), *row, total) for name, row, total in zip(names, matrix, was, strict=True)
    )
    return Section(
        id="migration",
        title=say("Migration"),
        remark=say("rows: {before}; columns: {after}", before=since(portrait), after=day(portrait.at)),
        sentence=moved_sentence(portrait),
        chart=Chart(
            "migration",
            {
                "grades": names,
                "from": since(portrait),
                "to": day(portrait.at),
                "matrix": matrix,
                "was": was,
                "now": now,
            },
        ),
        table=Table(
            (
                column("was", say("Was"), "grade"),
                *(column(name or "ungraded", text, "count") for name, text in zip(names, shown, strict=True)),
                column("all", say("All"), "count"),
            ),
            rows,
            (say("Now"), *now, sum(now)),
        ),
    )


def _names(people: pa.Table, labels: tuple[str, ...]) -> list[str]:
    """The grades that occur on either day, best first; those that the scheme no longer knows, then none at all."""
    met = {*people["grade"].unique().to_pylist(), *people["was"].unique().to_pylist()}
    further = sorted(met - {*labels, None})
    return [name for name in (*labels, *further) if name in met] + ([UNGRADED] if None in met else [])


def _matrix(people: pa.Table, names: list[str]) -> list[list[int]]:
    pairs = people.group_by(["was", "grade"]).aggregate([("customer_id", "count")]).to_pylist()
    counts = {(row["was"] or UNGRADED, row["grade"] or UNGRADED): row["customer_id_count"] for row in pairs}
    return [[counts.get((was, now), 0) for now in names] for was in names]


def moved(portrait: Portrait) -> dict[str, int]:
    """How many customers moved up, down, and are new to the grades."""
    order = [grade.label for grade in grades(portrait.result.scheme)]
    names = _names(portrait.people, tuple(order))
    found = {"up": 0, "down": 0, "new": 0, "all": 0}
    for was, row in zip(names, _matrix(portrait.people, names), strict=True):
        for now, number in zip(names, row, strict=True):
            if was != now and number:
                found[_way(was, now, order)] += number
                found["all"] += number
    return found


def _way(was: str, now: str, order: list[str]) -> str:
    if was not in order:
        return "new"
    return "up" if now in order and order.index(now) < order.index(was) else "down"


def moved_sentence(portrait: Portrait) -> str:
    """How many customers moved since the day before, in one sentence."""
    found = moved(portrait)
    places = {"day": since(portrait), **{way: count(number) for way, number in found.items()}}
    if not found["all"]:
        return say("No customer has changed its grade since {day}.", **places)
    if found["new"]:
        return say(
            "Changes of grade since {day}: {all} ({up} up, {down} down, {new} graded for the first time).",
            **places,
        )
    return say("Changes of grade since {day}: {all} ({up} up, {down} down).", **places)


def changed(people: pa.Table) -> pa.Table:
    """The customers that have another grade than before, those graded for the first time left out."""
    return people.filter(pc.fill_null(pc.not_equal(people["grade"], people["was"]), False))
