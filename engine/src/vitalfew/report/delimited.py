"""CSV: UTF-8 with a byte order mark, so that every spreadsheet reads it; missing is empty."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from vitalfew.report.cells import Listed, neutral

BOM = b"\xef\xbb\xbf"

BATCH = 65_536


def write_csv(result: Listed, path: Path) -> None:
    """The rows of OUT as CSV; text is quoted only in files where some cell needs it."""
    plain = _plain(result.rows)
    rows = result.rows if plain else neutral(result.rows)
    style = "none" if plain or not _needs_quotes(rows) else "needed"
    with path.open("wb") as file:
        file.write(BOM)
        file.write((",".join(rows.column_names) + "\n").encode())
        options = pa.csv.WriteOptions(include_header=False, quoting_style=style, batch_size=BATCH)
        pa.csv.write_csv(_narrow(rows), file, options)


def _texts(rows: pa.Table) -> list[pa.ChunkedArray]:
    return [column for column in rows.columns if pa.types.is_string(column.type)]


def _plain(rows: pa.Table) -> bool:
    """Whether all text is made of letters, digits and underscores, as most ids and grades are: nothing to guard."""
    return not any(pc.any(pc.match_substring_regex(text, "[^0-9A-Za-z_]")).as_py() for text in _texts(rows))


def _needs_quotes(rows: pa.Table) -> bool:
    return any(pc.any(pc.match_substring_regex(text, '[,"\\r\\n]')).as_py() for text in _texts(rows))


def _narrow(rows: pa.Table) -> pa.Table:
    """Decimals of at most eighteen digits as such: they are written a third faster, digit for digit the same."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_decimal128(field.type):
            with suppress(pa.ArrowInvalid):
                rows = rows.set_column(place, field.name, rows.column(place).cast(pa.decimal64(18, field.type.scale)))
    return rows
