"""What is true of whole columns: decimal mark, order of day and month, currencies."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.cells.currencies import SIGNS, code_of
from vitalfew.readers.cells.day_order import OrderSurvey
from vitalfew.readers.cells.kinds import Form
from vitalfew.readers.cells.marks import why_unusable
from vitalfew.readers.cells.number_cells import MarkSurvey, sign_cells
from vitalfew.readers.reading import Note, Options
from vitalfew.schemas import Column, Kind

_NUMBERS = frozenset({Kind.MONEY, Kind.PRICE, Kind.NUMBER, Kind.INTEGER})
_DATES = frozenset({Kind.MOMENT, Kind.DAY})
_MONEY = frozenset({Kind.MONEY, Kind.PRICE})


class Survey:
    """Looks at every block once; `forms` and `currencies` then say how the columns are to be read.

    A block in which nothing depends on what later ones hold can be read at once, as `forms_so_far` says.
    """

    def __init__(self, columns: Mapping[str, tuple[Column, int]], header: Sequence[str], options: Options) -> None:
        self._columns = columns
        self._header = header
        self._options = options
        kinds = {name: column.kind for name, (column, _) in columns.items()}
        self._marks = {
            name: MarkSurvey() for name, kind in kinds.items() if kind in _NUMBERS and options.decimal is None
        }
        self._orders = {
            name: OrderSurvey() for name, kind in kinds.items() if kind in _DATES and options.dayfirst is None
        }
        self._signed = [name for name, kind in kinds.items() if kind in _MONEY]
        self._codes: set[str] = set()
        self._signs: set[tuple[str, ...]] = set()

    def add(self, columns: Mapping[str, pa.StringArray]) -> bool:
        """Look at the trimmed cells of one more block, by standard name: whether later ones leave its readings alone."""
        settled = [marks.add(columns[name]) for name, marks in self._marks.items()]
        settled += [orders.add(columns[name]) for name, orders in self._orders.items()]
        self._add_currencies(columns)
        return all(settled)

    def _add_currencies(self, columns: Mapping[str, pa.StringArray]) -> None:
        if "currency" in columns:
            words = columns["currency"].drop_null().unique().to_pylist()
            self._codes |= {code_of(word) for word in words if why_unusable(word) is None}
        for name in self._signed:
            self._signs |= _signs(sign_cells(columns[name]), columns.get("currency"))

    def forms_so_far(self) -> dict[str, Form]:
        """How the columns of a block are read that `add` found settled."""
        mark, day_first = self._options.decimal or ".", self._options.dayfirst is not False
        return {
            name: Form(column, position, self._header[position], mark, day_first)
            for name, (column, position) in self._columns.items()
        }

    def forms(self) -> dict[str, Form]:
        """How each column is read; refused where the order of day and month stays open."""
        return {
            name: Form(column, position, self._header[position], self._mark(name), self._day_first(name))
            for name, (column, position) in self._columns.items()
        }

    def notes(self) -> list[Note]:
        """What was decided that the file does not say outright."""
        return [
            Note(
                "decimal_comma",
                "Column {column} is read with a decimal comma.",
                {"column": self._header[self._columns[name][1]]},
            )
            for name, survey in self._marks.items()
            if survey.comma
        ]

    def currencies(self) -> frozenset[str]:
        """The currencies of the amounts, from their column or from the signs at the numbers.

        A lone sign that can mean several (¥, $) names none, unless the run's currency is given or the column
        names one.
        """
        common = set.intersection(*map(set, self._signs)) if self._signs else set()
        if len(common) > 1 and self._options.currency is None and not self._codes:
            return frozenset()
        return frozenset(self._codes.union(self.signs().values()))

    def signs(self) -> dict[tuple[str, ...], str]:
        """What each currency sign found means here: one currency where all of them can be one."""
        if not self._signs:
            return {}
        common = set.intersection(*map(set, self._signs))
        wanted = {self._options.currency, *self._codes}
        return {sign: _meant(sign, common or set(sign), wanted) for sign in self._signs}

    def _mark(self, name: str) -> str:
        if name in self._marks:
            return "," if self._marks[name].comma else "."
        return self._options.decimal or "."

    def _day_first(self, name: str) -> bool:
        if name not in self._orders:
            return self._options.dayfirst is not False
        settled = self._orders[name].settled()
        if settled is None:
            raise Refusal(
                say("the rows do not tell whether the day or the month comes first, as in 03/04/2025"),
                where=say("column {column}", column=self._header[self._columns[name][1]]),
                remedy=say("Say so with --dayfirst or --monthfirst."),
            )
        return settled


def _signs(signs: pa.StringArray, currency: pa.StringArray | None) -> set[tuple[str, ...]]:
    """What the signs at numbers can mean, but for those that their row's own currency settles."""
    found = {sign for sign in signs.drop_null().unique().to_pylist() if sign in SIGNS}
    if currency is not None:
        found = {sign for sign in found if not _settled(SIGNS[sign], currency.filter(pc.equal(signs, sign)))}
    return {SIGNS[sign] for sign in found}


def _settled(sign: tuple[str, ...], currency: pa.StringArray) -> bool:
    return all(word is not None and code_of(word) in sign for word in currency.unique().to_pylist())


def _meant(sign: tuple[str, ...], possible: set[str], wanted: set[str | None]) -> str:
    fitting = [code for code in sign if code in possible]
    return next((code for code in fitting if code in wanted), fitting[0])
