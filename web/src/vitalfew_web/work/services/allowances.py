"""What people may take out within an hour: more is stopped, and told to those who look after people and their data."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import head_over, holders_of
from vitalfew_web.core.permissions import ACCESS_LOG
from vitalfew_web.core.services import alone, record
from vitalfew_web.work import audit
from vitalfew_web.work.choices import Allowance
from vitalfew_web.work.models import Use
from vitalfew_web.work.permissions import BEYOND
from vitalfew_web.work.services.notifications import notify

HOUR = timedelta(hours=1)

REMEMBERED = timedelta(days=1)


class Exceeded(ValidationError):
    """More than somebody may have within an hour."""


def spend(*, what: Allowance, amount: int, by: User, at: datetime) -> None:
    """Count what somebody takes out. Not within a transaction: what is stopped is recorded and told.

    Refused (Exceeded): more than the limit within an hour, but for those who may go beyond it.
    """
    if not _spent(what, amount, by=by, at=at):
        _report(what, amount, by=by, at=at)
        raise Exceeded(_why(what))


@transaction.atomic
def _spent(what: Allowance, amount: int, *, by: User, at: datetime) -> bool:
    """Whether it was within the limit; two requests at once do not each take the rest."""
    alone(f"{what} of {by.pk}")
    had = Use.objects.filter(person=by, what=what, at__gt=at - HOUR).aggregate(sum=Sum("amount"))["sum"] or 0
    if had + amount > settings.HOURLY[what] and not by.may(BEYOND):
        return False
    Use.objects.create(person=by, what=what, amount=amount, at=at)
    return True


@transaction.atomic
def _report(what: Allowance, amount: int, *, by: User, at: datetime) -> None:
    """Enter it in the audit and tell the head of the team and those who see the access log: once an hour."""
    record(action=audit.STOPPED, of=by, by=by, at=at, after={"what": what.value, "amount": amount})
    head = head_over(by)
    told = {person.pk: person for person in (*holders_of(ACCESS_LOG), *([head] if head else [])) if person != by}
    for person in told.values():
        with translation.override(person.language):
            notify(
                person=person,
                occasion=f"limit {what} {by.pk} {at:%Y-%m-%dT%H}",
                title=_("{name} was stopped at the limit of an hour").format(name=by.name),
                text=_why(what),
                url=reverse("core:access_log") if person.may(ACCESS_LOG) else reverse("work:notifications"),
                icon="shield-lock",
                at=at,
            )


def _why(what: Allowance) -> str:
    count = number_format(settings.HOURLY[what], force_grouping=True)
    if what == Allowance.REVEALS:
        return _("Within an hour at most {count} protected facts are shown to one person.").format(count=count)
    return _("Within an hour one person takes at most {count} rows out as files.").format(count=count)


def forget_uses(*, at: datetime) -> None:
    """Drop what counts no longer."""
    Use.objects.filter(at__lt=at - REMEMBERED).delete()
