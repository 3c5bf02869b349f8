"""Rows that are not data: totals, subtotals and headers repeated on each page, left out of blocks and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.characters import characters, holds
from vitalfew.readers.headers.headings import fold
from vitalfew.readers.headers.recognise import Recognised
from vitalfew.readers.reading import Block
from vitalfew.schemas import TABLES
from vitalfew.schemas.headers import words

Mask = npt.NDArray[np.bool_]

_CERTAIN = words(
    "grandtotal, subtotal, totalsum, overalltotal, runningtotal, reporttotal, pagetotal",
    "合计, 总计, 小计, 总合计, 总和, 累计, 本页合计, 本页小计, 本月合计, 本年累计, 汇总, 共计",
    "合計, 總計, 小計, 總合計, 總和, 累計, 本頁合計, 本頁小計, 本月合計, 本年累計, 彙總, 共計, 加總",
)
_PLAIN = words("total, totals, sum")
"""Words that could also be somebody's name."""

_EXACT = frozenset((*_PLAIN, *_CERTAIN))
_BEGINNINGS = ("合计", "小计", "总计", "合計", "小計", "總計", "grandtotal")
_ENDINGS = ("total", "subtotal", "合计", "小计", "总计", "汇总", "合計", "小計", "總計", "彙總")
_HINT = "(?i)total|^\\W*sum\\W*$|[合总小累汇共總彙加][ 　]*[计計总總和汇彙]|[总總][ 　]*合"
"""What every cell that is a total word, or ends or begins with one, fits; other cells may fit too."""

_FIRST = 5
"""Cells at the beginning of a row in which a total row may say what it is."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A block without its total rows. `totals` is line → what the row called itself; `headers` were repeated."""

    block: Block
    totals: dict[int, str]
    headers: int = 0


@dataclass(frozen=True, slots=True)
class _Roles:
    """Places of the columns that decide: id, number of order or invoice, and day, or the id where none is dated."""

    customer: int | None
    number: int | None
    day: int | None

    @property
    def keys(self) -> list[int]:
        return [place for place in (self.customer, self.number, self.day) if place is not None]


def leave_out_totals(block: Block, recognised: Recognised, table: str) -> LeftOut:
    """The block without total and subtotal rows and without repeated headers.

    A row is a total where its id, number or day is a total word (合计, 小计, 总计, Total, Subtotal …) and it has
    no order number or no day of its own; or where such a cell ends or begins with one ("C001 小计"), or one of
    its first five cells is one, and it has neither. Where the file has no order numbers, a certain word (合计,
    grand total) for an id is enough. A customer called Total who has dated, numbered orders stays.
    """
    roles = _roles(recognised, table)
    headers = _repeated_headers(block, recognised, roles)
    suspects = np.flatnonzero(_suspects(block, roles) & ~headers).tolist()
    found = {row: word for row in suspects if (word := _total(_row(block, row), roles))}
    ragged = {line: word for line, cells in block.ragged.items() if (word := _ragged_total(cells))}
    if not found and not ragged and not headers.any():
        return LeftOut(block, {})
    keep = ~headers
    keep[list(found)] = False
    totals = {int(block.lines[row]): word for row, word in found.items()} | ragged
    rest = {line: cells for line, cells in block.ragged.items() if line not in ragged}
    return LeftOut(replace(kept(block, keep), ragged=rest), dict(sorted(totals.items())), int(headers.sum()))


def kept(block: Block, keep: Mask) -> Block:
    """The block with only these rows; ragged ones stay."""
    if keep.all():
        return block
    mask = pa.array(keep)
    return replace(block, columns=tuple(column.filter(mask) for column in block.columns), lines=block.lines[keep])


def _roles(recognised: Recognised, table: str) -> _Roles:
    places = recognised.columns
    number = places.get("order_id", places.get("invoice_id"))
    customer = places.get("customer_id")
    return _Roles(customer, number, places.get(TABLES[table].dated_by or "", customer))


def _repeated_headers(block: Block, recognised: Recognised, roles: _Roles) -> Mask:
    """Rows that say the header again in the columns that decide."""
    same = np.ones(len(block.lines), np.bool_)
    for place in roles.keys:
        if not same.any():
            break
        same &= _flags(pc.equal(block.columns[place], recognised.header[place]))
    return same if roles.keys else ~same


def _suspects(block: Block, roles: _Roles) -> Mask:
    """Rows without a day or a number, or with a total word for a day or, where there are no numbers, an id."""
    columns = block.columns
    suspects = np.zeros(len(block.lines), np.bool_)
    for place in (roles.number, roles.day):
        if place is not None and columns[place].null_count:
            suspects |= _flags(columns[place].is_null())
    for place in roles.keys if roles.number is None else roles.keys[-1:]:
        if _has_letters(columns[place]):
            suspects |= _flags(pc.match_substring_regex(columns[place], _HINT))
    return _hinted(block, roles, suspects) if suspects.any() else suspects


def _hinted(block: Block, roles: _Roles, suspects: Mask) -> Mask:
    """Of many suspects those in which a total word stands at all."""
    rows = np.flatnonzero(suspects)
    hinted = np.zeros(len(rows), np.bool_)
    for place in _looked_at(roles, len(block.columns)):
        cells = block.columns[place].take(pa.array(rows))
        hinted |= _flags(pc.match_substring_regex(cells, _HINT))
    suspects[rows] = hinted
    return suspects


def _has_letters(column: pa.StringArray) -> bool:
    """Whether there is an l or m or anything beyond ASCII in the cells: every total word has one of them."""
    data = characters(column)
    return bool(data.max(initial=0) >= ord("L")) and (bool(data.max() >= 128) or holds(column, b"lLmM"))


def _flags(mask: pa.BooleanArray) -> Mask:
    flags: Mask = pc.fill_null(mask, False).to_numpy(zero_copy_only=False)
    return flags


def _looked_at(roles: _Roles, width: int) -> list[int]:
    return sorted({*roles.keys, *range(min(_FIRST, width))})


def _row(block: Block, row: int) -> list[str]:
    return [column[row].as_py() or "" for column in block.columns]


def _total(row: Sequence[str], roles: _Roles) -> str | None:
    """What a total row calls itself, or None where the row is data."""
    number = _own(row, roles.number)
    day = _own(row, roles.day)
    if not day and not number:
        return next(_words(row, roles), None)
    exact = next((row[place].strip() for place in roles.keys if fold(row[place]) in _EXACT), None)
    if exact and (not day or (not number and (roles.number is not None or fold(exact) in _CERTAIN))):
        return exact
    return None


def _own(row: Sequence[str], place: int | None) -> bool:
    """Whether the row has a cell there that says nothing of a total."""
    return place is not None and bool(row[place].strip()) and not _says_total(row[place])


def _words(row: Sequence[str], roles: _Roles) -> Iterator[str]:
    for place in roles.keys:
        if _says_total(row[place]):
            yield row[place].strip()
    for place in _looked_at(roles, len(row)):
        if fold(row[place]) in _EXACT:
            yield row[place].strip()


def _says_total(cell: str) -> bool:
    word = fold(cell)
    return word in _EXACT or word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS)


def _ragged_total(cells: Sequence[str]) -> str | None:
    first = next((cell for cell in cells if cell and cell.strip()), "")
    return first.strip() if fold(first) in _EXACT else None
