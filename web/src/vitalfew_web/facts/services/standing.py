"""What an import allows, as it stands."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.selectors import standing


def refuse_unless(batch: ImportBatch, allowed: Collection[str], *, stuck: Collection[str] = ()) -> None:
    """Refuse what an import that stands like this does not allow; some things may be done where it is stuck."""
    if batch.status in allowed or (batch.status in stuck and standing(batch).stuck):
        return
    raise ValidationError(_("This import is at work or at its end; nothing was changed."))
