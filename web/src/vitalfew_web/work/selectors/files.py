"""Reading files: whoever sees the object sees what hangs on it."""

from __future__ import annotations

from django.db.models import QuerySet

from vitalfew_web.access.models import User
from vitalfew_web.core.selectors import subject_named
from vitalfew_web.work.models import File


def files_about(user: User, subject: str, key: int) -> QuerySet[File]:
    """The files of an object, the newest first. None where this user may not see the object."""
    if subject_named(user, subject, key) is None:
        return File.objects.none()
    rows = File.objects.filter(subject=subject, subject_id=key, removed_at__isnull=True)
    return rows.select_related("added_by").order_by("-id")


def file_for(user: User, key: int) -> File:
    """One file, also a removed one. Raises File.DoesNotExist alike for those of others' objects and for none."""
    file = File.objects.get(pk=key)
    if subject_named(user, file.subject, file.subject_id) is None:
        raise File.DoesNotExist
    return file
