"""Recorded actions of grading."""

from django.utils.translation import gettext_lazy as _

SCHEME_OPENED = "grading.scheme.opened"
SCHEME_CHANGED = "grading.scheme.changed"
SCHEME_REMOVED = "grading.scheme.removed"
DRAFTED = "grading.version.drafted"
CHECKED = "grading.version.checked"
PUBLISHED = "grading.version.published"
RUN_STARTED = "grading.run.started"
RUN_CURRENT = "grading.run.current"
OVERRIDDEN = "grading.override.set"
OVERRIDE_ENDED = "grading.override.ended"
LIST_APPROVED = "grading.list.approved"

LABELS = {
    SCHEME_OPENED: _("Grading scheme opened"),
    SCHEME_CHANGED: _("Settings of the grading scheme changed"),
    SCHEME_REMOVED: _("Invented grading scheme removed"),
    DRAFTED: _("Draft of the scheme saved"),
    CHECKED: _("Version given to a second person"),
    PUBLISHED: _("Version of the scheme published"),
    RUN_STARTED: _("Grading started"),
    RUN_CURRENT: _("Grades of a new run hold"),
    OVERRIDDEN: _("Grade changed by hand"),
    OVERRIDE_ENDED: _("Grade changed by hand ended"),
    LIST_APPROVED: _("Key customer list approved"),
}
FIELDS = {
    "grade": _("grade"),
    "reason": _("reason"),
    "until": _("until"),
    "name": _("name"),
    "second_person": _("second person"),
    "rhythm": _("rhythm"),
}
