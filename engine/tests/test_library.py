"""The library as one writes with it: grade, keep, correct, take back, look back, report."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

import vitalfew as vf

JANUARY = [("ann", 1, "2026-01-05", "800.00"), ("bob", 2, "2026-01-06", "100.00"), ("cat", 3, "2026-01-20", "60.00")]
FEBRUARY = [("dan", 4, "2026-02-02", "40.00"), ("bob", 5, "2026-02-10", "900.00")]


def orders(rows: list[tuple[str, int, str, str]]) -> pa.Table:
    names = ("customer_id", "order_id", "moment", "amount")
    return pa.table({name: [str(row[place]) for row in rows] for place, name in enumerate(names)})


def written(folder: Path, rows: list[tuple[str, int, str, str]], name: str = "orders.csv") -> Path:
    lines = ["customer_id,order_id,moment,amount", *(",".join(map(str, row)) for row in rows)]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


@pytest.fixture
def store(tmp_path: Path) -> vf.Store:
    store = vf.Store(tmp_path / "facts")
    store.add(orders(JANUARY), source="shop")
    store.add(orders(FEBRUARY), source="shop")
    return store


def test_a_store_gives_the_grades_of_its_lines(store: vf.Store) -> None:
    assert store.grade(scheme="rfm").rows.equals(vf.grade(orders(JANUARY + FEBRUARY), scheme="rfm").rows)
    early = store.grade(scheme="abc", version=1)
    assert early.rows.equals(vf.grade(orders(JANUARY), scheme="abc").rows)
    assert vf.grade(store=store.folder, version=1, scheme="abc").rows.equals(early.rows)


def test_a_correction_replaces_its_order_and_is_undone_whole(store: vf.Store) -> None:
    before = store.grade(scheme="abc").rows
    changed = store.add(orders([("ann", 1, "2026-01-05", "8.00")]), source="shop")
    assert (changed.batches, changed.new, changed.changed) == ((3,), 0, 1)
    assert store.grade(scheme="abc").rows["monetary"].to_pylist()[0] == Decimal("8.00")
    store.undo(3)
    assert store.grade(scheme="abc").rows.equals(before)
    assert [version.op for version in store.versions()] == ["import", "import", "import", "undo"]


def test_a_folder_brings_what_is_new_and_says_what_it_left_out(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    written(exports, JANUARY, "orders-1.csv")
    (exports / "readme.csv").write_text("nothing,known\n1,2\n", encoding="utf-8")
    store = vf.Store(tmp_path / "facts")
    first = store.add(exports)
    assert (first.version, first.new, list(first.left_out)) == (1, 3, ["readme.csv"])
    written(exports, FEBRUARY, "orders-2.csv")
    again = store.add(exports)
    assert (again.version, again.new, again.known) == (2, 2, 3)


def test_rejected_rows_come_back_with_the_import(tmp_path: Path) -> None:
    rows = [*(("ann", number, "2026-01-05", "8.00") for number in range(30)), ("eve", 99, "2026-01-09", "much")]
    imported = vf.Store(tmp_path / "facts").add(written(tmp_path, rows))
    assert imported.rejected == 1
    assert b"much" in imported.rejects["orders.csv"]


def test_what_an_import_would_do_is_what_it_does(store: vf.Store, tmp_path: Path) -> None:
    rows = [("bob", 2, "2026-01-06", "120.00"), FEBRUARY[0], ("eve", 9, "2026-03-01", "1.00")]
    told = store.foresee(orders(rows), source="shop")
    assert [version.number for version in store.versions()] == [1, 2]
    done = store.add(orders(rows), source="shop")
    assert (told.new, told.changed, told.known) == (done.new, done.changed, done.known) == (1, 1, 1)
    assert store.foresee(orders(rows), source="shop").known == 3
    nowhere = vf.Store(tmp_path / "none")
    assert nowhere.foresee(orders(rows)).new == 3
    assert not nowhere.folder.exists()


def test_what_was_corrected_since_is_a_cause_of_its_own(store: vf.Store, tmp_path: Path) -> None:
    january = store.grade(scheme="abc", as_of="2026-01-31")
    january.save(tmp_path / "january.csv")
    store.add(orders([("cat", 3, "2026-01-20", "6000.00")]), source="shop")
    february = store.grade(scheme="abc")
    moved = february.compare(tmp_path / "january.run.json")
    cat = next(mover for mover in moved.movers if mover.customer_id == "cat")
    assert (cat.was, cat.now, cat.decided_by) == ("B", "A", "corrected")
    assert sum(part for part in cat.parts.values() if part is not None) == cat.change
    assert [m.to_json() for m in february.compare(january).movers] == [m.to_json() for m in moved.movers]
    unaware = february.compare(january, facts=False)
    assert {mover.parts["corrected"] for mover in unaware.movers} == {None}


def test_a_result_that_was_saved_is_compared_and_answers_nothing_else(tmp_path: Path) -> None:
    vf.grade(orders(JANUARY), scheme="abc").save(tmp_path / "january.csv")
    vf.grade(orders(JANUARY + FEBRUARY), scheme="abc").save(tmp_path / "february.csv")
    read = vf.Result.read(tmp_path / "february.run.json")
    assert {mover.customer_id for mover in read.compare(tmp_path / "january.run.json").movers} == {"bob", "dan"}
    with pytest.raises(vf.WrongUse, match="read back"):
        read.explain("ann")


@pytest.mark.parametrize("every", ["month", ["2026-01-31", "2026-02-10"]])
def test_every_day_of_a_history_is_what_its_own_run_gives(store: vf.Store, every: str | list[str]) -> None:
    found = store.grade(scheme="abc").history(every)
    assert [day.isoformat() for day in found.days] == ["2026-01-31", "2026-02-10"]
    for day in found.days:
        own = store.grade(scheme="abc", as_of=day).rows
        assert found.on(day)["grade"].cast("string").to_pylist() == own["grade"].to_pylist()


def test_a_report_is_a_page_and_nothing_else(tmp_path: Path) -> None:
    result = vf.grade(orders(JANUARY + FEBRUARY), scheme="abc")
    page = result.report(tmp_path / "report.html", company="<b>Acme</b>").read_text(encoding="utf-8")
    assert "&lt;b&gt;Acme&lt;/b&gt;" in page
    assert "<b>Acme" not in page
    with pytest.raises(vf.WrongUse, match=r"\.html"):
        result.report(tmp_path / "report.pdf")


@pytest.mark.parametrize("name", ["out.xlsx", "out.html"])
def test_facts_that_changed_on_the_way_are_not_mixed_into_one_file(tmp_path: Path, name: str) -> None:
    source = written(tmp_path, JANUARY)
    result = vf.grade(source, scheme="abc")
    written(tmp_path, JANUARY + FEBRUARY)
    with pytest.raises(vf.Refusal, match="have changed"):
        result.save(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["orders.csv"]


def test_no_result_is_written_over_a_file_of_its_store(store: vf.Store) -> None:
    held = next((store.folder / "orders").rglob("*.parquet"))
    with pytest.raises(vf.Refusal, match="an input"):
        store.grade(scheme="abc").save(held)


@pytest.mark.parametrize("given", [{}, {"orders": 1, "store": "facts"}, {"orders": 1, "version": 2}])
def test_either_orders_or_a_store(given: dict[str, object]) -> None:
    with pytest.raises(vf.WrongUse, match="either orders or a store"):
        vf.grade(**given)
