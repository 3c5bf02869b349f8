"""BG/NBD: a customer may leave after each repeat occasion, and one without a repeat is still there.

Source: Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24:2 (2005). Parameters: r and
alpha of the paces (alpha a time), a and b of the chances to leave. The chance of being alive says little of who will
come back, since it is 1 for everybody who bought once; the chance of returning says it.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from vitalfew.models import dropout
from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.model import Model


def rests_on(parameters: Numbers, histories: Histories) -> Numbers:
    """α + T."""
    rests: Numbers = np.asarray(parameters[1] + histories.age)
    return rests


BG_NBD = Model(
    name="bg_nbd",
    parameters=("r", "alpha", "a", "b"),
    times=frozenset({"alpha"}),
    centre=(0.5, 0.3, 0.7, 2.0),
    likelihood=partial(dropout.likelihood, extra=0),
    alive=partial(dropout.alive, extra=0),
    returning=partial(dropout.returning, extra=0),
    orders=partial(dropout.orders, extra=0),
    rests_on=rests_on,
)
