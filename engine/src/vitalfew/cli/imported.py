"""What became of imported files, in words and as JSON; and the files of their rejected rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from vitalfew.cli.grade import named_after
from vitalfew.cli.rejected import tell
from vitalfew.cli.screen import print_json, say_line, say_note, screen
from vitalfew.cli.streams import complain
from vitalfew.languages import say
from vitalfew.report.writing import write_rejects
from vitalfew.run.importing import Outcome, Read, Taken

COUNTS = ("rows", "new", "changed", "known", "rejected")


class Rejects:
    """Files of rejected rows, each named after the file that its rows come from, in the folder of the call."""

    def __init__(self) -> None:
        self._taken: dict[Path, object] = {}

    def write(self, read_in: Sequence[Read]) -> None:
        """Write the files, and tell of each in one line."""
        for one in read_in:
            if one.rejects is not None:
                out = self._name(one)
                tell({one.item.table: one.report.rejected}, write_rejects({one.item.table: one.rejects}, out))

    def _name(self, one: Read) -> Path:
        """Two files of one name in two folders have their rejected rows in two files."""
        wanted = named_after(one.item.place)
        names = (wanted if n == 1 else wanted.with_stem(f"{wanted.stem}-{n}") for n in range(1, len(self._taken) + 2))
        return next(name for name in names if self._taken.setdefault(name, one.item.place) == one.item.place)


def show_imported(outcome: Outcome, *, as_json: bool) -> None:
    """Say what became of each file. What a folder held beside is said on standard error."""
    for left in outcome.left_out:
        complain(say("{file} is left out: {reason}", file=left.place.name, reason=left.reason))
    if as_json:
        print_json(as_object(outcome))
    else:
        _print(screen(), outcome)


def as_object(outcome: Outcome) -> dict[str, Any]:
    """The figures of the one file that was named, or of all files together with those of each."""
    entries = list(_entries(outcome))
    if len(entries) == 1 and not outcome.searched:
        return entries[0]["figures"]  # type: ignore[no-any-return]
    figures = [entry["figures"] for entry in entries]
    return {
        "batch": max((figure["batch"] for figure in figures), default=None),
        "version": outcome.version,
        **{count: sum(figure[count] for figure in figures) for count in COUNTS},
        "batches": [{"file": entry["file"], "table": entry["table"], **entry["figures"]} for entry in entries],
        "left_out": [{"file": left.place.name, "reason": left.reason} for left in outcome.left_out],
    }


def _entries(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for taken in outcome.taken:
        added = taken.added
        figures = {"batch": added.batch, "version": added.version}
        figures |= {count: getattr(added, count) for count in COUNTS}
        yield {"file": taken.item.name, "table": taken.item.table, "figures": figures}
    for held in outcome.held:
        figures = {"batch": held.batch, "version": held.version, **dict.fromkeys(COUNTS, 0), "known": held.orders}
        yield {"file": held.name, "table": held.table, "figures": figures}


def _print(paper: Console, outcome: Outcome) -> None:
    for taken in outcome.taken:
        say_line(paper, _sentence(taken))
        for note in taken.report.notes:
            say_note(paper, str(note), warning=note.warning)
    if outcome.held:
        said = say("{n} files are held already and were passed over.", n=len(outcome.held))
        say_line(paper, said, "dim")
    say_line(paper, say("The store is at version {version}.", version=outcome.version), "green")


def _sentence(taken: Taken) -> str:
    added, figures = taken.added, {count: getattr(taken.added, count) for count in COUNTS}
    if added.noop:
        return say(
            "{file} is batch {batch} already: 0 new, {known:,} known; nothing was written.",
            file=taken.item.name, batch=added.batch, **figures,
        )  # fmt: skip
    if taken.item.table == "orders":
        return say(
            "{file} is batch {batch} of orders from {source}: {new:,} orders new, {changed:,} changed, {known:,} known.",
            file=taken.item.name, batch=added.batch, source=taken.item.source, **figures,
        )  # fmt: skip
    return say(
        "{file} is batch {batch} of {table} from {source}: {new:,} entries new, {changed:,} changed, {known:,} known.",
        file=taken.item.name, batch=added.batch, table=taken.item.table, source=taken.item.source, **figures,
    )  # fmt: skip
