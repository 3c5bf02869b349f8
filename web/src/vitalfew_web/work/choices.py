"""Enumerations of work."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Repeat(models.TextChoices):
    """After how long a task comes again."""

    NEVER = "", _("once")
    DAILY = "daily", _("every day")
    WEEKDAYS = "weekdays", _("every weekday, Monday to Friday")
    WEEKLY = "weekly", _("every week")
    MONTHLY = "monthly", _("every month")
    YEARLY = "yearly", _("every year")


class Before(models.IntegerChoices):
    """How long before its moment a task reminds, in minutes."""

    AT_ONCE = 0, _("when it is due")
    QUARTER = 15, _("15 minutes before")
    HOUR = 60, _("1 hour before")
    DAY = 1440, _("1 day before")


class Snooze(models.TextChoices):
    """Until when a task is put off."""

    HOUR = "hour", _("for an hour")
    TOMORROW = "tomorrow", _("until tomorrow morning")
    MONDAY = "monday", _("until Monday morning")


class Allowance(models.TextChoices):
    """What people have only so much of within an hour."""

    REVEALS = "reveals", _("protected facts shown")
    ROWS = "rows", _("rows taken out as files")


class FileKind(models.TextChoices):
    """What a list can be taken out as."""

    CSV = "csv", _("Text (CSV)")
    XLSX = "xlsx", _("Workbook (XLSX)")
