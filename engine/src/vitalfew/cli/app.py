"""The list of verbs; a verb's file is imported when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from vitalfew.cli.group import Group
from vitalfew.cli.wrong_use import in_our_words
from vitalfew.version import VERSION

VERBS = (
    "grade",
    "explain",
    "history",
    "clv",
    "backtest",
    "cohorts",
    "existing",
    "lost",
    "portfolio",
    "traits",
    "potential",
    "segments",
    "recommend",
    "warnings",
    "walkforward",
    "sensitivity",
    "compare",
    "columns",
    "facts",
    "schemes",
    "show",
    "check",
    "sql",
    "sample",
    "completion",
)
"""In the order of the help; each is a module of this folder with `command()`."""

COMPLETE = "_VITALFEW_COMPLETE"


def app() -> Group:
    """The command in the current language."""
    version = click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version)
    return Group("vitalfew", "", {verb: verb for verb in VERBS}, _help, flags=(version,))


def _help(command: Group) -> str:
    from vitalfew.cli.help import help_of_all

    return help_of_all(command.meanings())


def run(arguments: Sequence[str]) -> int:
    """Understand a command line and do what it says."""
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(app(), {}, "vitalfew", COMPLETE, instruction)
    try:
        with app().make_context("vitalfew", list(arguments)) as context:
            return int(context.command.invoke(context) or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as misuse:
        raise in_our_words(misuse) from None


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"vitalfew {VERSION}")
        ctx.exit()
