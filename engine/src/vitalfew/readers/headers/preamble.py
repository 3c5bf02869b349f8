"""Where the table begins: title rows above the header, the header row itself, and what a header must be like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.headers.headings import Row, row_of
from vitalfew.readers.headers.likeness import is_data
from vitalfew.readers.headers.recognise import missing, named
from vitalfew.readers.reading import Note, Options
from vitalfew.schemas import FactTable

MAX_COLUMNS = 500
SEARCHED = 30
"""Rows among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The header row: its place among the rows given, its line, its cells, and the title rows above it."""

    place: int
    line: int
    header: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def notes(self) -> list[Note]:
        """What to say of the title rows."""
        if not self.titles:
            return []
        values: Mapping[str, str | int] = {"count": len(self.titles), "titles": " | ".join(self.titles)[:200]}
        return [Note("titles", "title rows above the header left out: {count} ({titles})", values)]


def find_header(rows: Sequence[tuple[int, Row]], table: FactTable, options: Options, where: str = "") -> Heading:
    """The header among the first rows of a source, each given with its line (physical line, or row of a sheet).

    It is the row of `options.header_row`; else the first in which all needed columns are recognised; else,
    of the rows that are not data themselves, the one with the most columns recognised, the widest, the first.
    Refused: no such row, more than 500 columns, two columns of one name.
    """
    rows = [(line, row_of(row)) for line, row in rows]
    place = _given(rows, options.header_row, where) if options.header_row else _found(rows, table, options, where)
    line, row = rows[place]
    titles = tuple(" ".join(filter(None, above)) for _, above in rows[:place] if any(above))
    header = tuple(cell or "" for cell in row)
    check_header(header, where)
    return Heading(place, line, header, titles)


def found_columns(row: Row, table: FactTable, mapping: Mapping[str, str]) -> tuple[bool, int]:
    """Whether a row names all needed columns, and how many it names."""
    try:
        columns, _ = named(row, table, mapping)
    except Refusal:  # a column of the mapping that stands in another row
        columns, _ = named(row, table, {})
    return not missing(columns, table), len(columns)


def _found(rows: Sequence[tuple[int, Row]], table: FactTable, options: Options, where: str) -> int:
    searched = {place: row for place, (_, row) in enumerate(rows) if any(row)}
    searched = dict(list(searched.items())[:SEARCHED])
    scores = {place: found_columns(row, table, options.mapping) for place, row in searched.items()}
    whole = next((place for place, (complete, _) in scores.items() if complete), None)
    return _likeliest(searched, scores, where) if whole is None else whole


def _likeliest(rows: Mapping[int, Row], scores: Mapping[int, tuple[bool, int]], where: str) -> int:
    """A row without dates and numbers, at least half as wide as the widest, with the most names recognised."""
    widths = {place: sum(map(bool, row)) for place, row in rows.items()}
    enough = max(widths.values(), default=0) / 2
    likely = [
        place
        for place, row in rows.items()
        if widths[place] >= enough and not any(is_data(cell) for cell in row if cell)
    ]
    if not likely:
        raise Refusal(
            say("no header row found in the first {count} rows.", count=SEARCHED) if rows else say("no rows."),
            where=where,
            remedy=say("Write the names of the columns above the data, or give the row with --header-row."),
        )
    return max(likely, key=lambda place: (scores[place][1], widths[place], -place))


def _given(rows: Sequence[tuple[int, Row]], wanted: int, where: str) -> int:
    place = next((place for place, (line, row) in enumerate(rows) if line == wanted and any(row)), None)
    if place is None:
        raise Refusal(
            say("row {row} holds no header.", row=wanted),
            where=where,
            remedy=say("Rows are counted from 1, blank ones too; --header-row takes that number."),
        )
    return place


def check_header(header: Sequence[str], where: str = "") -> None:
    """Refuse more than 500 columns, and two columns of one name, also where only case or spaces differ."""
    if len(header) > MAX_COLUMNS:
        raise too_many_columns(where)
    seen: dict[str, int] = {}
    for place, cell in enumerate(header):
        key = "".join(cell.casefold().split())
        if key and key in seen:
            raise _doubled(header, seen[key], place, where)
        seen[key] = place


def too_many_columns(where: str) -> Refusal:
    """Also for a line so long that nobody would split it to count."""
    return Refusal(
        say("too many columns (limit {limit}).", limit=MAX_COLUMNS),
        where=where,
        remedy=say("Leave out columns that are not needed."),
    )


def _doubled(header: Sequence[str], first: int, second: int, where: str) -> Refusal:
    return Refusal(
        say(
            "columns {first} ({one}) and {second} ({other}) have the same name.",
            first=first + 1, one=header[first], second=second + 1, other=header[second],
        ),
        where=where,
        remedy=say("Rename one of the two."),
    )  # fmt: skip
