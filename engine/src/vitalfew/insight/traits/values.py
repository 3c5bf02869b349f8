"""Attributes as a few values each: words as they stand, numbers in thirds; what says again who is best is named."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.insight.kinds import MOST_VALUES
from vitalfew.insight.traits.attributes import Attribute, Values
from vitalfew.proof.rankings import Numbers

RESTATES = 0.95
"""An attribute by which the best could be told from the others so often is no trait: it says again who they are."""

UNKNOWN = -1

PLAIN = 100
"""From here on a number is shown without a fraction, below with three digits."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Sorted:
    """An attribute with the value of each customer as a place among few; UNKNOWN where it has none."""

    attribute: Attribute
    labels: tuple[str, ...]
    places: npt.NDArray[np.int16]


def sorted_out(attribute: Attribute) -> Sorted | None:
    """The attribute by its values; None where all are equal, or so many that they name customers and not kinds of them."""
    found = _thirds(attribute) if attribute.values.dtype == np.float64 else _words(attribute.values)
    return None if found is None else Sorted(attribute, *found)


def _words(values: Values) -> tuple[tuple[str, ...], npt.NDArray[np.int16]] | None:
    labels = sorted({value for value in values if value is not None})
    if not 2 <= len(labels) <= MOST_VALUES:
        return None
    places = {label: place for place, label in enumerate(labels)}
    return tuple(labels), np.array([places.get(value, UNKNOWN) for value in values], np.int16)


def _thirds(attribute: Attribute) -> tuple[tuple[str, ...], npt.NDArray[np.int16]] | None:
    """Thirds of the customers that have a number; equal numbers stay together, so there may be two parts."""
    values = attribute.values
    known = np.isfinite(values)
    numbers = np.sort(values[known])
    if not len(numbers) or numbers[0] == numbers[-1]:
        return None
    cuts = np.unique([numbers[len(numbers) // 3 - 1], numbers[2 * len(numbers) // 3 - 1]])
    cuts = cuts[cuts < numbers[-1]] if (cuts < numbers[-1]).any() else numbers[numbers < numbers[-1]][-1:]
    places = np.where(known, np.searchsorted(cuts, values, side="left"), UNKNOWN).astype(np.int16)
    parts = (values[places == place] for place in range(len(cuts) + 1))
    return tuple(_range(part) + attribute.unit for part in parts), places


def _range(values: Values) -> str:
    low, high = (f"{end:,.0f}" if abs(end) >= PLAIN else f"{end:.3g}" for end in (values.min(), values.max()))
    return low if low == high else f"{low} … {high}"


def restates(attribute: Attribute, best: Mask) -> bool:
    """Whether the attribute tells the best from the others nearly always, and so only says again who they are.

    A number by itself, words in order of their share of the best; the measure is how often one of the best stands on the
    right side of another customer (the area under the curve, equal ones half).
    """
    from scipy.stats import rankdata

    strength, known = _strength(attribute.values, best)
    ours = best[known]
    n, others = int(ours.sum()), int((~ours).sum())
    if not n or not others:
        return False
    area = (rankdata(strength)[ours].sum() - n * (n + 1) / 2) / (n * others)
    return bool(max(area, 1 - area) >= RESTATES)


def _strength(values: Values, best: Mask) -> tuple[Numbers, Mask]:
    if values.dtype == np.float64:
        known = np.isfinite(values)
        return values[known].astype(np.float64), known
    known = np.array([value is not None for value in values])
    _, places = np.unique(values[known].astype(str), return_inverse=True)
    shares = np.bincount(places, best[known]) / np.bincount(places)
    return shares[places], known
