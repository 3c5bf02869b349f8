"""Recorded changes as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS

if TYPE_CHECKING:
    from vitalfew_web.core.models import AuditEntry
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Change:
    """One field as it was and as it is."""

    label: Text
    before: Any
    after: Any


@dataclass(frozen=True)
class Told:
    """An entry of a timeline. `icon` is the name of a picture; of a new object single fields are not told."""

    icon: str
    title: Text
    when: datetime
    actor: str
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """In one line what was changed."""
        if not self.changes:
            return ""
        return _("Changed: {fields}.").format(fields=", ".join(str(change.label) for change in self.changes))


def told(entries: Iterable[AuditEntry]) -> list[Told]:
    """Entries as they are shown, in the order given."""
    return [_told(entry) for entry in entries]


def _told(entry: AuditEntry) -> Told:
    is_new = all(value is None for value in entry.before.values())
    actor = entry.by.name if entry.by else "Vital Few"
    icon, changes = ("plus", ()) if is_new else ("pencil", _changes(entry))
    return Told(icon, AUDIT_LABELS.get(entry.action, entry.action), entry.at, actor, changes)


def _changes(entry: AuditEntry) -> tuple[Change, ...]:
    labels = FIELD_LABELS.get(entry.subject, {})
    return tuple(Change(labels.get(name, name), entry.before.get(name), value) for name, value in entry.after.items())
