"""Grades by hand: given with a reason and a last day, and ended."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.core.services import record
from vitalfew_web.grading import audit
from vitalfew_web.grading.models import Override
from vitalfew_web.grading.permissions import OVERRIDE, refuse_without
from vitalfew_web.grading.selectors import grades_of

if TYPE_CHECKING:
    from vitalfew_web.accounts.models import Account


LONGEST = timedelta(days=366)
"""How long a grade by hand holds at most: after that somebody looks at it again."""


@transaction.atomic
def override_grade(
    *, account: Account, label: str, reason: str, until: date, by: User, at: datetime, today: date
) -> Override:
    """Give a customer another grade until the end of a day; one that held before ends.

    Raises Account.DoesNotExist where `by` does not see the customer. Refused: a grade that the run does not know or
    that the customer has anyway, a day that is over or more than a year away, no reason.
    """
    refuse_without(by, OVERRIDE)
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    grade = grades_of([held.pk], today).get(held.pk)
    if grade is None:
        raise ValidationError({"label": _("No run has graded this customer yet.")})
    if label not in {one["label"] for one in grade.run.scale}:
        raise ValidationError({"label": _("There is no such grade.")})
    if label == grade.label:
        raise ValidationError({"label": _("It has this grade already.")})
    if not today <= until <= today + LONGEST:
        raise ValidationError({"until": _("Name a day from today on, at most a year away.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that a colleague understands it later.")})
    _end(Override.objects.filter(account=held, ended_at=None), by=by, at=at)
    made = Override.objects.create(
        account=held, label=label, instead_of=grade.label, reason=reason.strip(), until=until, by=by, at=at
    )
    before = {"grade": getattr(grade, "hand_label", None) or grade.label}
    after = {"grade": label, "reason": made.reason, "until": until.isoformat()}
    record(action=audit.OVERRIDDEN, of=held, by=by, at=at, before=before, after=after)
    return made


@transaction.atomic
def end_override(*, account: Account, by: User, at: datetime) -> None:
    """Let the grade of the run hold again. Raises Override.DoesNotExist where nothing is to be ended."""
    refuse_without(by, OVERRIDE)
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    made = Override.objects.select_for_update().get(account=held, ended_at=None)
    _end(Override.objects.filter(pk=made.pk), by=by, at=at)
    _record_end(made, by=by, at=at)


def _end(made: Any, *, by: User | None, at: datetime) -> None:
    made.update(ended_at=at, ended_by=by)


def _record_end(made: Override, *, by: User | None, at: datetime) -> None:
    before, after = {"grade": made.label}, {"grade": made.instead_of}
    record(action=audit.OVERRIDE_ENDED, of=made.account, by=by, at=at, before=before, after=after)


@transaction.atomic
def end_due_overrides(*, today: date, at: datetime) -> int:
    """End the grades by hand whose last day is over; gives how many."""
    due = list(Override.objects.select_for_update().select_related("account").filter(ended_at=None, until__lt=today))
    for made in due:
        _end(Override.objects.filter(pk=made.pk), by=None, at=at)
        _record_end(made, by=None, at=at)
    return len(due)
