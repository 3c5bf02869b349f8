"""How a source is to be read, decided from all of it: columns, money, rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.cells.amounts import Money
from vitalfew.readers.cells.bounds import Bounds
from vitalfew.readers.cells.kinds import Form, Rules
from vitalfew.readers.reading import Note, Options, Records
from vitalfew.readers.rows.currency import Rates, refuse_several, target_of
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
    notes: tuple[Note, ...] = ()

    @property
    def required(self) -> frozenset[str]:
        """Columns in which no cell may be empty. Facts without a customer are unassigned instead."""
        names = {column.name for column in self.table.columns if column.required}
        return frozenset(names if self.table.name == "customers" else names - {"customer_id"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked of a source: which of its columns are read, as what, and with which options."""

    table: FactTable
    options: Options
    columns: Read
    header: tuple[str, ...]
    binary: bool
    """Whether its numbers are no text."""
    counts_totals: bool
    rates: Rates | None

    @classmethod
    def of(
        cls, records: Records, columns: Mapping[str, int], table: FactTable, options: Options, rates: Rates | None
    ) -> "Scope":
        """The scope of these records; `columns` is standard name → position. Refused: a missing required column."""
        totals = table.name == "orders" and _counts_totals(columns, options)
        read = _columns_read(records, columns, table, totals=totals)
        _refuse_missing(read, table)
        binary = records.shape.get("numbers") in _BINARY
        return cls(table, options, read, records.header, binary, totals, rates)

    @property
    def positions(self) -> dict[str, int]:
        """Standard name → position, of the columns that are read."""
        return {name: position for name, (_, position) in self.columns.items()}

    @property
    def headers(self) -> dict[str, str]:
        """Standard name → header as it stands in the source."""
        return {name: self.header[position] for name, position in self.positions.items()}

    def plan(self, forms: Mapping[str, Form], money: Money, notes: tuple[Note, ...] = ()) -> Plan:
        """The plan that follows from what was found out about the columns and the money."""
        options = self.options
        rules = Rules(money.widest, _zone(options.timezone), Bounds(options.earliest, options.today), self.binary)
        return Plan(self.table, options, forms, rules, money, self.counts_totals, notes)

    def money(self, survey: Survey) -> Money:
        """How money is counted, from the currencies found."""
        if not any(column.kind is Kind.MONEY for column in self.table.columns):
            return Money(self.options.currency)
        found = survey.currencies()
        target = target_of(found, self.rates, self.options.currency)
        if not found - {target}:
            return Money(target)
        if self.table.dated_by is None:
            refuse_several(found)
        return Money(target, found, survey.signs(), self.rates)


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
