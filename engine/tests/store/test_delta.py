"""The traps of Delta tables, each met: stale appends, retention, syncing, raw readers."""

import json
import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import deltalake
import duckdb
import polars as pl
import pytest
from filelock import FileLock
from store.loading import add, lines, load, rows

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.store import Store
from vitalfew.store.adding import Adding
from vitalfew.store.committing import CHECKPOINT_EVERY, committed
from vitalfew.store.ledger import FOLD
from vitalfew.store.state import State
from vitalfew.store.tables import Conflict, DeltaLog

FIRST = [("ann", "1", 5, "1.00"), ("bob", "2", 6, "2.00")]


def test_a_stale_commit_is_refused_rather_than_rebased(store: Store) -> None:
    add(store, FIRST)
    stale = DeltaLog(store.folder / "orders").at(1)
    add(store, [("eve", "9", 5, "1.00")])
    with pytest.raises(Conflict):
        stale.commit([], stale.files)
    assert len(lines(store)) == 3


def test_who_wins_is_worked_out_anew_where_somebody_committed_in_between(store: Store) -> None:
    add(store, FIRST)
    plans = []
    with DuckDB(folders=[store.folder]) as database:
        mine = load(database, [("ann", "1", 5, "9.00")])
        adding = Adding(database, store.folder, None)

        def plan(state: State) -> object:
            planned = adding.plan(state, [mine])
            if not plans:  # a writer without our lock, between our plan and our commit
                other = load(database, [("ann", "1", 5, "7.00"), ("cid", "3", 7, "3.00")])
                committed(store.folder, lambda s: Adding(database, store.folder, None).plan(s, [other]))
            plans.append(planned[1][0])
            return planned

        committed(store.folder, plan)  # type: ignore[arg-type]
    assert [(one.batch, one.version) for one in plans] == [(2, 2), (3, 3)]
    assert lines(store) == [("ann", "1", "9.00"), ("bob", "2", "2.00"), ("cid", "3", "3.00")]
    store.undo(3)
    assert ("ann", "1", "7.00") in lines(store)
    store.undo(2)
    assert ("ann", "1", "1.00") in lines(store)
    assert [finding.what for finding in store.verify()] == ["1 files that writers left when they died were removed."]


def test_a_writer_that_always_loses_gives_up_and_says_so(store: Store) -> None:
    add(store, FIRST)
    with DuckDB(folders=[store.folder]) as database:

        def plan(state: State) -> object:
            planned = Adding(database, store.folder, None).plan(state, [load(database, [("ann", "1", 5, "9.00")])])
            other = load(database, [("cid", f"c{state.version}", 7, "3.00")], "web")
            committed(store.folder, lambda s: Adding(database, store.folder, None).plan(s, [other]))
            return planned

        with pytest.raises(Refusal, match="another program keeps writing"):
            committed(store.folder, plan)  # type: ignore[arg-type]
    assert len(lines(store)) == 2 + 3


def test_versions_outlive_the_month_after_which_delta_cleans_its_log(store: Store) -> None:
    versions = CHECKPOINT_EVERY + 2
    for number in range(versions):
        add(store, [("ann", "1", 5, f"{number}.00")])
    old = timedelta(days=60).total_seconds()
    for path in store.folder.rglob("*.json"):
        os.utime(path, (path.stat().st_atime - old, path.stat().st_mtime - old))
    for table in ("ledger", "orders"):
        opened = deltalake.DeltaTable(store.folder / table)
        opened.create_checkpoint()
        opened.cleanup_metadata()
        opened.vacuum(dry_run=False, enforce_retention_duration=False)
    assert [lines(store, number)[0][2] for number in range(1, versions + 1)] == [f"{n}.00" for n in range(versions)]
    assert store.verify() == []


def test_the_ledger_stays_a_few_files(store: Store) -> None:
    for number in range(FOLD + 3):
        add(store, [("ann", f"{number}", 5, "1.00")])
    assert [version.batch for version in store.versions()] == list(range(1, FOLD + 4))
    assert len(DeltaLog(store.folder / "ledger").at(FOLD + 3).files) < FOLD
    assert store.verify() == []


