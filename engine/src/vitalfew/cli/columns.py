"""`vitalfew columns`: how files would be read, without grading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vitalfew.cli.flags import fact_sections, flag
from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import OneOf
from vitalfew.cli.verb import Verb
from vitalfew.given import TABLES
from vitalfew.languages import say
from vitalfew.whole import passing_folder


def command() -> Verb:
    """The verb in the current language. It takes all flags of `grade`, so that one line serves both."""
    table = flag(
        "--table",
        says=say("What the file holds; else orders."),
        type=OneOf("orders", *TABLES.values()),
        default="orders",
    )
    return Verb(
        "columns",
        say(
            "Show how files would be read, without grading: format, columns, dates, rejected rows. Takes the flags of grade."
        ),
        run,
        arguments=[Argument("file", say("File, folder or database address."), type=click.Path(readable=False))],
        sections=[Section(say("The file"), (table,)), *fact_sections(say("Write it to .json or .txt."))],
        examples=[
            Example("vitalfew columns orders.xlsx", say("Which column is taken for what.")),
            Example(
                "vitalfew columns 销售.csv --map amount=金额 --encoding gb18030", say("With a column given by hand.")
            ),
            Example("vitalfew columns payments.csv --table payments", say("Facts other than orders.")),
        ],
    )


def run(file: str, table: str, out: Path | None, as_json: bool, **given: Any) -> int:
    """Look at each file, print, and end with 1 where one would be refused."""
    from vitalfew.cli.asked import options, sources
    from vitalfew.cli.looks import print_looks
    from vitalfew.cli.streams import complain
    from vitalfew.cli.written import publish
    from vitalfew.readers import look
    from vitalfew.whole import check_place

    places = sources(file, given)
    places = {table: places["orders"], **{name: place for name, place in places.items() if name != "orders"}}
    files = [place for place in places.values() if isinstance(place, Path)]
    check_place(out, (".json", ".txt"), files)
    reading = options(given)
    with working(say("Looking"), files), passing_folder() as work:
        looks = [look(place, name, reading, work) for name, place in places.items()]
    publish(looks[0] if len(looks) == 1 else looks, lambda paper: print_looks(paper, looks), out, as_json=as_json)
    refused = [answer["refused"] for answer in looks if answer["refused"]]
    for sentence in refused:
        complain(sentence)
    return 1 if refused else 0
