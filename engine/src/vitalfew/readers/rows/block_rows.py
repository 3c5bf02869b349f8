"""Blocks of text typed one after the other: accepted rows, rows without a customer, rejects."""

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
from vitalfew.readers.rows.draft import Draft, drafted, trimmed_columns
from vitalfew.readers.rows.fill_down import FillDown
from vitalfew.readers.rows.order_totals import RAW, sum_once
from vitalfew.readers.rows.pairs import Mask
from vitalfew.readers.rows.plan import Plan
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.spool import Spool

Texts = dict[str, pa.StringArray]


@dataclass(slots=True)
class Blocks:
    """What became of the rows of all blocks."""

    rows: list[pa.RecordBatch] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    unassigned: int = 0
    unassigned_amount: Decimal = Decimal(0)
    totals: list[pa.RecordBatch] = field(default_factory=list)
    """Rows without a customer where amounts are totals of orders, to be counted once each."""
    excluded: int = 0
    ahead: Ahead = field(default_factory=Ahead)

    def add(self, batch: pa.RecordBatch, lines: Lines) -> None:
        """Take rows without faults; those without a customer are only counted."""
        if "customer_id" in batch.schema.names:
            stray = pc.is_null(batch["customer_id"])
            self._count(batch.filter(stray))
            batch, lines = batch.filter(pc.invert(stray)), lines[~np.asarray(stray)]
        self.rows.append(batch)
        self.lines.append(lines)

    def money_without_customer(self) -> Decimal:
        """The money of the rows without a customer, in the currency of the run."""
        return self.unassigned_amount + (sum_once(pa.Table.from_batches(self.totals)) if self.totals else 0)

    def _count(self, strays: pa.RecordBatch) -> None:
        self.unassigned += len(strays)
        if RAW in strays.schema.names:
            self.totals.append(strays)
        elif "amount" in strays.schema.names:
            self.unassigned_amount += total(strays["amount"])


def read_blocks(plan: Plan, spool: Spool, rejects: Rejects) -> Blocks:
    """Type every block of the source."""
    found = Blocks()
    fillers = {name: FillDown(between) for name, between in plan.between.items()}
    for batch, lines in spool.blocks():
        texts = trimmed_columns(batch.columns, plan.positions)
        for name, filler in fillers.items():
            texts[name] = filler.fill(texts[name], lines)
        kept = _not_excluded(texts, plan, len(lines))
        found.excluded += len(lines) - int(kept.sum())
        which = pa.array(kept)
        texts = {name: column.filter(which) for name, column in texts.items()}
        _read_block(plan, batch.filter(which), lines[kept], texts, found, rejects)
    return found


def _not_excluded(texts: Texts, plan: Plan, height: int) -> Mask:
    if not plan.options.exclude or "customer_id" not in texts:
        return np.ones(height, bool)
    return ~np.asarray(pc.is_in(texts["customer_id"], pa.array(sorted(plan.options.exclude), pa.string())))


def _read_block(plan: Plan, batch: pa.RecordBatch, lines: Lines, texts: Texts, found: Blocks, rejects: Rejects) -> None:
    draft = drafted(texts, lines, plan.forms, plan.rules)
    _check(plan, draft, batch, texts)
    found.ahead += draft.ahead
    rows = sorted(draft.failed)
    if rows:
        rejects.add(
            lines[rows], pa.Table.from_batches([batch.take(pa.array(rows))]), [draft.failed[row] for row in rows]
        )
    sound = draft.sound()
    found.add(_batch(plan, draft).filter(sound), lines[np.asarray(sound)])


def _check(plan: Plan, draft: Draft, batch: pa.RecordBatch, texts: Texts) -> None:
    """The rules across the cells of one row."""
    for name in sorted(plan.required & plan.forms.keys()):
        draft.fail_where(pc.is_null(texts[name]), plan.forms[name].position, say("empty"))
    if plan.table.name == "customers" and "name" in plan.forms:
        place = plan.forms["name"].position
        blank = pc.and_(pc.greater(pc.utf8_length(batch.column(place)), 0), pc.is_null(texts["name"]))
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
