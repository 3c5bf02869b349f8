"""What higher apps hang into the frame: navigation, permissions, labels of recorded actions, work behind pages.

Each app fills them in its `apps.py`; core knows none of them by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vitalfew_web.core.registries.frame import FRAME, Frame, Pinned, Place, ordered
from vitalfew_web.core.registries.jobs import JOBS, REGULAR, Kind, Regular
from vitalfew_web.core.registries.lists import (
    BOARDS,
    EXPORTS,
    EXTRAS,
    FILTERS,
    LISTS,
    Board,
    Content,
    Exported,
    Extra,
    Filter,
    Order,
)
from vitalfew_web.core.registries.objects import SUBJECTS, Named, Subject
from vitalfew_web.core.registries.pages import MARKS, NEXT_STEPS, PANELS, Panel
from vitalfew_web.core.registries.palette import PALETTE, PALETTE_ACTIONS, Finder, Hit, Preview, finders
from vitalfew_web.core.registries.records import (
    ACCESSES,
    AUDIT_LABELS,
    FIELD_LABELS,
    TIMELINE,
    UNDO,
    VALUE_WORDS,
    Source,
)
from vitalfew_web.core.registries.rights import PERMISSIONS, REACHING, SCOPES, Scope
from vitalfew_web.core.registries.today import TODAY, Deed, Waiting, WorkItem, WorkKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

__all__ = [
    "ACCESSES",
    "AUDIT_LABELS",
    "BOARDS",
    "EXPORTS",
    "EXTRAS",
    "FIELD_LABELS",
    "FILTERS",
    "FRAME",
    "JOBS",
    "LISTS",
    "MARKS",
    "NEXT_STEPS",
    "PALETTE",
    "PALETTE_ACTIONS",
    "PANELS",
    "PERMISSIONS",
    "REACHING",
    "REGULAR",
    "SCOPES",
    "SUBJECTS",
    "TIMELINE",
    "TODAY",
    "UNDO",
    "VALUE_WORDS",
    "Board",
    "Content",
    "Deed",
    "Exported",
    "Extra",
    "Filter",
    "Finder",
    "Frame",
    "Hit",
    "Kind",
    "Named",
    "Order",
    "Panel",
    "Pinned",
    "Place",
    "Preview",
    "Regular",
    "Scope",
    "Source",
    "Subject",
    "Text",
    "Waiting",
    "WorkItem",
    "WorkKind",
    "finders",
    "ordered",
]
