"""The published formulas of the models, in fifty digits."""

from __future__ import annotations

from typing import Any

import mpmath
from mpmath import mpf

Place = tuple[int, float, float]
"""Repeat occasions, recency, age."""

TINY = mpf(10) ** -30
"""Off a = 1 or s = 1 by so little that nothing else shows; the formulas divide by the difference."""


def off_one(value: float) -> Any:
    return mpf(value) + TINY if value == 1 else mpf(value)


def dropout_parts(parameters: Any, place: Place, extra: int) -> tuple[Any, Any, Any]:
    """What stands before the bracket, and its two terms, of BG/NBD (extra = 0) and MBG/NBD (extra = 1)."""
    r, alpha, a, b = map(mpf, parameters)
    x, recency, age = place
    kept = x + extra
    before = mpmath.gamma(r + x) / mpmath.gamma(r) * alpha**r / mpmath.beta(a, b)
    staying = mpmath.beta(a, b + kept) / (alpha + mpf(age)) ** (r + x)
    left = mpmath.beta(a + 1, b + kept - 1) / (alpha + mpf(recency)) ** (r + x) if kept else mpf(0)
    return before, staying, left


def dropout_orders(parameters: Any, place: Place, ahead: float, extra: int) -> Any:
    """Expected occasions by the hypergeometric function."""
    r, alpha, a, b = map(mpf, parameters)
    a = off_one(parameters[2])
    x, _, age = place
    kept = x + extra
    end, t = alpha + mpf(age), mpf(ahead)
    rest = mpmath.hyp2f1(r + x, b + kept, a + b + kept - 1, t / (end + t))
    _, staying, left = dropout_parts(parameters, place, extra)
    return (a + b + kept - 1) / (a - 1) * (1 - (end / (end + t)) ** (r + x) * rest) * staying / (staying + left)


def regular_parts(parameters: Any, place: Place, k: int) -> tuple[Any, Any, Any]:
    """The same of MBG/CNBD-k, without what single gaps add."""
    r, alpha, a, b = map(mpf, parameters)
    x, recency, age = place
    t, end = mpf(recency), mpf(age)
    y = r + k * x
    before = mpmath.gamma(y) / mpmath.gamma(r) * alpha**r / mpmath.beta(a, b)
    few = [mpmath.rf(y, j) / mpmath.factorial(j) * (end - t) ** j / (alpha + end) ** (y + j) for j in range(k)]
    left = mpmath.beta(a + 1, b + x) / (alpha + t) ** y
    return before, mpmath.beta(a, b + x + 1) * mpmath.fsum(few), left


def regular_orders(parameters: Any, place: Place, ahead: float, k: int) -> Any:
    """Expected occasions: each as likely as enough ticks, and as having survived those before it."""
    r, alpha, a, b = map(mpf, parameters)
    x, recency, age = place
    end, t = alpha + mpf(age), mpf(ahead)
    few = [mpmath.rf(r + k * x, j) / mpmath.factorial(j) * ((mpf(age) - mpf(recency)) / end) ** j for j in range(k)]
    staying = mpmath.fsum(
        weight * _kth_ticks(r + k * x + j, t / (end + t), (a, b + x + 1), (k, j)) for j, weight in enumerate(few)
    )
    _, alive, left = regular_parts(parameters, place, k)
    return staying / mpmath.fsum(few) * alive / (alive + left)


def _kth_ticks(shape: Any, share: Any, chance: tuple[Any, Any], clock: tuple[int, int]) -> Any:
    """Σ over numbers of ticks of their chance times the occasions they bring while it stays."""
    (a, b), (k, n) = chance, clock
    ticks, total, brought, survived = (1 - share) ** shape, mpf(0), mpf(0), mpf(1)
    mean, step = shape * share / (1 - share), 0
    with mpmath.workdps(30):
        while step <= mean + k or ticks * brought > total * mpf(10) ** -18 * (1 - share):
            ticks *= share * (shape + step) / (step + 1)
            step += 1
            if (n + step) % k == 0:
                done = (n + step) // k - 1
                brought += survived
                survived *= (b + done) / (a + b + done)
            total += ticks * brought
    return total


