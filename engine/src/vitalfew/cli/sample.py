"""`vitalfew sample`: a believable company to try things on."""

from __future__ import annotations

from pathlib import Path

import click

from vitalfew.cli.flags import flag, json_flag
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import Whole
from vitalfew.cli.verb import Verb
from vitalfew.languages import language, say

CUSTOMERS, YEARS, SEED = 1000, 3, 1


def command() -> Verb:
    """The verb in the current language."""
    folder = flag(
        "-o",
        "--out",
        "out",
        says=say("Folder to write to."),
        metavar="FOLDER",
        type=click.Path(readable=False, path_type=Path),
        required=True,
    )
    size = (
        flag("--customers", says=say("Number of customers."), type=Whole(), default=CUSTOMERS),
        flag("--years", says=say("Years of orders."), type=Whole(), default=YEARS),
        flag("--seed", says=say("The same seed gives the same company."), type=Whole(0), default=SEED),
        flag("--industry", says=say("Industry of the company."), metavar="NAME"),
    )
    return Verb(
        "sample",
        say("Write the facts of a believable company, to try things on."),
        run,
        sections=[
            Section(say("The company"), size),
            Section(say("Output"), (folder, json_flag())),
        ],
        examples=[
            Example("vitalfew sample -o company", say("Orders, customers, payments and more.")),
            Example(
                "vitalfew sample -o hotel --industry hotel --customers 50000 --seed 7", say("A large hotel chain.")
            ),
        ],
    )


def run(out: Path, customers: int, years: int, seed: int, industry: str | None, as_json: bool) -> None:
    """Write, and say what was written."""
    from vitalfew.cli.screen import print_json
    from vitalfew.sample import write

    with working(say("Writing")):
        files = write(out, customers=customers, years=years, seed=seed, industry=industry, language=language())
    if as_json:
        print_json({"folder": str(out), "files": [str(file) for file in files]})
        return
    for file in files:
        click.echo(str(file))
