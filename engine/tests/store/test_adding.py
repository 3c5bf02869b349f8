"""What an import does: orders replace themselves whole, the same rows change nothing, and a source keeps its key."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from store.loading import add, digest, lines, load, rows

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal, WrongUse
from vitalfew.schemas import TABLES, FactTable
from vitalfew.store import Added, Store

JANUARY = [("ann", "1", 5, "10.00"), ("ann", "1", 5, "2.50"), ("bob", "2", 6, "30.00")]


def test_an_order_that_comes_again_replaces_itself_whole(store: Store) -> None:
    add(store, JANUARY)
    assert add(store, [("ann", "1", 5, "11.00"), ("cid", "3", 7, "1.00")]) == Added(2, 2, 2, new=1, changed=1, known=0)
    assert lines(store) == [("ann", "1", "11.00"), ("bob", "2", "30.00"), ("cid", "3", "1.00")]


def test_the_same_rows_again_are_the_earlier_import_in_whatever_order_they_come(store: Store) -> None:
    first = add(store, JANUARY)
    before = digest(store.folder)
    assert add(store, JANUARY[::-1]) == Added(first.batch, 1, 3, new=0, changed=0, known=2, noop=True)
    assert digest(store.folder) == before


def test_one_changed_line_among_known_ones_is_one_changed_order(store: Store) -> None:
    add(store, JANUARY)
    assert add(store, [*JANUARY[:2], ("bob", "2", 6, "31.00")]) == Added(2, 2, 3, new=0, changed=1, known=1)


def test_the_same_rows_count_again_once_a_later_import_touched_their_orders(store: Store) -> None:
    add(store, JANUARY)
    add(store, [("bob", "2", 6, "99.00")])
    assert add(store, JANUARY) == Added(3, 3, 3, new=0, changed=1, known=1)
    assert ("bob", "2", "30.00") in lines(store)


def test_the_same_rows_count_again_once_their_import_was_undone(store: Store) -> None:
    add(store, JANUARY)
    store.undo(1)
    assert add(store, JANUARY) == Added(2, 3, 3, new=2, changed=0, known=0)


def test_identical_lines_of_an_order_are_all_kept(store: Store) -> None:
    add(store, [("ann", "1", 5, "10.00")] * 3)
    assert len(lines(store)) == 3


def test_the_same_number_from_two_sources_is_two_orders_and_only_then_is_the_source_a_column(store: Store) -> None:
    add(store, [("ann", "1", 5, "10.00")], "shop")
    assert "source" not in rows(store)[0]
    assert add(store, [("ann", "1", 5, "7.00")], "web").new == 1
    assert [(row["source"], row["amount"]) for row in rows(store)] == [("shop", Decimal(10)), ("web", Decimal(7))]


def test_numbers_used_by_two_customers_make_customer_and_number_the_key(store: Store) -> None:
    add(store, [("ann", "1", 5, "10.00"), ("bob", "1", 6, "20.00")])
    assert store.versions()[0].key == "customer-order"
    assert add(store, [("bob", "1", 6, "25.00")]) == Added(2, 2, 1, new=0, changed=1, known=0)
    assert lines(store) == [("ann", "1", "10.00"), ("bob", "1", "25.00")]


def test_an_order_that_moves_to_another_customer_leaves_the_first(store: Store) -> None:
    add(store, [("ann", "1", 5, "10.00")])
    add(store, [("bob", "1", 5, "10.00")])
    assert lines(store) == [("bob", "1", "10.00")]


def test_an_import_that_breaks_the_key_of_its_source_is_refused_and_changes_nothing(store: Store) -> None:
    add(store, JANUARY)
    before = digest(store.folder)
    with pytest.raises(Refusal, match="order 7 belongs to two customers, ann and bob") as refused:
        add(store, [("ann", "7", 5, "1.00"), ("bob", "7", 5, "1.00")])
    assert "--source" in refused.value.remedy
    with pytest.raises(Refusal, match="keyed by order since"):
        add(store, JANUARY, key="customer-order")
    with pytest.raises(WrongUse, match="no way to key"):
        add(store, JANUARY, key="line")
    assert digest(store.folder) == before


def test_orders_without_a_number_are_known_by_their_content_and_count(store: Store) -> None:
    anonymous = [("ann", None, 5, "10.00"), ("ann", None, 5, "10.00"), ("bob", "2", 6, "1.00")]
    add(store, anonymous)
    assert len({number for _, number, _ in lines(store)}) == 3
    again = add(store, [*anonymous, ("ann", None, 5, "10.00"), ("ann", None, 8, "10.00")])
    assert again == Added(2, 2, 5, new=2, changed=0, known=3)
    assert len(lines(store)) == 5


def test_every_table_has_a_key_of_its_own(store: Store) -> None:
    people = pa.table({"customer_id": ["ann", "bob"], "name": ["Ann", "Bob"]})
    add(store, people, "crm", table="customers")
    married = add(store, pa.table({"customer_id": ["bob"], "name": ["Rob"]}), "crm", table="customers")
    assert (married.new, married.changed) == (0, 1)
    assert [row["name"] for row in rows(store, "customers")] == ["Ann", "Rob"]


def test_a_payment_without_an_invoice_number_is_known_by_all_it_says(store: Store) -> None:
    money = pa.decimal128(18, 2)
    paid = pa.table(
        {
            "invoice_id": pa.array([None, "7"], pa.string()),
            "customer_id": ["ann", "ann"],
            "issued": [date(2026, 1, 1), date(2026, 1, 1)],
            "amount": pa.array([Decimal(5), Decimal(6)], money),
        }
    )
    add(store, paid, "bank", table="payments")
    changed = paid.set_column(3, "amount", pa.array([Decimal(8), Decimal(9)], money))
    again = add(store, changed, "bank", table="payments")
    assert (again.new, again.changed) == (1, 1)
    assert sorted(row["amount"] for row in rows(store, "payments")) == [Decimal(5), Decimal(8), Decimal(9)]


def test_further_columns_of_customers_are_kept_and_the_table_grows_with_them(store: Store) -> None:
    add(store, pa.table({"customer_id": ["ann"], "Colour": ["red"]}), "crm", table="customers")
    add(store, pa.table({"customer_id": ["bob"], "Size": ["XL"]}), "crm", table="customers")
    assert rows(store, "customers") == [
        {"customer_id": "ann", "Colour": "red", "Size": None},
        {"customer_id": "bob", "Colour": None, "Size": "XL"},
    ]


def test_a_column_that_no_live_import_brought_is_not_there(store: Store) -> None:
    add(store, JANUARY)
    costly = load_columns(store)
    assert "cost" not in costly
    with_cost = pa.table({**dict(zip(costly, orders_columns(), strict=True)), "cost": pa.array([Decimal(4)], MONEY)})
    batch = add(store, with_cost).batch
    assert "cost" in rows(store)[0]
    store.undo(batch)
    assert "cost" not in rows(store)[0]


MONEY = pa.decimal128(18, 2)


def load_columns(store: Store) -> list[str]:
    return list(rows(store)[0])


def orders_columns() -> list[pa.Array]:
    moment = pa.array([datetime(2026, 1, 9)], pa.timestamp("us"))
    return [pa.array(["ann"]), pa.array(["9"]), moment, pa.array([Decimal(5)], MONEY)]


def test_several_tables_are_one_version_each_knowing_those_before_it(store: Store) -> None:
    with DuckDB(folders=[store.folder]) as database:
        people = pa.table({"customer_id": ["ann"], "name": ["Ann"]})
        february = [("ann", "1", 5, "12.00"), ("dan", "4", 8, "4.00")]
        loads = [load(database, people, "crm", table="customers"), load(database, JANUARY), load(database, february)]
        added = store.add(database, loads)
    assert [(one.batch, one.version, one.new, one.changed) for one in added] == [
        (1, 1, 1, 0),
        (2, 1, 2, 0),
        (3, 1, 1, 1),
    ]
    assert store.snapshot().version == 1
    assert lines(store) == [("ann", "1", "12.00"), ("bob", "2", "30.00"), ("dan", "4", "4.00")]


def test_a_refused_table_keeps_out_those_imported_with_it(store: Store) -> None:
    add(store, JANUARY)
    before = digest(store.folder)
    with DuckDB(folders=[store.folder]) as database:
        wrong = [("ann", "7", 5, "1.00"), ("bob", "7", 5, "1.00")]
        loads = [load(database, [("eve", "8", 5, "1.00")], "web"), load(database, wrong)]
        with pytest.raises(Refusal, match="two customers"):
            store.add(database, loads)
    named = {name for name in digest(store.folder) if "_delta_log" in name}
    assert named == {name for name in before if "_delta_log" in name}
    assert len(lines(store)) == 3


def test_a_second_currency_is_refused_and_may_come_once_the_first_is_undone(store: Store) -> None:
    add(store, JANUARY, currency="EUR")
    add(store, [("ann", "5", 5, "1.00")], currency=None)
    with pytest.raises(Refusal, match="different currencies: shop EUR, web USD"):
        add(store, JANUARY, "web", currency="USD")
    store.undo(1)
    assert add(store, JANUARY, "web", currency="USD").new == 2
    assert store.snapshot().currency == "USD"


def test_amounts_with_other_digits_are_refused(store: Store) -> None:
    add(store, JANUARY)
    dinars = pa.table(
        dict(
            zip(
                ["customer_id", "order_id", "moment", "amount"],
                [*orders_columns()[:3], pa.array([Decimal("1.234")], pa.decimal128(18, 3))],
                strict=True,
            )
        )
    )
    with pytest.raises(Refusal, match="2 digits behind the point, these have 3"):
        add(store, dinars)


def test_what_was_done_is_listed_with_its_time_and_files(store: Store) -> None:
    with DuckDB(folders=[store.folder]) as database:
        arrived = load(database, JANUARY, files=("f" * 64,), rejected=2)
        store.add(database, [arrived], at=datetime(2026, 2, 1, 8, tzinfo=UTC))
    assert store.known_files() == {"f" * 64: 1}
    (version,) = store.versions()
    assert (version.at, version.rejected, version.live) == (datetime(2026, 2, 1, 8, tzinfo=UTC), 2, True)
    store.undo(1)
    assert store.known_files() == {}
    assert [version.live for version in store.versions()] == [False, False]


def test_a_folder_of_something_else_is_not_made_a_store(store: Store) -> None:
    store.folder.mkdir()
    (store.folder / "letter.txt").write_text("Dear Ann")
    with pytest.raises(Refusal, match=r"not empty and holds no fact store \(letter.txt\)"):
        add(store, JANUARY)
    with pytest.raises(Refusal, match="there is no fact store"):
        store.snapshot()
    assert store.versions() == []


def test_an_empty_import_is_a_version_too(store: Store) -> None:
    assert add(store, []) == Added(1, 1, 0, new=0, changed=0, known=0)
    assert lines(store) == []
    nobody = pa.table({"customer_id": pa.array([], pa.string()), "Colour": pa.array([], pa.string())})
    add(store, nobody, "crm", table="customers")
    add(store, pa.table({"customer_id": ["ann"]}), "crm", table="customers")
    assert rows(store, "customers") == [{"customer_id": "ann", "Colour": None}]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_key_of_every_table_is_columns_it_has(table: FactTable) -> None:
    assert table.key
    assert all(name in table for name in table.key)


@pytest.mark.parametrize("package", ["deltalake", "filelock"])
def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Refusal, match=f"needs the package {package}") as refused:
        add(store, JANUARY)
    assert "vitalfew[store]" in refused.value.remedy
