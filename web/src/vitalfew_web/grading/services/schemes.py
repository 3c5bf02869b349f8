"""Schemes: opening, writing drafts, giving them to a second person, publishing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.services import Overtaken, record
from vitalfew_web.grading import audit, gateways
from vitalfew_web.grading.choices import VersionStatus
from vitalfew_web.grading.models import Scheme, SchemeVersion
from vitalfew_web.grading.permissions import EDIT, PUBLISH, refuse_without
from vitalfew_web.grading.rules import next_day


@transaction.atomic
def open_scheme(*, name: str, template: str, by: User, at: datetime) -> Scheme:
    """A scheme of the own, begun from a ready-made one; its first version is a draft.

    Refused: a name that is taken, a template that is none.
    """
    refuse_without(by, EDIT)
    scheme = Scheme(name=name, template=template, owner=by, opened_at=at)
    scheme.full_clean()
    document = gateways.template(template)
    scheme.save()
    scheme.versions.create(number=1, document=document, by=by, at=at)
    record(action=audit.SCHEME_OPENED, of=scheme, by=by, at=at, after={"name": name, "template": template})
    return scheme


@transaction.atomic
def save_draft(*, scheme: Scheme, document: str, saved: int, by: User, at: datetime) -> SchemeVersion:
    """Keep what a scheme is to say: in its draft, or as a new version after the published one.

    Raises Overtaken where the draft was saved by somebody else since it was read as its save number `saved`.
    """
    refuse_without(by, EDIT)
    held = Scheme.objects.select_for_update().get(pk=scheme.pk)
    newest = held.versions.order_by("-number").first()
    assert newest is not None, "a scheme has a version from the first day"
    if newest.status == VersionStatus.PUBLISHED:
        draft = held.versions.create(number=newest.number + 1, document=document, by=by, at=at)
    else:
        if newest.saved != saved:
            raise Overtaken
        draft = newest
        draft.document, draft.by, draft.at, draft.saved = document, by, at, saved + 1
        draft.status = VersionStatus.DRAFT
        draft.save()
    record(action=audit.DRAFTED, of=held, by=by, at=at, after={"version": draft.number})
    return draft


@transaction.atomic
def hand_over(*, version: SchemeVersion, by: User, at: datetime) -> None:
    """Give a draft to a second person, who publishes it. Refused: one with errors, one that is published."""
    refuse_without(by, EDIT)
    held = SchemeVersion.objects.select_for_update().select_related("scheme").get(pk=version.pk)
    _refuse_unfit(held, at)
    held.status = VersionStatus.CHECKED
    held.save(update_fields=["status"])
    record(action=audit.CHECKED, of=held.scheme, by=by, at=at, after={"version": held.number})


@transaction.atomic
def change_scheme(*, scheme: Scheme, fields: Mapping[str, Any], by: User, at: datetime, today: date) -> Scheme:
    """Another name, rhythm, or a second person for a scheme. Refused: a name that is taken."""
    refuse_without(by, EDIT)
    held = Scheme.objects.select_for_update().get(pk=scheme.pk)
    before = {name: getattr(held, name) for name in fields}
    for name, value in fields.items():
        setattr(held, name, value)
    held.next_on = next_day(held.rhythm, today) if held.rhythm != before.get("rhythm", held.rhythm) else held.next_on
    held.full_clean()
    held.save()
    record(action=audit.SCHEME_CHANGED, of=held, by=by, at=at, before=before, after=dict(fields))
    return held


def _refuse_unfit(held: SchemeVersion, at: datetime) -> None:
    if held.status == VersionStatus.PUBLISHED:
        raise ValidationError(_("This version is published already."))
    if any(issue.level == "error" for issue in gateways.issues(held.document, at.date())):
        raise ValidationError(_("The scheme has errors; mend them first. Nothing was changed."))


@transaction.atomic
def publish_version(*, version: SchemeVersion, by: User, at: datetime) -> SchemeVersion:
    """Let a version grade from now on. It is never changed again.

    Refused: one with errors, one that is published already, and, where the scheme wants a second person, one's own.
    """
    refuse_without(by, PUBLISH)
    held = SchemeVersion.objects.select_for_update().select_related("scheme").get(pk=version.pk)
    _refuse_unfit(held, at)
    if held.scheme.second_person and held.by_id == by.pk:
        raise ValidationError(_("This scheme is published by a second person: ask a colleague who may publish."))
    held.status, held.published_by, held.published_at = VersionStatus.PUBLISHED, by, at
    held.save()
    record(action=audit.PUBLISHED, of=held.scheme, by=by, at=at, after={"version": held.number})
    return held


@transaction.atomic
def plan_next(*, scheme: Scheme, today: date) -> None:
    """Write down the day of the next run by calendar."""
    scheme.next_on = next_day(scheme.rhythm, today)
    scheme.save(update_fields=["next_on"])
