"""`vitalfew show`: a scheme as YAML, or in words."""

from __future__ import annotations

import sys

import click

from vitalfew.cli.flags import switch
from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.values import SchemeName
from vitalfew.cli.verb import Verb
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    words = switch("--describe", says=say("Explain it in words."))
    return Verb(
        "show",
        say("Print a scheme as YAML: a starting point for your own."),
        run,
        arguments=[Argument("scheme", say("A ready-made scheme or a YAML file."), type=SchemeName())],
        sections=[Section(say("Output"), (words,))],
        examples=[
            Example("vitalfew show rfm > mine.yaml", say("A scheme of your own to begin with.")),
            Example("vitalfew show key_accounts --describe", say("What it looks at, and what its grades mean.")),
        ],
    )


def run(scheme: str, describe: bool) -> None:
    """Print the document, in colours on a terminal."""
    from vitalfew.cli.catalogue import text_of

    text = text_of(scheme)
    if describe:
        from vitalfew.cli.describing import print_described
        from vitalfew.cli.screen import screen
        from vitalfew.scheme import parse

        print_described(screen(), parse(text, where=scheme))
    elif sys.stdout.isatty():
        from rich.syntax import Syntax

        from vitalfew.cli.screen import screen

        screen().print(Syntax(text, "yaml", background_color="default", word_wrap=True))
    else:
        click.echo(text, nl=not text.endswith("\n"))
