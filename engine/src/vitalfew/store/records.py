"""What goes into the store and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import ibis.expr.types as ir


@dataclass(frozen=True)
class Load:
    """One table to import: typed rows in standard columns, attached to the calculator.

    An order without a number has a missing `order_id`; the store gives it a key of its content. `columns` are the
    columns that the source brought; `key` is "order", "customer-order" or None (decided by the rows of a source's
    first import). `files` are the sha256 of the bytes that the rows came from.
    """

    table: str
    rows: ir.Table
    source: str
    key: str | None = None
    columns: tuple[str, ...] = ()
    currency: str | None = None
    grain: str | None = None
    rejected: int = 0
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What an import did. new, changed and known count orders (of other tables: their keys).

    `noop`: the same rows stand there already; `batch` and `version` are those of the earlier import.
    """

    batch: int
    version: int
    rows: int
    new: int
    changed: int
    known: int
    rejected: int = 0
    noop: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One line of the store's history. An import of several tables is one number with a line for each.

    `op` is import, undo or compact. `orders` counts keys in other tables. `live` says of an import whether it still
    counts at the newest version. `head` is the digest of all files and live batches of the version.
    """

    number: int
    op: str
    batch: int | None
    undone: int | None
    table: str | None
    source: str | None
    key: str | None
    at: datetime | None
    rows: int
    orders: int
    new: int
    changed: int
    known: int
    rejected: int
    live: bool
    head: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `verify` found, in a sentence. serious: something acknowledged is lost or damaged."""

    what: str
    serious: bool
    mended: bool


class Named(NamedTuple):
    """A commit of a fact table as the ledger names it: its number there and the digest of its log entry."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger: an import of one table, an undo, or a compaction.

    `hashing` tells which way of hashing made `digest`; digests of two ways cannot be held against each other.
    `unnumbered` counts rows without an order number of their own. `folded` is the largest batch that a compaction
    folded. `tables` is what the version reads, `previous` the digest of the ledger's log entry before.
    """

    version: int
    op: str
    batch: int | None = None
    undone: int | None = None
    table: str | None = None
    source: str | None = None
    key: str | None = None
    at: datetime | None = None
    hashing: str | None = None
    digest: str | None = None
    rows: int = 0
    orders: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
    rejected: int = 0
    unnumbered: int = 0
    amount: Decimal | None = None
    currency: str | None = None
    digits: int | None = None
    grain: str | None = None
    columns: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    folded: int = 0
    tables: Mapping[str, Named] = field(default_factory=dict)
    head: str = ""
    previous: str | None = None
