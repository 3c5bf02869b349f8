"""Which files are taken in: recognised by name and header, known ones passed over, unusable ones left out."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.readers.reading import Options
from vitalfew.run import TooManyRejects
from vitalfew.run.finding import Held, Item, LeftOut, Search, find, source_name
from vitalfew.run.importing import Outcome, take_in
from vitalfew.run.manner import manner_of
from vitalfew.run.recognising import by_header, by_name
from vitalfew.store import Store

OPTIONS = Options(today=date(2026, 1, 1))

FILES = {
    "orders-2025-01.csv": "customer_id,order_id,moment,amount\na,1,2025-01-05,9.00\nb,2,2025-01-06,7.00\n",
    "客户名单.csv": "客户编号,客户名称,地区\na,安,北\nb,白,南\n",
    "export7.csv": "invoice_id,customer_id,issued,due,amount,paid_on\n1,a,2025-01-05,2025-02-05,9.00,\n",
    "rma.csv": "customer_id,order_id,day,amount\na,1,2025-01-09,1.00\n",
    "costs.csv": "customer_id,day,kind,amount,hours\na,2025-01-09,visit,5.00,2\n",
    "csat.csv": "customer_id,day,kind,score\na,2025-01-09,csat,90\n",
    "crm.csv": "customer_id,moment,kind\na,2025-01-09 10:00,visit\n",
    "share of wallet.csv": "customer_id,year,amount\na,2025,100.00\n",
    "fx.csv": "date,currency,rate\n2025-01-01,USD,7\n",
}
TABLES = {
    "orders-2025-01.csv": "orders",
    "客户名单.csv": "customers",
    "export7.csv": "payments",
    "rma.csv": "returns",
    "costs.csv": "service_costs",
    "csat.csv": "feedback",
    "crm.csv": "interactions",
    "share of wallet.csv": "wallet",
    "fx.csv": "exchange_rates",
}


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def taken_in(store: Store, *places: Path, options: Options = OPTIONS) -> Outcome:
    manner = manner_of(store, options, rates=None, key=None, at=None)
    found = find(places, Search(manner.options, store.known_files(), store.folder))
    return take_in(store, found, manner, list)


def test_every_table_is_recognised_and_orders_come_last(exports: Path, store: Store) -> None:
    found = find([exports], Search(OPTIONS, {}, store.folder))
    assert {one.place.name: one.table for one in found if isinstance(one, Item)} == TABLES  # type: ignore[union-attr]
    assert isinstance(found[-1], Item)
    assert found[-1].table == "orders"


def test_a_folder_comes_in_as_one_version_and_again_only_what_is_new(exports: Path, store: Store) -> None:
    first = taken_in(store, exports)
    assert (first.version, len(first.taken), first.held, first.left_out) == (1, 9, [], [])
    again = taken_in(store, exports)
    assert (again.version, again.taken, len(again.held)) == (1, [], 9)
    (exports / "orders-2025-02.csv").write_text(FILES["orders-2025-01.csv"].replace(",1,", ",8,"), encoding="utf-8")
    later = taken_in(store, exports)
    assert [(one.item.name, one.added.new, one.added.known) for one in later.taken] == [("orders-2025-02.csv", 1, 1)]


def test_a_changed_file_of_the_same_name_replaces_its_orders(exports: Path, store: Store) -> None:
    taken_in(store, exports)
    path = exports / "orders-2025-01.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("7.00", "8.00"), encoding="utf-8")
    changed = taken_in(store, exports)
    assert [(one.added.new, one.added.changed, one.added.known) for one in changed.taken] == [(0, 1, 1)]
    with DuckDB([], None, [store.folder]) as database:
        orders = database.fetch(store.snapshot().attach(database)["orders"].order_by("customer_id"))
    assert orders["amount"].to_pylist() == [Decimal("9.00"), Decimal("8.00")]


def test_what_is_no_facts_is_left_out_by_name(exports: Path, store: Store) -> None:
    (exports / "readme.txt").write_text("These are our exports.\n", encoding="utf-8")
    (exports / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (exports / "orders.rejects.csv").write_text("line,column\n", encoding="utf-8")
    (exports / "grades.csv").write_text("customer_id,grade,score,name\na,A,1,Ann\n", encoding="utf-8")
    (exports / "grades.run.json").write_text("{}", encoding="utf-8")
    (exports / ".hidden.csv").write_text("x", encoding="utf-8")
    (exports / "old").mkdir()
    outcome = taken_in(store, exports)
    assert sorted(left.place.name for left in outcome.left_out) == ["broken.xlsx", "grades.csv", "old", "readme.txt"]
    assert len(outcome.taken) == 9


def test_a_file_with_too_many_rejects_is_left_out_of_a_folder_and_refused_by_name(exports: Path, store: Store) -> None:
    bad = exports / "orders-bad.csv"
    bad.write_text("customer_id,order_id,moment,amount\na,1,2025-02-30,1.00\nb,5,2025-02-03,1.00\n", encoding="utf-8")
    outcome = taken_in(store, exports)
    assert [left.place.name for left in outcome.left_out] == ["orders-bad.csv"]
    assert "--max-rejects" in outcome.left_out[0].reason
    with pytest.raises(TooManyRejects, match=r"orders-bad\.csv"):
        taken_in(store, bad)
    assert store.versions()[-1].number == 1


def test_one_refused_file_among_those_named_keeps_all_out(exports: Path, store: Store) -> None:
    with pytest.raises(Refusal, match="no column found"):
        taken_in(store, exports / "orders-2025-01.csv", _written(exports / "orders-x.csv", "customer_id,a\nb,1\n"))
    assert store.versions() == []


def test_a_folder_with_nothing_in_it_is_refused(tmp_path: Path, store: Store) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refusal, match="nothing to import"):
        taken_in(store, tmp_path / "empty")
    assert not store.folder.exists()


def test_the_folder_may_hold_the_store_itself(exports: Path) -> None:
    inside = Store(exports / "facts")
    assert taken_in(inside, exports).left_out == []
    assert taken_in(inside, exports).left_out == []


def test_rates_of_the_folder_and_later_of_the_store_turn_amounts(exports: Path, store: Store) -> None:
    dollars = "customer_id,order_id,moment,amount,currency\na,11,2025-01-05,9.00,CNY\nb,12,2025-01-06,2.00,USD\n"
    path = _written(exports / "orders-usd.csv", dollars)
    for name in set(FILES) - {"fx.csv"}:
        (exports / name).unlink()
    options = Options(today=OPTIONS.today, currency="CNY")
    taken_in(store, exports, options=options)
    _written(path, dollars.replace(",11,", ",21,").replace("12", "22"))
    taken_in(store, exports)
    with DuckDB([], None, [store.folder]) as database:
        orders = database.fetch(store.snapshot().attach(database)["orders"].order_by("order_id"))
    assert orders["amount"].to_pylist() == [Decimal(text) for text in ("9.00", "14.00", "9.00", "14.00")]
    assert store.snapshot().currency == "CNY"


def test_parquet_with_odd_ids_is_read_with_care(tmp_path: Path, store: Store) -> None:
    day = pa.array([date(2025, 1, 5)] * 2, pa.date32()).cast(pa.timestamp("us"))
    columns = {"customer_id": [" a ", "b"], "order_id": ["1", "2"], "moment": day}
    columns["amount"] = pa.array([Decimal("9.00"), Decimal("7.00")], pa.decimal128(18, 2))
    pq.write_table(pa.table(columns), tmp_path / "orders.parquet")
    taken_in(store, tmp_path / "orders.parquet")
    assert store.facts_of("a", "orders").num_rows == 1


def test_a_file_is_held_while_its_import_is_live(exports: Path, store: Store) -> None:
    path = exports / "orders-2025-01.csv"
    batch = taken_in(store, path).taken[0].added.batch
    here = Search(OPTIONS, store.known_files(), store.folder)
    assert [one for one in find([exports], here) if isinstance(one, Held)] == [Held(path, batch)]
    store.undo(batch)
    gone = Search(OPTIONS, store.known_files(), store.folder)
    assert not [one for one in find([exports], gone) if isinstance(one, Held | LeftOut)]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("sales_2025-01.csv", "sales"),
        ("2025-01.csv", "orders"),
        ("shop.north.csv", "shop.north"),
        ("till 3 (1).xlsx", "till"),
        ("orders.csv.gz", "orders"),
        ("订单2025年01月.csv", "订单-年-月"),
    ],
)
def test_a_source_is_the_name_without_folder_ending_and_digits(name: str, source: str) -> None:
    assert source_name(Path("exports") / name, "orders") == source


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("customer_orders.csv", "orders"),
        ("order returns 2025.xlsx", "returns"),
        ("exchange-rates.csv", "exchange_rates"),
        ("Kunden.csv", None),
        ("應收帳款.xlsx", "payments"),
    ],
)
def test_of_two_words_in_a_name_the_last_counts(name: str, table: str | None) -> None:
    assert by_name(Path(name)) == table


def test_a_header_alone_tells_every_table() -> None:
    headers = {name: text.splitlines()[0].split(",") for name, text in FILES.items()}
    assert {name: by_header(header) for name, header in headers.items()} == TABLES
    assert by_header(["customer_id"]) is None
    assert by_header(["Temperature", "Humidity"]) is None


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
