"""`vitalfew facts versions`: what came into a store, and what was undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vitalfew.cli.flags import json_flag, store_flag
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.store import Version


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "versions",
        say("List the versions of a store: every import, undo and compaction, the newest last."),
        run,
        sections=[
            Section(
                say("The store"),
                (store_flag(), json_flag()),
            )
        ],
        examples=[
            Example("vitalfew facts versions --store facts", say("With the batches that undo takes.")),
            Example("vitalfew grade --store facts --version 3", say("Grade what the store held then.")),
        ],
    )


def run(store: Path, as_json: bool) -> None:
    """Print the list."""
    from vitalfew.cli.screen import print_json
    from vitalfew.cli.stores import as_object, store_of

    kept = store_of(store)
    versions = kept.versions()
    if not versions:
        kept.snapshot()  # refuses a folder without a store
    if as_json:
        print_json([as_object(version) for version in versions])
    else:
        _print(versions)


def _print(versions: list[Version]) -> None:
    from vitalfew.cli.screen import cell, grid, screen

    table = grid()
    numbers = (say("rows"), say("new"), say("changed"), say("known"), say("rejected"))
    for title in (say("version"), say("what"), say("batch"), say("table"), say("source"), say("at")):
        table.add_column(title, overflow="fold")
    for title in numbers:
        table.add_column(title, justify="right")
    for one in versions:
        counts = (one.rows, one.new, one.changed, one.known, one.rejected) if one.table else (None,) * len(numbers)
        told = (one.number, _operation(one), one.batch, one.table, one.source, one.at and f"{one.at:%Y-%m-%d %H:%M}")
        style = "" if one.live or not one.table else "dim strike"
        table.add_row(*(cell(value, style) for value in (*told, *counts)))
    screen().print(table)


def _operation(one: Version) -> str:
    if one.undone is not None:
        return say("undo of batch {batch}", batch=one.undone)
    names = {"import": say("import"), "compact": say("compaction")}
    return names.get(one.op, one.op)
