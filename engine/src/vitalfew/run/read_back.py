"""A whole run read back from its files, to be held against another one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.run.previous import Previous, with_previous
from vitalfew.run.ready import ready_metrics
from vitalfew.run.result import Result
from vitalfew.run.written import day_of, manifest_of, out_beside, own_table, previous_run, unreadable
from vitalfew.scheme import Scheme, first_problem


def written_run(path: Path, earlier: Path | None = None) -> Result:
    """A run read back from its `.run.json` and the result beside it: scheme, grades, scores, metrics.

    OUT does not hold what a stability guard looked back on: where this run had a run before it, `earlier` stands for
    that one. A manifest without a scheme, or with one that this version does not know, is refused.
    """
    manifest = manifest_of(path)
    out = out_beside(path, manifest)
    table, _ = own_table(out)
    scheme = _scheme(path, manifest)
    metrics = ready_metrics(table, scheme)
    if earlier is not None and "previous" in manifest:
        metrics = _guarded(metrics, previous_run(earlier), day_of(path, manifest))
    typed = {name: metrics[name] for name in metrics.column_names if name in table.column_names}
    for name in ("grade", "score"):
        if name not in table.column_names:
            raise Refusal(say("there is no column {name}.", name=name), where=str(out))
    typed |= {"grade": table["grade"].cast(pa.string()), "score": _numbers(table["score"], out)}
    columns = {name: typed.get(name, table[name]) for name in table.column_names}
    return Result(scheme, pa.table(columns), metrics, manifest)


def _scheme(path: Path, manifest: Mapping[str, Any]) -> Scheme:
    try:
        return Scheme.model_validate(manifest.get("scheme"))
    except ValidationError as problem:
        raise Refusal(
            say("the scheme of this run cannot be read: {reason}.", reason=first_problem(problem)[:200]),
            where=str(path),
            remedy=say("Grade again with this version of vitalfew."),
        ) from None


def _guarded(metrics: pa.Table, previous: Previous, at: date | None) -> pa.Table:
    """The metrics with the grades that a stability guard looked back on."""
    with DuckDB() as database:
        beside = with_previous(database, database.attach("metrics", metrics), previous, at)
        return database.fetch(beside.order_by("customer_id"))


def _numbers(column: pa.ChunkedArray, out: Path) -> pa.Array:
    """Scores with the digits that they were written with."""
    if not pa.types.is_string(column.type):
        return column
    try:
        known = [None if cell is None else Decimal(cell) for cell in column.to_pylist()]
    except InvalidOperation:
        raise unreadable(out, say("{name} holds something other than numbers", name="score")) from None
    return pa.array(known, pa.decimal128(38, max((-_exponent(cell) for cell in known if cell is not None), default=0)))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0
