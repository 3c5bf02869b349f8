"""A table of a database on its way into an import: read by the worker into a file, which then goes the way of all files.

Databases are named in the settings of the installation (VF_SOURCES). Addresses and passwords are never in the browser, nor
in the database of the application; nobody can make it read another server than these.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.models import Job
from vitalfew_web.core.services import record, start_job
from vitalfew_web.facts import audit, gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch, as_recorded
from vitalfew_web.facts.rules import kept_name
from vitalfew_web.facts.selectors import FETCH, databases
from vitalfew_web.facts.services.checking import Heard
from vitalfew_web.facts.services.places import files_of, folder_of
from vitalfew_web.facts.services.standing import refuse_unless
from vitalfew_web.facts.services.uploading import look_first

log = logging.getLogger(__name__)


class TooLarge(gateways.Refusal):
    """More than a file may have that comes through the browser."""


AS_FILE = ".csv"
AS_WRITTEN = {"decimal": "."}
"""How the reader of databases writes numbers; there is nothing to find out."""


def tables_of(database: str) -> list[str]:
    """The tables and views of one of the databases. A ValidationError says that it does not answer, and what to do."""
    try:
        return gateways.tables_of(_address(database))
    except (gateways.Refusal, gateways.WrongUse) as problem:
        raise ValidationError(_silent(database, problem)) from None


@transaction.atomic
def start_fetch(*, database: str, name: str, table: str, by: User, at: datetime) -> ImportBatch:
    """Ask for a table to be read; `table` says what its rows are, empty where its columns tell."""
    _address(database)
    batch = ImportBatch(table=table, source=database, file_name=f"{name}{AS_FILE}"[-200:], status=Status.FETCHING)
    batch.place, batch.by, batch.at = token_urlsafe(24), by, at
    batch.save()
    record(action=audit.FETCHED, of=batch, by=by, at=at, after=as_recorded(batch))
    start_job(kind=FETCH, about=batch, by=by, at=at)
    return batch


@transaction.atomic
def fetch_again(*, batch: ImportBatch, by: User, at: datetime) -> Job:
    """Ask once more for a table that could not be read. Refused where the import is at work or further."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    refuse_unless(held, set() if held.looked else {Status.FAILED}, stuck={Status.FETCHING})
    held.status, held.said = Status.FETCHING, ""
    held.save(update_fields=["status", "said"])
    return start_job(kind=FETCH, about=held, by=by, at=at)


def fetch(*, batch: ImportBatch, by: User, heard: Heard) -> None:
    """Read the table into the folder of the import, and look at it. Raises Refusal; bears being called twice."""
    target = _room(batch)
    rows = _fetched(batch, target, heard)
    with target.open("rb") as file:
        batch.digest = hashlib.file_digest(file, "sha256").hexdigest()
    batch.size, batch.rows = target.stat().st_size, rows
    batch.table = batch.table or gateways.recognised(files_of(batch), batch.at.date())
    look_first(batch, AS_WRITTEN, by)
    with transaction.atomic():
        if ImportBatch.objects.select_for_update().get(pk=batch.pk).status == Status.FETCHING:
            batch.status = Status.UPLOADED
            batch.save()


def _room(batch: ImportBatch) -> Path:
    folder = folder_of(batch) / "files"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder / kept_name(1, batch.file_name)


def _fetched(batch: ImportBatch, target: Path, heard: Heard) -> int:
    def told(rows: int) -> None:
        heard(rows, None, _("Reading the table"))
        if target.stat().st_size > settings.UPLOAD_LIMIT:
            raise TooLarge(_too_large())

    try:
        return gateways.fetched(_address(batch.source), batch.file_name.removesuffix(AS_FILE), target, told)
    except TooLarge:
        shutil.rmtree(target.parent)
        raise
    except (gateways.Refusal, gateways.WrongUse) as problem:
        raise gateways.Refusal(_silent(batch.source, problem)) from None


def _too_large() -> str:
    return _(
        "The table is larger than {limit}; nothing was imported. Let a view show the rows of the last years, or have it imported "
        "on the server with the command vitalfew facts import."
    ).format(limit=filesizeformat(settings.UPLOAD_LIMIT))


def _address(database: str) -> str:
    if database not in databases():
        raise ValidationError(_("This installation has no database of this name; nothing was read."))
    return str(settings.SOURCES[database])


def _silent(database: str, problem: Exception) -> str:
    """What people are told: the words of the driver name servers and accounts, and go to the log."""
    log.warning("the database %s cannot be read: %s", database, problem)
    return _(
        "The database {name} did not give what was asked for; nothing was imported. Try again later; the administrator of this "
        "installation finds the reason in the log."
    ).format(name=database)
