"""Facts → who may be about to leave, and how often such warnings came true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vitalfew import warning
from vitalfew.library.asking import question
from vitalfew.library.saving import Paging, Saving, remembering


@dataclass(frozen=True, repr=False, kw_only=True)
class Warnings(Saving, warning.Warnings):
    """All customers that have bought, by the signals that they may be about to leave.

    `rows` has a row for each with its points, colour and sentence, `alarms` those on the list of customers to call;
    `as_object()` gives the figures, `notes` what is to be said of them.

    >>> found = vf.warnings(orders)
    >>> found.colours["green"].customers, found.alarms.num_rows
    (3, 0)
    """


def warnings(
    orders: Any = None,
    *,
    length: int = warning.LIST,
    manager: str | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> Warnings:
    """Look who may be about to leave: signals with their figures, points, and a list as long as the team can call.

    `length` is how many customers stand on it; `manager` is the column of the customers' file that names the account
    manager, each of whom then has a list of that length. Facts are given as to `vf.grade`. Refused input raises `vf.Refusal`.

    >>> [(row["customer_id"], row["colour"], row["points"]) for row in vf.warnings(orders).rows.to_pylist()][:1]
    [('Acme', 'green', 0)]
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    found = warning.warnings(asked.sources, asked.request, asked.options, length, manager)
    return remembering(Warnings, found, asked)


@dataclass(frozen=True, repr=False, kw_only=True)
class WalkForward(Paging, warning.WalkForward):
    """How good early warning was at the last month ends.

    `rows` has a row for each month end and method, `measured` all months together with intervals; `as_object()` gives
    the figures, `notes` what is to be said of them.

    >>> weekly = [f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 8, 15, 22)]
    >>> acme = {"customer_id": ["Acme"] * 48, "order_id": [*map(str, range(48))], "amount": ["10.00"] * 48}
    >>> found = vf.walkforward(pa.table({**acme, "order_date": weekly}), horizon=60)
    >>> [day.isoformat() for day in found.origins], found.customers
    (['2025-09-30'], 1)
    """


def walkforward(
    orders: Any = None,
    *,
    length: int = warning.LIST,
    horizon: int = warning.HORIZON,
    points: Mapping[str, int] | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> WalkForward:
    """Prove early warning: the lists of the last twelve month ends by what was known then, held against the days after.

    `length` is how many customers stand on a list, `horizon` how many days are looked ahead. `points` changes what
    signals count, signal → points, and holds the changed list against ours. Facts are given as to `vf.grade`. Refused
    input raises `vf.Refusal`.

    >>> vf.walkforward(orders)
    Traceback (most recent call last):
    ...
    vitalfew.errors.Refusal: the facts from 2026-01-05 to 2026-03-02 are too short. A month end needs 270 days ...
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    walk = warning.Walk(length, horizon, points or {})
    return remembering(WalkForward, warning.walkforward(asked.sources, asked.request, asked.options, walk), asked)
