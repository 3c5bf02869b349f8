"""JSON: a list of records; numbers stand as they are, to the last digit."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from vitalfew.report.cells import Listed


def write_json(result: Listed, path: Path) -> None:
    """The rows of OUT as JSON records, one a line; missing is null."""
    rows = result.rows
    columns = [_literals(column) for column in rows.columns]
    keys = [json.dumps(name, ensure_ascii=False) for name in rows.column_names]
    shape = "{" + ", ".join(f"{_escaped(key)}: %s" for key in keys) + "}"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for number, cells in enumerate(zip(*columns, strict=True)):
            file.write((",\n" if number else "\n") + shape % cells)
        file.write("\n]\n")


def _escaped(key: str) -> str:
    return key.replace("%", "%%")


def _literals(column: pa.ChunkedArray) -> list[str]:
    """Each cell as JSON: decimals with all their digits, which a float would lose."""
    kinds = (pa.types.is_decimal, pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean)
    if any(is_kind(column.type) for is_kind in kinds):
        return [cell if cell is not None else "null" for cell in column.cast(pa.string()).to_pylist()]
    texts = column if pa.types.is_string(column.type) else column.cast(pa.string())
    return [json.dumps(cell, ensure_ascii=False) for cell in texts.to_pylist()]
