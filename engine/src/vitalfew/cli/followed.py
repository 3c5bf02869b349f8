"""A history on standard output: in words and tables, or one JSON object."""

from __future__ import annotations

from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.text import Text

from vitalfew.cli.beside import as_objects, rejected
from vitalfew.cli.screen import cell, grid, plain, say_line, say_note
from vitalfew.cli.streams import inert
from vitalfew.history import History
from vitalfew.languages import pick, say


def as_object(found: History, one: pa.Table | None, out: Path | None) -> dict[str, Any]:
    """The history in figures, for programs; with a customer also its own."""
    content = {
        "scheme": found.scheme.scheme,
        "days": list(found.days),
        "customers": len(found.table["customer_id"].unique()),
        "rejected": rejected(found.reports),
        "counts": [
            {"as_of": day, "grades": _named(grades), "ungraded": grades.get(None, 0)}
            for day, grades in found.counts().items()
        ],
        "migration": _migration(found),
        "notes": as_objects(found.notes),
        "out": None if out is None else str(out),
    }
    if one is None:
        return content
    rows = one.select(["as_of", "grade", "score"]).to_pylist()
    return {"customer_id": one["customer_id"][0].as_py(), "history": rows, **content}


def _named(grades: dict[str | None, int]) -> dict[str, int]:
    return {grade: n for grade, n in grades.items() if grade is not None}


def _migration(found: History) -> dict[str, Any] | None:
    """Between the last two days; None where there is only one."""
    if len(found.days) < 2:
        return None
    pairs = [
        {"from": before, "to": after, "customers": n}
        for before, row in found.migration().items()
        for after, n in row.items()
        if n
    ]
    earlier, later = found.days[-2:]
    return {"from": earlier, "to": later, "moved": found.movers().num_rows, "pairs": pairs}


def print_history(paper: Console, found: History) -> None:
    """How many stood where on each day, and who moved between the last two."""
    _print_counts(paper, found)
    if len(found.days) > 1:
        _print_migration(paper, found)
    for note in found.notes:
        say_note(paper, str(note), warning=note.warning)


def _print_counts(paper: Console, found: History) -> None:
    say_line(paper, say("{scheme}: customers by grade", scheme=pick(found.scheme.title)), "bold")
    table = grid()
    table.add_column(say("as of"))
    for grade in found.grades:
        table.add_column(_shown(grade), justify="right")
    for day, grades in found.counts().items():
        table.add_row(cell(day), *(cell(grades[grade]) for grade in found.grades))
    paper.print(table)


def _print_migration(paper: Console, found: History) -> None:
    earlier, later = found.days[-2:]
    paper.print()
    title = say("From the grade on {earlier} (rows) to that on {later} (columns)", earlier=earlier, later=later)
    say_line(paper, title, "bold")
    table = grid()
    table.add_column("")
    for grade in found.grades:
        table.add_column(_shown(grade), justify="right")
    matrix = found.migration()
    for before in found.grades:
        style = {after: "bold" if after == before else "" for after in found.grades}
        table.add_row(_shown(before), *(cell(matrix[before][after], style[after]) for after in found.grades))
    paper.print(table)
    known = sum(n for row in matrix.values() for n in row.values())
    paper.print()
    say_line(
        paper,
        say("{n} of the {all} customers known on both days moved.", n=plain(found.movers().num_rows), all=plain(known)),
        "bold",
    )


def _shown(grade: str | None) -> Text:
    return Text("—" if grade is None else inert(grade))


def print_customer(paper: Console, found: History, one: pa.Table) -> None:
    """The grades of one customer as a line of letters, best grade A; a dot before it was known, a dash without one."""
    letters = _letters(found)
    told = {row["as_of"]: row for row in one.to_pylist()}
    line = "".join(letters[told[day]["grade"]] if day in told else "·" for day in found.days)
    first, last = found.days[0], found.days[-1]
    say_line(
        paper,
        say("{customer}: {first} to {last}", customer=plain(one["customer_id"][0].as_py()), first=first, last=last),
        "bold",
    )
    say_line(paper, line)
    for grade, letter in letters.items():
        if letter in line and grade not in (None, letter):
            say_line(paper, f"{letter} = {grade}", "dim")


def _letters(found: History) -> dict[str | None, str]:
    """A letter for each grade: itself where all are letters, else by place."""
    grades = [grade for grade in found.grades if grade is not None]
    plainly = all(len(grade) == 1 for grade in grades)
    return {**dict(zip(grades, grades if plainly else ascii_uppercase, strict=False)), None: "—"}
