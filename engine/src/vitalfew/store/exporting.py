"""The facts of a version as plain Delta tables: what counts and nothing else, for any warehouse or engine."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.store.durable import settle, sync
from vitalfew.store.files import sorted_by
from vitalfew.store.snapshot import Snapshot
from vitalfew.store.tables import DataFile, make_plain


def exported(snapshot: Snapshot, target: Path) -> list[Path]:
    """Write every table of a version into a folder of its own under the target; their folders."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Refusal(
            say("there is something already where the export should go."),
            where=str(target),
            remedy=say("Name an empty folder, or one that does not exist yet."),
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent, ignore_cleanup_errors=True) as work:
        half, spill = Path(work) / "export", Path(work) / "spill"
        half.mkdir()
        with DuckDB(work=spill, folders=[snapshot.folder, half], memory="2GB") as database:
            for table, rows in snapshot.attach(database).items():
                _table(database, rows, half / table, f"{table} of version {snapshot.version} of a fact store.")
        half.replace(target)
    sync(target.parent)
    return [target / table for table in snapshot.tables]


def _table(database: DuckDB, rows: ir.Table, folder: Path, description: str) -> None:
    folder.mkdir()
    path = folder / "rows"
    count = database.write_parquet(rows, path, [name for name in sorted_by(folder.name) if name in rows.columns])
    place = settle(path, folder)
    sync(folder)
    columns = pa.schema([(name, kind.to_pyarrow()) for name, kind in rows.schema().items()])
    make_plain(folder, columns, [DataFile(place.name, place.stat().st_size, count)], folder.name, description)
