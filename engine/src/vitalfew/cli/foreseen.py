"""What is foreseen on standard output: the top of the list and the model, or one JSON object."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.text import Text

from vitalfew.cli.beside import beside, say_beside
from vitalfew.cli.rejected import tell_of
from vitalfew.cli.screen import cell, grid, plain, print_json, say_line, say_note, screen
from vitalfew.languages import say
from vitalfew.lifetime import Lifetimes

TOP = 20
"""Customers shown where no OUT was asked for."""

DIGITS = {
    "recency": 1,
    "age": 1,
    "p_alive": 3,
    "p_return": 3,
    "expected_orders": 2,
    "expected_value": 2,
    "lifetime_value": 2,
}
"""Column → digits behind the point on the screen."""


def show(found: Lifetimes, out: Path | None, name: Path, *, as_json: bool) -> None:
    """Say what came out; `name` is what files of rejected rows are named after where there is no OUT."""
    tell_of(found.rejects, found.reports, out, name)
    if as_json:
        print_json(as_object(found, out))
        return
    paper = screen()
    if out is None:
        _print_top(paper, found)
    _print_model(paper, found)
    say_beside(paper, found, out)


def as_object(found: Lifetimes, out: Path | None) -> dict[str, Any]:
    """The model and the run in figures, for programs."""
    return {
        **found.as_object(),
        "customers": found.rows.num_rows,
        **beside(found, out),
    }


def top(rows: pa.Table) -> pa.Table:
    """The customers worth most, equal ones by id."""
    return rows.sort_by([("lifetime_value", "descending"), ("customer_id", "ascending")]).slice(0, TOP)


def _print_top(paper: Console, found: Lifetimes) -> None:
    table = grid()
    for column in found.rows.column_names:
        table.add_column(column, justify="left" if column == "customer_id" else "right", overflow="fold")
    for row in top(found.rows).to_pylist():
        table.add_row(*(_cell(column, value) for column, value in row.items()))
    paper.print(table)
    if found.rows.num_rows > TOP:
        more = say("… and {n} more; write all of them with -o FILE.", n=found.rows.num_rows - TOP)
        paper.print(more, style="dim")
    paper.print()


def _cell(column: str, value: Any) -> Text:
    if column in DIGITS and value is not None:
        return Text(f"{value:,.{DIGITS[column]}f}")
    return cell(value)


def _print_model(paper: Console, found: Lifetimes) -> None:
    """The title line, and the parameters of model and money."""
    days = f"{found.asked.days:g}"
    title = say("{n} customers as of {day}", n=plain(found.rows.num_rows), day=found.as_of.isoformat())
    say_line(paper, say("{said}: what {days} days will bring", said=title, days=days), "bold")
    told = found.as_object()
    period = {"day": say("days"), "week": say("weeks"), "month": say("months")}[found.asked.period]
    say_note(
        paper,
        say(
            "{model}, learned from {n} customers, {came_back} of whom came back: {params}; times in {period}.",
            model=found.asked.model,
            n=plain(found.lesson.learned_from),
            came_back=plain(found.lesson.came_back),
            params=_listed(told["params"]),
            period=period,
        ),
        warning=False,
    )
    spend = {name: told["spend"][name] for name in ("p", "q", "v")}
    if not found.spending.by_pooled_mean:
        said = say("Spend by Gamma-Gamma: {params}.", params=_listed(spend))
        say_note(paper, said, warning=False)


def _listed(numbers: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.5g}" for name, value in numbers.items())
