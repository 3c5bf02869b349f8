"""How a source would be read, without reading it: for `vitalfew columns FILE`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vitalfew.errors import Refusal
from vitalfew.readers.assembly import without_totals
from vitalfew.readers.headers.recognise import Recognised, named, recognise
from vitalfew.readers.job import Job
from vitalfew.readers.places import shown
from vitalfew.readers.reading import Block, Note, Options, Records
from vitalfew.readers.rows.typing import typed
from vitalfew.readers.sources.files import open_files
from vitalfew.schemas import TABLES, FactTable

CHECKED = 1_000
"""Rows that are tried."""

_VALUES = 3
"""Cells of each column that are shown."""

_REJECTS = 20
"""Rejected rows that are shown."""


def look_at_files(job: Job) -> dict[str, Any]:
    """`look_at` for the files of a job, in the child."""
    table = TABLES[job.table]
    answer = look_at(open_files(job.paths, table, job.options), table, job.options, shown(job.paths[0]))
    return answer | {"files": [shown(path) for path in job.paths]}


def look_at(records: Records, table: FactTable, options: Options, where: str) -> dict[str, Any]:
    """What a reader makes of the first rows, in values that JSON has.

    `shape`: format, encoding, delimiter, sheet, header row. `columns`: for each header the field it was
    recognised as, how (given, exact, synonym, content; none: not used) and its first values. `refused`: why
    the source could not be read at all, else null. `checked`, `rejected`, `rejects`: of the first 1,000 rows
    those that would be rejected. `notes`: what a reader would say.
    """
    first = next(iter(records.blocks), None)
    block = _first_rows(first, CHECKED) if first else None
    sample = [column.to_pylist() for column in block.columns] if block else [[] for _ in records.header]
    found, refused = _recognised(records.header, sample, table, options, where)
    answer = {
        "source": where,
        "table": table.name,
        "shape": dict(records.shape),
        "columns": list(_columns(records.header, sample, found)),
        "refused": refused,
        "checked": 0,
        "rejected": 0,
        "rejects": [],
    }
    notes = [*found.notes, *records.notes]
    if block and refused is None:
        answer |= _tried(replace(records, blocks=iter((block,))), found, table, options, notes)
    return answer | {"notes": [_note(note) for note in notes]}


def _first_rows(block: Block, count: int) -> Block:
    lines = block.lines[:count]
    ragged = {line: cells for line, cells in block.ragged.items() if not len(lines) or line <= lines[-1]}
    return Block(tuple(column.slice(0, count) for column in block.columns), lines, ragged)


def _recognised(
    header: tuple[str, ...], sample: Sequence[Sequence[str | None]], table: FactTable, options: Options, where: str
) -> tuple[Recognised, str | None]:
    try:
        return recognise(header, sample, table, options, where), None
    except Refusal as refusal:
        columns, how = named(header, table, {})
        return Recognised(header, columns, how, {}), str(refusal)


def _columns(
    header: Sequence[str], sample: Sequence[Sequence[str | None]], found: Recognised
) -> Iterator[dict[str, Any]]:
    fields = {place: name for name, place in found.columns.items()}
    for place, cell in enumerate(header):
        field = fields.get(place)
        values = [value for value in sample[place] if value is not None][:_VALUES]
        yield {"header": cell, "field": field, "how": found.how[field] if field else None, "values": values}


def _tried(
    records: Records, found: Recognised, table: FactTable, options: Options, notes: list[Note]
) -> dict[str, Any]:
    blocks = without_totals(records.blocks, found, table.name, notes)
    try:
        result = typed(replace(records, blocks=blocks), dict(found.columns), table, options)
    except Refusal as refusal:
        return {"refused": str(refusal)}
    notes += result.notes
    shown_rejects = result.rejects.select(["line", "column", "value", "reason"]).slice(0, _REJECTS).to_pylist()
    return {"checked": result.count, "rejected": len(result.rejects), "rejects": shown_rejects, "grain": result.grain}


def _note(note: Note) -> Mapping[str, Any]:
    return {"code": note.code, "text": str(note), "warning": note.warning, "values": dict(note.values)}
