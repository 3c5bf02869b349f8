"""From records of text to typed rows of a known table: the door of everything that reads cells.

Blocks become rows in `passes`; the rules across rows (`table_rules`) say which of them are accepted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from vitalfew.readers.reading import Note, Options, Records
from vitalfew.readers.rows.block_rows import Blocks
from vitalfew.readers.rows.currency import Rates
from vitalfew.readers.rows.passes import Passes
from vitalfew.readers.rows.plan import Plan, Scope
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.spool import Spool
from vitalfew.readers.rows.stage import Stage
from vitalfew.readers.rows.table_rules import TableRules
from vitalfew.schemas import FactTable


@dataclass(frozen=True, slots=True)
class Typed:
    """A table as typed. `rows` has the columns that were read (and `amount` of orders), in the order of the schema.

    `rejects` has the columns of `rejects.REJECTS`. `count` are data rows: `len(rows) + len(rejects) +
    unassigned == count`; rows of excluded customers and skipped twins are not among them.
    """

    rows: pa.Table
    rejects: pa.Table
    count: int
    unassigned: int = 0
    unassigned_amount: Decimal = Decimal(0)
    grain: str | None = None
    currency: str | None = None
    today_used: bool = False
    notes: tuple[Note, ...] = ()


def typed(
    records: Records,
    columns: Mapping[str, int],
    table: FactTable,
    options: Options,
    rates: Rates | None = None,
    *,
    path: Path | None = None,
    at_once: bool = False,
) -> Typed:
    """The records as rows of the table; `columns` is standard name → position in the header.

    Cells that cannot be read reject their row, with the reason; nothing is guessed. Refused: a missing
    required column, an open order of day and month, several currencies without rates.

    With a `path` the rows are left in an Arrow file there, and mapped. `at_once` reads a clean source about four
    times as fast and gives the same; only where it raises ReadAgain the source has to be opened and read without.
    """
    scope = Scope.of(records, columns, table, options, rates)
    blocks = Blocks(Stage(path), Rejects(records.header))
    with Spool(len(records.header)) as spool:
        plan = Passes(scope, spool, blocks).read(records, at_once=at_once)
        rules = TableRules(scope, spool, blocks.rejects)
        rows = blocks.stage.left(rules.applied(blocks.stage, plan.money.digits))
    return Typed(
        rows=rows,
        rejects=blocks.rejects.table(),
        count=rows.num_rows + len(blocks.rejects) + blocks.unassigned,
        unassigned=blocks.unassigned,
        unassigned_amount=blocks.money_without_customer(),
        grain=rules.grain,
        currency=plan.money.target,
        today_used=blocks.ahead.soon + blocks.ahead.late > 0,
        notes=(*plan.notes, *_notes(blocks, plan), *rules.notes),
    )


def _notes(blocks: Blocks, plan: Plan) -> Iterator[Note]:
    if blocks.ahead.soon:
        sentence = "{count:,} dates lie up to 7 days after {today}."
        yield _warning("future", sentence, count=blocks.ahead.soon, today=str(plan.options.today))
    if blocks.unassigned:
        sentence = "{count:,} rows have no customer; their amounts sum to {amount}."
        amount = str(blocks.money_without_customer())
        yield _warning("unassigned", sentence, count=blocks.unassigned, amount=amount)
    if blocks.excluded:
        yield Note("excluded", "{count:,} rows of excluded customers left out.", {"count": blocks.excluded})
    if plan.money.several:
        yield Note(
            "turned",
            "Amounts in {currencies} are turned into {target}, each at the last rate known on its day.",
            {"currencies": ", ".join(sorted(plan.money.several)), "target": plan.money.target or ""},
        )


def _warning(code: str, sentence: str, **values: str | int) -> Note:
    return Note(code, sentence, values, warning=True)
