"""Facts of a store as a run takes them: the tables of one version, attached to the run's own calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import ibis.expr.types as ir

from vitalfew.backends import Calculator
from vitalfew.compile.condensed import Condensed
from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.reading import Options, Report

if TYPE_CHECKING:
    from vitalfew.store import Snapshot

STORE = "store"
"""The name under which a snapshot stands among the sources of a run."""


@dataclass(frozen=True)
class Kept:
    """What a manifest says of the facts of a store: version and digest of its list of files."""

    version: int
    head: str


@dataclass(frozen=True)
class KeptFacts:
    """Tables of a store, attached."""

    kept: Kept
    tables: Mapping[str, ir.Table]
    reports: Mapping[str, Report]
    """What the live imports brought of each table; of no file of this run."""
    condensed: Condensed | None


def snapshot_of(folder: Path, version: int | None) -> Snapshot:
    """A version of the store in a folder, the newest without a number. Refused where there is none."""
    from vitalfew.store import Store

    return Store(folder).snapshot(version)


def kept_facts(snapshot: Snapshot, database: Calculator, options: Options) -> KeptFacts:
    """Attach the tables of a snapshot, without the customers that are left out. Refused: another currency asked for."""
    _refuse_turning(snapshot, options)
    tables = {name: _without(rows, options.exclude) for name, rows in snapshot.attach(database).items()}
    if "orders" not in tables:
        raise Refusal(
            say("the store holds no orders in version {version}.", version=snapshot.version),
            where=str(snapshot.folder),
            remedy=say("Import some with vitalfew facts import."),
        )
    kept = Kept(snapshot.version, snapshot.head)
    reports = {name: _brought(snapshot, name) for name in tables}
    return KeptFacts(kept, tables, reports, None if options.exclude else snapshot.condensed(database))


def _brought(snapshot: Snapshot, table: str) -> Report:
    rows, rejected = snapshot.brought(table)
    grain = snapshot.grain if table == "orders" else None
    currency = snapshot.currency
    return Report(table, (), {}, rows + rejected, rows, rejected=rejected, grain=grain, currency=currency)


def refuse_doubled(snapshot: Snapshot, beside: Mapping[str, object]) -> None:
    """Refuse a table that is given as a file and lies in the store too: nobody could tell which one counts."""
    doubled = sorted(set(beside) & set(snapshot.tables))
    if doubled:
        raise WrongUse(
            say("the store has a table {table} already.", table=doubled[0]),
            where=str(snapshot.folder),
            remedy=say("Import the file with vitalfew facts import, or leave the flag out."),
        )


def refuse_other_currency(snapshot: Snapshot, reports: Mapping[str, Report]) -> None:
    """Refuse files whose amounts are of another currency than those of the store."""
    named = {name: r.currency for name, r in reports.items() if r.currency and name != "exchange_rates"}
    for name, currency in named.items():
        if snapshot.currency not in (None, currency):
            listed = f"{name} {currency}, {STORE} {snapshot.currency}"
            raise Refusal(
                say("the tables are in different currencies: {listed}.", listed=listed),
                remedy=say("Give exchange rates with --rates and the currency of the run with --currency."),
            )


def _refuse_turning(snapshot: Snapshot, options: Options) -> None:
    if options.currency in (None, snapshot.currency):
        return
    held = snapshot.currency or say("no currency named")
    raise Refusal(
        say(
            "the amounts in the store are in {held} and cannot be turned into {wanted}.",
            held=held,
            wanted=options.currency,
        ),
        where="--currency",
        remedy=say("Give --currency and --rates when importing."),
    )


def _without(rows: ir.Table, excluded: frozenset[str]) -> ir.Table:
    if not excluded or "customer_id" not in rows.columns:
        return rows
    return rows.filter(rows.customer_id.notin(sorted(excluded)))
