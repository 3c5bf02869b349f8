"""Files that lie on this machine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.core.services import record
from vitalfew_web.facts import audit, gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch, as_recorded
from vitalfew_web.facts.selectors import store_place

NO_OPTIONS: Mapping[str, Any] = {}


def import_files(
    *,
    files: Iterable[tuple[str, Path]],
    source: str,
    by: User | None,
    at: datetime,
    reading: Mapping[str, Any] = NO_OPTIONS,
) -> list[ImportBatch]:
    """Take files in that lie on this machine, one after the other, each given as (table, path). Customers are not touched.

    `reading` are options of the engine's reader. Raises Refusal where one cannot be taken in; those before it stay.
    """
    return [_taken_in(table, path, source=source, by=by, at=at, reading=reading) for table, path in files]


def _taken_in(
    table: str, path: Path, *, source: str, by: User | None, at: datetime, reading: Mapping[str, Any]
) -> ImportBatch:
    taken = gateways.add(store_place(), path, table=table, source=source, at=at, reading=reading)
    batch = ImportBatch(table=table, source=source, file_name=path.name, place=token_urlsafe(24), by=by, at=at)
    batch.size = path.stat().st_size
    with transaction.atomic():
        return finish(batch=batch, taken=taken, by=by, at=at)


def finish(*, batch: ImportBatch, taken: gateways.Taken, by: User | None, at: datetime) -> ImportBatch:
    """Write down what an import did, inside the caller's transaction."""
    before = as_recorded(batch) if batch.pk else {}
    for name in ("rows", "new", "changed", "known", "rejected"):
        setattr(batch, name, getattr(taken, name))
    batch.store_batch, batch.store_version = taken.number, taken.version
    batch.status, batch.ended_at, batch.said = Status.DONE, at, ""
    batch.save()
    record(action=audit.DONE, of=batch, by=by, at=at, before=before, after=as_recorded(batch))
    return batch


def write_sample(
    folder: Path,
    *,
    customers: int,
    language: str,
    last_day: date,
    tables: Collection[str] = gateways.SAMPLE_TABLES,
) -> dict[str, Path]:
    """Write the facts of a wholly invented company: table → its file. Only names and words differ between languages."""
    written = gateways.sample(folder, customers=customers, language=language, last_day=last_day, tables=tables)
    return {path.stem: path for path in written if path.suffix == ".csv"}
