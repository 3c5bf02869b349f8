"""Facts → what customers are expected to order, and what that is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from vitalfew.library.asking import question
from vitalfew.library.saving import Saving, remembering
from vitalfew.lifetime import Lifetimes, Outlook, lifetimes


@dataclass(frozen=True, repr=False)
class Foreseen(Saving, Lifetimes):
    """What is foreseen of customers.

    `rows` has a row for each customer; `as_object()` gives the model in figures, `notes` what is to be said of it.

    >>> found = vf.clv(orders, horizon=26)
    >>> found.rows.column_names[4:6], found.as_object()["n_repeat"]
    (['p_alive', 'p_return'], 1)
    """


def clv(
    orders: Any = None,
    *,
    store: Any = None,
    version: int | None = None,
    customers: Any = None,
    model: str = "bg_nbd",
    occasions: Literal["day", "order"] = "day",
    period: str = "week",
    horizon: float | None = None,
    discount: float = 0.10,
    margin: float | str | None = None,
    as_of: date | str | None = None,
    by: str | None = None,
    **reading: Any,
) -> Foreseen:
    """Foresee what every customer will order, and what that is worth today.

    `model` is bg_nbd, mbg_nbd, pareto_nbd or mbg_cnbd_k. `horizon` counts periods (day, week or month; default 52 weeks), `discount`
    is yearly, `margin` a fraction of revenue or the column of the customers' file that holds one. Facts are given as to
    `vf.grade`. Refused input raises `vf.Refusal`.

    >>> found = vf.clv(orders, margin=0.3)
    >>> [row["customer_id"] for row in found.rows.to_pylist()]
    ['Acme', 'Birch', 'Cedar']
    >>> str(found.notes[-1]).startswith("Only 1 customers came back")
    True
    """
    outlook = Outlook(model, occasions, period, horizon, discount, margin)
    asked = question(
        orders, store=store, version=version, as_of=as_of, by=by, scheme="abc", customers=customers, **reading
    )
    found = lifetimes(asked.sources, asked.request, asked.options, outlook)
    return remembering(Foreseen, found, asked)
