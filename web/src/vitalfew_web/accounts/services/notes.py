"""Notes on customers: written, changed and deleted by who wrote them."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, Note, NoteVersion
from vitalfew_web.accounts.selectors import accounts_for, notes_for
from vitalfew_web.core.services import Overtaken, record


@transaction.atomic
def write_note(*, account: Account, text: str, by: User, at: datetime) -> Note:
    """A new note. Raises Account.DoesNotExist where `by` does not see the customer. Refused: nothing written.

    The audit keeps that it was written, not what: a text can be taken away when somebody asks for it, an audit cannot.
    """
    held = accounts_for(by).get(pk=account.pk)
    note = Note(account=held, by=by, text=_written(text), written_at=at, changed_at=at)
    note.save()
    record(action=audit.NOTE_WRITTEN, of=note, by=by, at=at, after={"version": 1, "account": held.pk})
    return note


@transaction.atomic
def change_note(*, note: Note, text: str, version: int, by: User, at: datetime) -> Note:
    """The note with another text; the former one is kept. Raises Overtaken, Note.DoesNotExist. Refused: another's."""
    held = _own(note, by)
    if held.version != version:
        raise Overtaken(held)
    text = _written(text)
    if text == held.text:
        return held
    NoteVersion.objects.create(note=held, text=held.text, until=at)
    held.text, held.version, held.changed_at = text, version + 1, at
    held.save()
    record(
        action=audit.NOTE_CHANGED, of=held, by=by, at=at, before={"version": version}, after={"version": version + 1}
    )
    return held


@transaction.atomic
def delete_note(*, note: Note, version: int, by: User, at: datetime) -> None:
    """The note on no page any more. Raises Overtaken, Note.DoesNotExist. Refused: another's."""
    held = _own(note, by)
    if held.version != version:
        raise Overtaken(held)
    held.deleted_at = at
    held.save(update_fields=["deleted_at"])
    record(action=audit.NOTE_DELETED, of=held, by=by, at=at, before={"version": held.version})


def _own(note: Note, by: User) -> Note:
    held = notes_for(by).select_for_update(of=("self",)).get(pk=note.pk)
    if held.by_id != by.pk:
        raise PermissionDenied("another's note")
    return held


def _written(text: str) -> str:
    text = text.strip()
    if not text or len(text) > 10_000:
        raise ValidationError({"text": _("Write something, in at most 10,000 signs.")})
    return text
