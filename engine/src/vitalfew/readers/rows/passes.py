"""The two passes over a source.

The first reads every block and finds out what is true of whole columns (decimal comma, order of day and month,
currencies). A block on whose cells later ones have no bearing is typed at once; the text of the others is put
aside and typed in the second pass, when everything is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from vitalfew.readers.cells.amounts import Money
from vitalfew.readers.counting import tell
from vitalfew.readers.reading import Block, Records
from vitalfew.readers.rows.block_rows import Blocks
from vitalfew.readers.rows.draft import trimmed_columns
from vitalfew.readers.rows.fill_down import FillDown
from vitalfew.readers.rows.grain import stated_grain
from vitalfew.readers.rows.plan import Plan, Scope
from vitalfew.readers.rows.spool import Spool
from vitalfew.readers.rows.survey import Survey


class ReadAgain(Exception):
    """A late block changes how money is counted in the earlier ones: nothing may be typed at once in this source."""


@dataclass(frozen=True)
class Passes:
    """What both passes share: what is asked, where text is put aside, and what became of the rows."""

    scope: Scope
    spool: Spool
    blocks: Blocks

    def read(self, records: Records, *, at_once: bool) -> Plan:
        """Type all rows. With `at_once`, ReadAgain may be raised."""
        between: dict[str, list[tuple[int, str]]] = {
            name: [] for name in self.scope.options.fill_down if name in self.scope.columns
        }
        at_once = at_once and not between and self.scope.rates is None
        plan = self._first(records, between, at_once=at_once)
        self._second(plan, {name: FillDown(cells) for name, cells in between.items()})
        return plan

    def _first(self, records: Records, between: dict[str, list[tuple[int, str]]], *, at_once: bool) -> Plan:
        survey = Survey(self.scope.columns, self.scope.header, self.scope.options)
        hasty: Plan | None = None
        asked_later = _asked_later(self.scope)
        for block in self._counted(records.blocks):
            self.blocks.rejects.add_ragged(block.ragged)
            for name, cells in between.items():
                cells.extend(_ragged_cells(block, self.scope.positions[name]))
            texts = trimmed_columns(block.columns, self.scope.positions)
            settled = survey.add(texts) and at_once
            plan = _so_far(self.scope, survey) if settled else None
            hasty = hasty or plan
            if hasty and plan and plan.money == hasty.money:
                self.spool.put(block, asked_later)
                self.blocks.read(plan, pa.record_batch(list(block.columns), self.spool.names), block.lines, texts)
            else:
                self.spool.put(block)
        money = self.scope.money(survey)
        if hasty and (money.several or money.digits != hasty.money.digits):
            raise ReadAgain
        return self.scope.plan(survey.forms(), money, tuple(survey.notes()))

    def _second(self, plan: Plan, fillers: dict[str, FillDown]) -> None:
        for cells, lines in self.spool.blocks():
            texts = trimmed_columns(cells.columns, self.scope.positions)
            for name, filler in fillers.items():
                texts[name] = filler.fill(texts[name], lines)
            self.blocks.read(plan, cells, lines, texts)

    def _counted(self, blocks: Iterator[Block]) -> Iterator[Block]:
        rows = 0
        for block in blocks:
            yield block
            rows += len(block.lines) + len(block.ragged)
            tell(self.scope.table.name, rows)


def _so_far(scope: Scope, survey: Survey) -> Plan | None:
    """How a settled block is read; None where the money of it is open."""
    found = survey.currencies() | {scope.options.currency} - {None}
    if len(found) > 1:
        return None
    return scope.plan(survey.forms_so_far(), Money(next(iter(found), None)))


def _asked_later(scope: Scope) -> list[int]:
    """The columns whose text the rules across rows may ask for: those not read, and all where they may reject rows."""
    everything = list(range(len(scope.header)))
    if scope.table.name not in ("orders", "customers"):
        return []
    grain = stated_grain(scope.headers, scope.options) if scope.table.name == "orders" else None
    if grain is None or grain.name == "order" or scope.counts_totals:
        return everything
    return [place for place in everything if place not in scope.positions.values()]


def _ragged_cells(block: Block, position: int) -> list[tuple[int, str]]:
    return [
        (line, cells[position])
        for line, cells in block.ragged.items()
        if position < len(cells) and cells[position].strip()
    ]
