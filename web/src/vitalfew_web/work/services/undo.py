"""Taking back what one did."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.core.registries import UNDO
from vitalfew_web.work.models import Reversal

if TYPE_CHECKING:
    from uuid import UUID

    from vitalfew_web.access.models import User

HOLDS = timedelta(days=1)
"""How long a change may be taken back by one click."""


def offer_undo(*, kind: str, content: Mapping[str, Any], by: User, at: datetime) -> Reversal:
    """Write down what a change was before, in the transaction of the change.

    Refused: a kind that nobody registered, which could never be taken back.
    """
    if kind not in UNDO:
        raise ValueError(f"no such kind of undo: {kind}")
    return Reversal.objects.create(user=by, kind=kind, content=dict(content), at=at)


@transaction.atomic
def take_back(*, key: UUID, by: User, at: datetime) -> str:
    """Take a change back and say in a sentence what is the case now.

    Raises Reversal.DoesNotExist where `by` did not make the change. Refused: to take it back twice, or after a day.
    """
    step = Reversal.objects.select_for_update().get(pk=key, user=by)
    if step.taken_at is not None:
        raise ValidationError(_("That was taken back already."))
    if step.at + HOLDS < at:
        raise ValidationError(_("That is more than a day ago. The history of each object shows what it was before."))
    said = UNDO[step.kind](step.content, by, at)
    step.taken_at = at
    step.save(update_fields=["taken_at"])
    return said


def forget(*, at: datetime) -> None:
    """Drop what nobody may take back any more."""
    Reversal.objects.filter(at__lt=at - HOLDS).delete()
