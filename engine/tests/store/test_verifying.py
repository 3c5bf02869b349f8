"""Damage and half-done work: what was never acknowledged is taken back, what was lost is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from store.loading import add, digest, lines

from vitalfew.errors import Refusal
from vitalfew.store import Finding, Store
from vitalfew.store.committing import CHECKPOINT_EVERY
from vitalfew.store.tables import DataFile, DeltaLog


@pytest.fixture
def kept(store: Store) -> Store:
    """Two imports, one of them correcting the other."""
    add(store, [("ann", "1", 5, "1.00"), ("bob", "2", 6, "2.00")])
    add(store, [("bob", "2", 6, "3.00")])
    return store


KEPT = [("ann", "1", "1.00"), ("bob", "2", "3.00")]


def entry(store: Store, table: str, number: int) -> Path:
    return store.folder / table / "_delta_log" / f"{number:020d}.json"


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [flipped, shortened, emptied, Path.unlink]


def test_a_sound_store_has_nothing_to_say(kept: Store) -> None:
    before = digest(kept.folder)
    assert kept.verify() == []
    assert digest(kept.folder) == before


@pytest.mark.parametrize("ask", [Store.verify, Store.compact, lambda store: store.undo(1)])
def test_what_needs_a_store_makes_none(store: Store, ask: Callable[[Store], object]) -> None:
    with pytest.raises(Refusal, match="no fact store"):
        ask(store)
    assert not store.folder.exists()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", ["orders/line-1-*", "orders/contested-2-*", "ledger/*.parquet"])
def test_a_damaged_file_is_named(kept: Store, damage: Callable[[Path], None], pattern: str) -> None:
    path = next(kept.folder.glob(pattern))
    damage(path)
    found = kept.verify()
    assert [(finding.serious, finding.mended) for finding in found] == [(True, False)]
    assert path.name in found[0].what or "ledger" in found[0].what


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("number", [1, 2])
def test_a_damaged_entry_of_a_table_is_named(kept: Store, damage: Callable[[Path], None], number: int) -> None:
    damage(entry(kept, "orders", number))
    found = kept.verify()
    assert any(finding.serious and f"{number:020d}.json" in finding.what for finding in found)
    assert not any(finding.mended for finding in found)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_inside_the_ledger_is_said_and_nothing_is_touched(kept: Store, damage: Callable[[Path], None]) -> None:
    damage(entry(kept, "ledger", 1))
    before = digest(kept.folder)
    found = kept.verify()
    assert found
    assert all(finding.serious and not finding.mended for finding in found)
    assert digest(kept.folder) == before


def test_an_entry_of_the_ledger_that_reads_well_but_was_changed_is_named(kept: Store) -> None:
    text = entry(kept, "ledger", 1).read_text()
    entry(kept, "ledger", 1).write_text(text.replace('"add"', ' "add"'))
    (finding,) = kept.verify()
    assert finding.what == f"ledger/_delta_log/{1:020d}.json is not what was acknowledged."


@pytest.mark.parametrize("damage", [shortened, emptied])
def test_an_entry_at_the_end_that_a_power_cut_left_empty_or_cut_is_set_aside(
    kept: Store, damage: Callable[[Path], None]
) -> None:
    text = entry(kept, "ledger", 2).read_bytes()
    entry(kept, "ledger", 3).write_bytes(text)
    damage(entry(kept, "ledger", 3))
    for refused in (kept.snapshot, kept.versions, lambda: add(kept, [("eve", "9", 5, "1.00")])):
        with pytest.raises(Refusal, match="damaged") as refusal:
            refused()
        assert "facts verify" in refusal.value.remedy
    (finding,) = kept.verify()
    assert (finding.serious, finding.mended) == (False, True)
    assert entry(kept, "ledger", 3).with_suffix(".json.damaged").exists()
    assert lines(kept) == KEPT
    assert add(kept, [("eve", "9", 5, "1.00")]).version == 3
    assert kept.verify() == []


def test_a_ledger_entry_without_its_rows_was_cut_at_the_end_of_a_line(kept: Store) -> None:
    first, _, _ = entry(kept, "ledger", 2).read_bytes().partition(b"\n")
    entry(kept, "ledger", 3).write_bytes(first + b"\n")
    with pytest.raises(Refusal, match="damaged"):
        kept.snapshot()
    assert [finding.mended for finding in kept.verify()] == [True]
    assert lines(kept) == KEPT


def half_done(store: Store) -> None:
    """What a process leaves that dies between the commit of a table and that of the ledger."""
    log = DeltaLog(store.folder / "orders")
    state = log.at(log.newest() or 0)
    lost = next(file for file in state.files if file.kind == "line" and file.batch == 1)
    state.commit([DataFile(lost.path.replace("line-1", "line-7"), lost.size, lost.rows, "line", 7)], [lost])


def test_a_half_done_import_is_never_seen_and_the_next_writer_takes_it_back(kept: Store) -> None:
    (kept.folder / "orders" / "x").touch()
    with pytest.raises(FileNotFoundError):
        half_done(kept)  # a commit looks at the file it names
    (kept.folder / "orders" / "x").unlink()
    line = next((kept.folder / "orders").glob("line-1-*"))
    line.with_name(line.name.replace("line-1", "line-7")).write_bytes(line.read_bytes())
    half_done(kept)
    assert lines(kept) == KEPT
    add(kept, [("eve", "9", 5, "1.00")])
    assert lines(kept) == [*KEPT, ("eve", "9", "1.00")]
    assert kept.verify() == []


def test_verify_takes_back_a_half_done_import(kept: Store) -> None:
    line = next((kept.folder / "orders").glob("line-1-*"))
    line.with_name(line.name.replace("line-1", "line-7")).write_bytes(line.read_bytes())
    half_done(kept)
    (finding,) = kept.verify()
    assert (finding.serious, finding.mended) == (False, True)
    assert "orders" in finding.what
    assert kept.verify() == []
    assert lines(kept) == KEPT


def test_a_first_import_that_died_leaves_a_folder_to_begin_in(kept: Store) -> None:
    for path in (kept.folder / "ledger").rglob("*.*"):
        path.unlink()
    entry(kept, "orders", 2).unlink()
    (kept.folder / "ledger" / "_delta_log").rmdir()
    assert kept.versions() == []
    assert add(kept, [("eve", "9", 5, "1.00")]).version == 1
    assert lines(kept) == [("eve", "9", "1.00")]
    assert kept.verify() == []


def test_tables_with_a_history_are_not_thrown_away_where_the_ledger_is_gone(kept: Store) -> None:
    add(kept, [("eve", "9", 5, "1.00")])
    for path in (kept.folder / "ledger").rglob("*.*"):
        path.unlink()
    before = digest(kept.folder)
    with pytest.raises(Refusal, match="the ledger does not name the table orders"):
        add(kept, [("eve", "10", 5, "1.00")])
    assert digest(kept.folder) == before


def test_files_that_no_log_names_are_removed(kept: Store) -> None:
    stray = kept.folder / "orders" / f"line-9-{'0' * 64}.parquet"
    stray.write_bytes(b"half")
    (kept.folder / ".work" / "99-dead").mkdir()
    assert kept.verify() == [Finding("2 files that writers left when they died were removed.", False, True)]
    assert not stray.exists()
    assert kept.verify() == []


def test_a_damaged_checkpoint_is_set_aside_and_nothing_is_lost(kept: Store) -> None:
    for number in range(CHECKPOINT_EVERY):
        add(kept, [("eve", f"e{number}", 5, "1.00")])
    before = lines(kept)
    checkpoints = sorted(kept.folder.glob("*/_delta_log/*.checkpoint.parquet"))
    assert [path.parent.parent.name for path in checkpoints] == ["ledger", "orders"]
    for path in checkpoints:
        shortened(path)
    found = kept.verify()
    assert [(finding.serious, finding.mended) for finding in found] == [(False, True)] * 2
    assert lines(kept) == before
    assert lines(kept, 2) == KEPT
    assert kept.verify() == []


def test_a_table_entry_that_is_not_the_one_acknowledged_is_refused_by_readers(kept: Store) -> None:
    """Numbers may be used again after a power cut; the digest beside them tells."""
    text = entry(kept, "orders", 2).read_text()
    entry(kept, "orders", 2).write_text(text.replace('"add"', ' "add"'))
    with pytest.raises(Refusal, match="damaged"):
        kept.snapshot()
    assert lines(kept, 1) == [("ann", "1", "1.00"), ("bob", "2", "2.00")]
