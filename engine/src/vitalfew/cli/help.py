"""The help of the command and of each verb, as wide as the terminal, Chinese signs counted as two."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from io import StringIO

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vitalfew.cli.parts import Argument, Example, Section
from vitalfew.languages import say

WIDEST = 110


def help_of_all(verbs: Mapping[str, str]) -> str:
    """What the command is for, its verbs, and where to begin."""
    paper = _paper()
    _usage(paper, "vitalfew VERB …")
    paper.print(say("Grades the customers of a company from a file of orders, and explains every grade."))
    _titled(paper, say("Verbs"), _rows(verbs))
    _titled(
        paper,
        say("Flags"),
        _rows(
            {
                "--lang en|zh-hans|zh-hant": say("Language of the texts."),
                "--version": say("The version of the command."),
            }
        ),
    )
    begin = {
        "vitalfew columns orders.xlsx": say("How the file would be read."),
        "vitalfew grade orders.xlsx -o grades.xlsx": say("Grade every customer."),
        "vitalfew explain orders.xlsx 17850": say("Why a customer has its grade, and what would change it."),
    }
    _titled(paper, say("Begin with"), _rows(begin))
    paper.print("\n" + say("See {command} --help.", command="vitalfew VERB"))
    return _written(paper)


def help_of_group(called: str, does: str, verbs: Mapping[str, str], examples: Sequence[Example]) -> str:
    """What the verbs below a name do together, and each of them; `called` is the name on the line."""
    paper = _paper()
    _usage(paper, f"{called} VERB …")
    paper.print(does)
    _titled(paper, say("Verbs"), _rows(verbs))
    _titled(paper, say("Examples"), _listed(examples))
    paper.print("\n" + say("See {command} --help.", command=f"{called} VERB"))
    return _written(paper)


def help_of_verb(
    called: str, does: str, arguments: Sequence[Argument], sections: Sequence[Section], examples: Sequence[Example]
) -> str:
    """What a verb does, its arguments, flags in sections, examples; `called` is how it is called on the line."""
    paper = _paper()
    names = [f"[{a.human_readable_name}]" if not a.required else a.human_readable_name for a in arguments]
    _usage(paper, " ".join([called, *names, f"[{say('flags')}]"]))
    paper.print(does)
    if arguments:
        _titled(paper, say("Arguments"), _rows({a.human_readable_name: a.meaning for a in arguments}))
    for section in sections:
        _titled(paper, section.title, _rows({_written_flag(flag): flag.help or "" for flag in section.flags}))
    if examples:
        _titled(paper, say("Examples"), _listed(examples))
    return _written(paper)


def _written_flag(flag: click.Option) -> str:
    names = ", ".join(sorted(flag.opts, key=len))
    if flag.is_flag:
        return names
    context = click.Context(click.Command("vitalfew"))
    metavar = flag.metavar or flag.type.get_metavar(flag, context) or flag.type.name.upper()
    return f"{names} {metavar}"


def _listed(examples: Sequence[Example]) -> Text:
    return Text("\n").join(Text.assemble((e.line, "cyan"), "\n    ", e.gives) for e in examples)


def _rows(entries: Mapping[str, str]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for name, meaning in entries.items():
        table.add_row(Text(name), Text(meaning))
    return table


def _usage(paper: Console, line: str) -> None:
    paper.print(Text.assemble((say("Usage:"), "bold"), " ", line))


def _titled(paper: Console, title: str, content: Table | Text) -> None:
    paper.print("\n" + title, style="bold")
    paper.print(Padding(content, (0, 0, 0, 2)))


def _paper() -> Console:
    """A sheet to write on; coloured only where it goes to a terminal that shows colours."""
    real = Console(file=sys.stdout)
    given = os.environ.get("COLUMNS", "")
    width = min(real.width if sys.stdout.isatty() or given else WIDEST, WIDEST)
    paper = Console(
        file=StringIO(), width=width, force_terminal=real.is_terminal, no_color=real.no_color, markup=False, emoji=False
    )
    paper.highlighter = _no_highlight
    return paper


def _no_highlight(text: str | Text) -> Text:
    return text if isinstance(text, Text) else Text(text)


def _written(paper: Console) -> str:
    assert isinstance(paper.file, StringIO), "a sheet is written in memory"
    return "\n".join(line.rstrip() for line in paper.file.getvalue().splitlines())
