"""Changing what people keep for their own work."""

from vitalfew_web.work.services.undo import forget, offer_undo, take_back
from vitalfew_web.work.services.views import (
    DELETED_VIEW,
    change_view,
    delete_view,
    pin_view,
    restore_view,
    save_view,
)

__all__ = [
    "DELETED_VIEW",
    "change_view",
    "delete_view",
    "forget",
    "offer_undo",
    "pin_view",
    "restore_view",
    "save_view",
    "take_back",
]
