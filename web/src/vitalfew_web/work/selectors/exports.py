"""Reading exports: everybody their own, for a day, and only as long as they see what they saw."""

from __future__ import annotations

from datetime import datetime

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import rights_of
from vitalfew_web.core.registries import EXPORTS
from vitalfew_web.work.models import Export
from vitalfew_web.work.rules.exports import KEPT


def export_for(user: User, key: str, at: datetime) -> Export:
    """An export by its key.

    Raises Export.DoesNotExist alike for others', for old ones, for none, and where the right to take the list out is
    gone or others' customers are seen than when the file was made.
    """
    export = Export.objects.get(key=key, by=user, asked_at__gt=at - KEPT)
    exported = EXPORTS.get(export.list_name)
    if exported is None or not user.may(exported.permission) or export.rights not in ("", rights_of(user)):
        raise Export.DoesNotExist
    return export
