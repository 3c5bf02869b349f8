"""Days that facts may have: not before `--earliest`, and hardly after today (contract, "Time")."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.texts import Cells

_LAST_TODAY = date.max - timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many dates lie up to a week after today (accepted), and how many later (failed)."""

    soon: int = 0
    late: int = 0

    def __add__(self, other: "Ahead") -> "Ahead":
        return Ahead(self.soon + other.soon, self.late + other.late)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days that facts may have: not before `earliest`, and up to a week after `today`."""

    earliest: date
    today: date

    def applied(self, cells: Cells, *, ahead: bool = False) -> tuple[Cells, Ahead]:
        """The cells without those out of bounds, and what was judged by today.

        `ahead`: the column speaks of days to come by its nature, as the day an invoice is due.
        """
        if self._hold(cells.values):
            return cells, Ahead()
        early = _below(cells.values, self.earliest)
        cells = _failed(cells, early, say("before {earliest}", earliest=self.earliest))
        if ahead or self.today > _LAST_TODAY:
            return cells, Ahead()
        late = pc.invert(_below(cells.values, self.today + timedelta(days=8)))
        cells = _failed(cells, late, say("more than 7 days after {today}", today=self.today))
        soon = pc.invert(_below(cells.values, self.today + timedelta(days=1)))
        return cells, Ahead(pc.sum(soon).as_py() or 0, pc.sum(late).as_py() or 0)

    def _hold(self, values: pa.Array) -> bool:
        """Whether no value lies before `earliest` or after today."""
        least, most = pc.min_max(values).as_py().values()
        return least is None or (self.earliest <= _day(least) and _day(most) <= self.today)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _below(values: pa.Array, day: date) -> pa.BooleanArray:
    return pc.less(values, pa.scalar(day, pa.date32()).cast(values.type))


def _failed(cells: Cells, which: pa.BooleanArray, reason: str) -> Cells:
    if not pc.any(which).as_py():
        return cells
    rows = pc.indices_nonzero(pc.fill_null(which, fill_value=False)).to_pylist()
    return Cells(pc.if_else(which, None, cells.values), {**cells.failed, **dict.fromkeys(rows, reason)})
