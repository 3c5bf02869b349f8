"""What each customer is expected to order, and what that is worth today."""

from vitalfew.lifetime.asked import Outlook
from vitalfew.lifetime.lifetimes import Lifetimes
from vitalfew.lifetime.predicting import lifetimes

__all__ = ["Lifetimes", "Outlook", "lifetimes"]
