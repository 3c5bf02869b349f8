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
