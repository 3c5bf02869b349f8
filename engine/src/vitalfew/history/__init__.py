"""Grades as of many days in one go: who stood where, who moved."""

from vitalfew.history.days import Days
from vitalfew.history.grading import followed, history, refuse_gradeless
from vitalfew.history.result import History

__all__ = ["Days", "History", "followed", "history", "refuse_gradeless"]
