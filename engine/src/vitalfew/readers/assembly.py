"""From opened records to a table of facts: columns recognised, totals left out, cells typed, rejects written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.headers.recognise import Recognised, recognise
from vitalfew.readers.headers.totals import leave_out_totals
from vitalfew.readers.mending import mended
from vitalfew.readers.reading import Block, Note, Options, Reading, Records, Report, Source
from vitalfew.readers.rows.currency import Rates
from vitalfew.readers.rows.rejects import write_rejects
from vitalfew.readers.rows.typing import Typed, typed
from vitalfew.readers.sources import digests
from vitalfew.schemas import FactTable

_SAMPLE = 1_000
"""Rows by whose content columns are recognised."""

_NAMED = 10
"""Lines of total rows that a note names."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Records with the columns found in them; total rows are left out on the way."""

    records: Records
    recognised: Recognised
    sample: list[list[str | None]]


def opened(records: Records, table: FactTable, options: Options, where: str) -> Opened:
    """Recognise the columns by the header and the first rows. Refused: no rows, a needed column missing."""
    blocks = iter(records.blocks)
    first = next(blocks, None)
    if first is None:
        raise Refusal(say("no rows."), where=where, remedy=say("There is nothing below the header."))
    sample = [column.slice(0, _SAMPLE).to_pylist() for column in first.columns]
    recognised = recognise(records.header, sample, table, options, where)
    rest = without_totals(chain((first,), blocks), recognised, table.name, records.notes)
    return Opened(replace(records, blocks=rest), recognised, sample)


def gathered(
    records: Records,
    table: FactTable,
    options: Options,
    work: Path,
    sources: tuple[Source, ...],
    rates: pa.Table | None = None,
    *,
    path: Path | None = None,
    at_once: bool = False,
) -> Reading:
    """Read all records: typed rows, and a report with the file of rejected rows in `work`, where there are any.

    A source that is no file has no digest yet; it gets that of its typed rows. `path` and `at_once`: see `typed`.
    """
    source = opened(mended(records, options.mends), table, options, sources[0].name)
    columns = dict(source.recognised.columns)
    turned = Rates.of(rates) if rates is not None else None
    result = typed(source.records, columns, table, options, turned, path=path, at_once=at_once)
    named = tuple(one if one.digest else Source(one.name, digests.of_rows(result.rows)) for one in sources)
    return Reading(result.rows, _report(source, result, table.name, named, work))


def _report(source: Opened, result: Typed, table: str, sources: tuple[Source, ...], work: Path) -> Report:
    rejects = None
    if len(result.rejects):
        rejects = work / f"{table}.rejects.csv"
        write_rejects(rejects, source.records.header, result.rejects)
    return Report(
        table=table,
        sources=sources,
        columns={name: source.recognised.header_of(name) for name in source.recognised.columns},
        rows=result.count,
        accepted=len(result.rows),
        rejected=len(result.rejects),
        unassigned=result.unassigned,
        unassigned_amount=result.unassigned_amount,
        grain=result.grain,
        currency=result.currency,
        today_used=result.today_used,
        shape=source.records.shape,
        notes=(*source.recognised.notes, *source.records.notes, *result.notes),
        rejects=rejects,
    )


def without_totals(blocks: Iterator[Block], recognised: Recognised, table: str, notes: list[Note]) -> Iterator[Block]:
    """The blocks without total rows and repeated headers; after the last one `notes` says how many there were."""
    totals: dict[int, str] = {}
    headers = 0
    for block in blocks:
        kept = leave_out_totals(block, recognised, table)
        totals |= kept.totals
        headers += kept.headers
        yield kept.block
    if totals:
        lines = ", ".join(f"{line} {word}" for line, word in islice(totals.items(), _NAMED))
        values: dict[str, str | int] = {"count": len(totals), "lines": lines}
        notes.append(Note("totals", "total rows left out: {count} (lines {lines})", values))
    if headers:
        notes.append(Note("repeated_headers", "repeated headers left out: {count}", {"count": headers}))
