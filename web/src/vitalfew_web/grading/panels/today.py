"""What of grading waits for somebody: grades that changed, overrides about to end, schemes to publish."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.core.choices import Urgency
from vitalfew_web.core.registries import Deed, Waiting, WorkItem
from vitalfew_web.grading.choices import VersionStatus
from vitalfew_web.grading.models import CurrentRun, Move, Override, SchemeVersion
from vitalfew_web.grading.panels.amounts import language
from vitalfew_web.grading.permissions import OVERRIDE, PUBLISH, VIEW
from vitalfew_web.grading.selectors import overrides_for, schemes_for

if TYPE_CHECKING:
    from vitalfew_web.access.models import User

NEWS = timedelta(days=7)
"""How long a change of grade is news, and how long before its end an override is looked at again."""

NOTHING = Waiting((), 0)


def changed_grades(user: User, at: datetime, most: int) -> Waiting:
    """Grades that changed in the last run, of the customers that somebody looks after; the largest first."""
    current = CurrentRun.objects.filter(since__gte=at - NEWS).first() if user.may(VIEW) else None
    if current is None:
        return NOTHING
    moves = Move.objects.filter(run=current.run_id, account__owner=user).exclude(was="").exclude(now="")
    order = (F("score_now").desc(nulls_last=True), "id")
    # Their keys first: of a million customers it would take a second to read those that moved, for the eight that are shown.
    first = Move.objects.filter(pk__in=list(moves.order_by(*order).values_list("pk", flat=True)[:most]))
    items = [_moved(move, current.since) for move in first.select_related("account").order_by(*order)]
    return Waiting(items, moves.count() if len(items) == most else len(items))


def _moved(move: Move, since: datetime) -> WorkItem:
    assert move.account is not None, "asked for with its customer"
    reasons = move.reasons.get(language()) or [_("The run says no more.")]
    why = reverse("grading:why", args=[move.account.number])
    return WorkItem(
        who=move.account.name,
        why=_("{was} → {now}. {reason}").format(was=move.was, now=move.now, reason=reasons[0]),
        url=why,
        urgency=Urgency.OPEN,
        deed=Deed(_("See why"), why),
        when=since,
        whole_day=True,
        grade=move.now,
    )


def ending_overrides(user: User, at: datetime, most: int) -> Waiting:
    """Grades by hand that end within a week, of customers that somebody sees and may override."""
    if not user.may(OVERRIDE):
        return NOTHING
    today = timezone.localdate(at)
    due = overrides_for(user, today).filter(until__lte=today + NEWS)
    items = [_ending(made) for made in due[:most]]
    return Waiting(items, due.count() if len(items) == most else len(items))


def _ending(made: Override) -> WorkItem:
    number = made.account.number
    return WorkItem(
        who=made.account.name,
        why=_("Override to {grade} ends: {reason}").format(grade=made.label, reason=made.reason),
        url=reverse("grading:why", args=[number]),
        urgency=Urgency.SOON,
        deed=Deed(_("Override anew"), reverse("grading:override", args=[number])),
        when=timezone.make_aware(datetime.combine(made.until, time())),
        whole_day=True,
        grade=made.label,
    )


def schemes_to_publish(user: User, at: datetime, most: int) -> Waiting:  # noqa: ARG001  (they wait whenever one looks)
    """Versions that a colleague gave to a second person, for those who may publish."""
    if not user.may(PUBLISH):
        return NOTHING
    waiting = SchemeVersion.objects.filter(status=VersionStatus.CHECKED, scheme__in=schemes_for(user)).exclude(by=user)
    items = [_to_publish(version) for version in waiting.select_related("scheme", "by").order_by("at")[:most]]
    return Waiting(items, waiting.count() if len(items) == most else len(items))


def _to_publish(version: SchemeVersion) -> WorkItem:
    address: Any = reverse("grading:scheme", args=[version.scheme_id])
    said = _("Version {number}, checked by {who}, waits for a second person.")
    return WorkItem(
        who=version.scheme.name,
        why=said.format(number=version.number, who=version.by.name),
        url=address,
        urgency=Urgency.OPEN,
        deed=Deed(_("Look at it"), address),
        when=version.at,
        whole_day=True,
    )
