"""How a source is to be read, decided from all of it: columns, money, rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.cells.amounts import Money
from vitalfew.readers.cells.bounds import Bounds
from vitalfew.readers.cells.kinds import Form, Rules
from vitalfew.readers.reading import Block, Note, Options, Records
from vitalfew.readers.rows.currency import Rates, refuse_several, target_of
from vitalfew.readers.rows.draft import trimmed_columns
from vitalfew.readers.rows.rejects import Rejects
from vitalfew.readers.rows.spool import Spool
from vitalfew.readers.rows.survey import Survey
from vitalfew.schemas import Column, FactTable, Kind

_BINARY = frozenset({"spreadsheet", "float"})
"""Sources whose numbers are no text (`shape["numbers"]`): no decimal comma, and an id may come as 17850.0."""

Read = dict[str, tuple[Column, int]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided about a source before it is typed."""

    table: FactTable
    options: Options
    forms: Mapping[str, Form]
    rules: Rules
    money: Money
    counts_totals: bool
    """Whether amounts are totals of orders, to be counted once each."""
    between: Mapping[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Cells of rows that do not fit the header, for `--fill-down`."""
    notes: tuple[Note, ...] = ()

    @property
    def positions(self) -> dict[str, int]:
        """Standard name → position, of the columns that are read."""
        return {name: form.position for name, form in self.forms.items()}

    @property
    def required(self) -> frozenset[str]:
        """Columns in which no cell may be empty. Facts without a customer are unassigned instead."""
        names = {column.name for column in self.table.columns if column.required}
        return frozenset(names if self.table.name == "customers" else names - {"customer_id"})


def surveyed(
    records: Records,
    columns: Mapping[str, int],
    table: FactTable,
    options: Options,
    rates: Rates | None,
    spool: Spool,
    rejects: Rejects,
) -> Plan:
    """Read the source once: put its text aside, reject rows that do not fit the header, decide how to type it."""
    totals = table.name == "orders" and _counts_totals(columns, options)
    read = _columns_read(records, columns, table, totals=totals)
    _refuse_missing(read, table)
    survey = Survey(read, records.header, options)
    positions = {name: position for name, (_, position) in read.items()}
    between: dict[str, list[tuple[int, str]]] = {name: [] for name in options.fill_down if name in read}
    for block in records.blocks:
        spool.put(block)
        rejects.add_ragged(block.ragged)
        for name, cells in between.items():
            cells.extend(_ragged_cells(block, positions[name]))
        survey.add(trimmed_columns(block.columns, positions))
    money = _money(survey, table, options, rates)
    binary = records.shape.get("numbers") in _BINARY
    rules = Rules(money.widest, _zone(options.timezone), Bounds(options.earliest, options.today), binary)
    return Plan(table, options, survey.forms(), rules, money, totals, between, tuple(survey.notes()))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongUse(
            say("no time zone {name}", name=name), where="--timezone", remedy=say("Write it as in Asia/Shanghai.")
        ) from None


def _counts_totals(columns: Mapping[str, int], options: Options) -> bool:
    """A total is used where a person said so, or where nothing says what a single line is worth."""
    lines = "amount" in columns or {"quantity", "unit_price"} <= columns.keys()
    return "order_total" in columns and ("order_total" in options.mapping or not lines)


def _columns_read(records: Records, columns: Mapping[str, int], table: FactTable, *, totals: bool) -> Read:
    """The known columns, and of customers all others under their own header."""
    unused = "amount" if totals else "order_total"
    read = {
        column.name: (column, columns[column.name])
        for column in table.columns
        if column.name in columns and not (table.name == "orders" and column.name == unused)
    }
    if table.name == "customers":
        taken = {position for _, position in read.values()}
        further = {name: place for place, name in enumerate(records.header) if place not in taken and name not in table}
        read |= {name: (Column(name, Kind.TEXT, name), place) for name, place in further.items() if name}
    return read


def _refuse_missing(read: Read, table: FactTable) -> None:
    missing = [column.name for column in table.columns if column.required and column.name not in read]
    if table.name == "orders" and not (
        {"amount", "order_total"} & read.keys() or {"quantity", "unit_price"} <= read.keys()
    ):
        missing.append("amount")
    if missing:
        raise Refusal(
            say("no column for {columns}", columns=", ".join(missing)),
            remedy=say("Name it with --map {column}=HEADER.", column=missing[0]),
        )


def _ragged_cells(block: Block, position: int) -> list[tuple[int, str]]:
    return [
        (line, cells[position])
        for line, cells in block.ragged.items()
        if position < len(cells) and cells[position].strip()
    ]


def _money(survey: Survey, table: FactTable, options: Options, rates: Rates | None) -> Money:
    if not any(column.kind is Kind.MONEY for column in table.columns):
        return Money(options.currency)
    found = survey.currencies()
    target = target_of(found, rates, options.currency)
    if not found - {target}:
        return Money(target)
    if table.dated_by is None:
        refuse_several(found)
    return Money(target, found, survey.signs(), rates)
