"""Text files opened as the commands open them, and everything in them taken down at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vitalfew.readers.reading import Note, Options
from vitalfew.readers.text.records import open_text
from vitalfew.schemas import TABLES, FactTable

ORDERS = TABLES["orders"]
TODAY = date(2025, 6, 30)
ROWS = "customer_id,order_date,amount\nC1,2025-01-02,10.00\nC2,2025-01-03,20.00\n"
CHINESE = "客户编号,订单日期,金额\n张三,2025-01-02,10.00\n李四,2025-01-03,20.00\n"


def row(name: str) -> pytest.MarkDecorator:
    """The row of safety.md that a test covers, as a parameter in its name."""
    return pytest.mark.parametrize((), [pytest.param(id=name)])


@dataclass(frozen=True)
class Opened:
    header: tuple[str, ...]
    rows: list[tuple[int, tuple[str | None, ...]]]
    ragged: Mapping[int, tuple[str, ...]]
    shape: Mapping[str, str | int]
    notes: list[Note]

    @property
    def cells(self) -> list[tuple[str | None, ...]]:
        return [row for _, row in self.rows]


def options(**given: Any) -> Options:
    return Options(TODAY, **given)


def opened(
    folder: Path, content: str | bytes, table: FactTable = ORDERS, *, name: str = "orders.csv", **given: Any
) -> Opened:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return opened_at(path, table, **given)


def opened_at(path: Path, table: FactTable = ORDERS, **given: Any) -> Opened:
    records = open_text(path, options(**given), table)
    rows: list[tuple[int, tuple[str | None, ...]]] = []
    ragged: dict[int, tuple[str, ...]] = {}
    for block in records.blocks:
        cells = zip(*(column.to_pylist() for column in block.columns), strict=True)
        rows += zip(block.lines.tolist(), cells, strict=True)
        ragged |= block.ragged
    return Opened(records.header, rows, ragged, records.shape, records.notes)
