"""What goes into a reader and what comes out of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.languages import say

Lines = npt.NDArray[np.int64]
"""Physical line of the source on which each record begins; the header is line 1."""

Mends = Mapping[int, Mapping[str, str]]
"""Line of the source → header → the cell that is read there instead; an empty one leaves it empty."""


@dataclass(frozen=True, slots=True)
class Options:
    """How files are to be read; what is None is found out from the file.

    `mapping` is standard name → header. `today` is never read from a clock here: the caller gives it,
    and `today_given` says whether a person did.
    """

    today: date
    today_given: bool = False
    mapping: Mapping[str, str] = field(default_factory=dict)
    grain: str | None = None
    dayfirst: bool | None = None
    decimal: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    timezone: str = "UTC"
    currency: str | None = None
    earliest: date = date(1990, 1, 1)
    max_rejects: Decimal = Decimal("0.05")
    drop_duplicates: bool = False
    fill_down: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()
    untrusted: bool = False
    mends: Mends = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing a reader or run has to say: an English sentence with places, and their values."""

    code: str
    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    warning: bool = False

    def __str__(self) -> str:
        return say(self.sentence, **self.values)


@dataclass(frozen=True, slots=True)
class Block:
    """Some records of a source, as text: one string column per header cell, empty cells null."""

    columns: tuple[pa.StringArray, ...]
    lines: Lines
    ragged: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Rows longer or shorter than the header, by their line; they are not in `columns`."""


@dataclass(frozen=True, slots=True)
class Records:
    """A source opened as text: its header and its records, block by block."""

    header: tuple[str, ...]
    blocks: Iterator[Block]
    shape: Mapping[str, str | int]
    """How it was opened: format, encoding, delimiter, sheet, header_row, …; shown by `columns`."""
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts came from: the file's own name and the sha256 of its bytes (or of its typed rows)."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows of one table.

    `rows` are data rows (unassigned ones count; titles, totals, blanks, skipped twins do not);
    `accepted + rejected + unassigned == rows`. `columns` is standard name → header it was read from.
    """

    table: str
    sources: tuple[Source, ...]
    columns: Mapping[str, str]
    rows: int
    accepted: int
    rejected: int = 0
    unassigned: int = 0
    unassigned_amount: Decimal = Decimal(0)
    grain: str | None = None
    currency: str | None = None
    today_used: bool = False
    """Whether a row was warned of or rejected by `today`."""
    shape: Mapping[str, str | int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    rejects: Path | None = None
    """The file of rejected rows, in the run's own work folder."""


@dataclass(frozen=True, slots=True)
class ParquetFiles:
    """Clean Parquet files read where they lie: standard name → (column in the file, stored type)."""

    paths: tuple[Path, ...]
    columns: Mapping[str, tuple[str, pa.DataType]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A table of facts as read: typed rows in the columns of schemas.py, and what became of the rest."""

    rows: pa.Table | ParquetFiles
    report: Report
