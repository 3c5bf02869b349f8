"""What a buying model is: a likelihood with its slope, and what follows for the future of a customer.

Times are in any one unit, the same for histories, horizon and parameters. Parameters are a row of positive numbers in
the order of `parameters`; those named in `times` are counted in the unit of time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.total import Total

Likelihood = Callable[[Numbers, Histories], Total]
"""Parameters, histories → log-likelihood of all customers, and how it changes along the logarithm of each parameter."""

Now = Callable[[Numbers, Histories], Numbers]
"""Parameters, histories → a number for each history."""

Ahead = Callable[[Numbers, Histories, Numbers], Numbers]
"""Parameters, histories, time ahead (one for all or one for each) → a number for each history."""


@dataclass(frozen=True)
class Model:
    """A buying model.

    `likelihood` leaves nothing out that depends on the parameters and keeps the constants of the published form.
    `alive` is the chance that a customer has not left for good. `returning` is the chance of at least one more
    occasion in the time ahead, 1 - L(x, t, T + H) / L(x, t, T). `staying` are the occasions expected in it of one who
    has not left. `rests_on` is the time that these bend with: they are smooth in the logarithm of 1 + time ahead / it.
    They depend on frequency and age alone, but where the next occasion keeps time with the last one: then `beats` says
    how many ticks of the clock the time ahead holds.
    Of a family that the likelihood chooses from, `k` is this one's number of ticks between occasions, and `steadier`
    gives the next one, None where there is none.
    """

    name: str
    parameters: tuple[str, ...]
    times: frozenset[str]
    centre: tuple[float, ...]
    """Where a fit begins and what a weak prior leans to, in units of the mean age of customers."""
    likelihood: Likelihood
    alive: Now
    returning: Ahead
    staying: Ahead
    rests_on: Now
    beats: Ahead | None = None
    k: int | None = None
    steadier: Callable[[], Model] | None = None

    def orders(self, parameters: Numbers, histories: Histories, ahead: Numbers) -> Numbers:
        """The occasions expected in the time ahead."""
        return self.alive(parameters, histories) * self.staying(parameters, histories, ahead)
