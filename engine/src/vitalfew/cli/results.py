"""A result on standard output: the top of the list and the summary, or one JSON object."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
from rich.text import Text

from vitalfew.cli.beside import as_objects, rejected, say_beside
from vitalfew.cli.rejected import tell_of
from vitalfew.cli.screen import Screen, cell, grid, plain, print_json, say_line, screen
from vitalfew.cli.streams import inert
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import pick, say
from vitalfew.registry import Unit
from vitalfew.run import Result

TOP = 20
"""Customers shown where no OUT was asked for."""

WIDE = 9
"""Columns that fit on a line."""


def show_result(result: Result, out: Path | None, name: Path, *, as_json: bool) -> None:
    """Say what came out of a run whose OUT is written, or that has none."""
    tell_of(result.rejects, result.reports, out, name)
    if as_json:
        print_json(as_object(result, out))
        return
    paper = screen()
    if out is None:
        _print_top(paper, result)
    _print_summary(paper, result, out)


def as_object(result: Result, out: Path | None) -> dict[str, Any]:
    """The result in figures, for programs."""
    grades = {row["values"]: row["counts"] for row in result.graded["grade"].value_counts().to_pylist()}
    order = [str(label) for label in result.scheme.grade_labels()]
    return {
        "customers": result.graded.num_rows,
        "rejected": rejected(result.reports),
        "as_of": result.manifest.get("as_of"),
        "scheme": result.scheme.scheme,
        "grades": {label: grades[label] for label in order if label in grades},
        "ungraded": grades.get(None, 0),
        "notes": as_objects(result.notes),
        "out": None if out is None else str(out),
    }


def _print_top(paper: Screen, result: Result) -> None:
    rows = top(result)
    titles = {"name": say("name")}
    table = grid(pick(result.scheme.title))
    for column in rows.column_names:
        number = pa.types.is_decimal(rows[column].type) or pa.types.is_integer(rows[column].type)
        table.add_column(
            Text(inert(titles.get(column, column))), justify="right" if number else "left", overflow="fold"
        )
    for row in rows.to_pylist():
        table.add_row(*(cell(value, style="bold" if key == "grade" else "") for key, value in row.items()))
    paper.print(table)
    if result.graded.num_rows > rows.num_rows:
        more = say("… and {n} more; write all of them with -o FILE.", n=result.graded.num_rows - rows.num_rows)
        paper.print(more, style="dim")
    paper.print()


def top(result: Result) -> pa.Table:
    """The best customers: by score, then by the first money metric, then by id; as many columns as fit."""
    rows = result.rows
    money = [name for name, metric in result.scheme.metrics.items() if metric.unit is Unit.MONEY]
    keys = [("score", "descending"), *((name, "descending") for name in money[:1]), ("customer_id", "ascending")]
    known = [(name, order) for name, order in keys if name in rows.column_names]
    shown = _by_interest(result, rows.column_names)[:WIDE]
    best = rows.sort_by(known).slice(0, TOP).select(shown)
    customers = best["customer_id"].to_pylist()
    known_names = result.names_of(customers)
    if not known_names:
        return best
    names = pa.array([known_names.get(customer) for customer in customers], pa.string())
    return best.add_column(1, "name", names)


def _by_interest(result: Result, columns: list[str]) -> list[str]:
    """Id, grade and score, then classes, then metrics, then reasons; the grade's own classifier says nothing new."""
    first = ["customer_id", "grade", "score", *result.scheme.classifiers, *result.scheme.metrics]
    ordered = [*(name for name in first if name in columns), *(name for name in columns if name not in first)]
    return [name for name in ordered if name not in (HAS_ORDERS, result.scheme.grade)]


def _print_summary(paper: Screen, result: Result, out: Path | None) -> None:
    said = say("{n} customers", n=plain(result.graded.num_rows))
    day = result.manifest.get("as_of")
    if day is not None:
        said = say("{n} customers as of {day}", n=plain(result.graded.num_rows), day=day)
    say_line(paper, f"{pick(result.scheme.title)}: {said}", "bold")
    say_beside(paper, result, out)
