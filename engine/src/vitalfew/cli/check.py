"""`vitalfew check`: what is wrong with a scheme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from vitalfew.cli.flags import flag, json_flag
from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.values import Day, SchemeName
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.checks import Issue


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "check",
        say("Say what is wrong with a scheme, each fault with its place. Warnings alone end with 0, errors with 1."),
        run,
        arguments=[Argument("scheme", say("A ready-made scheme or a YAML file."), type=SchemeName())],
        sections=[
            Section(
                say("Output"),
                (
                    flag("--today", says=say("The day that counts as today; else the clock."), type=Day()),
                    json_flag(),
                ),
            )
        ],
        examples=[
            Example("vitalfew check mine.yaml", say("Line, place and what to do.")),
            Example("vitalfew show rfm > mine.yaml", say("A scheme of your own to begin with.")),
        ],
    )


def run(scheme: str, today: date | None, as_json: bool) -> int:
    """Check, print, and end with 1 where there is an error."""
    from vitalfew.checks import check
    from vitalfew.cli.catalogue import text_of
    from vitalfew.cli.clock import today as clock
    from vitalfew.cli.screen import print_json

    issues = check(text_of(scheme), today or clock())
    errors = sum(issue.level == "error" for issue in issues)
    if as_json:
        faults = [{"level": i.level, "place": i.place, "line": i.line, "text": i.sentence} for i in issues]
        print_json({"scheme": scheme, "errors": errors, "warnings": len(issues) - errors, "issues": faults})
    else:
        _print(scheme, issues, errors)
    return 1 if errors else 0


def _print(scheme: str, issues: list[Issue], errors: int) -> None:
    for issue in issues:
        click.echo(_line(scheme, issue))
    said = say(
        "{scheme}: {errors} errors, {warnings} warnings.", scheme=scheme, errors=errors, warnings=len(issues) - errors
    )
    click.echo(said)


def _line(scheme: str, issue: Issue) -> str:
    from vitalfew.cli.streams import inert

    level = say("error") if issue.level == "error" else say("warning")
    where = f"{scheme}:{issue.line}" if issue.line else scheme
    place = f" {issue.place}:" if issue.place else ""
    return inert(f"{where}: {level}:{place} {issue.sentence}")
