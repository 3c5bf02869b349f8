"""Files that a run wrote, read back: a table with its manifest beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import file_digest
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from vitalfew.errors import Refusal
from vitalfew.formulas import unguarded
from vitalfew.languages import say
from vitalfew.readers.places import check_readable
from vitalfew.readers.workbooks.archives import check_archive
from vitalfew.run.previous import Previous

MANIFEST = ".run.json"
LARGEST_MANIFEST = 10_000_000
"""Characters; what is longer is cut off, and then no JSON."""

_UNREADABLE = (pa.ArrowException, ValueError, LookupError, TypeError, AttributeError)


def previous_run(path: Path) -> Previous:
    """The grades of an earlier run from its `.run.json` and the result beside it."""
    manifest = manifest_of(path)
    out = out_beside(path, manifest)
    table, digest = own_table(out)
    renamed = {"grade": "previous_grade", "grade_since": "previous_since", "candidate": "previous_candidate"}
    columns = {new: _text(table[old]) for old, new in renamed.items() if old in table.column_names}
    if "grade" not in table.column_names:
        raise Refusal(say("there is no column {name}.", name="grade"), where=str(out))
    columns |= {name: pa.nulls(table.num_rows, pa.string()) for name in renamed.values() if name not in columns}
    known_on = pa.scalar(day_of(path, manifest), pa.date32())
    columns["previous_since"] = columns["previous_since"].cast(pa.date32()).fill_null(known_on)
    return Previous(pa.table({"customer_id": _text(table["customer_id"]), **columns}), digest)


def manifest_of(path: Path) -> Mapping[str, Any]:
    """The manifest of a run. Refused: a file of another name, or one that is no manifest."""
    if not path.name.endswith(MANIFEST):
        raise _no_manifest(path)
    return _manifest(path)


def _no_manifest(path: Path) -> Refusal:
    remedy = say("Name the .run.json beside the result of the run before.")
    return Refusal(say("this is no manifest of a run."), where=str(path), remedy=remedy)


def out_beside(path: Path, manifest: Mapping[str, Any]) -> Path:
    """The result that a manifest lies beside. A manifest that names none is refused."""
    ending = str(_written(manifest).get("format", ""))
    if not ending.isalnum():
        raise _no_manifest(path)
    return path.with_name(f"{path.name.removesuffix(MANIFEST)}.{ending}")


def day_of(path: Path, manifest: Mapping[str, Any]) -> date | None:
    """The as-of day of a manifest; None for a table of metrics that was graded without one."""
    day = manifest.get("as_of")
    try:
        return None if day is None else date.fromisoformat(day)
    except (TypeError, ValueError):
        raise Refusal(say("{value} is no day.", value=repr(day)), where=str(path)) from None


def own_table(path: Path) -> tuple[pa.Table, str]:
    """A table as a run writes it, or one of the same shape, and its sha256.

    Of text formats every cell is text, empty is missing, and guards against formulas are off again. A
    table that differs from the manifest beside it is refused.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        remedy = say("Known: {endings}.", endings=", ".join(READERS))
        raise Refusal(say("{ending} is no table of metrics.", ending=repr(path.suffix)), where=str(path), remedy=remedy)
    check_readable(path)
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        _refuse_changed(path, digest)
        table = reader(path)
    except OSError as problem:
        raise unreadable(path, problem.strerror or str(problem)) from None
    except _UNREADABLE as problem:
        raise unreadable(path, str(problem)) from None
    if "customer_id" not in table.column_names:
        raise Refusal(say("there is no column {name}.", name="customer_id"), where=str(path))
    return table, digest


def unreadable(path: Path, reason: str) -> Refusal:
    """The refusal of a file that is no result of ours."""
    return Refusal(
        say("the file cannot be read: {reason}.", reason=" ".join(reason.split())[:200]),
        where=str(path),
        remedy=say("Name a result that vitalfew wrote, or a table with the same columns."),
    )


def _refuse_changed(path: Path, digest: str) -> None:
    beside = path.with_suffix(MANIFEST)
    if beside.is_file() and _written(_manifest(beside)).get("sha256") != digest:
        raise Refusal(
            say("the result and its manifest {manifest} do not belong together.", manifest=beside.name),
            where=str(path),
            remedy=say("Grade again, or move the manifest away if you changed the table on purpose."),
        )


def _manifest(path: Path) -> Mapping[str, Any]:
    check_readable(path)
    try:
        with path.open(encoding="utf-8") as file:
            content = json.loads(file.read(LARGEST_MANIFEST))
    except OSError as problem:
        raise unreadable(path, problem.strerror or str(problem)) from None
    except (ValueError, RecursionError) as problem:
        raise unreadable(path, str(problem)) from None
    return content if isinstance(content, dict) else {}


def _written(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    out = manifest.get("out")
    return out if isinstance(out, dict) else {}


def _csv(path: Path) -> pa.Table:
    with path.open("rb") as file:
        header = file.readline().decode("utf-8-sig").rstrip("\r\n")
    names = pa.csv.read_csv(pa.BufferReader((header + "\n").encode())).column_names
    table = pa.csv.read_csv(
        path,
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
        ),
    )
    return _bare(table)


def _json(path: Path) -> pa.Table:
    rows = json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    return _of_rows(list(rows[0]) if rows else [], [list(row.values()) for row in rows])


def _workbook(path: Path) -> pa.Table:
    from python_calamine import CalamineWorkbook

    check_archive(path)
    with CalamineWorkbook.from_path(str(path)) as book:
        header, *rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return _bare(_of_rows([str(name) for name in header], rows))


def _of_rows(names: list[str], rows: list[list[Any]]) -> pa.Table:
    cells = [[_cell_text(row[place]) for row in rows] for place in range(len(names))]
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, cells, strict=True)})


def _cell_text(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return str(value)


def _bare(table: pa.Table) -> pa.Table:
    columns = {name: unguarded(table[name].combine_chunks()) for name in table.column_names}
    return pa.table(columns)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string())


READERS: Mapping[str, Callable[[Path], pa.Table]] = {
    ".csv": _csv,
    ".json": _json,
    ".parquet": pq.read_table,
    ".xlsx": _workbook,
}
