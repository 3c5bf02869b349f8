import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from store.loading import add, lines

from vitalfew.errors import Refusal
from vitalfew.store import Store
from vitalfew.store.sealing import SEAL
from vitalfew.store.tables import DeltaLog


@pytest.fixture
def kept(store: Store) -> Store:
    """Two imports, one of them correcting the other."""
    add(store, [("ann", "1", 5, "1.00"), ("bob", "2", 6, "2.00")])
    add(store, [("bob", "2", 6, "3.00")])
    return store


def newest(store: Store) -> Path:
    log = DeltaLog(store.folder / "ledger")
    return log.entry(log.newest() or 0)


def flipped(path: Path) -> None:
    text = bytearray(path.read_bytes())
    text[text.index(b"sha") if b"sha" in text else len(text) // 2] ^= 1
    path.write_bytes(bytes(text))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [flipped, emptied, Path.unlink])
def test_the_newest_acknowledged_entry_is_put_back_whatever_became_of_it(
    kept: Store, damage: Callable[[Path], None]
) -> None:
    text, facts = newest(kept).read_bytes(), lines(kept)
    place = newest(kept)
    damage(place)
    (finding,) = Store(kept.folder).verify()
    assert (finding.serious, finding.mended) == (False, True)
    assert "put back from its copy" in finding.what
    assert place.read_bytes() == text
    assert lines(Store(kept.folder)) == facts
    assert kept.verify() == []


def test_an_entry_whose_rows_are_gone_is_said_to_be_lost_and_nothing_is_set_aside(kept: Store) -> None:
    for file in (kept.folder / "ledger").glob("*.parquet"):
        file.unlink()
    emptied(newest(kept))
    assert any(finding.serious for finding in kept.verify())
    assert newest(kept).read_bytes() == b""
    with pytest.raises(Refusal, match="damaged"):
        kept.snapshot()


def test_a_copy_made_while_somebody_wrote_holds_what_it_names(kept: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(kept.folder, copy)
    (copy / "ledger" / SEAL).write_bytes(b"99\n" + newest(kept).read_bytes().replace(b".parquet", b"0.parquet"))
    assert Store(copy).verify() == []
    assert lines(Store(copy)) == lines(kept)
