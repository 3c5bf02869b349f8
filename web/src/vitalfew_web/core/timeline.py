"""Recorded changes as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, FIELD_WORDS

if TYPE_CHECKING:
    from vitalfew_web.core.models import AuditEntry
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Change:
    """One field as it was and as it is."""

    label: Text
    before: Any
    after: Any
    word: Callable[[str], Text] = str

    @property
    def sentence(self) -> str:
        """What became of it: of a list what came and what went, of all else what it was and is."""
        if isinstance(self.before, list) or isinstance(self.after, list):
            was, is_now = set(self.before or ()), set(self.after or ())
            parts = ((_("added {values}"), is_now - was), (_("taken away {values}"), was - is_now))
            said = "; ".join(text.format(values=self._words(values)) for text, values in parts if values)
        else:
            said = f"{self._shown(self.before)} → {self._shown(self.after)}"
        return _("{field}: {change}").format(field=capfirst(self.label), change=said)

    def _words(self, values: Iterable[str]) -> str:
        return ", ".join(sorted(str(self.word(value)) for value in values))

    def _shown(self, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return str(self.word(value)) if value not in (None, "") else "–"


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
    labels, words = FIELD_LABELS.get(entry.subject, {}), FIELD_WORDS.get(entry.subject, {})
    return tuple(
        Change(labels.get(name, name), entry.before.get(name), value, words.get(name, str))
        for name, value in entry.after.items()
    )