def pareto_parts(parameters: Any, place: Place) -> tuple[Any, Any, Any]:
    """The same of Pareto/NBD, the second term by the hypergeometric function."""
    r, alpha, s, beta = map(mpf, parameters)
    x, recency, age = place
    before = mpmath.gamma(r + x) / mpmath.gamma(r) * alpha**r * beta**s
    staying = (alpha + mpf(age)) ** -(r + x) * (beta + mpf(age)) ** -s
    return before, staying, s * _fall(parameters, x, mpf(recency), mpf(age))


def _fall(parameters: Any, x: int, low: Any, high: Any) -> Any:
    r, alpha, s, beta = map(mpf, parameters)
    whole = r + s + x
    larger, second = (alpha, s + 1) if alpha >= beta else (beta, r + x)

    def part(at: Any) -> Any:
        return mpmath.hyp2f1(whole, second, whole + 1, abs(alpha - beta) / (larger + at)) / (larger + at) ** whole

    return (part(low) - part(high)) / whole


def pareto_orders(parameters: Any, place: Place, ahead: float) -> Any:
    r, alpha, _, beta = map(mpf, parameters)
    s = off_one(parameters[2])
    x, _, age = place
    _, staying, left = pareto_parts(parameters, place)
    gone = 1 - ((beta + mpf(age)) / (beta + mpf(age) + mpf(ahead))) ** (s - 1)
    return (r + x) * (beta + mpf(age)) / (alpha + mpf(age)) / (s - 1) * gone * staying / (staying + left)


def parts(name: str, parameters: Any, place: Place) -> tuple[Any, Any, Any]:
    if name == "pareto_nbd":
        return pareto_parts(parameters, place)
    if name.startswith("mbg_cnbd_"):
        return regular_parts(parameters, place, int(name[-1]))
    return dropout_parts(parameters, place, int(name == "mbg_nbd"))


def orders(name: str, parameters: Any, place: Place, ahead: float) -> Any:
    if name == "pareto_nbd":
        return pareto_orders(parameters, place, ahead)
    if name.startswith("mbg_cnbd_"):
        return regular_orders(parameters, place, ahead, int(name[-1]))
    return dropout_orders(parameters, place, ahead, int(name == "mbg_nbd"))


def log_likelihood(name: str, parameters: Any, place: Place) -> Any:
    before, staying, left = parts(name, parameters, place)
    return mpmath.log(before * (staying + left))


def alive(name: str, parameters: Any, place: Place) -> Any:
    _, staying, left = parts(name, parameters, place)
    return staying / (staying + left)


def returning(name: str, parameters: Any, place: Place, ahead: float) -> Any:
    """1 - L(x, t, T + H) / L(x, t, T)."""
    x, recency, age = place
    _, staying, left = parts(name, parameters, place)
    x, silent, gone = parts(name, parameters, (x, recency, mpf(age) + mpf(ahead)))
    return 1 - (silent + gone) / (staying + left)


def worth(name: str, parameters: Any, place: Place, days: float, rate: float) -> Any:
    """Discounted expected occasions, day by day, each in the middle of its day."""
    total, before, begin = mpf(0), mpf(0), mpf(0)
    while begin < days:
        end = min(begin + 1, mpf(days))
        now = orders(name, parameters, place, end)
        total += (now - before) * (1 + mpf(rate)) ** -((begin + end) / 2 / mpf("365.25"))
        before, begin = now, end
    return total


def spend(parameters: Any, x: int, mean: float) -> Any:
    """Log-likelihood of Gamma-Gamma."""
    p, q, v = map(mpf, parameters)
    m, n = mpf(mean), mpf(x)
    inside = mpmath.gamma(p * n + q) / mpmath.gamma(p * n) / mpmath.gamma(q)
    return mpmath.log(inside * v**q * m ** (p * n - 1) * n ** (p * n) / (v + n * m) ** (p * n + q))
