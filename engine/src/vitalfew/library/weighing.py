"""Facts and a scheme → how many grades hang on its weights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from vitalfew import weighing
from vitalfew.library.asking import question
from vitalfew.library.saving import Paging, remembering
from vitalfew.scheme import Scheme


@dataclass(frozen=True, repr=False, kw_only=True)
class Sensitivity(Paging, weighing.Sensitivity):
    """How many grades hang on each weight of a scheme's scorecards.

    `rows` has two for each weight, a step more and a step less; `steady` customers keep their grade whichever moves;
    `as_object()` gives the figures, `notes` what is to be said of them.

    >>> found = vf.sensitivity(orders, scheme="key_accounts")
    >>> found.customers, found.best
    (3, 'A')
    """


def sensitivity(
    orders: Any = None,
    *,
    scheme: str | Scheme = "key_accounts",
    step: Decimal | str = weighing.STEP,
    as_of: date | str | None = None,
    **facts: Any,
) -> Sensitivity:
    """How many grades change when one weight of a scorecard is a step larger or smaller, all others as they are.

    `step` is the part of itself by which a weight moves (a fifth). Facts are given as to `vf.grade`. Refused input
    raises `vf.Refusal`.

    >>> vf.sensitivity(orders).rows.column_names[1:4]
    ['part', 'weight', 'direction']
    """
    asked = question(orders, scheme=scheme, as_of=as_of, **facts)
    found = weighing.sensitivity(asked.sources, asked.request, asked.options, Decimal(step))
    return remembering(Sensitivity, found, asked)
