"""Blocks of text typed: accepted rows, rows without a customer, rejects."""

from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.amounts import row_currencies, turn, with_amount
from vitalfew.readers.cells.bounds import Ahead
from vitalfew.readers.cells.decimals import total
from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.draft import Draft, Texts, drafted
from vitalfew.readers.rows.order_totals import RAW, sum_once
from vitalfew.readers.rows.plan import Plan
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.stage import Stage


@dataclass(slots=True)
class Blocks:
    """What became of the rows of all blocks."""

    stage: Stage
    rejects: Rejects
    unassigned: int = 0
    unassigned_amount: Decimal = Decimal(0)
    totals: list[pa.RecordBatch] = field(default_factory=list)
    """Rows without a customer where amounts are totals of orders, to be counted once each."""
    excluded: int = 0
    ahead: Ahead = field(default_factory=Ahead)

    def read(self, plan: Plan, cells: pa.RecordBatch, lines: Lines, texts: Texts) -> None:
        """Type one block. `cells` are all its columns as they stand, `texts` those that are read, trimmed."""
        if "customer_id" in texts and plan.options.exclude:
            kept = ~np.asarray(pc.is_in(texts["customer_id"], pa.array(sorted(plan.options.exclude), pa.string())))
            self.excluded += len(lines) - int(kept.sum())
            which = pa.array(kept)
            cells, lines = cells.filter(which), lines[kept]
            texts = {name: column.filter(which) for name, column in texts.items()}
        draft = drafted(texts, lines, plan.forms, plan.rules)
        _check(plan, draft, cells, texts)
        self.ahead += draft.ahead
        self._take(draft, _batch(plan, draft), cells)

    def money_without_customer(self) -> Decimal:
        """The money of the rows without a customer, in the currency of the run."""
        return self.unassigned_amount + (sum_once(pa.Table.from_batches(self.totals)) if self.totals else 0)

    def _take(self, draft: Draft, batch: pa.RecordBatch, cells: pa.RecordBatch) -> None:
        """Rows without faults are put down; those without a customer are only counted."""
        lines = draft.lines
        if rows := sorted(draft.failed):
            faults = [draft.failed[row] for row in rows]
            self.rejects.add(lines[rows], pa.Table.from_batches([cells.take(pa.array(rows))]), faults)
            batch, lines = _only(batch, lines, draft.sound())
        if "customer_id" in batch.schema.names and batch["customer_id"].null_count:
            stray = np.asarray(batch["customer_id"].is_null()).astype(bool)
            self._count(batch.filter(pa.array(stray)))
            batch, lines = _only(batch, lines, ~stray)
        self.stage.put(batch, lines)

    def _count(self, strays: pa.RecordBatch) -> None:
        self.unassigned += len(strays)
        if RAW in strays.schema.names:
            self.totals.append(strays)
        elif "amount" in strays.schema.names:
            self.unassigned_amount += total(strays["amount"])


def _only(batch: pa.RecordBatch, lines: Lines, which: np.ndarray) -> tuple[pa.RecordBatch, Lines]:
    return batch.filter(pa.array(which)), lines[which]


def _check(plan: Plan, draft: Draft, cells: pa.RecordBatch, texts: Texts) -> None:
    """The rules across the cells of one row."""
    for name in sorted(plan.required & plan.forms.keys()):
        if texts[name].null_count:
            draft.fail_where(pc.is_null(texts[name]), plan.forms[name].position, say("empty"))
    if plan.table.name == "customers" and "name" in plan.forms:
        place = plan.forms["name"].position
        blank = pc.and_(pc.greater(pc.utf8_length(cells.column(place)), 0), pc.is_null(texts["name"]))
        draft.fail_where(blank, place, say("only spaces"))
    if plan.table.name == "exchange_rates":
        draft.fail_where(pc.less_equal(draft.columns["rate"], 0), plan.forms["rate"].position, say("not above zero"))
    if plan.table.name == "orders":
        _check_amounts(plan, draft)
    if plan.money.several:
        codes = row_currencies(draft, texts, plan.forms, plan.money)
        turn(draft, codes, str(plan.table.dated_by), plan.forms, plan.money)


def _check_amounts(plan: Plan, draft: Draft) -> None:
    if plan.counts_totals:
        draft.columns[RAW] = draft.columns["order_total"]
        draft.columns["amount"] = draft.columns["order_total"]
    else:
        with_amount(draft, plan.forms, plan.rules.digits)


def _batch(plan: Plan, draft: Draft) -> pa.RecordBatch:
    """The columns in the order of the schema, further ones behind."""
    known = [column.name for column in plan.table.columns if column.name in draft.columns]
    names = [*known, *(name for name in draft.columns if name not in plan.table)]
    return pa.record_batch([draft.columns[name] for name in names], names)
