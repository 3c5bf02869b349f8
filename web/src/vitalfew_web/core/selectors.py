"""Reading what was recorded."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet

from vitalfew_web.core.models import AuditEntry, AuditHead
from vitalfew_web.core.rules import seal_of

SEALED = ("at", "by_id", "action", "subject", "subject_id", "before", "after")


def history_of(subject: models.Model) -> QuerySet[AuditEntry]:
    """What was recorded of one object, newest first. Whoever may see the object may see this."""
    entries = AuditEntry.objects.filter(subject=subject._meta.label_lower, subject_id=subject.pk)
    return entries.select_related("by")


def first_broken_seal() -> AuditEntry | None:
    """The first entry that is not what was sealed, or follows one that is missing; None where the chain is whole.

    Raises LookupError where entries are missing at the end.
    """
    seal = ""
    for entry in AuditEntry.objects.order_by("id").iterator():
        seal = seal_of(seal, {name: getattr(entry, name) for name in SEALED})
        if seal != entry.seal:
            return entry
    head = AuditHead.objects.first()
    if seal != (head.seal if head else ""):
        raise LookupError("the last entries of the audit are missing")
    return None
