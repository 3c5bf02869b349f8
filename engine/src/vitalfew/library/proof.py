"""Facts → how good the grades of earlier days were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.library.asking import day_of, question
from vitalfew.library.saving import Paging, remembering
from vitalfew.metrics.windows import days_of
from vitalfew.proof import Backtest, Trial
from vitalfew.proof import backtest as held_against
from vitalfew.scheme import Scheme


@dataclass(frozen=True, repr=False, kw_only=True)
class Tested(Paging, Backtest):
    """A scheme held against what came after it graded.

    `origins` has what came of each day, `rows` a row for each day and customer known then; `as_object()` gives the
    figures, `notes` what is to be said of them.

    >>> found = vf.backtest(orders, scheme="abc", as_of="2026-02-20", horizon=60)
    >>> [(one["grade"], one["customers"], one["revenue_after"]) for one in found.as_object()["by_grade"]]
    [('A', 2, Decimal('300.00')), ('B', 1, Decimal('0.00'))]
    """


def backtest(
    orders: Any = None,
    *,
    store: Any = None,
    version: int | None = None,
    scheme: str | Scheme = "key_accounts",
    as_of: date | str | Iterable[date | str] | None = None,
    horizon: int | str = 365,
    undated: bool = False,
    by: str | None = None,
    **further: Any,
) -> Tested:
    """Grade as of earlier days by the facts up to each, and hold the grades against what came after.

    `as_of` is a day or several (default: a horizon before the day of the last order line); `horizon` counts days, or is
    written as `26w`, `12m`, `1y`. Beside the scheme stand the spend of the last period, RFM, days since the last order,
    and chance. Columns of the customers' file that bear no day are left out unless `undated`. Facts are given as to
    `vf.grade`. Refused input raises `vf.Refusal`.

    >>> found = vf.backtest(orders, scheme="rfm", as_of=["2026-02-15", "2026-02-28"], horizon="2w")
    >>> [(origin.at.day, origin.customers, origin.bought) for origin in found.origins]
    [(15, 2, 0), (28, 3, 1)]
    """
    asked = question(orders, store=store, version=version, scheme=scheme, by=by, **further)
    trial = Trial(_days(as_of), _horizon(horizon), undated)
    return remembering(Tested, held_against(asked.sources, asked.request, asked.options, trial), asked)


def _days(as_of: date | str | Iterable[date | str] | None) -> tuple[date, ...]:
    given = [as_of] if isinstance(as_of, date | str) else as_of or []
    return tuple(day for day in map(day_of, given) if day is not None)


def _horizon(given: int | str) -> int:
    """Days as they may be written. Refused: what is no length of time."""
    try:
        return days_of(given) or 0
    except ValueError:
        raise WrongUse(
            say("{value} does not fit here.", value=repr(given)),
            where="horizon",
            remedy=say("Write a number of days such as 365, or 26w, 12m, 1y."),
        ) from None
