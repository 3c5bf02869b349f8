"""`vitalfew traits`: what the best have in common and others have not, and who among the others is like them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.verb import Verb
from vitalfew.errors import WrongUse
from vitalfew.languages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Traits
    from vitalfew.insight.traits.finding import Trait
    from vitalfew.scheme import Scheme

TOP = 8
"""Traits shown of each question, and customers that are like the best; all of them are in JSON and OUT."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "traits",
        say("Find what the best customers have in common and others have not, and who among the others is like them."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Looking behind the numbers"), (_metric(),)),
            *fact_sections(
                say("Write a row for each customer that is like the best to .csv, .xlsx, .parquet or .json.")
            ),
        ],
        examples=[
            Example(
                "vitalfew traits orders.csv --customers customers.csv --costs costs.csv",
                say("The top fifth by sales of a year."),
            ),
            Example(
                "vitalfew traits --store facts --scheme key_accounts -o alike.xlsx",
                say("What grade A has in common, and who of grade B is like it."),
            ),
        ],
    )


def _metric() -> Any:
    return flag("--metric", says=say("The best are the top fifth by this; else by sales of a year."), metavar="METRIC")


def run(orders: str | None, out: Path | None, as_json: bool, metric: str | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from dataclasses import replace

    from vitalfew.cli.insight import tell
    from vitalfew.insight import traits

    chosen = _by_metric(metric)

    tell(
        orders,
        out,
        given,
        lambda asked: traits(
            asked.sources, replace(asked.request, scheme=chosen or asked.request.scheme), asked.options
        ),
        print_traits,
        as_json=as_json,
    )


def _by_metric(metric: str | None) -> Scheme | None:
    """The scheme of the top fifth; None where a scheme was named instead."""
    import click

    from vitalfew.insight import METRIC, by_metric

    source = click.get_current_context().get_parameter_source("scheme")
    if source is click.core.ParameterSource.DEFAULT:
        return by_metric(metric or METRIC)
    if metric is not None:
        raise WrongUse(
            say("a metric and a scheme both say who is best."), where="--metric", remedy=say("Give one of them.")
        )
    return None


def print_traits(paper: Console, found: Traits) -> None:
    """The traits by question, the rules, and the first of those who are like the best."""
    from vitalfew.cli.insight import print_title
    from vitalfew.cli.screen import say_line
    from vitalfew.insight.remarks.traits import question_name
    from vitalfew.insight.traits.attributes import QUESTIONS

    print_title(paper, found)
    for question in QUESTIONS:
        if chosen := [one for one in found.alone if one.values[0].question == question]:
            say_line(paper, question_name(question))
            paper.print(_traits(chosen[:TOP]))
            paper.print()
    if found.rules:
        say_line(paper, say("Who is like the best: the first rule that fits counts"))
        paper.print(_rules(found))
        paper.print()
    if found.rows.num_rows:
        say_line(paper, say("Like the best, and not among them yet"))
        paper.print(_alike(found))
        paper.print()


def _traits(chosen: Sequence[Trait]) -> Table:
    from vitalfew.cli.insight import interval
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.traits import text_of

    table = grid()
    table.add_column(say("trait"))
    for heading in (say("customers"), say("best of them, %"), say("of the others, %"), say("lift")):
        table.add_column(heading, justify="right")
    for one in chosen:
        lift = f"{one.lift:.1f} ({one.low:.1f}–{one.high:.1f})"
        table.add_row(text_of(one.values), cell(one.best.of), interval(one.best), interval(one.others), lift)
    return table


def _rules(found: Traits) -> Table:
    from vitalfew.cli.insight import interval
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.traits import text_of

    table = grid()
    table.add_column("")
    table.add_column(say("rule"))
    for heading in (say("customers"), say("best of them, %")):
        table.add_column(heading, justify="right")
    for number, rule in enumerate(found.rules, start=1):
        table.add_row(cell(number), text_of(rule.trait.values), cell(rule.best.of), interval(rule.best))
    return table


def _alike(found: Traits) -> Table:
    from vitalfew.cli.screen import cell, grid

    table = grid()
    for heading in (say("customer"), say("grade"), say("rule")):
        table.add_column(heading)
    table.add_column(say("traits"), justify="right")
    rows = found.rows.sort_by([("rule", "ascending"), ("traits", "descending"), ("customer_id", "ascending")])
    for row in rows.slice(0, TOP).to_pylist():
        table.add_row(
            cell(row.get("name") or row["customer_id"]), cell(row["grade"]), row["sentence"], cell(row["traits"])
        )
    return table
