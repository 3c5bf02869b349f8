"""A history as a file: a row for each customer and day."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from vitalfew.formulas import guarded
from vitalfew.history.result import History
from vitalfew.whole import refusing, staged

BOM = b"\xef\xbb\xbf"


def write(history: History, out: Path) -> None:
    """Write .csv, .parquet or .json; the ending decides. Written whole or not at all."""
    with refusing(out), staged() as part_of:
        WRITERS[out.suffix.lower()](history, part_of(out))


def _write_csv(history: History, path: Path) -> None:
    """UTF-8 with a byte order mark; missing is empty; no cell is taken for a formula."""
    rows = history.rows()
    for name in ("customer_id", "grade"):
        rows = rows.set_column(rows.column_names.index(name), name, guarded(rows[name]))
    with path.open("wb") as file:
        file.write(BOM)
        file.write((",".join(rows.column_names) + "\n").encode())
        style = "needed" if any(_needs_quotes(rows[name]) for name in ("customer_id", "grade")) else "none"
        pa.csv.write_csv(rows, file, pa.csv.WriteOptions(include_header=False, quoting_style=style))


def _needs_quotes(texts: pa.ChunkedArray) -> bool:
    """Text is quoted only in files where some cell needs it."""
    return bool(pc.any(pc.match_substring_regex(texts, '[,"\\r\\n]')).as_py())


def _write_parquet(history: History, path: Path) -> None:
    """Ids and grades as the dictionaries they are; rows of a day lie together, and only days are worth looking for."""
    pq.write_table(
        history.table,
        path,
        compression="zstd",
        store_schema=False,
        row_group_size=1 << 22,
        dictionary_pagesize_limit=1 << 26,
        write_statistics=["as_of"],
    )


def _write_json(history: History, path: Path) -> None:
    """One record a line, in a list; numbers with all their digits, missing is null."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for place, row in enumerate(row for batch in history.rows().to_batches(65_536) for row in batch.to_pylist()):
            file.write(",\n" if place else "\n")
            score = "null" if row["score"] is None else str(row["score"])
            texts = {"customer_id": row["customer_id"], "as_of": row["as_of"].isoformat(), "grade": row["grade"]}
            file.write(json.dumps(texts, ensure_ascii=False)[:-1] + f', "score": {score}}}')
        file.write("\n]\n")


WRITERS: Mapping[str, Callable[[History, Path], None]] = {
    ".csv": _write_csv,
    ".parquet": _write_parquet,
    ".json": _write_json,
}
