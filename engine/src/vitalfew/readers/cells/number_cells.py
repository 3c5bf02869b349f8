"""Columns of numbers, whole blocks at once; what the fast rule cannot read goes to the careful one.

The fast rule accepts a cell only where both give the same number: few enough digits, one kind of
thousands separator at thousands, a currency sign in front or 元 behind.
"""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.characters import is_digits, is_numeric
from vitalfew.readers.cells.numbers import HELD, held, number, reads, whole
from vitalfew.readers.cells.plain import plain_decimals, plain_integers, rounded_texts
from vitalfew.readers.cells.texts import Cells, carefully, narrowed

_SIGNED = r"(-?[¥￥$€£]? ?|[¥￥$€£] ?-)"


def decimal_cells(column: pa.StringArray, digits: int, mark: str = ".") -> Cells:
    """Trimmed texts as decimal128(18, digits), rounded half-even; failed cells say why."""
    if mark == "." and (values := plain_decimals(column, digits)) is not None:
        return Cells(values)
    plain = pc.match_substring_regex(column, _plain(mark, HELD - digits - 1))
    if _all(plain):
        return Cells(rounded_texts(_pointed(column, mark), digits))
    loose = pc.match_substring_regex(column, _loose(mark, HELD - digits - 1))
    stripped = pc.replace_substring_regex(pc.if_else(loose, column, None), rf"[^0-9{mark}-]", "")
    fast = Cells(rounded_texts(_pointed(stripped, mark), digits))
    return carefully(fast, column, pc.invert(loose), lambda text: held(number(text, mark), digits))


def integer_cells(column: pa.StringArray, mark: str = ".") -> Cells:
    """Trimmed texts as whole numbers; 12.0 is one, 12.5 fails."""
    if (values := plain_integers(column)) is not None:
        return Cells(values)
    plain = pc.match_substring_regex(column, r"^-?[0-9]{1,18}$")
    fast = Cells(pc.if_else(plain, column, None).cast(pa.int64()))
    return carefully(fast, column, pc.invert(plain), lambda text: whole(number(text, mark)))


def sign_cells(column: pa.StringArray) -> pa.StringArray:
    """The currency sign or word at each number, in capitals; missing where a cell bears none."""
    if is_numeric(column):
        return pa.nulls(len(column), pa.string())
    signed = pc.match_substring_regex(column, r"[^-+0-9.,' ()]")
    if not pc.any(signed).as_py():
        return pa.nulls(len(column), pa.string())
    signs = pc.utf8_upper(pc.replace_substring_regex(narrowed(column), r"[-+0-9.,' ()]", ""))
    return pc.if_else(pc.equal(signs, ""), None, signs)


class MarkSurvey:
    """Finds out, block by block, whether a column is written with a decimal comma.

    It is where every non-empty cell reads so and at least one reads no other way (contract, "Money").
    """

    def __init__(self) -> None:
        self._possible = True
        self._needed = False

    @property
    def comma(self) -> bool:
        """Whether all cells seen so far read with a comma, and one only so."""
        return self._possible and self._needed

    def add(self, column: pa.StringArray) -> bool:
        """Look at the trimmed cells of one more block: whether later ones can no longer change how these read."""
        if not self._possible or is_digits(column):
            return True
        cells = column.filter(pc.invert(_matches(column, r"^-?[0-9]+$")))
        if not len(cells):
            return True
        fraction = _matches(cells, r"^-?[0-9]*\.[0-9]*$")
        if pc.any(pc.and_not(fraction, _matches(cells, r"^-?[1-9][0-9]{0,2}\.[0-9]{3}$"))).as_py():
            self._possible = False
            return True
        plain_comma = _matches(cells, r"^-?[0-9]+,([0-9]{0,2}|[0-9]{4,})$")
        self._needed = self._needed or bool(pc.any(plain_comma).as_py())
        for text in cells.filter(pc.invert(plain_comma)).unique().to_pylist():
            self._possible = self._possible and reads(text, ",")
            self._needed = self._needed or not reads(text, ".")
        return not self._possible


def _matches(column: pa.StringArray, pattern: str) -> pa.BooleanArray:
    return pc.fill_null(pc.match_substring_regex(column, pattern), fill_value=True)


def _all(which: pa.BooleanArray) -> bool:
    return bool(pc.all(which).as_py() in (True, None))


@cache
def _plain(mark: str, most: int) -> str:
    return rf"^-?([0-9]{{1,{most}}}([{mark}][0-9]{{0,18}})?|[{mark}][0-9]{{1,18}})$"


@cache
def _loose(mark: str, most: int) -> str:
    """As plain, with a currency sign, or with groups of three."""
    by = "," if mark == "." else "[.]"
    groups = rf"[1-9][0-9]{{0,2}}({by}[0-9]{{3}}){{1,{(most - 3) // 3}}}"
    return rf"^{_SIGNED}(({groups}|[0-9]{{1,{most}}})([{mark}][0-9]{{0,18}})?|[{mark}][0-9]{{1,18}}) ?元?$"


def _pointed(column: pa.StringArray, mark: str) -> pa.StringArray:
    return column if mark == "." else pc.replace_substring(column, mark, ".")
