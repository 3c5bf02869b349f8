"""Baskets → how much speaks for each product, by three methods; the arithmetic is SciPy's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from vitalfew.insight.recommend.baskets import FEWEST, Baskets, Places

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Scores = npt.NDArray[np.float64]
"""Customers in rows, products in columns; more is better."""

Scorer = Callable[["csr_array"], Scores]
"""Baskets of some customers → their scores."""

METHODS = ("association", "factors", "popular")
"""What others bought beside it; matrix factorisation; what most customers buy."""

FACTORS = 16
"""Of the factorisation, and no more than one for four products: more learn single customers by heart."""

CHUNK = 5_000
"""Customers that are scored at once."""

NOTHING = -1


@dataclass(frozen=True)
class Together:
    """How many of the customers bought both of two products (`both`), and each of them (`each`)."""

    both: Scores
    each: Scores
    customers: int

    def chance(self) -> Scores:
        """The share of the buyers of the first product (row) that bought the second (column).

        Nothing where fewer than five bought both, and where the first makes the second no likelier (lift of 1 or less).
        """
        customers_of = np.maximum(self.each[:, None], 1)
        share = self.both / customers_of
        usual = self.each[None, :] / max(self.customers, 1)
        held: Scores = np.where((self.both >= FEWEST) & (share > usual), share, 0.0)
        np.fill_diagonal(held, 0.0)
        return held


def together(bought: csr_array) -> Together:
    """Who bought two products together; all pairs of up to 2,000 products."""
    return Together((bought.T @ bought).toarray(), np.asarray(bought.sum(axis=0)).ravel(), bought.shape[0])


def scorers(learned: csr_array) -> dict[str, Scorer]:
    """The three methods, each learned from the same baskets."""
    pairs = together(learned)
    chance, popular = pairs.chance(), pairs.each / max(learned.shape[0], 1)
    axes = _axes(learned)
    return {
        "association": lambda some: _strongest(some, chance)[0] + 1e-6 * popular,
        "factors": lambda some: (some @ axes.T) @ axes + 1e-6 * popular,
        "popular": lambda some: np.broadcast_to(popular, some.shape).copy(),
    }


def _axes(learned: csr_array) -> Scores:
    """The strongest axes of baskets (PureSVD: Cremonesi, Koren and Turrin 2010), without a start that chance gives."""
    from scipy.sparse.linalg import svds

    many = min(FACTORS, max(2, learned.shape[1] // 4), min(learned.shape) - 1)
    if many < 1:
        return np.zeros((1, learned.shape[1]))
    axes: Scores = svds(learned, k=many, v0=np.ones(min(learned.shape)), return_singular_vectors="vh")[2]
    return axes


def _strongest(some: csr_array, chance: Scores) -> tuple[Scores, Places]:
    """The strongest chance that a product of the basket gives each product, and which product that is."""
    best = np.zeros((some.shape[0], chance.shape[1]))
    which = np.full(best.shape, NOTHING, np.int64)
    for row in range(some.shape[0]):
        basket = some.indices[some.indptr[row] : some.indptr[row + 1]]
        if len(basket):
            held = chance[basket]
            first = held.argmax(axis=0)
            best[row] = held[first, np.arange(held.shape[1])]
            which[row] = np.where(best[row] > 0, basket[first], NOTHING)
    return best, which


def reasons(some: csr_array, chance: Scores) -> Places:
    """For each customer and product the product of its basket that speaks most for it; NOTHING where none does."""
    return _strongest(some, chance)[1]


def best_of(given: Baskets, scorer: Scorer, count: int) -> Places:
    """The products that speak most for each customer: never had, and in range. NOTHING where there are no more of them.

    Of equal scores the product that stands first by its key.
    """
    found = [_best(given, scorer, count, begin) for begin in range(0, len(given.customers), CHUNK)]
    return np.concatenate(found) if found else np.zeros((0, count), np.int64)


def _best(given: Baskets, scorer: Scorer, count: int, begin: int) -> Places:
    part = slice(begin, begin + CHUNK)
    scores = scorer(given.bought[part])
    scores[given.had[part].nonzero()] = -np.inf
    scores[:, ~given.sold] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :count]
    chosen = np.where(np.take_along_axis(scores, order, axis=1) > 0, order, NOTHING)
    missing = count - chosen.shape[1]
    return np.pad(chosen, ((0, 0), (0, missing)), constant_values=NOTHING) if missing > 0 else chosen
