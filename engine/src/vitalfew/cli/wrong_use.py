"""What click finds wrong with a command line, in one line and in our words."""

from __future__ import annotations

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from vitalfew.cli.suggestions import did_you_mean
from vitalfew.errors import WrongUse
from vitalfew.languages import say


def in_our_words(misuse: click.ClickException) -> WrongUse:
    """The refusal for what click raised; the remedy names a near flag or the help."""
    context = getattr(misuse, "ctx", None)
    verb = context.command_path if context is not None else "vitalfew"
    help_line = say("See {command} --help.", command=verb)
    if isinstance(misuse, NoSuchOption):
        return _unknown_flag(misuse, context, help_line)
    if isinstance(misuse, MissingParameter) and misuse.param is not None:
        return WrongUse(say("{name} is missing.", name=name_of(misuse.param)), remedy=help_line)
    if isinstance(misuse, BadOptionUsage):
        return _bad_value(misuse, context, help_line)
    return WrongUse(misuse.format_message(), remedy=help_line)


def name_of(param: click.Parameter) -> str:
    """How a flag or argument is written on the line: its longest flag, or its capital name."""
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name


def _flags(context: click.Context | None) -> list[click.Option]:
    return [p for p in context.command.params if isinstance(p, click.Option)] if context is not None else []


def _unknown_flag(misuse: NoSuchOption, context: click.Context | None, help_line: str) -> WrongUse:
    known = [name for option in _flags(context) for name in option.opts]
    remedy = did_you_mean(misuse.option_name, known) or help_line
    if not misuse.option_name.startswith("--"):
        remedy = say("Write -- before a name that begins with -.") + " " + help_line
    return WrongUse(say("there is no flag {name}.", name=misuse.option_name), remedy=remedy)


def _bad_value(misuse: BadOptionUsage, context: click.Context | None, help_line: str) -> WrongUse:
    option = next((option for option in _flags(context) if misuse.option_name in option.opts), None)
    if option is not None and option.is_flag:
        return WrongUse(say("{name} takes no value.", name=misuse.option_name), remedy=help_line)
    return WrongUse(say("{name} needs a value.", name=misuse.option_name), remedy=help_line)
