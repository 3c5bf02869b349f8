"""The reference of the command line: every verb with its arguments and flags, from their own declarations."""

from collections.abc import Iterator

import click

from vitalfew.cli.app import VERBS, app
from vitalfew.cli.group import Group
from vitalfew.cli.parts import Section
from vitalfew.cli.verb import Verb

CONTEXT = click.Context(app(), info_name="vitalfew")


def sections() -> Iterator[str]:
    """A chapter for each verb."""
    yield (
        "Exit code 0 is good, 1 means that the input was refused, 2 that the command was used wrongly. A refusal is one "
        "line on standard error that says what, where, and what to do. Texts follow `--lang`, else LANG."
    )
    yield from map(chapter, verbs())


def verbs() -> Iterator[Verb]:
    """The verbs in the order of the help, those of a group under its name."""
    for name in VERBS:
        built = app().get_command(CONTEXT, name)
        if isinstance(built, Group):
            yield from of_group(built)
        elif isinstance(built, Verb):
            yield built


def of_group(group: Group) -> Iterator[Verb]:
    """The verbs of a group, by their full names."""
    for name in group.list_commands(CONTEXT):
        verb = group.get_command(CONTEXT, name)
        if isinstance(verb, Verb):
            verb.name = f"{group.name} {name}"
            yield verb


def chapter(verb: Verb) -> str:
    """What a verb does, arguments, flags, examples."""
    line = " ".join(["vitalfew", str(verb.name), *(argument.make_metavar(CONTEXT) for argument in verb.arguments)])
    parts = [f"## {verb.name}", str(verb.help), f"    {line} [flags]"]
    arguments = [f"| `{argument.human_readable_name}` | {argument.meaning} |" for argument in verb.arguments]
    if arguments:
        parts.append("\n".join(["| argument | meaning |", "|---|---|", *arguments]))
    rows = [row for section in verb.sections for row in flag_rows(section)]
    parts.append("\n".join(["| flag | meaning |", "|---|---|", *rows]))
    if verb.examples:
        parts.append("\n".join(f"    {example.line:<70}  # {example.gives}" for example in verb.examples))
    return "\n\n".join(parts)


def flag_rows(section: Section) -> Iterator[str]:
    """The flags of a section under its title."""
    yield f"| *{section.title}* | |"
    for flag in section.flags:
        yield f"| `{spelled(flag)}` | {flag.help or ''} |"


def spelled(flag: click.Option) -> str:
    """A flag as it is typed, with the kind of its value."""
    names = ", ".join(sorted(flag.opts, key=len))
    return names if flag.is_flag else f"{names} {flag.make_metavar(CONTEXT)}".replace("|", " or ")


def meanings() -> dict[str, str]:
    """Name of a flag's value → what it means, over the verb that reads facts."""
    grade = next(verbs())
    return {flag.name: flag.help or "" for section in grade.sections for flag in section.flags if flag.name}
