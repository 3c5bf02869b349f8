"""What is asked of a backtest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vitalfew.errors import WrongUse
from vitalfew.languages import say

YEAR = 365
"""Days of the horizon where none is given."""

LONGEST = 36_500
"""Days of the longest horizon: a century, as of a window."""

METHODS = ("scheme", "last_period", "rfm", "hiatus", "random")
"""What is held against each other: the scheme first."""


@dataclass(frozen=True)
class Trial:
    """The days to grade as of (none: a horizon before the last day of the facts), and how many days to look ahead.

    Undated columns of the customers' file, and a year's wallet before the year is over, may know what came later: they
    are left out unless `undated` says to take them as they stand.
    """

    origins: tuple[date, ...] = ()
    horizon: int = YEAR
    undated: bool = False

    def __post_init__(self) -> None:
        """Refuse a horizon that means nothing."""
        if not 1 <= self.horizon <= LONGEST:
            raise WrongUse(
                say("the horizon lies between 1 and {days} days.", days=LONGEST),
                where="--horizon",
                remedy=say("Give another number of days."),
            )
