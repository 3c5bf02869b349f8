"""Words of core."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobStatus(models.TextChoices):
    """How far work behind a page is. The last three are ends."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("At work")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    INTERRUPTED = "interrupted", _("Interrupted")


ENDS = frozenset({JobStatus.DONE, JobStatus.FAILED, JobStatus.INTERRUPTED})


class Urgency(models.IntegerChoices):
    """How soon something must be done that waits for somebody. The most urgent stands first."""

    BREAKING = 0, _("breaks next")
    LATE = 1, _("late")
    TODAY = 2, _("today")
    SOON = 3, _("soon")
    OPEN = 4, _("no day")
