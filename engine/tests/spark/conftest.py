"""One Spark for all tests, and a store with a history that both calculators grade from."""

import os
from collections.abc import Iterator
from pathlib import Path

import large_company
import pytest
from large_company import Kept

from vitalfew.backends import sessions
from vitalfew.cli import main


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A session that runs, so that every call of the command in this process uses it."""
    # Half of the start of Java is its second compiler, which pays in long runs only.
    os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    started = sessions.started("local[2]", tmp_path_factory.mktemp("spark"))
    yield started
    sessions.end(started)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Every table imported, one order in a hundred corrected, another batch taken back."""
    folder = tmp_path_factory.mktemp("company")
    tables = large_company.company()
    files = large_company.written(folder, tables)
    store = folder / "store"
    for name, file in files.items():
        took_in(file, name, store)
    for place in (1, 2):
        rows = large_company.correction(tables["orders"], place)
        took_in(large_company.written(folder, {f"correction_{place}": rows})[f"correction_{place}"], "orders", store)
    assert main(["facts", "undo", "8", "--store", str(store)]) == 0
    return Kept(store, files)


def took_in(file: Path, table: str, store: Path) -> None:
    """One import of the command; all orders are of one source."""
    assert main(["facts", "import", str(file), "--table", table, "--source", table, "--store", str(store)]) == 0
