"""What people keep for their own work."""

from vitalfew_web.work.models.undo import Reversal
from vitalfew_web.work.models.views import Pin, SavedView, SavedViews

__all__ = ["Pin", "Reversal", "SavedView", "SavedViews"]
