"""What is asked about the future of customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vitalfew.errors import WrongUse
from vitalfew.given import BUYING_MODELS, PERIODS
from vitalfew.languages import say
from vitalfew.run.asked import refuse_unknown

WEEKS = 52
"""The horizon where none is given."""

LONGEST = 36_525
"""Days of the longest horizon: a century."""


@dataclass(frozen=True)
class Outlook:
    """How far to look ahead, with which model, and what money to come is worth.

    `occasions`: several orders of one local day are one occasion (`day`), or each is one (`order`). `period` is the
    unit of `horizon` and of what is shown, and changes no forecast. `discount` is yearly. `margin` is a fraction of
    revenue, or the name of a column that holds one for each customer; None counts revenue.
    """

    model: str = "bg_nbd"
    occasions: Literal["day", "order"] = "day"
    period: str = "week"
    horizon: float | None = None
    discount: float = 0.10
    margin: float | str | None = None

    def __post_init__(self) -> None:
        """Refuse what means nothing."""
        refuse_unknown("--model", self.model, BUYING_MODELS)
        refuse_unknown("--occasions", self.occasions, ("day", "order"))
        refuse_unknown("--period", self.period, tuple(PERIODS))
        if not 0 <= self.days <= LONGEST:
            raise WrongUse(
                say("the horizon lies between 0 and {days} days.", days=LONGEST),
                where="--horizon",
                remedy=say("Give another number of periods."),
            )
        if not 0 <= self.discount <= 10:
            raise WrongUse(
                say("the yearly discount lies between 0 and 10 (1000 %)."),
                where="--discount",
                remedy=say("Write 0.1 or 10%."),
            )
        if isinstance(self.margin, float | int) and not -1 <= self.margin <= 1:
            raise WrongUse(
                say("a margin is a fraction of revenue, at most 1."), where="--margin", remedy=say("Write 0.3 or 30%.")
            )

    @property
    def unit(self) -> float:
        """Days of a period."""
        return PERIODS[self.period]

    @property
    def days(self) -> float:
        """Days of the horizon."""
        return WEEKS * 7.0 if self.horizon is None else self.horizon * self.unit
