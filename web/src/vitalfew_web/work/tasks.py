"""What the worker does for work."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.core.jobs import Failed, Progress
from vitalfew_web.core.listing import TooLong
from vitalfew_web.core.models import Job
from vitalfew_web.work.models import Change, Export
from vitalfew_web.work.services import (
    NoRoom,
    clear_away,
    clear_exports,
    forget,
    forget_changes,
    forget_uses,
    go_on,
    make_file,
    remind_due,
)


def remind(at: datetime) -> None:
    """Give the reminders that are due."""
    remind_due(at)


def forget_reversals(at: datetime) -> None:
    """Drop what nobody may take back any more."""
    forget(at=at)


def clear(at: datetime) -> None:
    """Forget files that were removed long ago."""
    clear_away(at)


def export(job: Job, progress: Progress) -> None:
    """Make the file of an export, with the days of who asked for it; one that is older than a day is not made any more."""
    found = Export.objects.select_related("by").filter(pk=job.subject_id or 0).first()
    if found is None:
        raise Failed(_("Too long ago: ask for the file again."))
    with timezone.override(found.by.time_zone):
        try:
            make_file(export=found, at=timezone.now(), tell=progress)
        except PermissionDenied:
            raise Failed(_("You may not take this list out any more. No file was made.")) from None
        except TooLong:
            raise Failed(_("A workbook has no room for so many rows. Take the CSV file, or narrow the list.")) from None
        except NoRoom as full:
            raise Failed(_no_room(full.needed)) from full


def _no_room(needed: int) -> str:
    said = _(
        "The disk has no room for the file, which needs about {size}. Nothing of it was kept. Narrow the list, or ask an "
        "administrator to make room."
    )
    return said.format(size=filesizeformat(needed))


def change(job: Job, progress: Progress) -> None:
    """Go on with a change of very many rows."""
    found = Change.objects.filter(pk=job.subject_id or 0).select_related("by").first()
    if found is None:
        raise Failed(_("Too long ago: ask for it again."))
    try:
        go_on(change=found, at=timezone.now(), tell=progress)
    except PermissionDenied:
        raise Failed(_("You may not do this any more. What was done until then stays.")) from None
    except ValidationError as problem:
        raise Failed(" ".join(problem.messages)) from None


def clear_exported(at: datetime) -> None:
    """Forget exports of more than a day ago, and how much people had of what is limited."""
    clear_exports(at=at)
    forget_uses(at=at)
    forget_changes(at=at)
