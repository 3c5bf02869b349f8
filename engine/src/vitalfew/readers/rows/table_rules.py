"""Rules across the rows of a whole table: grain, twins, contradictions, totals of orders."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from vitalfew.readers.reading import Lines, Note
from vitalfew.readers.rows.block_rows import Blocks
from vitalfew.readers.rows.duplicates import conflicts, later_twins
from vitalfew.readers.rows.grain import differing_orders, grain_of
from vitalfew.readers.rows.order_notes import alike_notes, order_notes
from vitalfew.readers.rows.order_rows import OrderRows
from vitalfew.readers.rows.order_totals import counted_once, missing_total, suspicion, total_conflicts, unstated
from vitalfew.readers.rows.pairs import exact_codes
from vitalfew.readers.rows.plan import Plan
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.spool import Spool
from vitalfew.schemas import FactTable


class TableRules:
    """Applies the rules of one table to its typed rows; what they reject goes to the rejects."""

    def __init__(self, plan: Plan, spool: Spool, rejects: Rejects) -> None:
        self._plan = plan
        self._spool = spool
        self._rejects = rejects
        self.grain: str | None = None
        self.notes: list[Note] = []

    def applied(self, blocks: Blocks) -> pa.Table:
        """The rows that are accepted."""
        rows = pa.Table.from_batches(blocks.rows, self._schema(blocks))
        lines = np.concatenate([np.empty(0, np.int64), *blocks.lines])
        if self._plan.table.name == "orders":
            rows = self._orders(OrderRows.of(rows, lines))
        elif self._plan.table.name == "customers":
            rows = self._customers(rows, lines)
        if self._plan.table.name in ("orders", "customers"):
            self.notes.extend(alike_notes(rows["customer_id"]))
        return rows

    def _orders(self, orders: OrderRows) -> pa.Table:
        content = orders.content(self._unread)
        groups = orders.orders
        grain = grain_of(self._headers(), groups, differing_orders(groups, content), self._plan.options)
        self.grain = grain.name
        self.notes.append(grain.why)
        if grain.name == "line" and "order_id" not in self._plan.forms:
            self._note("no_order_column", "Each row counts as an order: there is no column of order numbers.", {})
        orders = self._lines(orders, content) if grain.name == "line" else self._whole_orders(orders, content)
        if self._plan.counts_totals:
            orders = self._totals(orders)
        elif "amount" in self._plan.forms and (note := suspicion(orders, self._plan.forms["amount"].header)):
            self.notes.append(note)
        self.notes.extend(order_notes(orders))
        return orders.rows

    def _lines(self, orders: OrderRows, content: np.ndarray) -> OrderRows:
        twins = later_twins(content, np.ones(len(content), bool))
        if not twins.any():
            return orders
        count = {"count": int(twins.sum())}
        if self._plan.options.drop_duplicates:
            self._note("duplicates", "{count:,} identical lines removed.", count)
            return orders.where(~twins)
        self._note("duplicates", "{count:,} identical lines kept; --drop-duplicates removes them.", count)
        return orders

    def _whole_orders(self, orders: OrderRows, content: np.ndarray) -> OrderRows:
        faults = conflicts(orders.orders, content, orders.lines)
        twins = later_twins(content, orders.numbered | self._plan.options.drop_duplicates)
        twins[list(faults)] = False
        if twins.any():
            self._note("duplicates", "{count:,} identical orders skipped.", {"count": int(twins.sum())})
        return self._without(orders, faults, twins, "order_id")

    def _totals(self, orders: OrderRows) -> OrderRows:
        faults = total_conflicts(orders) | dict.fromkeys(map(int, np.flatnonzero(unstated(orders))), missing_total())
        return counted_once(self._without(orders, faults, np.zeros(len(orders.lines), bool), "order_total"))

    def _customers(self, rows: pa.Table, lines: Lines) -> pa.Table:
        everyone = OrderRows(rows, lines, exact_codes(rows["customer_id"]), np.ones(len(lines), bool))
        content = everyone.content(self._unread)
        faults = conflicts(everyone.orders, content, lines)
        twins = later_twins(content, everyone.numbered)
        twins[list(faults)] = False
        if twins.any():
            self._note("duplicates", "{count:,} identical customers skipped.", {"count": int(twins.sum())})
        return self._without(everyone, faults, twins, "customer_id").rows

    def _without(self, orders: OrderRows, faults: dict[int, str], twins: np.ndarray, column: str) -> OrderRows:
        kept = ~twins
        if faults:
            rows = sorted(faults)
            position = self._plan.forms[column].position
            lines = orders.lines[rows]
            self._rejects.add(lines, self._spool.at(lines), [(position, faults[row]) for row in rows])
            kept[rows] = False
        return orders.where(kept)

    def _headers(self) -> dict[str, str]:
        return {name: form.header for name, form in self._plan.forms.items()}

    def _unread(self, lines: Lines) -> pa.Table:
        read = set(self._plan.positions.values())
        texts = self._spool.at(lines)
        return texts.select([place for place in range(texts.num_columns) if place not in read])

    def _note(self, code: str, sentence: str, values: dict[str, int]) -> None:
        self.notes.append(Note(code, sentence, values))

    def _schema(self, blocks: Blocks) -> pa.Schema:
        if blocks.rows:
            return blocks.rows[0].schema
        return empty_schema(self._plan.table, list(self._plan.forms), self._plan.money.digits)


def empty_schema(table: FactTable, names: Sequence[str], digits: int) -> pa.Schema:
    """The types of these columns where there is not one row."""
    amount = ["amount"] if table.name == "orders" else []
    known = [column for column in table.columns if column.name in {*names, *amount}]
    return pa.schema([(column.name, column.kind.arrow(digits)) for column in known])
