"""Lists of many month ends → how good each method was, with intervals: the bootstrap draws customers, with all their months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.proof.intervals import Estimate, draws, estimate
from vitalfew.proof.rankings import Numbers, Places
from vitalfew.warning.lists import Month
from vitalfew.warning.scoring import COLOURS

MEASURES = ("precision", "value_caught", "lead_days", "false_alarms")
"""Part of the list that fell; part of the lost value that stood on it; median days from a customer's first warning that came
true to its fall; warnings a month that did not come true."""

Estimates = Mapping[str, Mapping[str, Estimate | None]]


@dataclass(frozen=True)
class Measured:
    """Method → measure → estimate; how far ours is ahead of each; colour → the part of its customers that fell."""

    estimates: Estimates
    ahead: Estimates
    colours: Mapping[str, Estimate | None]
    base: float
    customers: int


def measured(months: Sequence[Month]) -> Measured:
    """The measures over all month ends together."""
    ids, places = np.unique(
        np.concatenate([month.rows["customer_id"].to_numpy() for month in months]), return_inverse=True
    )
    tally = _Tally(months, places, len(ids))
    ones = tally.values(np.ones(len(ids)))
    drawn = np.array([tally.values(weights.astype(np.float64)) for weights in draws(len(ids))])
    methods = list(months[0].lists)
    count = len(methods) * len(MEASURES)
    ours, theirs = ones[:count].reshape(len(methods), -1), drawn[:, :count].reshape(len(drawn), len(methods), -1)
    return Measured(
        estimates=_named(methods, ours, theirs),
        ahead=_named(methods, ours[:1] - ours, theirs[:, :1] - theirs),
        colours={
            colour: estimate(ones[count + place], drawn[:, count + place]) for place, colour in enumerate(COLOURS)
        },
        base=round(float(np.concatenate([month.fell for month in months]).mean()), 6),
        customers=len(ids),
    )


class _Tally:
    """What every customer adds to every sum, so that a draw is a product of weights and sums.

    `places` says which customer stands in each row of all months, one after the other.
    """

    def __init__(self, months: Sequence[Month], places: Places, customers: int) -> None:
        self.months = len(months)
        fell = np.concatenate([month.fell for month in months]).astype(np.float64)
        missed, lead = (np.concatenate([getattr(month, name) for month in months]) for name in ("missed", "lead"))
        colours = np.concatenate([month.rows["colour"].to_pylist() for month in months])
        listed = [np.concatenate([_marked(month, method) for month in months]) for method in months[0].lists]
        cells = [missed]
        for on in listed:
            cells += [on, on * fell, on * missed]
        for colour in COLOURS:
            of = (colours == colour).astype(np.float64)
            cells += [of, of * fell]
        self.sums = np.array([np.bincount(places, each, minlength=customers) for each in cells]).T
        self.leads = [_first_leads(on * fell > 0, lead, places, customers) for on in listed]

    def values(self, weights: Numbers) -> Numbers:
        """Every measure of every method, then the part that fell of every colour; not a number where it cannot be formed."""
        missed, *sums = weights @ self.sums
        found: list[float] = []
        for number, leads in enumerate(self.leads):
            on, hits, caught = sums[3 * number : 3 * number + 3]
            found += [_part(hits, on), _part(caught, missed), _median(leads, weights), (on - hits) / self.months]
        colours = sums[3 * len(self.leads) :]
        found += [_part(fell, n) for n, fell in zip(colours[::2], colours[1::2], strict=True)]
        return np.array(found)


def _marked(month: Month, method: str) -> Numbers:
    """1 for who stands on the list."""
    marked = np.zeros(month.rows.num_rows)
    marked[month.lists[method]] = 1
    return marked


def _first_leads(hits: npt.NDArray[np.bool_], lead: Numbers, places: Places, customers: int) -> tuple[Places, Numbers]:
    """The customers whose warning came true, by the days from the first such warning to the fall: places and days, rising."""
    found = np.full(customers, -1.0)
    np.maximum.at(found, places[hits], lead[hits])
    order = np.argsort(found, kind="stable")
    order = order[found[order] >= 0]
    return order, found[order]


def _median(leads: tuple[Places, Numbers], weights: Numbers) -> float:
    """The middle of days that rise, each as often as its customer counts."""
    places, days = leads
    above = np.cumsum(weights[places])
    if not len(above) or above[-1] <= 0:
        return float("nan")
    return float(days[np.searchsorted(above, above[-1] / 2)])


def _part(of: float, whole: float) -> float:
    return of / whole if whole > 0 else float("nan")


def _named(methods: Sequence[str], values: Numbers, drawn: Numbers) -> Estimates:
    return {
        method: {name: estimate(values[row, place], drawn[:, row, place]) for place, name in enumerate(MEASURES)}
        for row, method in enumerate(methods)
    }
