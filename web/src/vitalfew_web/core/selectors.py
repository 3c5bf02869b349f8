"""Reading what was recorded, and how far work behind a page is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q, QuerySet

from vitalfew_web.core.models import AuditEntry, AuditHead, Job
from vitalfew_web.core.registries import ACCESSES, JOBS, SUBJECTS, Named
from vitalfew_web.core.rules import seal_of

SEALED = ("at", "by_id", "action", "subject", "subject_id", "before", "after")


def history_of(subject: models.Model) -> QuerySet[AuditEntry]:
    """What was recorded of one object, newest first. Whoever may see the object may see this."""
    entries = AuditEntry.objects.filter(subject=subject._meta.label_lower, subject_id=subject.pk)
    return entries.select_related("by")


def entries_of(*subjects: tuple[str, Any]) -> QuerySet[AuditEntry]:
    """What was recorded of several objects, given as kind and keys (a list or a subquery), without who saw what."""
    wanted = Q(pk__in=[])
    for kind, keys in subjects:
        wanted |= Q(subject=kind, subject_id__in=keys)
    return AuditEntry.objects.filter(wanted).exclude(action__in=sorted(ACCESSES)).select_related("by")


def accesses() -> QuerySet[AuditEntry]:
    """The access log: who saw, or wanted to see, what is protected; newest first. For who may see all of it."""
    return AuditEntry.objects.filter(action__in=sorted(ACCESSES)).select_related("by")


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


def jobs_for(user: AbstractBaseUser) -> QuerySet[Job]:
    """The jobs that somebody asked for, and those of kinds that they may look after."""
    kinds = [name for name, kind in JOBS.items() if kind.permission and user.may(kind.permission)]  # type: ignore[attr-defined]  # a Person
    return Job.objects.filter(Q(by_id=user.pk) | Q(kind__in=kinds))


def last_job_of(subject: models.Model, kind: str) -> Job | None:
    """The job of a kind that was last asked for about an object. Whoever may see the object may see this."""
    jobs = Job.objects.filter(subject=subject._meta.label_lower, subject_id=subject.pk, kind=kind)
    return jobs.order_by("-id").first()


def subjects_named(user: AbstractBaseUser, pairs: Collection[tuple[str, int]]) -> dict[tuple[str, int], Named]:
    """Objects, each a kind and a key, as this user knows them; those that they may not see are left out."""
    keys: defaultdict[str, set[int]] = defaultdict(set)
    for kind, key in pairs:
        keys[kind].add(key)
    return {
        (kind, key): named
        for kind, wanted in keys.items()
        if kind in SUBJECTS
        for key, named in SUBJECTS[kind].named(user, wanted).items()
    }


def subject_named(user: AbstractBaseUser, kind: str, key: int) -> Named | None:
    """One of them; None alike for others' objects, for none and for a kind that nobody registered."""
    return subjects_named(user, [(kind, key)]).get((kind, key))
