"""The calculator: rows in order, and nothing that outlives its connection."""

import gc
import weakref

import pyarrow as pa
import pytest

from vitalfew.backends import DuckDB

SORTED, MIXED = ["a", "b", "b", "Ö", "散"], ["散", "b", "a", "Ö", "b"]


@pytest.mark.parametrize("ids", [SORTED, MIXED, [], ["a"]])
def test_rows_come_in_order_whether_they_lay_so_or_not(ids: list[str]) -> None:
    with DuckDB() as database:
        table = database.attach("customers", pa.table({"id": pa.array(ids, pa.string()), "n": range(len(ids))}))
        rows = database.in_order(table.mutate(twice=table.n * 2), "id")
        groups = database.in_order(table.group_by("id").aggregate(n=table.count()), "id")
    assert rows["id"].to_pylist() == sorted(ids)
    assert rows["twice"].to_pylist() == [2 * n for n in rows["n"].to_pylist()]
    assert groups["id"].to_pylist() == sorted(set(ids))


def test_a_statement_that_is_remembered_keeps_no_connection_alive() -> None:
    with DuckDB() as database:
        table = database.attach("numbers", pa.table({"n": [1, 2]}))
        assert database.fetch(table.mutate(more=table.n + 1)).num_rows == 2
        connection = weakref.ref(database._ibis)
    del database, table
    gc.collect()
    assert connection() is None
