"""The door to the fact store: files in, and back out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from people import Cast

import vitalfew as vf
from vitalfew_web.core.selectors import history_of
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.selectors import has_facts, store_place, version
from vitalfew_web.facts.services import import_files, undo_import

JANUARY = "customer_id,order_id,moment,amount\nK-1,1001,2026-01-08,1250.00\nK-1,1002,2026-01-15,980.50\n"
FEBRUARY = "customer_id,order_id,moment,amount\nK-1,1002,2026-01-15,990.00\nK-2,1003,2026-02-11,410.00\n"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_there_are_no_facts_before_the_first_import(db: None) -> None:
    assert (has_facts(), version()) == (False, 0)
    assert not store_place().exists()


def test_a_file_is_among_the_facts_and_in_the_audit(cast: Cast, tmp_path: Path) -> None:
    file = written(tmp_path, "orders.csv", JANUARY)
    (batch,) = import_files(files=[("orders", file)], source="shop", by=cast.lead, at=NOW)
    assert (batch.status, batch.rows, batch.new, batch.rejected) == (Status.DONE, 2, 2, 0)
    assert (has_facts(), version()) == (True, 1)
    assert vf.Store(store_place()).orders_of("K-1")["order_id"].to_pylist() == ["1002", "1001"]
    assert [entry.action for entry in history_of(batch)] == ["facts.import.done"]


def test_an_import_is_undone_also_after_a_later_one(cast: Cast, tmp_path: Path) -> None:
    files = [("orders", written(tmp_path, f"{n}.csv", text)) for n, text in enumerate((JANUARY, FEBRUARY))]
    first, second = import_files(files=files, source="shop", by=cast.lead, at=NOW)
    assert (second.new, second.changed) == (1, 1)
    undo_import(batch=first, by=cast.lead, at=LATER)
    left = vf.Store(store_place()).orders_of("K-1")
    assert left["order_id"].to_pylist() == ["1002"]
    undo_import(batch=second, by=cast.lead, at=LATER)
    assert not has_facts()


@pytest.mark.parametrize("name", [pytest.param("same.csv", id="B-44")])
def test_a_file_that_comes_again_brings_nothing_and_undoing_it_takes_nothing(
    cast: Cast, tmp_path: Path, name: str
) -> None:
    file = written(tmp_path, name, JANUARY)
    (first,) = import_files(files=[("orders", file)], source="shop", by=cast.lead, at=NOW)
    (again,) = import_files(files=[("orders", file)], source="shop", by=cast.lead, at=LATER)
    assert (again.new, again.changed, again.known, again.store_batch) == (0, 0, 2, None)
    undo_import(batch=again, by=cast.lead, at=LATER)
    assert has_facts()
    assert first.store_batch == 1


def test_a_file_that_cannot_be_read_leaves_nothing(cast: Cast, tmp_path: Path) -> None:
    file = written(tmp_path, "orders.csv", "a,b\n1,2\n")
    with pytest.raises(vf.Refusal):
        import_files(files=[("orders", file)], source="shop", by=cast.lead, at=NOW)
    assert version() == 0
