"""Which product a customer is likely to buy next, why, and how often that came true (M132)."""

from vitalfew.insight.recommend.recommend import Recommended, recommend

__all__ = ["Recommended", "recommend"]
