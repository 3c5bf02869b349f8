"""`vitalfew schemes`: the ready-made schemes."""

from __future__ import annotations

from vitalfew.cli.flags import json_flag
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.verb import Verb
from vitalfew.languages import pick, say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "schemes",
        say("List the ready-made schemes and what each of them answers."),
        run,
        sections=[Section(say("Output"), (json_flag(),))],
        examples=[
            Example("vitalfew schemes", say("All of them.")),
            Example("vitalfew show rfm --describe", say("One of them in words.")),
        ],
    )


def run(as_json: bool) -> None:
    """Print the list."""
    from vitalfew.cli.catalogue import ready
    from vitalfew.cli.screen import grid, print_json, screen

    schemes = ready()
    if as_json:
        print_json(
            [{"name": s.name, "title": pick(s.title), "answers": pick(s.summary), "covers": s.covers} for s in schemes]
        )
        return
    table = grid()
    for title, style in (
        (say("scheme"), "cyan"),
        (say("title"), ""),
        (say("what it answers"), ""),
        (say("lines"), "dim"),
    ):
        table.add_column(title, style=style, overflow="fold")
    for scheme in schemes:
        table.add_row(scheme.name, pick(scheme.title), pick(scheme.summary), " ".join(scheme.covers))
    screen().print(table)
