"""Cells of text: outer spaces, full-width forms, error cells, and how a text is shown among others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.formulas import unguard, unguarded
from vitalfew.languages import say
from vitalfew.readers.cells.characters import holds, is_bare
from vitalfew.readers.cells.marks import why_unusable

BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""Unicode's spaces, and the invisible ones that come with pasted text."""

_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord("￥"): "¥",
    ord("￡"): "£",
    ord("￠"): "¢",
    ord("−"): "-",
    **dict.fromkeys(map(ord, "‘’"), "'"),
    **dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " "),
}
_WIDE = "[！-～￠￡￥−‘’\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000]"


class Unreadable(ValueError):
    """A cell that cannot be read as its column demands; the text of the error is the reason."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A column as read: typed values, null where the cell is empty or failed, and why by row of the block."""

    values: pa.Array
    failed: Mapping[int, str] = field(default_factory=dict)


def trimmed(column: pa.StringArray) -> pa.StringArray:
    """The cells as their writer meant them: formula guards taken off, no outer spaces; empty is null."""
    if is_bare(column):
        return column
    bare = pc.utf8_trim(unguarded(column), characters=BLANKS)
    empty = pc.equal(bare, "")
    return pc.if_else(empty, None, bare) if pc.any(empty).as_py() else bare


def narrow(text: str) -> str:
    """Full-width digits, letters and signs as plain ones, every space as a plain one, no outer ones."""
    return unguard(text).translate(_NARROW).strip(BLANKS)


def narrowed(column: pa.StringArray) -> pa.StringArray:
    """`narrow` for a column that is trimmed already."""
    return mapped(column, pc.match_substring_regex(column, _WIDE), narrow)


def mapped(column: pa.StringArray, which: pa.BooleanArray, change: Callable[[str], str | None]) -> pa.StringArray:
    """The column with these cells changed, each different text once."""
    if not pc.any(which).as_py():
        return column
    cells = column.filter(which).dictionary_encode()
    changed = pa.array([change(text) for text in cells.dictionary.to_pylist()], pa.string())
    return pc.replace_with_mask(column, pc.fill_null(which, fill_value=False), changed.take(cells.indices))


def usable(column: pa.StringArray) -> Cells:
    """The cells without those in which a spreadsheet kept an error instead of a value."""
    if not holds(column, b"#:"):
        return Cells(column)
    suspect = pc.or_(pc.starts_with(column, "#"), pc.starts_with(column, "Err:"))
    if not pc.any(suspect).as_py():
        return Cells(column)
    return carefully(Cells(column), column, suspect, _kept)


def _kept(text: str) -> str:
    if why := why_unusable(text):
        raise Unreadable(say(why))
    return text


def carefully(fast: Cells, column: pa.StringArray, which: pa.BooleanArray, rule: Callable[[str], Any]) -> Cells:
    """The fast result with these cells read by the slow rule, each different text once."""
    which = pc.fill_null(which, fill_value=False)
    if not pc.any(which).as_py():
        return fast
    cells = column.filter(which).dictionary_encode()
    read, why = _each(cells.dictionary.to_pylist(), rule)
    values = pa.array(read, fast.values.type).take(cells.indices)
    failed = dict(fast.failed)
    if why:
        rows = pc.indices_nonzero(which).to_pylist()
        codes = cells.indices.to_pylist()
        failed |= {row: why[code] for row, code in zip(rows, codes, strict=True) if code in why}
    return Cells(pc.replace_with_mask(fast.values, which, values), failed)


def _each(texts: list[str], rule: Callable[[str], Any]) -> tuple[list[Any], dict[int, str]]:
    read: list[Any] = [None] * len(texts)
    why: dict[int, str] = {}
    for place, text in enumerate(texts):
        try:
            read[place] = rule(_kept(text))
        except Unreadable as fault:
            why[place] = str(fault)
    return read, why
