"""What is asked of the proof of early warning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vitalfew.errors import Refusal, WrongUse
from vitalfew.insight.calendar import last_day, place_of
from vitalfew.languages import say
from vitalfew.metrics.windows import YEAR
from vitalfew.warning.listing import LIST, refuse_no_list
from vitalfew.warning.signals import SIGNALS

HORIZON = 90
"""Days that are looked ahead."""

MONTHS = 12
"""Month ends at most."""

REACH = 270
"""Days of facts that a month end needs behind it: the last 90 and the 180 before."""

MOST_POINTS = 5
"""Points that a signal can be given."""


@dataclass(frozen=True)
class Walk:
    """Lists of so many customers at the last month ends that have so many days of facts after them.

    `points` changes what signals count, signal → its points; the changed list is held against ours.
    """

    length: int = LIST
    horizon: int = HORIZON
    points: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what means nothing."""
        refuse_no_list(self.length)
        if not 1 <= self.horizon <= YEAR:
            raise WrongUse(
                say("the horizon lies between 1 and {days} days.", days=YEAR),
                where="--horizon",
                remedy=say("Give another number of days."),
            )
        for name, points in self.points.items():
            _refuse_unknown(name, points)

    def origins(self, first: date, last: date) -> tuple[date, ...]:
        """The month ends, of facts that reach from one day to another. Refused where there is none."""
        newest = place_of(last, "month")
        ends = (last_day(number, "month") for number in range(newest - 10 * MONTHS, newest + 1))
        found = [end for end in ends if (end - first).days >= REACH and (last - end).days >= self.horizon]
        if not found:
            raise Refusal(
                say("the facts from {first} to {last} are too short.", first=first.isoformat(), last=last.isoformat()),
                remedy=say(
                    "A month end needs {before} days of facts before it and {after} after it; a shorter --horizon needs fewer.",
                    before=REACH,
                    after=self.horizon,
                ),
            )
        return tuple(found[-MONTHS:])


def _refuse_unknown(name: str, points: int) -> None:
    known = [signal.name for signal in SIGNALS]
    if name not in known or not 0 <= points <= MOST_POINTS:
        raise WrongUse(
            say("{value} does not fit here.", value=repr(f"{name}={points}")),
            where="--points",
            remedy=say(
                "Write signal=points with 0 to {most}; signals are {names}.", most=MOST_POINTS, names=", ".join(known)
            ),
        )
