"""A folder that keeps facts with their whole history, from Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.library.asking import NEVER
from vitalfew.library.grading import grade
from vitalfew.library.result import Result
from vitalfew.readers.reading import Note, Options
from vitalfew.readers.sources.database import is_address
from vitalfew.readers.sources.frames import as_arrow
from vitalfew.run.finding import Search, find, place_of
from vitalfew.run.importing import Outcome, Read, Taken, take_in
from vitalfew.run.manner import Manner, manner_of
from vitalfew.whole import passing_folder

if TYPE_CHECKING:
    from vitalfew.store import Finding, Version
    from vitalfew.store import Store as Kept

COUNTS = ("rows", "new", "changed", "known", "rejected")


@dataclass(frozen=True)
class Imported:
    """What an import did: the version that the store has now, the batch of each file, what was left out and why.

    `new`, `changed` and `known` count orders (of other tables: their keys). `rejects` is file → its rejected rows, as
    the bytes of a .csv.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     vf.Store(folder).add(orders)
    <version 1: batch 1 with 4 rows, 4 new, 0 changed, 0 known, 0 rejected>
    """

    version: int
    batches: tuple[int, ...]
    rows: int
    new: int
    changed: int
    known: int
    rejected: int
    notes: tuple[Note, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)

    def __repr__(self) -> str:
        first, last = min(self.batches), max(self.batches)
        named = f"{first}" if first == last else f"{first} to {last}"
        figures = ", ".join(f"{getattr(self, name)} {name}" for name in COUNTS)
        left = f"; {len(self.left_out)} files left out" if self.left_out else ""
        return f"<version {self.version}: batch {named} with {figures}{left}>"


class Store:
    """The facts of a company in a folder. An order that comes again replaces itself, and any import can be undone.

    Of each order the rows of the live batch with the largest number count, and no others. Making a Store touches
    nothing; the first import makes the folder. `wait` is how many seconds a writer waits for another one, `memory` what
    the calculator of an import may hold before it spills to the disk, as in "300MB". Needs the extra vitalfew[store].

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = vf.Store(folder)
    ...     store.add(orders).new, store.add(orders).known, store.grade(scheme="abc").rows["grade"].to_pylist()
    (4, 4, ['A', 'B', 'C'])
    """

    def __init__(self, folder: str | Path, *, wait: float = 600, memory: str | None = None) -> None:
        self.folder = Path(folder)
        self._wait = wait
        self._memory = memory

    def add(
        self,
        *facts: Any,
        table: str | None = None,
        source: str | None = None,
        key: str | None = None,
        rates: str | Path | None = None,
        at: datetime | None = None,
        today: date | None = None,
        **reading: Any,
    ) -> Imported:
        """Import files, folders of exports, database addresses or data frames, as one version: all of them or none.

        `table` is recognised by name and header where it is not given; a data frame holds orders. `source` is where
        the facts come from, else the name of the file without digits. `key` names an order: "order" by its number,
        "customer-order" by customer and number. `at` is written down as the time of the import. Further keywords are
        those of reading, as in `vf.grade`.

        >>> import tempfile
        >>> correction = orders.slice(3).set_column(3, "amount", [["75.00"]])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     store.add(orders), store.add(correction)
        (<version 1: batch 1 with 4 rows, 4 new, 0 changed, 0 known, 0 rejected>,
         <version 2: batch 2 with 1 rows, 0 new, 1 changed, 0 known, 0 rejected>)
        """
        options = Options(today=today or NEVER, today_given=today is not None, **reading)
        return self._told(facts, table, source, self._manner(options, rates, key, at))

    def foresee(
        self,
        *facts: Any,
        table: str | None = None,
        source: str | None = None,
        key: str | None = None,
        rates: str | Path | None = None,
        today: date | None = None,
        **reading: Any,
    ) -> Imported:
        """What `add` would do with the same facts, each file held against the newest version by itself. Changes nothing.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders.slice(1))
        ...     told = store.foresee(orders)
        ...     told.new, told.known, len(store.versions())
        (1, 3, 1)
        """
        options = Options(today=today or NEVER, today_given=today is not None, **reading)
        return self._told(facts, table, source, replace(self._manner(options, rates, key, None), foreseen=True))

    def undo(self, batch: int, *, at: datetime | None = None) -> Version:
        """Take an import back, whatever came after it. Refuses one that is unknown or taken back already.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     undone = store.undo(1)
        ...     undone.number, undone.undone, [version.live for version in store.versions()]
        (2, 1, [False, False])
        """
        return self._kept.undo(batch, at=at)

    def versions(self) -> list[Version]:
        """All that was done, oldest first; each version stays readable.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders, source="shop")
        ...     [(version.number, version.op, version.source) for version in store.versions()]
        [(1, 'import', 'shop')]
        """
        return self._kept.versions()

    def verify(self) -> list[Finding]:
        """Hold every byte against its digest, and mend what was never acknowledged; empty where all is well.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.verify()
        []
        """
        return self._kept.verify()

    def compact(self, *, at: datetime | None = None) -> Version:
        """Write the rows that count anew, sorted, so that they are read fast. Changes no fact; undo works as before.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.compact().op
        'compact'
        """
        return self._kept.compact(at=at)

    def export(self, target: str | Path, version: int | None = None) -> list[Path]:
        """Write the rows that count at a version as plain Delta tables, for any reader. A filled target is refused.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(f"{folder}/facts")
        ...     imported = store.add(orders)
        ...     [path.name for path in store.export(f"{folder}/plain")]
        ['orders']
        """
        return self._kept.export(Path(target), version)

    def orders_of(self, customer_id: str) -> pa.Table:
        """One customer's lines of orders that count now, newest first.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.orders_of("Acme")["order_id"].to_pylist()
        ['2', '1']
        """
        return self.facts_of(customer_id)

    def facts_of(self, customer_id: str, table: str = "orders") -> pa.Table:
        """One customer's rows of a table of facts that count now, newest first; an empty table where there are none.

        What does not depend on the customer is worked out once: ask the same Store again, and it answers in milliseconds.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.facts_of("Birch")["order_id"].to_pylist(), store.facts_of("Birch", "returns").num_rows
        (['3'], 0)
        """
        return self._reading.facts_of(customer_id, table)

    def last_day(self) -> date | None:
        """The day of the last order line that counts now, of all customers; None where there is none.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.last_day().isoformat()
        '2026-03-02'
        """
        return self._reading.last_day()

    def grade(self, *, version: int | None = None, **asked: Any) -> Result:
        """Grade the facts of a version, the newest unless one is named. Further keywords are those of `vf.grade`.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     store = vf.Store(folder)
        ...     imported = store.add(orders)
        ...     store.grade(scheme="abc").manifest["store"]["version"]
        1
        """
        return grade(store=self, version=version, **asked)

    @property
    def _kept(self) -> Kept:
        from vitalfew.store import Store as Kept

        return Kept(self.folder, wait=self._wait)

    def _manner(self, options: Options, rates: str | Path | None, key: str | None, at: datetime | None) -> Manner:
        given = None if rates is None else place_of(str(rates))
        return replace(manner_of(self._kept, options, rates=given, key=key, at=at), memory=self._memory)

    def _told(self, facts: Sequence[Any], table: str | None, source: str | None, manner: Manner) -> Imported:
        rejects = _Rejects()
        with _places(facts, table) as places:
            search = Search(manner.options, self._kept.known_files(), self.folder, table, source)
            return _said(self._taken(places, search, manner, rejects), rejects)

    def _taken(self, places: Sequence[Path | str], search: Search, manner: Manner, rejects: _Rejects) -> Outcome:
        return take_in(self._kept, find(places, search), manner, rejects)

    @cached_property
    def _reading(self) -> Kept:
        return self._kept

    def __repr__(self) -> str:
        return f"vf.Store({str(self.folder)!r})"


class _Rejects(dict[str, bytes]):
    """File → the bytes of its file of rejected rows, taken down before the store is touched."""

    def __call__(self, read_in: Sequence[Read]) -> None:
        self |= {one.item.name: one.rejects for one in read_in if one.rejects is not None}


@contextmanager
def _places(facts: Sequence[Any], table: str | None) -> Iterator[list[Path | str]]:
    """Where the facts lie; a data frame lies in a passing file that is named after its table."""
    with passing_folder() as work:
        yield [_place(one, work / str(number), table or "orders") for number, one in enumerate(facts)]


def _place(fact: Any, work: Path, name: str) -> Path | str:
    if isinstance(fact, str | Path):
        return str(fact) if is_address(fact) else Path(fact)
    work.mkdir()
    pq.write_table(as_arrow(fact), work / f"{name}.parquet")
    return work / f"{name}.parquet"


def _said(outcome: Outcome, rejects: Mapping[str, bytes]) -> Imported:
    taken = outcome.taken
    figures = {name: sum(getattr(one.added, name) for one in taken) for name in COUNTS}
    figures["known"] += sum(one.orders for one in outcome.held)
    return Imported(
        version=outcome.version,
        batches=tuple(dict.fromkeys([*_batches(taken), *(one.batch for one in outcome.held)])),
        notes=tuple(note for one in taken for note in one.report.notes),
        left_out={left.place.name: left.reason for left in outcome.left_out},
        rejects=dict(rejects),
        **figures,
    )


def _batches(taken: Sequence[Taken]) -> list[int]:
    return [one.added.batch for one in taken]
