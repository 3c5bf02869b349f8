"""What goes with a person who leaves."""

from __future__ import annotations

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.work.models import Notification, Reversal, SavedView, Wish


@transaction.atomic
def forget_person(*, person: User) -> None:
    """Away with what only they used: own views of lists, notifications and wishes. What they did for others stays."""
    for kind, column in ((SavedView, "owner"), (Notification, "person"), (Wish, "person"), (Reversal, "user")):
        kind._base_manager.filter(**{column: person}).delete()  # noqa: SLF001  (Django's own)
