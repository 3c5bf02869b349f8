"""Files that come through the browser: kept under names of our own, looked at, never opened here."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.permissions import EDIT
from vitalfew_web.core.services import record
from vitalfew_web.facts import audit, gateways
from vitalfew_web.facts.choices import LABELS, Status, Table
from vitalfew_web.facts.models import ImportBatch, Source, as_recorded
from vitalfew_web.facts.rules import kept_name, shown_name, without_flags
from vitalfew_web.facts.rules.vcards import is_vcard
from vitalfew_web.facts.services.cards import cards_of
from vitalfew_web.facts.services.places import files_of, folder_of, room
from vitalfew_web.facts.services.standing import refuse_unless

KEPT = timedelta(hours=24)
"""How long a folder may lie here that no import knows: its upload was cut off."""


class File(Protocol):
    """A file on its way in, part by part."""

    name: str | None

    def chunks(self) -> Iterable[bytes]:
        """Its content."""


@dataclass(frozen=True)
class Upload:
    """What somebody brings: files of one kind, the table (empty: recognised) and the source (empty: by the file's name).

    `reading` is how they are opened, where that is known already.
    """

    files: Sequence[File]
    table: str = ""
    source: str = ""
    reading: Mapping[str, Any] = field(default_factory=dict)


def upload_files(*, upload: Upload, by: User, at: datetime) -> ImportBatch:
    """Keep files and look at them. A ValidationError says what cannot be read, and then nothing is kept."""
    batch = kept_files(upload=upload, by=by, at=at)
    with transaction.atomic():
        batch.save()
        record(action=audit.UPLOADED, of=batch, by=by, at=at, after=as_recorded(batch))
    return batch


def kept_files(*, upload: Upload, by: User, at: datetime) -> ImportBatch:
    """Files in their folder, looked at; the row is the caller's to write. Raises ValidationError: nothing is kept then."""
    batch = ImportBatch(place=token_urlsafe(24), by=by, at=at, files=len(upload.files))
    try:
        _keep(batch, upload.files)
        name = batch.file_name
        if upload.table == Table.CONTACTS or _is_vcard(batch):
            return _as_book(batch, upload, by)
        batch.table = upload.table or gateways.recognised(files_of(batch), at.date())
        batch.source = (upload.source or gateways.source_of(name, batch.table))[:80]
        look_first(batch, upload.reading, by)
    except gateways.Refusal as refusal:
        shutil.rmtree(folder_of(batch), ignore_errors=True)
        raise ValidationError(without_flags(str(refusal), LABELS)) from None
    except BaseException:
        shutil.rmtree(folder_of(batch), ignore_errors=True)
        raise
    return batch


def look_first(batch: ImportBatch, reading: Mapping[str, Any], by: User) -> None:
    """Look at files as those of their source were read the last time. Raises Refusal."""
    known = Source.objects.filter(name__iexact=batch.source, table=batch.table).first()
    batch.reading = {**(known.reading if known else {}), **reading}
    batch.looked = _looked(batch, by)


def _is_vcard(batch: ImportBatch) -> bool:
    place = files_of(batch)
    if place.is_dir():
        return False
    with place.open("rb") as file:
        return is_vcard(file.read(200))


def _as_book(batch: ImportBatch, upload: Upload, by: User) -> ImportBatch:
    """An address book: its cards are read whole before it is kept, so that what is none is refused at once."""
    if not by.may(EDIT):
        raise ValidationError(_("You may import facts, but not write the people at customers."))
    cards_of(batch)
    batch.table, batch.source = Table.CONTACTS, (upload.source or batch.file_name.rpartition(".")[0])[:80]
    return batch


def _keep(batch: ImportBatch, files: Sequence[File]) -> None:
    """Write the parts of each file as they come; the name that it is shown under is the first one's."""
    folder = folder_of(batch) / "files"
    folder.mkdir(parents=True)
    digest = hashlib.sha256()
    names = [shown_name(file.name or "") for file in files]
    for place, (file, name) in enumerate(zip(files, names, strict=True), start=1):
        with (folder / kept_name(place, name)).open("wb") as target:
            for chunk in file.chunks():
                digest.update(chunk)
                batch.size += target.write(chunk)
    batch.digest = digest.hexdigest()
    batch.file_name = names[0]
    if not batch.size:
        raise ValidationError(_("The file is empty: it has not a single byte."))


def look_again(*, batch: ImportBatch, reading: Mapping[str, Any], by: User) -> ImportBatch:
    """Look at the files in another way: another encoding, sheet, header row. A ValidationError says why it cannot be."""
    held = ImportBatch.objects.get(pk=batch.pk)
    refuse_unless(held, {Status.UPLOADED, Status.MAPPING, Status.CHECKED, Status.FAILED}, stuck={Status.CHECKING})
    held.reading = {name: value for name, value in reading.items() if value not in {None, ""}}
    try:
        held.looked = _looked(held, by)
    except gateways.Refusal as refusal:
        raise ValidationError(without_flags(str(refusal), LABELS)) from None
    held.status, held.checked, held.mapping, held.mends = Status.UPLOADED, {}, {}, {}
    held.save()
    return held


def _looked(batch: ImportBatch, by: User) -> dict[str, Any]:
    manner = gateways.Manner(batch.reading, {}, batch.at.date(), by.time_zone)
    found = gateways.looked(files_of(batch), batch.table, manner)
    return found | {"notes": [note | {"text": without_flags(note["text"], LABELS)} for note in found["notes"]]}


def sweep(at: datetime) -> None:
    """Remove what uploads left that were cut off: folders that no import knows, files that no request holds."""
    known = set(ImportBatch.objects.values_list("place", flat=True))
    for path in _old(room(), at):
        if path.name not in known:
            shutil.rmtree(path, ignore_errors=True)
    for path in _old(Path(settings.UPLOADS), at):
        path.unlink(missing_ok=True)


def _old(folder: Path, at: datetime) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else []
    return [path for path in found if at.timestamp() - path.stat().st_mtime > KEPT.total_seconds()]
