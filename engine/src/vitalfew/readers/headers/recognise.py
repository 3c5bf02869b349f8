"""Which column of a source is which column of a table: given by hand, by name, and where no name fits by content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.headers.headings import candidates, fold, standard_name
from vitalfew.readers.headers.likeness import by_content
from vitalfew.readers.reading import Note, Options
from vitalfew.schemas import TABLES, FactTable

How = Literal["given", "exact", "synonym", "content"]

_MONEY = (frozenset({"amount"}), frozenset({"quantity", "unit_price"}), frozenset({"order_total"}))
"""What a table of orders needs beside its required columns: one of these."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Standard name → place in the header, and how it was found.

    `others` are the further columns of `customers`, kept under their own header. `notes` say what was
    taken by content, and which other headers would have fitted a column too.
    """

    header: tuple[str, ...]
    columns: Mapping[str, int]
    how: Mapping[str, How]
    others: Mapping[str, int]
    notes: tuple[Note, ...] = ()

    def header_of(self, name: str) -> str:
        """The header, as it stands in the source, that a column was read from."""
        return self.header[self.columns[name]]


def recognise(
    header: Sequence[str],
    sample: Sequence[Sequence[str | None]],
    table: FactTable,
    options: Options,
    where: str = "",
) -> Recognised:
    """Find the columns of `table` under this header; `sample` holds some cells of each column, as text.

    Contract, section 1: the standard name wins, then the synonym that stands first in the table (codes
    before names), then content, where only one column can be meant. `options.mapping` overrides all.
    Refused: a needed column that is not there, an unknown field or column in the mapping.
    """
    columns, how = named(header, table, options.mapping, where)
    guessed = by_content(sample, frozenset(columns), _taken(columns), missing(columns, table))
    columns |= guessed
    how |= dict.fromkeys(guessed, "content")
    if gap := missing(columns, table):
        raise _missing(gap, header, where)
    notes = (*_doubts(header, table, columns, how), *_content_notes(header, guessed))
    return Recognised(tuple(header), columns, how, _others(header, table, columns), notes)


def named(
    header: Sequence[str | None], table: FactTable, mapping: Mapping[str, str], where: str = ""
) -> tuple[dict[str, int], dict[str, How]]:
    """What the mapping and the names tell: standard name → place, and how."""
    columns = given(header, table, mapping, where)
    how: dict[str, How] = dict.fromkeys(columns, "given")
    for place, cell in enumerate(header):
        name = standard_name(cell or "", table)
        if name and name not in columns and place not in columns.values():
            columns[name], how[name] = place, "exact"
    for name, ranked in candidates(header, table):
        free = [place for _, place in ranked if place not in columns.values()]
        if name not in columns and free:
            columns[name], how[name] = free[0], "synonym"
    if how.get("order_total") == "synonym":
        _settle_total(columns, how)
    return columns, how


def _settle_total(columns: dict[str, int], how: dict[str, How]) -> None:
    """A total by its name is the amount where nothing else is, and else left alone: counting it once is asked for."""
    place = columns.pop("order_total")
    del how["order_total"]
    if not any(way <= columns.keys() for way in _MONEY):
        columns["amount"], how["amount"] = place, "synonym"


def given(
    header: Sequence[str | None], table: FactTable, mapping: Mapping[str, str], where: str = ""
) -> dict[str, int]:
    """The part of the mapping that is meant for this table: standard name → place.

    A field is written `amount` or `payments.amount`. Without a table it is meant for each table that has the
    field, and must be found in the first of them; elsewhere it holds where the file has such a column.
    """
    places = {fold(cell): place for place, cell in reversed(list(enumerate(header))) if cell}
    exact = {cell.strip(): place for place, cell in reversed(list(enumerate(header))) if cell}
    columns = {}
    for field, column in mapping.items():
        owner, name = _field(field)
        if owner not in (None, table.name) or name not in table:
            continue
        place = exact.get(column.strip(), places.get(fold(column)))
        if place is not None:
            columns[name] = place
        elif owner or table is _first_with(name):
            raise _no_such_column(field, column, header, where)
    return columns


def _field(text: str) -> tuple[str | None, str]:
    """The table (where written) and the standard name of a field; unknown ones are wrong use."""
    owner, _, field = text.strip().rpartition(".")
    tables = [table for table in TABLES.values() if owner in ("", table.name)]
    name = next((name for table in tables if (name := standard_name(field, table))), None)
    if name is None:
        known = sorted({column.name for table in tables or TABLES.values() for column in table.columns})
        raise WrongUse(say("there is no field {field}.", field=text), where="--map", remedy=_suggestion(field, known))
    return owner or None, name


def _first_with(name: str) -> FactTable:
    return next(table for table in TABLES.values() if name in table)


def _no_such_column(field: str, column: str, header: Sequence[str | None], where: str) -> Refusal:
    return Refusal(
        say("there is no column {column} for --map {field}.", column=column, field=field),
        where=where,
        remedy=_suggestion(column, [cell for cell in header if cell]),
    )


def _suggestion(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, 1, 0.5)
    if close:
        return say("Did you mean {name}?", name=close[0])
    return say("Known are: {names}.", names=", ".join(known))


def missing(columns: Mapping[str, int], table: FactTable) -> list[str]:
    """Needed columns that are not there; for orders an amount is needed, or quantity and unit price."""
    gap = [column.name for column in table.columns if column.required and column.name not in columns]
    if table.name == "orders" and not any(way <= columns.keys() for way in _MONEY):
        gap.append("amount")
    return gap


def _missing(gap: Sequence[str], header: Sequence[str], where: str) -> Refusal:
    return Refusal(
        say("no column found for {names}.", names=", ".join(gap)),
        where=where,
        remedy=say(
            "Name it with --map {field}=COLUMN. Headers seen: {headers}.",
            field=gap[0],
            headers=", ".join(cell for cell in header if cell),
        ),
    )


def _taken(columns: Mapping[str, int]) -> frozenset[int]:
    return frozenset(columns.values())


def _others(header: Sequence[str], table: FactTable, columns: Mapping[str, int]) -> dict[str, int]:
    if table.name != "customers":
        return {}
    return {
        cell: place for place, cell in enumerate(header) if cell and place not in columns.values() and cell not in table
    }


def _doubts(
    header: Sequence[str], table: FactTable, columns: Mapping[str, int], how: Mapping[str, How]
) -> Iterator[Note]:
    taken = _taken(columns)
    for name, ranked in candidates(header, table):
        rest = [header[place] for _, place in ranked if place not in taken]
        if how.get(name) == "synonym" and rest:
            yield Note(
                "ambiguous_column",
                "{name} is read from {header}; {others} would fit too (--map {name}=COLUMN changes it)",
                {"name": name, "header": header[columns[name]], "others": ", ".join(rest)},
            )


def _content_notes(header: Sequence[str], guessed: Mapping[str, int]) -> Iterator[Note]:
    for name, place in guessed.items():
        yield Note(
            "column_by_content",
            "{name} is read from {header}, recognised by its content (--map {name}=COLUMN changes it)",
            {"name": name, "header": header[place] or str(place + 1)},
            warning=True,
        )
