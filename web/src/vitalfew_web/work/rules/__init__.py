"""Arithmetic of work: days and moments, contents of files."""

from vitalfew_web.work.rules.days import (
    EVENING,
    due_moment,
    moment,
    months_later,
    next_day,
    put_off,
    reminder,
    week_around,
)

__all__ = ["EVENING", "due_moment", "moment", "months_later", "next_day", "put_off", "reminder", "week_around"]
