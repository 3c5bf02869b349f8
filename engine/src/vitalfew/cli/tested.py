"""A backtest on standard output: in words and tables, or one JSON object."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from vitalfew.cli.beside import beside, say_beside
from vitalfew.cli.rejected import tell_of
from vitalfew.cli.screen import cell, grid, plain, print_json, say_line, screen
from vitalfew.languages import pick, say
from vitalfew.proof import MEASURES, METHODS, Backtest, Origin
from vitalfew.proof.intervals import Estimate
from vitalfew.report.figures.numerals import percent
from vitalfew.report.proof.sentences import grade_name, sentences

IN_MONEY = ("mae", "bias")
"""Measures that are amounts; all others are fractions."""


def show(found: Backtest, out: Path | None, name: Path, *, as_json: bool) -> None:
    """Say what came out; `name` is what files of rejected rows are named after where there is no OUT."""
    tell_of(found.rejects, found.reports, out, name)
    if as_json:
        print_json(as_object(found, out))
        return
    paper = screen()
    for origin in found.origins:
        _print_origin(paper, found, origin)
    say_beside(paper, found, out)


def as_object(found: Backtest, out: Path | None) -> dict[str, Any]:
    """The backtest in figures, for programs."""
    return {
        **found.as_object(),
        **beside(found, out),
    }


def _print_origin(paper: Console, found: Backtest, origin: Origin) -> None:
    title = say(
        "{scheme} as of {day}, and the {days} days after",
        scheme=pick(found.scheme.title),
        day=origin.at.isoformat(),
        days=plain(found.asked.horizon),
    )
    say_line(paper, title, "bold")
    for sentence in sentences(found, origin):
        say_line(paper, sentence)
    paper.print()
    _print_grades(paper, found, origin)
    _print_measures(paper, origin)


def _print_grades(paper: Console, found: Backtest, origin: Origin) -> None:
    table = grid()
    columns = [say("Grade"), say("Customers"), say("bought since"), say("sales since"), say("share")]
    profit = any(of.profit is not None for of in origin.by_grade.values())
    for place, name in enumerate([*columns, *([say("profit since"), say("share")] if profit else [])]):
        table.add_column(name, justify="right" if place else "left")
    for grade, of in origin.by_grade.items():
        cells = [of.customers, of.bought, of.revenue, percent(of.share)]
        cells += [of.profit, percent(of.profit_share)] if profit else []
        table.add_row(grade_name(found, grade), *map(cell, cells))
    paper.print(table)
    paper.print()


def _print_measures(paper: Console, origin: Origin) -> None:
    """Measure by measure the scheme with its interval, and the simpler methods, under their names in JSON."""
    table = grid()
    table.add_column("")
    ours, *others = METHODS
    for head in (ours, say("95 % interval"), *others):
        table.add_column(head, justify="right")
    for measure in MEASURES:
        of = {method: origin.estimates[method][measure] for method in METHODS}
        values = [_value(measure, of[method]) for method in METHODS]
        table.add_row(measure, values[0], _interval(measure, of[ours]), *values[1:])
    paper.print(table)
    paper.print()


def _value(measure: str, of: Estimate | None) -> Text:
    return cell(None) if of is None else Text(_number(measure, of.value))


def _interval(measure: str, of: Estimate | None) -> Text:
    if of is None:
        return cell(None)
    return Text(say("{low} to {high}", low=_number(measure, of.low), high=_number(measure, of.high)))


def _number(measure: str, value: float) -> str:
    return f"{value:,.2f}" if measure in IN_MONEY else f"{value:.3f}"
