"""A verb of the command: what it does, and what it is told and shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.cli.values import OneOf
from vitalfew.errors import WrongUse
from vitalfew.languages import LANGUAGES, say


class Verb(click.Command):
    """One verb of the command. It is built at call time, in the language of the call."""

    def __init__(
        self,
        name: str,
        does: str,
        run: Callable[..., int | None],
        *,
        arguments: Sequence[Argument] = (),
        sections: Sequence[Section] = (),
        examples: Sequence[Example] = (),
    ) -> None:
        self.arguments = arguments
        self.sections = (*sections, Section(say("General"), (language_flag(), help_flag())))
        self.examples = examples
        flags = [flag for section in self.sections for flag in section.flags]
        settings = {"allow_extra_args": True}
        super().__init__(
            name, context_settings=settings, callback=run, params=[*arguments, *flags], help=does, add_help_option=False
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as misuse:
            misuse.ctx = misuse.ctx or ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise WrongUse(
                say("{rest}: more than {verb} takes.", rest=" ".join(rest), verb=ctx.command_path),
                remedy=say("Put a name with spaces in quotes. See {command} --help.", command=ctx.command_path),
            )
        return rest

    def get_help(self, ctx: click.Context) -> str:
        from vitalfew.cli.help import help_of_verb

        return help_of_verb(ctx.command_path, str(self.help), self.arguments, self.sections, self.examples)


def language_flag() -> click.Option:
    """`--lang`, which stands anywhere on the line; the door has looked at it already."""
    return click.Option(["--lang"], type=OneOf(*LANGUAGES), expose_value=False, help=say("Language of the texts."))


def help_flag() -> click.Option:
    """`--help`."""
    return click.Option(
        ["--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_help,
        help=say("Show this and end."),
    )


def _print_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=True)
        ctx.exit()
