"""`vitalfew facts import`: files into a store, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vitalfew.cli.flags import flag, json_flag, reading_section, store_flag, today_flag, wait_flag
from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import OneOf
from vitalfew.cli.verb import Verb
from vitalfew.given import TABLES
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "import",
        say(
            "Take files into a store. An order that comes again replaces itself; the same file again changes nothing. "
            "Of a folder, every file that is new."
        ),
        run,
        arguments=[
            Argument(
                "files",
                say("Files, folders of exports, database addresses."),
                metavar="FILE…",
                nargs=-1,
                required=True,
                type=click.Path(readable=False),
            )
        ],
        sections=[_store(), _turning(), reading_section(), _output()],
        examples=[
            Example("vitalfew facts import orders-2025-01.csv --store facts", say("One month of orders.")),
            Example("vitalfew facts import exports/ --store facts", say("All files of a folder that are new.")),
            Example(
                "vitalfew facts import paid.xlsx --table payments --source ledger --store facts",
                say("Facts other than orders, from a source by name."),
            ),
        ],
    )


def _store() -> Section:
    return Section(
        say("The store"),
        (
            store_flag(),
            flag(
                "--table",
                says=say("What the files hold; else recognised by name and header."),
                type=OneOf("orders", *TABLES.values()),
                metavar="TABLE",
            ),
            flag("--source", says=say("Where the files come from; else their name without digits."), metavar="NAME"),
            flag(
                "--key",
                says=say("What names an order: its number, or customer and number; else found out."),
                type=OneOf("order", "customer-order"),
            ),
            wait_flag(),
        ),
    )


def _turning() -> Section:
    rates = flag("--rates", says=say("Exchange rates, day by day."), metavar="FILE", type=click.Path(readable=False))
    return Section(say("Further facts"), (rates, today_flag()))


def _output() -> Section:
    return Section(say("Output"), (json_flag(),))


def run(files: tuple[str, ...], store: Path, as_json: bool, **given: Any) -> None:
    """Find, read, take in, and say what became of each file."""
    from vitalfew.cli.asked import options
    from vitalfew.cli.clock import now
    from vitalfew.cli.imported import Rejects, show_imported
    from vitalfew.cli.stores import store_of
    from vitalfew.run.finding import Search, find, place_of
    from vitalfew.run.importing import take_in
    from vitalfew.run.manner import manner_of

    places = [place_of(file) for file in files]
    kept, rejects = store_of(store, given["wait"]), Rejects()
    with working(say("Reading and importing"), [place for place in places if isinstance(place, Path)]):
        manner = manner_of(
            kept, options(given), rates=given["rates"] and place_of(given["rates"]), key=given["key"], at=now()
        )
        found = find(places, Search(manner.options, kept.known_files(), store, given["table"], given["source"]))
        outcome = take_in(kept, found, manner, rejects.write)
    show_imported(outcome, as_json=as_json)
