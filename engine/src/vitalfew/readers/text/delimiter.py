"""Which sign separates the cells of a text, and its first rows read with it."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.headers.headings import Row
from vitalfew.readers.headers.preamble import MAX_COLUMNS, SEARCHED, found_columns, too_many_columns
from vitalfew.readers.reading import Options
from vitalfew.readers.text.cutting import RECORD, too_long
from vitalfew.schemas import FactTable

DELIMITERS = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}

_FULL_WIDTH = "，；｜"


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a text read with one delimiter: (line, cells), and how many lines each one ends after."""

    delimiter: str
    rows: list[tuple[int, Row]]
    ends: list[int]


def first_rows(head: str, table: FactTable, options: Options, where: str) -> FirstRows:
    """The rows at the beginning of a text, read with the delimiter under which they make most sense.

    That is the one that shows most columns of the table, then the most even rows, then the widest ones.
    Refused: full-width commas between the cells, a line that is far too long to hold a header.
    """
    count = max(SEARCHED + 1, options.header_row or 0)
    head = _checked(head, where)
    tries = [_read(head, sign, count) for sign in DELIMITERS]
    best = max(tries, key=lambda read: _sense(read.rows, table, options))
    full = max((_read(head, sign, count) for sign in _FULL_WIDTH), key=lambda read: _sense(read.rows, table, options))
    if _sense(full.rows, table, options) > _sense(best.rows, table, options):
        raise Refusal(
            say("the cells are separated by the full-width sign {sign}.", sign=full.delimiter),
            where=where,
            remedy=say("Replace it by a plain comma, for example in a text editor, and save the file again."),
        )
    return best


def _checked(head: str, where: str) -> str:
    """The head up to its last line end; a first line without an end within a megabyte is no header."""
    if len(head) > RECORD and not 0 <= head.find("\n") <= RECORD:
        if max(head.count(sign) for sign in DELIMITERS) >= MAX_COLUMNS:
            raise too_many_columns(where)
        raise too_long(1, where)
    return head[: head.rfind("\n") + 1] or head


def _read(head: str, delimiter: str, count: int) -> FirstRows:
    """Rows until one cannot be read: what is wrong there is said when the records are read."""
    reader = csv.reader(io.StringIO(head, newline="\n"), delimiter=delimiter)
    read = FirstRows(delimiter, [], [])
    line = 0
    try:
        for cells in islice(reader, count):
            read.rows.append((line + 1, tuple(cell or None for cell in cells[: MAX_COLUMNS + 1])))
            read.ends.append(line := reader.line_num)
    except csv.Error:
        return read
    return read


def _sense(rows: Sequence[tuple[int, Row]], table: FactTable, options: Options) -> tuple[bool, int, int, int]:
    """Whether a row names all that is needed, the most columns named by one row, rows of the usual width, that width."""
    found = max((found_columns(row, table, options.mapping) for _, row in rows), default=(False, 0))
    widths = Counter(len(row) for _, row in rows if len(row) > 1)
    width, alike = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (*found, alike, width)
