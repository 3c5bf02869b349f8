"""Approving the key customer list of a run."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.services import record
from vitalfew_web.grading import audit
from vitalfew_web.grading.models import KeyList, Run
from vitalfew_web.grading.permissions import PUBLISH, refuse_without
from vitalfew_web.grading.selectors import current_run, key_customers


@transaction.atomic
def approve_list(*, run: Run, by: User, at: datetime, today: date) -> KeyList:
    """Write down who is a key customer by a run that holds, and who joined and left since the one before (M57).

    Refused: a run that does not hold, one whose list is approved already, a list without anybody.
    """
    refuse_without(by, PUBLISH)
    held = Run.objects.select_for_update(of=("self",)).select_related("before").get(pk=run.pk)
    if current_run() != held:
        raise ValidationError(_("Only the list of the run that holds can be approved."))
    if KeyList.objects.filter(run=held).exists():
        raise ValidationError(_("This list is approved already."))
    best = held.scale[0]["label"]
    rows = key_customers(held, today)
    if not rows:
        raise ValidationError(_("Nobody is on this list."))
    last = KeyList.objects.filter(run__lt=held.pk, label=best).order_by("-run").first()
    earlier = {one["number"]: one for one in (last.rows if last else key_customers(held.before, today))}
    now = {one["number"] for one in rows}
    made = KeyList.objects.create(
        run=held,
        label=best,
        approved_by=by,
        approved_at=at,
        rows=rows,
        joined=[one for one in rows if one["number"] not in earlier],
        left=[one for number, one in earlier.items() if number not in now],
    )
    record(action=audit.LIST_APPROVED, of=held, by=by, at=at, after={"grade": best, "customers": len(rows)})
    return made
