"""Input of what people keep for their own work."""

from vitalfew_web.work.forms.views import ChangedViewForm, ViewForm

__all__ = ["ChangedViewForm", "ViewForm"]
