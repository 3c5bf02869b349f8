"""Rules across the rows of a whole table: grain, twins, contradictions, totals of orders."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa

from vitalfew.readers.reading import Lines, Note
from vitalfew.readers.rows.duplicates import conflicts, later_twins
from vitalfew.readers.rows.grain import differing_orders, observed_grain, stated_grain
from vitalfew.readers.rows.order_notes import ORDER_NOTES, alike_notes
from vitalfew.readers.rows.order_rows import OrderRows
from vitalfew.readers.rows.order_totals import counted_once, missing_total, suspicion, total_conflicts, unstated
from vitalfew.readers.rows.pairs import Groups, contents, exact_codes
from vitalfew.readers.rows.plan import Scope
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.spool import Spool
from vitalfew.readers.rows.stage import Stage, Staged
from vitalfew.schemas import FactTable


class TableRules:
    """Applies the rules of one table to its typed rows; what they reject goes to the rejects."""

    def __init__(self, scope: Scope, spool: Spool, rejects: Rejects) -> None:
        self._scope = scope
        self._spool = spool
        self._rejects = rejects
        self.grain: str | None = None
        self.notes: list[Note] = []

    def applied(self, stage: Stage, digits: int) -> pa.Table:
        """The rows that are accepted; `digits` are those of the money's minor unit."""
        staged = stage.taken(empty_schema(self._scope.table, list(self._scope.columns), digits))
        if self._scope.table.name == "orders":
            return self._orders(staged, stage.let_go)
        if self._scope.table.name == "customers":
            return self._customers(OrderRows(staged.rows, staged.lines))
        return staged.rows

    def _orders(self, staged: Staged, let_go: Callable[[], None]) -> pa.Table:
        orders = OrderRows(staged.rows, staged.lines)
        content = contents(staged.rows, staged.lines, staged.prints, self._unread)
        grain = stated_grain(self._scope.headers, self._scope.options)
        grain = grain or observed_grain(orders.orders, differing_orders(orders.orders, content))
        self.grain = grain.name
        self.notes.append(grain.why)
        if grain.name == "line" and "order_id" not in self._scope.columns:
            self._note("no_order_column", "Each row counts as an order: there is no column of order numbers.", {})
        orders = self._lines(orders, content) if grain.name == "line" else self._whole_orders(orders, content)
        if self._scope.counts_totals:
            orders = self._totals(orders)
        elif "amount" in self._scope.columns and (note := suspicion(orders, self._scope.headers["amount"])):
            self.notes.append(note)
        for notes in ORDER_NOTES:
            let_go()
            self.notes.extend(notes(orders))
        return orders.rows

    def _lines(self, orders: OrderRows, content: np.ndarray) -> OrderRows:
        twins = later_twins(content, np.ones(len(content), bool))
        if not twins.any():
            return orders
        count = {"count": int(twins.sum())}
        if self._scope.options.drop_duplicates:
            self._note("duplicates", "{count:,} identical lines removed.", count)
            return orders.where(~twins)
        self._note("duplicates", "{count:,} identical lines kept; --drop-duplicates removes them.", count)
        return orders

    def _whole_orders(self, orders: OrderRows, content: np.ndarray) -> OrderRows:
        faults = conflicts(orders.orders, content, orders.lines)
        twins = later_twins(content, orders.numbered | self._scope.options.drop_duplicates)
        twins[list(faults)] = False
        if twins.any():
            self._note("duplicates", "{count:,} identical orders skipped.", {"count": int(twins.sum())})
        return self._without(orders, faults, twins, "order_id")

    def _totals(self, orders: OrderRows) -> OrderRows:
        faults = total_conflicts(orders) | dict.fromkeys(map(int, np.flatnonzero(unstated(orders))), missing_total())
        return counted_once(self._without(orders, faults, np.zeros(len(orders.lines), bool), "order_total"))

    def _customers(self, everyone: OrderRows) -> pa.Table:
        code = exact_codes(everyone.rows["customer_id"])
        content = contents(everyone.rows, everyone.lines, code.view(np.uint64), self._unread)
        all_of_them = np.ones(len(code), bool)
        faults = conflicts(Groups.of(code, all_of_them), content, everyone.lines)
        twins = later_twins(content, all_of_them)
        twins[list(faults)] = False
        if twins.any():
            self._note("duplicates", "{count:,} identical customers skipped.", {"count": int(twins.sum())})
        kept = self._without(everyone, faults, twins, "customer_id")
        self.notes.extend(alike_notes(kept.rows["customer_id"]))
        return kept.rows

    def _without(self, orders: OrderRows, faults: dict[int, str], twins: np.ndarray, column: str) -> OrderRows:
        kept = ~twins
        if faults:
            rows = sorted(faults)
            position = self._scope.positions[column]
            lines = orders.lines[rows]
            self._rejects.add(lines, self._spool.at(lines), [(position, faults[row]) for row in rows])
            kept[rows] = False
        return orders.where(kept)

    def _unread(self, lines: Lines) -> pa.Table:
        """The text of the columns that are not read, at these lines."""
        read = set(self._scope.positions.values())
        unread = [place for place in range(len(self._scope.header)) if place not in read]
        return self._spool.at(lines).select(unread) if unread else pa.table({})

    def _note(self, code: str, sentence: str, values: dict[str, int]) -> None:
        self.notes.append(Note(code, sentence, values))


def empty_schema(table: FactTable, names: Sequence[str], digits: int) -> pa.Schema:
    """The types of these columns where there is not one row."""
    amount = ["amount"] if table.name == "orders" else []
    known = [column for column in table.columns if column.name in {*names, *amount}]
    return pa.schema([(column.name, column.kind.arrow(digits)) for column in known])
