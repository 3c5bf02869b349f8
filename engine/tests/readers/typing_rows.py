"""Rows of text given to the reader of cells, without a file around them."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from vitalfew.readers.reading import Block, Options, Records
from vitalfew.readers.rows.currency import Rates
from vitalfew.readers.rows.passes import ReadAgain
from vitalfew.readers.rows.typing import Typed, typed
from vitalfew.schemas import TABLES

Row = Sequence[str | None]
TODAY = date(2025, 6, 30)


def row(name: str) -> pytest.MarkDecorator:
    """The row of safety.md that a test covers, as a parameter in its name."""
    return pytest.mark.parametrize((), [pytest.param(id=name)])


def read(
    header: str,
    rows: Sequence[Row | str],
    *,
    table: str = "orders",
    rates: Rates | None = None,
    shape: dict[str, str | int] | None = None,
    block: int = 3,
    **options: Any,
) -> Typed:
    """Rows (texts are cut at commas, empty is missing) typed; standard names in the header are its columns.

    They are typed twice, also at once where that can be; both ways have to give the same.
    """
    columns = columns_of(header, table)
    options.setdefault("today", TODAY)

    def result(*, at_once: bool) -> Typed:
        records = records_of(header, rows, shape=shape, block=block)
        return typed(records, columns, TABLES[table], Options(**options), rates, at_once=at_once)

    careful = result(at_once=False)
    with suppress(ReadAgain):
        assert_same(result(at_once=True), careful)
    return careful


def records_of(
    header: str, rows: Sequence[Row | str], *, shape: dict[str, str | int] | None = None, block: int = 3
) -> Records:
    """The rows as records, so many in a block."""
    names = header.split(",")
    cells = [[cell or None for cell in row.split(",")] if isinstance(row, str) else list(row) for row in rows]
    blocks = (_block(names, cells, start, block) for start in range(0, len(cells), block))
    return Records(tuple(names), blocks, shape or {})


def columns_of(header: str, table: str = "orders") -> dict[str, int]:
    """Standard names in the header → their places."""
    return {name: place for place, name in enumerate(header.split(",")) if name in TABLES[table]}


def assert_same(one: Typed, other: Typed) -> None:
    """Both readings give the same rows in the same order, rejects, counts and words."""
    assert one.rows.equals(other.rows)
    assert one.rejects.equals(other.rejects)
    assert replace(one, rows=other.rows, rejects=other.rejects) == other


def _block(names: list[str], cells: list[list[str | None]], start: int, size: int) -> Block:
    numbered = list(enumerate(cells, 2))[start : start + size]
    fitting = [(line, row) for line, row in numbered if len(row) == len(names)]
    ragged = {line: tuple(cell or "" for cell in row) for line, row in numbered if len(row) != len(names)}
    columns = tuple(pa.array([row[place] for _, row in fitting], pa.string()) for place in range(len(names)))
    return Block(columns, np.array([line for line, _ in fitting], np.int64), ragged)


def reasons(result: Typed) -> list[tuple[int, str, str]]:
    """Line, column and reason of each rejected row."""
    return [(row["line"], row["column"], row["reason"]) for row in result.rejects.to_pylist()]


def notes(result: Typed) -> dict[str, str]:
    """What is said, by code; the last one where a code is said twice."""
    return {note.code: str(note) for note in result.notes}


def column(result: Typed, name: str) -> list[str]:
    """The accepted cells of a column, as text."""
    return [str(cell) for cell in result.rows[name].to_pylist()]


def rates(*rows: str) -> Rates:
    """A table of exchange rates: date,currency,rate."""
    return Rates.of(read("date,currency,rate", rows, table="exchange_rates").rows)
