"""Pages of what people keep for their own work."""

from vitalfew_web.work.views.undo import undo
from vitalfew_web.work.views.views import change_view, delete_view, pin_view, save_view

__all__ = ["change_view", "delete_view", "pin_view", "save_view", "undo"]
