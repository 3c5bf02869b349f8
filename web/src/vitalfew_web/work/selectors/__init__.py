"""Reading what people keep for their own work."""

from vitalfew_web.work.selectors.views import address_of, pinned_for, tabs_for, view_for, views_for

__all__ = ["address_of", "pinned_for", "tabs_for", "view_for", "views_for"]
