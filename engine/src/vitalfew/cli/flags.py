"""The flags of every verb that reads facts. Names and meanings are fixed by the contract, section 2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vitalfew.cli.parts import Argument, Section
from vitalfew.cli.values import Currency, Day, Encoding, OneOf, Pair, SchemeName, Share, Whole, Zone
from vitalfew.languages import say

DEFAULT_SCHEME = "key_accounts"

WAIT = 600
"""Seconds that a writer waits for another one."""


def flag(*names: str, says: str, **settings: Any) -> click.Option:
    """One flag with its help."""
    return click.Option(list(names), help=says, **settings)


def switch(*names: str, says: str) -> click.Option:
    """A flag without a value."""
    return flag(*names, says=says, is_flag=True, default=False)


def json_flag() -> click.Option:
    """`--json`."""
    return switch("--json", "as_json", says=say("JSON on standard output, for programs."))


def store_section() -> Section:
    """What every verb takes that changes a store and reads no facts."""
    return Section(say("The store"), (store_flag(), wait_flag(), json_flag()))


def fact_sections(out: str, as_of: click.Option | None = None) -> tuple[Section, ...]:
    """All sections; `out` says what -o writes, `as_of` stands in the place of a single day."""
    return (_kept(), _tables(), _grading(as_of or as_of_flag()), reading_section(), output_section(out))


def as_of_flag() -> click.Option:
    """`--as-of`, a single day."""
    return flag("--as-of", says=say("Grade as of the end of this day; else the day of the last order."), type=Day())


def _kept() -> Section:
    version = flag("--version", says=say("Its facts as they were in this version; else the newest."), type=Whole())
    return Section(say("Facts from a store, instead of ORDERS"), (store_flag(required=False), version))


def orders_argument() -> Argument:
    """ORDERS of a verb that reads facts; a store may stand for it."""
    meaning = say("File, folder or database address of orders.")
    return Argument("orders", meaning, type=click.Path(readable=False), required=False)


def store_flag(*, required: bool = True) -> click.Option:
    """`--store`."""
    says = say("Folder of kept facts; see vitalfew facts.")
    return flag("--store", says=says, metavar="DIR", required=required, type=click.Path(readable=False, path_type=Path))


def wait_flag() -> click.Option:
    """`--wait`."""
    says = say("How long to wait while another process writes; else {seconds}.", seconds=WAIT)
    return flag("--wait", says=says, metavar="SECONDS", type=Whole(smallest=0), default=WAIT)


def today_flag() -> click.Option:
    """`--today`."""
    return flag("--today", says=say("The day that counts as today; else the clock."), type=Day())


def _tables() -> Section:
    meanings = {
        "customers": say("Customers: name, parent, region, since …"),
        "payments": say("Invoices and what was paid on them."),
        "returns": say("Goods that came back."),
        "costs": say("What serving customers cost, in money and hours."),
        "feedback": say("Scores, complaints, suggestions."),
        "interactions": say("Visits, calls, mail, web."),
        "wallet": say("What customers spend in our field in all."),
        "rates": say("Exchange rates, day by day."),
    }
    flags = (
        flag(f"--{name}", says=says, metavar="FILE", type=click.Path(readable=False)) for name, says in meanings.items()
    )
    return Section(say("Further facts"), tuple(flags))


def _grading(as_of: click.Option) -> Section:
    return Section(
        say("Grading"),
        (
            scheme_flag(),
            as_of,
            today_flag(),
            flag("--by", says=say("Grade groups of companies as one customer."), type=OneOf("parent")),
            flag(
                "--previous",
                says=say("The .run.json of the run before, for schemes that hold grades steady."),
                metavar="RUN",
                type=click.Path(readable=False, path_type=Path),
            ),
        ),
    )


def scheme_flag() -> click.Option:
    """`--scheme`."""
    says = say("Scheme by name or YAML file; else {default}.", default=DEFAULT_SCHEME)
    return flag("--scheme", says=says, type=SchemeName(), default=DEFAULT_SCHEME)


def reading_section() -> Section:
    """How files are read."""
    return Section(
        say("How files are read; what is not given is found out"),
        (
            flag(
                "--map",
                "mapping",
                says=say("Which column a field stands in; may be repeated."),
                type=Pair(),
                multiple=True,
            ),
            flag("--grain", says=say("Whether a row is an order line or a whole order."), type=OneOf("line", "order")),
            switch("--dayfirst", says=say("03/04 is the third of April.")),
            switch("--monthfirst", says=say("03/04 is the fourth of March.")),
            flag("--decimal", says=say("The decimal sign."), type=OneOf(",", "."), metavar="SIGN"),
            flag("--sheet", says=say("Sheet of a workbook."), metavar="NAME"),
            flag("--header-row", says=say("Line of the header."), type=Whole()),
            flag("--encoding", says=say("Encoding of text files."), type=Encoding()),
            flag(
                "--timezone",
                says=say("Zone of days; times with a zone are turned into it."),
                type=Zone(),
                default="UTC",
            ),
            flag("--currency", says=say("Currency of the results."), type=Currency()),
            flag("--earliest", says=say("Rows before this day are rejected; else 1990-01-01."), type=Day()),
            flag("--max-rejects", says=say("Largest share of rejected rows; else 5%."), type=Share(), default="5%"),
            switch("--drop-duplicates", says=say("Leave out identical lines.")),
            flag(
                "--fill-down",
                says=say("Fill empty cells of this field from above; may be repeated."),
                metavar="FIELD",
                multiple=True,
            ),
            flag("--exclude", says=say("Leave out this customer; may be repeated."), metavar="ID", multiple=True),
            switch("--untrusted", says=say("Read Parquet files from others in a limited process, too.")),
        ),
    )


def output_section(out: str) -> Section:
    """`--json` and `-o`."""
    return Section(
        say("Output"),
        (
            json_flag(),
            flag("-o", "--out", "out", says=out, metavar="OUT", type=click.Path(readable=False, path_type=Path)),
        ),
    )
