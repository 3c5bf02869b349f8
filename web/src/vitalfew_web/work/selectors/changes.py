"""Reading changes of very many rows: everybody their own."""

from __future__ import annotations

from vitalfew_web.access.models import User
from vitalfew_web.work.models import Change


def change_for(user: User, key: int) -> Change:
    """One that somebody asked for. Raises Change.DoesNotExist alike for others' and for none."""
    return Change.objects.select_related("undoes", "undone_by").get(pk=key, by=user)
