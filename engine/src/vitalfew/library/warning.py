"""Facts → who may be about to leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from vitalfew import warning
from vitalfew.library.asking import question
from vitalfew.library.saving import Saving, remembering


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
