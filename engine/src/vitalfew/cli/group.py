"""Verbs under one name; the file of a verb is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import click

from vitalfew.cli.parts import Example
from vitalfew.cli.suggestions import did_you_mean
from vitalfew.cli.verb import help_flag, language_flag
from vitalfew.errors import WrongUse
from vitalfew.languages import say


class Group(click.Group):
    """A name with verbs below it. `verbs` is verb → module of this folder with `command()`, in the order of the help.

    Without a verb it shows its help.
    """

    def __init__(
        self,
        name: str,
        does: str,
        verbs: Mapping[str, str],
        help_of: Callable[[Group], str],
        *,
        flags: tuple[click.Option, ...] = (),
        examples: Sequence[Example] = (),
    ) -> None:
        self.modules = verbs
        self.examples = examples
        self._help_of = help_of
        super().__init__(
            name,
            callback=_without_verb,
            invoke_without_command=True,
            no_args_is_help=False,
            add_help_option=False,
            params=[*flags, language_flag(), help_flag()],
            help=does,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        built: click.Command = import_module(f"vitalfew.cli.{self.modules[cmd_name]}").command()
        return built

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.modules and not ctx.resilient_parsing:
            raise WrongUse(
                say("there is no verb {name}.", name=args[0]),
                remedy=did_you_mean(args[0], self.modules)
                or say("The verbs are: {verbs}.", verbs=", ".join(self.modules)),
            )
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return self._help_of(self)

    def meanings(self) -> dict[str, str]:
        """Verb → what it does, in one sentence."""
        context = click.Context(self)
        return {name: str(verb.help) for name in self.modules if (verb := self.get_command(context, name))}


def _without_verb() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
