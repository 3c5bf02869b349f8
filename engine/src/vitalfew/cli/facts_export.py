"""`vitalfew facts export`: plain Delta tables for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from vitalfew.cli.flags import flag, json_flag, store_flag
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Whole
from vitalfew.cli.verb import Verb
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    folder = flag(
        "--delta",
        says=say("Folder for the tables; it must not exist, or be empty."),
        metavar="DIR",
        required=True,
        type=click.Path(readable=False, path_type=Path),
    )
    version = flag("--version", says=say("Its facts as they were in this version; else the newest."), type=Whole())
    return Verb(
        "export",
        say("Write what counts as plain Delta tables, one for each table of facts, for any program that reads Delta."),
        run,
        sections=[
            Section(say("The store"), (store_flag(), version)),
            Section(say("Output"), (folder, json_flag())),
        ],
        examples=[Example("vitalfew facts export --store facts --delta out", say("out/orders, out/customers …"))],
    )


def run(store: Path, version: int | None, delta: Path, as_json: bool) -> None:
    """Export, and name the tables."""
    from vitalfew.cli.progress import working
    from vitalfew.cli.screen import print_json, say_line, screen
    from vitalfew.cli.stores import store_of

    with working(say("Exporting")):
        tables = [delta / table.name for table in store_of(store).export(delta, version)]
    if as_json:
        print_json({"tables": [str(table) for table in tables]})
    else:
        for table in tables:
            say_line(screen(), f"→ {table}", "green")
