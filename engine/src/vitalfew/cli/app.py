"""The list of verbs; a verb's file is imported when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

from vitalfew.cli.suggestions import did_you_mean
from vitalfew.cli.verb import help_flag, language_flag
from vitalfew.cli.wrong_use import in_our_words
from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.version import VERSION

VERBS = ("grade", "explain", "columns", "schemes", "show", "check", "sql", "sample", "completion")
"""In the order of the help; each is a module of this folder with `command()`."""

COMPLETE = "_VITALFEW_COMPLETE"


class App(click.Group):
    """The command itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        built: click.Command = import_module(f"vitalfew.cli.{cmd_name}").command()
        return built

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS and not ctx.resilient_parsing:
            raise WrongUse(
                say("there is no verb {name}.", name=args[0]),
                remedy=did_you_mean(args[0], VERBS) or say("The verbs are: {verbs}.", verbs=", ".join(VERBS)),
            )
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        from vitalfew.cli.help import help_of_all

        return help_of_all({name: str(verb.help) for name in VERBS if (verb := self.get_command(ctx, name))})


def app() -> App:
    """The command in the current language."""
    version = click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version)
    return App(
        "vitalfew",
        callback=_without_verb,
        invoke_without_command=True,
        no_args_is_help=False,
        add_help_option=False,
        params=[version, language_flag(), help_flag()],
    )


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


def _without_verb() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"vitalfew {VERSION}")
        ctx.exit()
