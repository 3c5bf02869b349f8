"""Moments as people read them in a list: 10:42 today, Tue 10:00 this week, 2 Nov further off, 3 d over when late."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

WEEK = 7


def short_moment(moment: datetime, at: datetime, *, whole_day: bool = False) -> str:
    """A moment seen from another, in the language and time zone of now."""
    then, now = timezone.localtime(moment), timezone.localtime(at)
    days = (then.date() - now.date()).days
    clock = "" if whole_day else formatted(then, "H:i")
    if days < 0:
        return _("{days} d over").format(days=-days)
    if days == 0:
        return clock or _("today")
    if days < WEEK:
        return f"{formatted(then, 'D')} {clock}".strip()
    # Translators: a day of the year as Django writes dates: j is the day, M the month in letters, n in digits
    return formatted(then, pgettext("format of a day", "j M"))
