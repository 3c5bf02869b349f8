"""Input of what people do and keep for their work."""

from vitalfew_web.work.forms.tasks import SnoozeForm, TaskForm
from vitalfew_web.work.forms.views import ChangedViewForm, ViewForm

__all__ = ["ChangedViewForm", "SnoozeForm", "TaskForm", "ViewForm"]
