"""The files of the example company: a sample in three languages, of which each customer has one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from vitalfew_web.demo.choices import SCRIPTS, Script
from vitalfew_web.demo.rules import Row, script_of, told_in_scripts, with_own_names
from vitalfew_web.demo.services.cutting import in_pieces
from vitalfew_web.facts.services import write_sample


@dataclass(frozen=True)
class CustomerFile:
    """The customers of a file in the script of their place; read anew each time it is gone through."""

    path: Path

    def __iter__(self) -> Iterator[tuple[Script, Row]]:
        for row in _read(self.path):
            yield script_of(row), row


def written(folder: Path, customers: int, at: datetime) -> tuple[CustomerFile, Iterator[tuple[str, Path]]]:
    """The customers, each in the language of its place and no two with one name; and the files of facts, as (table, file).

    A file of facts may be gone when the next is asked for.
    """
    write = partial(write_sample, customers=customers, last_day=at.date() - timedelta(days=1))
    first, *others = [script.language for script in SCRIPTS]
    taken = write(folder / first, language=first)
    files = {name: write(folder / name, language=name, tables=("customers",)) for name in others}
    files[first] = taken
    told, named = folder / "told.csv", folder / "customers.csv"
    _write(told, (row for _, row in told_in_scripts({name: _read(each["customers"]) for name, each in files.items()})))
    _write(named, (row for _, row in with_own_names(CustomerFile(told))))
    whole = {table: file for table, file in {**taken, "customers": named}.items() if _has_rows(file)}
    return CustomerFile(named), _cut(whole)


def _cut(files: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    for table, file in files.items():
        yield from ((table, piece) for piece in in_pieces(table, file))


def _has_rows(file: Path) -> bool:
    """A small company may have nothing in a table but its head."""
    with file.open("rb") as lines:
        return sum(1 for _ in islice(lines, 2)) == 2


def _read(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def _write(file: Path, rows: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer: csv.DictWriter[str] | None = None
        for row in rows:
            if writer is None:
                writer = csv.DictWriter(text, fieldnames=list(row))
                writer.writeheader()
            writer.writerow(row)