def test_data_reaches_the_disk_before_the_log_that_names_it_and_the_ledger_last(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, FIRST)
    synced: list[str] = []
    really = os.fsync

    def watched(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink().relative_to(store.folder)
        entries = [table for table in ("orders", "ledger") if (store.folder / table / LOG / name(2)).exists()]
        synced.append(f"{'scratch' if path.parts[0] == '.work' else path} after {' '.join(entries) or 'nothing'}")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    add(store, [("ann", "1", 5, "9.00")])
    monkeypatch.undo()
    assert synced == [
        "scratch after nothing",  # the contested key
        "orders after nothing",
        "scratch after nothing",  # the rows
        "orders after nothing",
        "orders after nothing",
        f"orders/{LOG}/{name(1)} after nothing",  # the entry before ours, whoever wrote it
        f"orders/{LOG} after nothing",
        f"orders/{LOG}/{name(2)} after orders",
        f"orders/{LOG} after orders",
        "scratch after orders",  # the ledger's row
        "ledger after orders",
        f"ledger/{LOG}/{name(1)} after orders",
        f"ledger/{LOG} after orders",
        f"ledger/{LOG}/{name(2)} after orders ledger",
        f"ledger/{LOG} after orders ledger",
        "scratch after orders ledger",  # the copy of the ledger's entry
        "ledger after orders ledger",
    ]


LOG = "_delta_log"


def name(number: int) -> str:
    return f"{number:020d}.json"


def test_every_reader_of_delta_reads_an_export(store: Store, tmp_path: Path) -> None:
    add(store, FIRST)
    add(store, [("ann", "1", 5, "9.00")])
    exported = store.export(tmp_path / "plain")
    assert exported == [tmp_path / "plain" / "orders"]
    expected = [("ann", Decimal("9.00")), ("bob", Decimal("2.00"))]
    scanned = pl.scan_delta(str(exported[0])).filter(pl.col("amount") > 0).collect()
    assert sorted(scanned.select("customer_id", "amount").rows()) == expected
    table = deltalake.DeltaTable(exported[0])
    arrow = table.to_pyarrow_table()
    assert sorted(zip(arrow["customer_id"].to_pylist(), arrow["amount"].to_pylist(), strict=True)) == expected
    paths = [str(exported[0] / path) for path in pl.DataFrame(table.get_add_actions())["path"]]
    found = duckdb.connect().execute("SELECT customer_id, amount FROM read_parquet(?) ORDER BY 1", [paths]).fetchall()
    assert found == expected
    assert "version 2" in table.metadata().description


def test_an_export_is_of_any_version_and_never_over_something(store: Store, tmp_path: Path) -> None:
    add(store, FIRST)
    store.undo(1)
    assert store.export(tmp_path / "now") == []
    (exported,) = store.export(tmp_path / "then", 1)
    assert deltalake.DeltaTable(exported).to_pyarrow_table().num_rows == 2
    with pytest.raises(Refusal, match="something already"):
        store.export(tmp_path / "then")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts", "now", "then"]


def test_the_table_says_how_to_read_it_raw(store: Store) -> None:
    add(store, FIRST)
    about = deltalake.DeltaTable(store.folder / "orders").metadata()
    assert "facts export --delta" in about.description
    assert about.partition_columns == ["file_kind", "file_batch"]
    add_actions = json.loads((store.folder / "orders" / LOG / name(1)).read_text().splitlines()[-1])
    assert add_actions["add"]["partitionValues"] == {"file_kind": "line", "file_batch": "1"}


def test_a_second_writer_waits_and_says_so(store: Store) -> None:
    add(store, FIRST)
    waited: list[str] = []
    impatient = Store(store.folder, wait=0.05, on_wait=lambda: waited.append("waiting"))
    with FileLock(store.folder / ".lock"):
        (store.folder / ".lock.holder").write_text("4711")
        with pytest.raises(Refusal, match=r"process 4711 .* 0\.05 seconds; nothing was changed"):
            impatient.undo(1)
        assert len(lines(impatient)) == 2
    assert waited == ["waiting"]
    impatient.undo(1)
    assert lines(store) == []
    assert waited == ["waiting"]


def test_one_customers_orders_newest_first_and_never_stale(store: Store) -> None:
    add(store, [*FIRST, ("ann", "3", 9, "3.00")])
    assert [row["order_id"] for row in store.facts_of("ann").to_pylist()] == ["3", "1"]
    add(store, [("ann", "3", 4, "30.00")])
    assert [(row["order_id"], row["amount"]) for row in store.facts_of("ann").to_pylist()] == [
        ("1", Decimal("1.00")),
        ("3", Decimal("30.00")),
    ]
    assert store.facts_of("nobody").num_rows == 0
    assert store.last_day() == date(2026, 1, 6)
    store.undo(2)
    store.undo(1)
    assert store.facts_of("ann").num_rows == 0
    assert store.last_day() is None
    assert rows(store) == []
