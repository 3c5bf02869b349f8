"""Why customers moved since the day before, of those that are spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from vitalfew.compare import Cause, Comparison, Mover, movers
from vitalfew.compare.steps import Steps, steps
from vitalfew.compare.wording import change_of
from vitalfew.languages import say
from vitalfew.run import Result

MOST_CUSTOMERS = 100_000
MOST_MOVERS = 2_000
"""Of more customers or movers the causes are not worked out: each one takes some milliseconds."""


@dataclass(frozen=True)
class Reason:
    """The main cause of a movement in words, and what it did to the score (None where there is no score)."""

    sentence: str
    effect: Decimal | None

    @property
    def size(self) -> Decimal:
        """How much it did, whichever way."""
        return abs(self.effect or Decimal(0))


@dataclass(frozen=True)
class Movement:
    """The way from the run before to this one, looked into customer by customer."""

    before: Result | None
    after: Result
    moved: int

    @property
    def known(self) -> bool:
        """Whether causes can be given."""
        return self.before is not None and self.after.graded.num_rows <= MOST_CUSTOMERS and self.moved <= MOST_MOVERS

    def reason(self, customer: str) -> Reason | None:
        """The largest cause that points the way the score went; None where nothing is known of it."""
        if not self.known:
            return None
        if customer in self._movers and self._movers[customer].change is None:
            told = self._movers[customer].reasons()
            return Reason(told[0], None) if told else None
        return self._by_score(customer)

    @cached_property
    def comparison(self) -> Comparison:
        """Everybody who moved, with all causes; asked only where it is known."""
        assert self.before is not None, "asked only where it is known"
        return movers(self.before, self.after)

    @cached_property
    def _movers(self) -> dict[str, Mover]:
        return {mover.customer_id: mover for mover in self.comparison.movers}

    @cached_property
    def _steps(self) -> Steps:
        assert self.before is not None, "asked only where it is known"
        return steps(self.before, self.after, None, None)

    def _by_score(self, customer: str) -> Reason | None:
        stands, causes = self._steps.of(customer)
        first, own, now = stands[0].score, stands[2].score, stands[-1].score
        if first is None or own is None or now is None or first == now:
            return None
        others = Reason(say("The movement of the other customers"), Decimal(now - own))
        fitting = [found for found in (*_own(causes), others) if found.effect and (found.effect > 0) == (now > first)]
        return max(fitting, key=lambda found: found.size, default=None)


def _own(causes: tuple[Cause, ...]) -> Iterator[Reason]:
    for cause in causes:
        yield Reason(change_of(cause), cause.effect)
