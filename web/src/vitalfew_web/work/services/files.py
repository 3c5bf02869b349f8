"""Taking files in, removing them and taking that back."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.registries import SUBJECTS
from vitalfew_web.core.selectors import subject_named
from vitalfew_web.core.services import record
from vitalfew_web.work import audit, gateways
from vitalfew_web.work.models import File
from vitalfew_web.work.rules.contents import ENDINGS, NotKept, kept, safe_name

LARGEST = 20_000_000
"""Bytes of a file."""

KEPT = timedelta(days=30)
"""How long a removed file can be taken back."""

ABANDONED = timedelta(days=1)
"""After this time a content that belongs to no file is what a broken request left."""


def may_hang_on(user: User, subject: str, key: int) -> bool:
    """Whether somebody may hang files on an object: they see it, and may change such objects."""
    kind = SUBJECTS.get(subject)
    return kind is not None and user.may(kind.change) and subject_named(user, subject, key) is not None


def add_file(*, upload: UploadedFile[Any], subject: str, subject_id: int, by: User, at: datetime) -> File:
    """Hang a file on an object, cleaned of what a camera wrote beside the picture.

    Refused: an object that `by` may not change, a file that is empty, too large, of no kind that is taken, or not
    what its name says.
    """
    if not may_hang_on(by, subject, subject_id):
        raise PermissionDenied
    name = safe_name(upload.name or "")
    if not upload.size:
        raise ValidationError(_("The file is empty. Nothing was kept."))
    if upload.size > LARGEST:
        raise ValidationError(_("The file is larger than 20 MB. Nothing was kept."))
    try:
        kind, content = kept(name, upload.read())
    except NotKept as problem:
        raise ValidationError(_why(problem.why)) from problem
    place = gateways.keep(content)
    try:
        return _written(name, kind, content, place, subject=subject, subject_id=subject_id, by=by, at=at)
    except BaseException:
        gateways.drop(place)
        raise


@transaction.atomic
def _written(
    name: str, kind: str, content: bytes, place: str, *, subject: str, subject_id: int, by: User, at: datetime
) -> File:
    file = File.objects.create(
        subject=subject,
        subject_id=subject_id,
        name=name,
        kind=kind,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        place=place,
        added_by=by,
        added_at=at,
    )
    after = {"name": name, "about": f"{subject} {subject_id}", "digest": file.digest}
    record(action=audit.FILE_ADDED, of=file, by=by, at=at, after=after)
    return file


def _why(why: str) -> str:
    if why == "kind":
        return _("Files of this kind are not taken; these are: {endings}.").format(endings=", ".join(ENDINGS))
    if why == "large":
        return _("The picture has too many points or frames. Nothing was kept.")
    return _("The file is not what its name says, or it is damaged. Nothing was kept.")


@transaction.atomic
def remove_file(*, file: File, by: User, at: datetime) -> None:
    """Take a file off its object; for a month that can be taken back. Refused: for who may not change the object."""
    _set_removed(file, at, audit.FILE_REMOVED, by=by, at=at)


@transaction.atomic
def restore_file(*, file: File, by: User, at: datetime) -> None:
    """Take the removal of a file back."""
    _set_removed(file, None, audit.FILE_RESTORED, by=by, at=at)


def _set_removed(file: File, moment: datetime | None, action: str, *, by: User, at: datetime) -> None:
    held = File.objects.select_for_update().get(pk=file.pk)
    if not may_hang_on(by, held.subject, held.subject_id):
        raise PermissionDenied
    if (held.removed_at is None) == (moment is None):
        return
    before = held.removed_at
    held.removed_at = moment
    held.save(update_fields=["removed_at"])
    removed = {"removed_at": before and before.isoformat()}, {"removed_at": moment and moment.isoformat()}
    record(action=action, of=held, by=by, at=at, before=removed[0], after=removed[1])


def clear_away(at: datetime) -> None:
    """Forget files that were removed a month ago, and contents that belong to none."""
    for file in File.objects.filter(removed_at__lt=at - KEPT)[:500]:
        file.delete()
    known = set(File.objects.values_list("place", flat=True))
    for place in gateways.lying_since(at - ABANDONED):
        if place not in known:
            gateways.drop(place)
