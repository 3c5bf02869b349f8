"""`vitalfew compare`: who moved between two runs, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.verb import Verb
from vitalfew.errors import Refusal
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.cli.asked import Asked
    from vitalfew.compare import Comparison
    from vitalfew.run import Result

ENDINGS = (".csv", ".xlsx", ".json")

OF_THE_RUNS = ("scheme", "as_of")
"""What the two manifests say, and no flag."""

AS_THEN = ("timezone", "currency", "grain", "exclude", "drop_duplicates", "by")
"""What decides the meaning of the facts: as the older run had it, where the line does not say otherwise."""


def command() -> Verb:
    """The verb in the current language."""
    path = click.Path(readable=False, path_type=Path)
    return Verb(
        "compare",
        say("Who moved between two runs, and why: causes that add up to the change of the score."),
        run,
        arguments=[
            Argument("before", say("The .run.json of the older run, its result beside it."), type=path),
            Argument("after", say("The .run.json of the newer run, its result beside it."), type=path),
            orders_argument(),
        ],
        sections=_sections(),
        examples=[
            Example("vitalfew compare june.run.json july.run.json", say("In words.")),
            Example("vitalfew compare june.run.json july.run.json -o movers.xlsx", say("Every mover, in a workbook.")),
            Example(
                "vitalfew compare june.run.json july.run.json --store facts",
                say("With what has been corrected since as a cause of its own."),
            ),
        ],
    )


def _sections() -> tuple[Section, ...]:
    sections = fact_sections(say("Write the movers to .csv, .xlsx or .json."))
    return tuple(
        Section(section.title, tuple(flag for flag in section.flags if flag.name not in OF_THE_RUNS))
        for section in sections
    )


def run(before: Path, after: Path, orders: str | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Compare, write, and say what moved."""
    from vitalfew.cli.comparison import print_comparison
    from vitalfew.cli.screen import print_json, screen
    from vitalfew.cli.written import publish
    from vitalfew.report.movers import write_movers
    from vitalfew.run.read_back import written_run
    from vitalfew.whole import check_place

    older, newer = written_run(before), written_run(after, earlier=before)
    question = _asked(orders, older, before, given) if _wants_facts(orders, given) else None
    check_place(out, ENDINGS, [before, after, *(question.files if question else [])])
    compared = _compared(older, newer, question, out or before)
    if out is None or out.suffix.lower() == ".json":
        publish(compared.to_json(), partial(print_comparison, compared, newer.scheme), out, as_json=as_json)
        return
    write_movers(compared, out)
    if as_json:
        print_json(compared.to_json())
    else:
        screen().print(f"→ {out}", style="green")


def _wants_facts(orders: str | None, given: Mapping[str, Any]) -> bool:
    from vitalfew.given import TABLES

    return orders is not None or any(given[flag] is not None for flag in ("store", *TABLES))


def _asked(orders: str | None, older: Result, path: Path, given: dict[str, Any]) -> Asked:
    """The old scheme on today's facts as of the old day, read as they were read then."""
    from vitalfew.cli.asked import Asked, options, sources
    from vitalfew.run import Request
    from vitalfew.run.written import day_of, previous_run

    as_then = _as_then(older, given)
    previous = given["previous"]
    day = day_of(path, older.manifest)
    if day is None:
        raise Refusal(
            say("this run has no as-of day to look at the facts from."),
            where=str(path),
            remedy=say("Leave the facts out."),
        )
    if previous is None and "previous" in older.manifest:
        raise Refusal(
            say("this run looked back on the grades of another one."),
            where=str(path),
            remedy=say("Name that one with --previous, or leave the facts out."),
        )
    request = Request(
        older.scheme,
        day,
        by_parent=as_then["by"] == "parent",
        previous=None if previous is None else previous_run(previous),
    )
    return Asked(sources(orders, given), request, options(as_then), () if previous is None else (previous,))


def _as_then(older: Result, given: dict[str, Any]) -> dict[str, Any]:
    """The flags, those that were not given as the older run had them."""
    asked_for = click.get_current_context().get_parameter_source
    then = older.manifest.get("parameters") or {}
    kept = (name for name in AS_THEN if name in then and asked_for(name) is click.core.ParameterSource.DEFAULT)
    return {**given, **{name: then[name] for name in kept}}


def _compared(older: Result, newer: Result, question: Asked | None, named: Path) -> Comparison:
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.compare import movers
    from vitalfew.compare.today import known_today

    if question is None:
        return movers(older, newer)
    with telling_of_rejects(named), working(say("Grading what is known today"), question.files):
        known = known_today(older, newer, question.sources, question.request, question.options)
    return movers(older, newer, *known)
