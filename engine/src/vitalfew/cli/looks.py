"""How files would be read, in tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from vitalfew.cli.screen import cell, grid, plain, say_line, say_note
from vitalfew.cli.streams import inert
from vitalfew.languages import say

Look = Mapping[str, Any]


def print_looks(paper: Console, looks: Sequence[Look]) -> None:
    """One file after the other."""
    for number, look in enumerate(looks):
        if number:
            paper.print()
        _print_look(paper, look)


def _print_look(paper: Console, look: Look) -> None:
    say_line(paper, say("{source}, read as {table}", source=look["source"], table=look["table"]), "bold")
    shape = [f"{name.replace('_', ' ')} {_named(value)}" for name, value in look["shape"].items()]
    if look.get("grain"):
        shape.append(f"grain {look['grain']}")
    say_line(paper, " · ".join(shape), "dim")
    paper.print()
    _print_columns(paper, look)
    _print_rejects(paper, look)
    for note in look["notes"]:
        say_note(paper, note["text"], warning=note["warning"])


def _named(value: object) -> str:
    """A sign such as the tab by its name."""
    return {"\t": "tab", " ": "space"}.get(str(value), inert(str(value)))


def _print_columns(paper: Console, look: Look) -> None:
    how = {
        "given": say("given"),
        "exact": say("by its name"),
        "synonym": say("by a known name"),
        "content": say("by its content"),
    }
    table = grid()
    for title in (say("column of the file"), say("read as"), say("how"), say("first values")):
        table.add_column(title, overflow="fold")
    for column in look["columns"]:
        field = cell(column["field"], "cyan") if column["field"] else Text(say("not used"), style="dim")
        values = " | ".join(plain(value) for value in column["values"])
        table.add_row(cell(column["header"]), field, how.get(column["how"], ""), Text(values, style="dim"))
    paper.print(table)
    paper.print()


def _print_rejects(paper: Console, look: Look) -> None:
    if not look["rejected"]:
        if look["checked"]:
            say_note(paper, say("The first {n} rows would all be accepted.", n=look["checked"]), warning=False)
        return
    said = say("Of the first {n} rows {rejected} would be rejected:", n=look["checked"], rejected=look["rejected"])
    say_note(paper, said, warning=True)
    table = grid()
    for title in (say("line"), say("column"), say("value"), say("reason")):
        table.add_column(title, overflow="fold")
    for row in look["rejects"]:
        table.add_row(*(cell(row[key]) for key in ("line", "column", "value", "reason")))
    paper.print(table)
