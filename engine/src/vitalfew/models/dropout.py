"""Customers who may leave at each occasion: what BG/NBD, MBG/NBD and MBG/CNBD-k have in common.

While it stays, a customer's clock ticks at a pace of its own: a Poisson process with rate λ, gamma-distributed over
customers (r, α). Each k-th tick is an occasion, k = 1 but for regular buyers. At an occasion it leaves for good with a
chance p of its own, beta-distributed (a, b). The models differ in k and in how many occasions it is known to have
survived: `kept`. With x repeat occasions, the last at t, seen until T, and y = r + kx:

    L = Γ(y)/Γ(r) · α^r · [ B(a, b+kept)/B(a, b) · S / (α+T)^y  +  B(a+1, b+kept-1)/B(a, b) / (α+t)^y ]
    S = Σ_{j<k} (y)_j / j! · ((T-t) / (α+T))^j

S, which is 1 for k = 1, is for the ticks since the last occasion. The second term stands for having left at the last
occasion; it is nothing where `kept` is 0. What the single gaps add for k > 1 depends on no parameter (fit.py). Sources:
Fader, Hardie and Lee, Marketing Science 24:2 (2005); Batislam, Denizel and Filiztekin, International Journal of Research
in Marketing 24:3 (2007); Platzer and Reutterer, Marketing Science 35:5 (2016). All is worked out in logarithms and sums
of positive terms, so that nothing overflows and nothing cancels, whatever the frequency, also where a = 1.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.likelihood import likelihood
from vitalfew.models.model import Model
from vitalfew.models.odds import Kind, log_odds_left
from vitalfew.models.staying import CHUNK, orders_of_staying
from vitalfew.models.ticks import Waiting, at_least

MOST = 12
"""The most ticks between occasions that are tried: gaps then vary by 29 %."""


def alive(parameters: Numbers, histories: Histories, kind: Kind) -> Numbers:
    """The chance of not having left."""
    return _alive(parameters, histories, kind, kind.waiting(parameters, histories))


def _alive(parameters: Numbers, histories: Histories, kind: Kind, waited: Waiting) -> Numbers:
    from scipy.special import expit

    staying: Numbers = expit(-log_odds_left(parameters, histories, kind, waited))
    return staying


def returning(parameters: Numbers, histories: Histories, ahead: Numbers, kind: Kind) -> Numbers:
    """The chance of one more occasion at least: alive, and enough further ticks, whatever the clock shows."""
    r, alpha, _, _ = parameters
    waited, shape = kind.waiting(parameters, histories), kind.shape(r, histories.frequency)
    further = ahead / (alpha + histories.age)
    chances = [at_least(kind.k - j, shape + j, further) for j in range(kind.k)]
    found: Numbers = _alive(parameters, histories, kind, waited) * (waited.shares * np.stack(chances)).sum(axis=0)
    return found


def staying(parameters: Numbers, histories: Histories, ahead: Numbers, kind: Kind) -> Numbers:
    """Expected occasions in the time ahead of one who has not left."""
    r, alpha, a, b = parameters
    x = histories.frequency
    full = np.broadcast_to(np.asarray(ahead, np.float64), x.shape)
    found, waited = np.zeros_like(x), kind.waiting(parameters, histories)
    for start in range(0, len(x), CHUNK):
        part = slice(start, start + CHUNK)
        survived, shape = b + x[part] + kind.extra, kind.shape(r, x[part])
        further = full[part] / (alpha + histories.age[part])
        for j, share in enumerate(waited.shares[:, part]):
            found[part] += share * orders_of_staying(a, survived, shape + j, further, (kind.k, j))
    return found


def rests_on(parameters: Numbers, histories: Histories) -> Numbers:
    """α + T."""
    rests: Numbers = np.asarray(parameters[1] + histories.age)
    return rests


def beats(parameters: Numbers, histories: Histories, ahead: Numbers, kind: Kind) -> Numbers:
    """Ticks expected in the time ahead."""
    r, alpha, _, _ = parameters
    ticks: Numbers = kind.shape(r, histories.frequency) * ahead / (alpha + histories.age)
    return ticks


def leaving(name: str, extra: int, k: int | None = None) -> Model:
    """The model in which a customer is known to have survived its repeat occasions and so many more.

    With a `k` it is the one of so many ticks to an occasion, in the family of those with more of them.
    """
    kind = Kind(extra, k or 1)
    return Model(
        name=name,
        parameters=("r", "alpha", "a", "b"),
        times=frozenset({"alpha"}),
        centre=(0.5, 0.3 / kind.k, 0.7, 2.0),
        likelihood=partial(likelihood, kind=kind),
        alive=partial(alive, kind=kind),
        returning=partial(returning, kind=kind),
        staying=partial(staying, kind=kind),
        rests_on=rests_on,
        beats=partial(beats, kind=kind) if kind.k > 1 else None,
        k=k,
        steadier=None if k is None or k == MOST else partial(leaving, name, extra, k + 1),
    )
