"""What there is to import: files that are named, and in folders every file that the store does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.places import check_readable
from vitalfew.readers.reading import Options
from vitalfew.readers.sources.database import is_address, public_name
from vitalfew.readers.sources.digests import of_file
from vitalfew.run.recognising import table_of
from vitalfew.schemas import TABLES
from vitalfew.whole import passing_folder

OUR_OWN = (".rejects.csv", ".run.json")
"""Endings of files that a run writes beside its result: they are no facts."""

PACKED = (".gz", ".xz")


@dataclass(frozen=True)
class Item:
    """One file (or database address) to import: its table and its source. `found`: in a folder, not by name."""

    place: Path | str
    table: str
    source: str
    found: bool = False

    @property
    def name(self) -> str:
        """How it is called in what is said of it: without its folder, without a password."""
        return self.place.name if isinstance(self.place, Path) else public_name(self.place)


@dataclass(frozen=True)
class Held:
    """A file of a folder that the store holds, with its batch."""

    place: Path
    batch: int


@dataclass(frozen=True)
class LeftOut:
    """A file of a folder that is not taken in, and why."""

    place: Path
    reason: str


Found = Item | Held | LeftOut


@dataclass(frozen=True)
class Search:
    """How places are looked at: what a person says of them, how files are read, what the store holds.

    `known` is the sha256 of a file → the live batch it came with. `store` is passed over where it lies in a folder.
    """

    options: Options
    known: Mapping[str, int]
    store: Path
    table: str | None = None
    source: str | None = None


def find(places: Sequence[Path | str], search: Search) -> list[Found]:
    """What lies at these places; facts of other tables before orders, by name. A folder is not searched deeper."""
    with passing_folder() as work:
        found = [one for place in places for one in _at(place, search, work)]
    return sorted(found, key=lambda one: isinstance(one, Item) and one.table == "orders")


def _at(place: Path | str, search: Search, work: Path) -> Iterator[Found]:
    if isinstance(place, str):
        yield _item(place, search.table or "orders", search)
        return
    check_readable(place)
    if place.is_dir():
        for path in sorted(place.iterdir()):
            yield from _in_folder(path, search, work)
    else:
        yield _item(place, search.table or table_of(place, search.options, work) or "orders", search)


def _in_folder(path: Path, search: Search, work: Path) -> Iterator[Found]:
    if path.name.startswith((".", "~$")) or path.name.endswith(OUR_OWN) or path.resolve() == search.store.resolve():
        return
    try:
        yield _looked_at(path, search, work)
    except Refusal as refusal:
        yield LeftOut(path, without_place(refusal))


def without_place(refusal: Refusal) -> str:
    """What a refusal says, without the name of the file, which stands before it."""
    return str(Refusal(refusal.what, remedy=refusal.remedy))


def _looked_at(path: Path, search: Search, work: Path) -> Found:
    check_readable(path)
    if path.is_dir():
        return LeftOut(path, say("a folder in a folder is not searched."))
    batch = search.known.get(of_file(path))
    if batch is not None:
        return Held(path, batch)
    if path.with_suffix(".run.json").exists():
        return LeftOut(path, say("it is a result, not facts."))
    table = search.table or table_of(path, search.options, work)
    if table is None:
        return LeftOut(path, say("its columns are those of no table of facts."))
    return _item(path, table, search, found=True)


def _item(place: Path | str, table: str, search: Search, *, found: bool = False) -> Item:
    assert table in TABLES, "the command line and the recognition know the tables"
    return Item(place, table, search.source or source_name(place, table), found)


def source_name(place: Path | str, table: str) -> str:
    """The source of a file where nobody names it: its name without folder, ending and digits, else that of the table."""
    if isinstance(place, str):
        return table
    name = place.name
    for ending in PACKED:
        name = name.removesuffix(ending)
    return re.sub(r"[\W_]*\d+[\W_]*", "-", Path(name).stem).strip("-_. ") or table


def place_of(text: str) -> Path | str:
    """A place as it is written on a line: the address of a database, or a path."""
    return text if is_address(text) else Path(text)
