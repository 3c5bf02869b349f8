"""Facts → graded customers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from vitalfew.library.asking import question
from vitalfew.library.result import Result
from vitalfew.run import grade as run
from vitalfew.scheme import Scheme


def grade(
    orders: Any = None,
    *,
    store: Any = None,
    version: int | None = None,
    customers: Any = None,
    payments: Any = None,
    returns: Any = None,
    costs: Any = None,
    feedback: Any = None,
    interactions: Any = None,
    wallet: Any = None,
    rates: Any = None,
    scheme: str | Scheme = "key_accounts",
    as_of: date | str | None = None,
    by: str | None = None,
    previous: str | Path | None = None,
    today: date | None = None,
    **reading: Any,
) -> Result:
    """Grade every customer of the facts.

    Facts are paths (CSV, TSV, XLSX, XLS, ODS, Parquet, folders), database addresses, or pandas, Polars, Arrow, DuckDB
    and Ibis objects; only orders are required. `store` is a `vf.Store` or its folder, which then holds the orders;
    `version` is one of its versions (default: the newest). `scheme` is the name of a ready-made one, a YAML file or a
    `vf.Scheme`. `as_of` is the day the facts are looked at from (default: that of the last order line). `by="parent"`
    grades groups of companies. `previous` is the .run.json of the run before this one, for stability guards. Without
    `today` no row is judged for lying in the future. Further keywords are the fields of readers.Options, such as
    `mapping={"amount": "销售额"}` or `grain="order"`. Refused input raises `vf.Refusal`.

    >>> vf.grade(orders, scheme="rfm", as_of="2026-03-31").customers.to_pylist()[0]["grade"]
    'loyal'
    """
    asked = question(
        orders,
        store=store,
        version=version,
        scheme=scheme,
        as_of=as_of,
        by=by,
        previous=previous,
        today=today,
        customers=customers,
        payments=payments,
        returns=returns,
        costs=costs,
        feedback=feedback,
        interactions=interactions,
        wallet=wallet,
        rates=rates,
        **reading,
    )
    return Result._of(run(asked.sources, asked.request, asked.options), asked)
