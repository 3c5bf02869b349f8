"""The rows of a run: written where nobody reads them yet, and taken away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from vitalfew_web.accounts.selectors import keys_of
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import RunStatus
from vitalfew_web.grading.models import Grade, Move, Run

CHUNK = 20_000
"""Rows that are written or removed in one transaction, so that nobody else waits long for the database."""


def stage(run: Run, rows: Iterable[list[gateways.Row]]) -> Iterator[int]:
    """Write the rows of a run that nobody reads yet, chunk by chunk; gives how many stand there."""
    written = 0
    for chunk in rows:
        keys = keys_of([row.customer for row in chunk])
        with transaction.atomic():
            _write(run, chunk, keys)
        written += len(chunk)
        yield written


COLUMNS = ("run_id", "account_id", *gateways.Row._fields)


def _write(run: Run, chunk: list[gateways.Row], keys: Mapping[str, int]) -> None:
    table, quote = Grade._meta.db_table, connection.ops.quote_name
    columns = ", ".join(quote(name) for name in COLUMNS)
    statement = f"INSERT INTO {quote(table)} ({columns}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608  (own names)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(run.pk, keys.get(row.customer), *map(_cell, row)) for row in chunk])


_in_json = json.JSONEncoder(separators=(",", ":")).encode
CELLS: Mapping[type, Callable[[Any], str]] = {Decimal: str, date: str, dict: _in_json, list: _in_json}
"""Kind of value → as a driver takes it, whichever the database; all others it takes as they are."""


def _cell(value: Any) -> Any:
    written = CELLS.get(type(value))
    return value if written is None else written(value)


def write_moves(run: Run, moves: list[gateways.Moved]) -> None:
    """Write who moved."""
    for start in range(0, len(moves), CHUNK):
        chunk = moves[start : start + CHUNK]
        keys = keys_of([move.customer for move in chunk])
        Move.objects.bulk_create(
            Move(
                run=run,
                account_id=keys.get(move.customer),
                customer=move.customer,
                was=move.was,
                now=move.now,
                score_was=move.score_was,
                score_now=move.score_now,
                reasons=move.reasons,
            )
            for move in chunk
        )


def remove_rows(run: Run) -> None:
    """Take the rows of a run away, a chunk a transaction."""
    Move.objects.filter(run=run).exclude(run__status=RunStatus.WHOLE).delete()
    while keys := list(Grade.objects.filter(run=run).values_list("pk", flat=True)[:CHUNK]):
        Grade.objects.filter(pk__range=(min(keys), max(keys)), run=run).delete()


def forget_older(run: Run) -> None:
    """Keep the rows of the run that holds and of the one before it, of no other. Its files every run keeps."""
    kept = {run.pk, run.before_id}
    for other in Run.objects.filter(grades__isnull=False).exclude(pk__in=[key for key in kept if key]).distinct():
        remove_rows(other)
