"""Reading facts and imports."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.facts import gateways
from vitalfew_web.facts.models import ImportBatch


def store_place() -> Path:
    """The folder of the fact store. It is there once something was imported."""
    return Path(settings.FACTS)


def version() -> int:
    """The number of the newest version of the facts; 0 where nothing was ever imported."""
    return gateways.version(store_place())


def has_facts() -> bool:
    """Whether an import of orders is among the facts now."""
    return gateways.holds_orders(store_place())


def imports_for(user: User) -> QuerySet[ImportBatch]:
    """The imports that somebody may see: the own ones; all where they see all customers."""
    rows = ImportBatch.objects.select_related("by")
    return rows if user.reach is Reach.ALL else rows.filter(by=user)


def import_for(user: User, key: int) -> ImportBatch:
    """One of them. Raises ImportBatch.DoesNotExist alike for others' imports and for none."""
    return imports_for(user).get(pk=key)
