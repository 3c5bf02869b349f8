"""Enumerations of grading."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionStatus(models.TextChoices):
    """Where a version of a scheme stands. Only a published one gives grades; it is never changed again."""

    DRAFT = "draft", pgettext_lazy("version of a scheme", "draft")
    CHECKED = "checked", pgettext_lazy("version of a scheme", "checked, waits for a second person")
    PUBLISHED = "published", pgettext_lazy("version of a scheme", "published")


class RunStatus(models.TextChoices):
    """How far a run is."""

    STARTED = "started", pgettext_lazy("grading run", "started")
    WHOLE = "whole", pgettext_lazy("grading run", "whole")
    FAILED = "failed", pgettext_lazy("grading run", "failed")


class Rhythm(models.TextChoices):
    """How often a scheme is run by itself (M48)."""

    NEVER = "", _("by hand only")
    WEEK = "week", _("every Monday")
    MONTH = "month", _("on the first of each month")
    QUARTER = "quarter", _("on the first of each quarter")


class CustomerType(models.TextChoices):
    """Old or new, big or small (M1 to M14)."""

    OLD_BIG = "old_big", _("old + big")
    NEW_BIG = "new_big", _("new + big")
    OLD_SMALL = "old_small", _("old + small")
    NEW_SMALL = "new_small", _("new + small")


SQUARES = {CustomerType.OLD_BIG: 1, CustomerType.NEW_BIG: 2, CustomerType.OLD_SMALL: 3, CustomerType.NEW_SMALL: 4}
"""Which of the four squares of the mark is lit."""
