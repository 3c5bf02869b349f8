"""MBG/NBD: a customer may leave after every occasion, the first one too.

Source: Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24:3 (2007). Parameters as in
BG/NBD. One who bought once may have left, which BG/NBD cannot say.
"""

from __future__ import annotations

from functools import partial

from vitalfew.models import dropout
from vitalfew.models.bg_nbd import rests_on
from vitalfew.models.model import Model

MBG_NBD = Model(
    name="mbg_nbd",
    parameters=("r", "alpha", "a", "b"),
    times=frozenset({"alpha"}),
    centre=(0.5, 0.3, 0.7, 2.0),
    likelihood=partial(dropout.likelihood, extra=1),
    alive=partial(dropout.alive, extra=1),
    returning=partial(dropout.returning, extra=1),
    orders=partial(dropout.orders, extra=1),
    rests_on=rests_on,
)
