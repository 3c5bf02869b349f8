"""What the timeline of a customer tells: recorded changes, and notes."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account, Contact, Note
from vitalfew_web.core.markup import rendered
from vitalfew_web.core.selectors import entries_of
from vitalfew_web.core.timeline import Cursor, Told, older, told


def recorded(
    account: Account,
    who: User,  # noqa: ARG001  (every source is asked alike)
    before: Cursor | None,
    most: int,
) -> list[Told]:
    """Of the timeline: recorded changes of the customer and of the people at it."""
    people = dict(Contact.objects.filter(account=account).values_list("pk", "name"))
    rows = older(entries_of(("accounts.account", [account.pk]), ("accounts.contact", list(people))), before, "audit")
    entries = list(rows[:most])
    names = [people[entry.subject_id] if entry.subject == "accounts.contact" else "" for entry in entries]
    return [
        replace(one, title=f"{one.title}: {name}" if name else one.title)
        for one, name in zip(told(entries), names, strict=True)
    ]


def noted(account: Account, who: User, before: Cursor | None, most: int) -> list[Told]:
    """Of the timeline: notes."""
    rows = Note.objects.filter(account=account, deleted_at=None).select_related("by")
    return [_as_told(note, account, who) for note in older(rows, before, "note", at="written_at")[:most]]


def _as_told(note: Note, account: Account, who: User) -> Told:
    url = reverse("accounts:note", args=[account.number, note.pk]) if note.by_id == who.pk else ""
    title = _("Note, changed since") if note.version > 1 else _("Note")
    body = rendered(note.text)
    return Told("message", title, note.written_at, note.by.name, source="note", key=note.pk, body=body, url=url)
