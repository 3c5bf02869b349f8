"""Compaction: fewer files, sorted, the same facts; beside imports that come meanwhile, never over an undo."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import deltalake
import pyarrow as pa
import pyarrow.parquet as pq
from store.loading import add, digest, lines, rows

from vitalfew.backends import DuckDB
from vitalfew.store import Added, Store
from vitalfew.store.committing import committed
from vitalfew.store.compacting import Rebase, fold
from vitalfew.store.files import LINE, of_kind
from vitalfew.store.ledger import opened
from vitalfew.store.state import State, state_at

SPREAD = [("ann", "1", 5, "1.00"), ("ann", "1", 6, "2.00"), ("bob", "2", 6, "4.00"), ("bob", "2", 6, "8.00")]


def state(store: Store) -> State:
    return state_at(store.folder, opened(store.folder))


def test_the_facts_are_the_same_and_fewer_files_hold_them(store: Store) -> None:
    for day in range(1, 6):
        add(store, [("ann", "1", day, f"{day}.00"), ("bob", f"b{day}", day, "1.00")])
    before = lines(store)
    store.compact()
    assert lines(store) == before
    assert len(of_kind(state(store).of("orders"), LINE)) == 1


def test_orders_of_one_day_are_put_together_and_others_left_as_lines(store: Store) -> None:
    add(store, SPREAD)
    assert condensed(store) is None
    store.compact()
    assert condensed(store) == ([("bob", "2", Decimal(12))], [("ann", "1", Decimal(1)), ("ann", "1", Decimal(2))])


def test_an_order_that_comes_again_leaves_those_put_together_and_an_undo_brings_it_back(store: Store) -> None:
    add(store, SPREAD)
    store.compact()
    add(store, [("bob", "2", 6, "5.00")])
    assert condensed(store) == (
        [],
        [("ann", "1", Decimal(1)), ("ann", "1", Decimal(2)), ("bob", "2", Decimal(5))],
    )
    store.undo(2)
    assert condensed(store) == ([("bob", "2", Decimal(12))], [("ann", "1", Decimal(1)), ("ann", "1", Decimal(2))])
    store.undo(1)
    assert condensed(store) is None


def condensed(store: Store) -> Any:
    with DuckDB(folders=[store.folder]) as database:
        found = store.snapshot().condensed(database)
        if found is None:
            return None
        parts = (database.fetch(part.select("customer_id", "order_id", "amount")) for part in (found.ready, found.rest))
        return tuple(sorted(tuple(row.values()) for row in part.to_pylist()) for part in parts)


def test_customers_are_summed_up_until_something_comes_or_goes(store: Store) -> None:
    add(store, [*SPREAD, ("cat", "3", 7, "-5.00")])
    assert summed(store) is None
    store.compact()
    everybody = [("ann", Decimal(3), 1), ("bob", Decimal(12), 1), ("cat", Decimal(-5), 0)]
    assert summed(store) == (date(2026, 1, 7), everybody)
    add(store, [("dan", "4", 8, "5.00")])
    assert summed(store) is None
    store.undo(2)
    assert summed(store) == (date(2026, 1, 7), everybody)
    store.undo(1)
    assert summed(store) is None


def test_a_sum_that_fits_no_cell_is_not_written(store: Store) -> None:
    large = "9" * 15 + ".00"
    add(store, [("ann", str(number), 5, large) for number in range(11)])
    store.compact()
    assert summed(store) is None


def summed(store: Store) -> Any:
    with DuckDB(folders=[store.folder]) as database:
        found = store.snapshot().condensed(database)
        if found is None or found.summed is None:
            return None
        rows = database.fetch(found.summed.customers.select("customer_id", "amount", "valid_orders"))
        return found.summed.last, sorted(tuple(row.values()) for row in rows.to_pylist())


def test_a_store_that_is_compact_already_stays_as_it_is(store: Store) -> None:
    add(store, SPREAD)
    first = store.compact()
    before = digest(store.folder)
    assert store.compact() == first
    assert digest(store.folder) == before


def test_what_comes_after_is_compared_with_folded_orders(store: Store) -> None:
    add(store, SPREAD)
    store.compact()
    again = [*SPREAD[:2], ("bob", "2", 6, "4.00"), ("bob", "2", 6, "8.01"), ("cid", "3", 7, "1.00")]
    assert add(store, again) == Added(2, 3, 5, new=1, changed=1, known=1)
    assert add(store, SPREAD).noop is False


def test_every_table_is_folded(store: Store) -> None:
    for name in ("Ann", "Anne"):
        add(store, pa.table({"customer_id": ["ann"], "name": [name]}), "crm", table="customers")
    returned = {"customer_id": ["ann"], "order_id": ["1"], "day": [date(2026, 1, 9)]}
    add(store, pa.table({**returned, "amount": pa.array([Decimal(1)], pa.decimal128(18, 2))}), table="returns")
    store.compact()
    assert [row["name"] for row in rows(store, "customers")] == ["Anne"]
    assert len(rows(store, "returns")) == 1
    store.undo(2)
    assert [row["name"] for row in rows(store, "customers")] == ["Ann"]


def test_the_rows_of_a_customer_lie_together_in_time(store: Store) -> None:
    add(store, [("cid", "1", 9, "1.00"), ("ann", "2", 8, "2.00"), ("cid", "3", 3, "3.00")])
    add(store, [("bob", "4", 2, "4.00"), ("cid", "5", 5, "5.00")])
    store.compact()
    (file,) = of_kind(state(store).of("orders"), LINE)
    stored = pq.read_table(store.folder / "orders" / file.path)
    assert list(zip(stored["customer_id"].to_pylist(), stored["order_id"].to_pylist(), strict=True)) == [
        ("ann", "2"),
        ("bob", "4"),
        ("cid", "3"),
        ("cid", "5"),
        ("cid", "1"),
    ]


def test_an_import_that_came_while_it_folded_stays_beside_it(store: Store) -> None:
    add(store, [("ann", "1", 5, "1.00"), ("bob", "2", 6, "2.00")])
    add(store, [("ann", "1", 5, "3.00")])
    with DuckDB(folders=[store.folder]) as database:
        work = fold(database, store.folder, state(store))
        add(store, [("ann", "1", 5, "4.00"), ("bob", "2", 6, "5.00")])
        _, done = committed(store.folder, Rebase(work, database, store.folder, None).plan)
    assert done
    assert lines(store) == [("ann", "1", "4.00"), ("bob", "2", "5.00")]
    store.undo(3)
    assert lines(store) == [("ann", "1", "3.00"), ("bob", "2", "2.00")]
    store.undo(2)
    assert lines(store) == [("ann", "1", "1.00"), ("bob", "2", "2.00")]
    assert store.verify() == []


def test_after_an_undo_meanwhile_its_work_is_thrown_away(store: Store) -> None:
    add(store, [("ann", "1", 5, "1.00")])
    add(store, [("ann", "1", 5, "3.00")])
    with DuckDB(folders=[store.folder]) as database:
        work = fold(database, store.folder, state(store))
        store.undo(2)
        newest, done = committed(store.folder, Rebase(work, database, store.folder, None).plan)
    assert (newest.version, done) == (3, False)
    assert lines(store) == [("ann", "1", "1.00")]
    assert store.compact().number == 4
    assert lines(store) == [("ann", "1", "1.00")]


def test_a_commit_is_marked_exact_only_where_its_lines_are_the_rows_that_count(store: Store) -> None:
    add(store, [("ann", "1", 5, "1.00")])
    add(store, [("ann", "1", 5, "3.00")])
    store.compact()
    store.undo(2)
    marks = [commit.get("vitalfew.exact") for commit in deltalake.DeltaTable(store.folder / "orders").history()]
    assert marks[::-1] == [None, "true", None, "true", None]
    exact = deltalake.DeltaTable(store.folder / "orders", version=3).to_pyarrow_table(
        filters=[("file_kind", "=", "line")]
    )
    assert exact["amount"].to_pylist() == [Decimal("3.00")]


def test_it_reads_alike_in_every_copy_of_the_store(store: Store, tmp_path: Path) -> None:
    add(store, SPREAD)
    store.compact()
    store.folder.rename(tmp_path / "moved")
    assert len(lines(Store(tmp_path / "moved"))) == 4
