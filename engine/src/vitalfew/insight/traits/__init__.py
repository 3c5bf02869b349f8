"""What the best customers have in common and others have not (M22), and who among the others is like them (M24)."""

from vitalfew.insight.traits.best import METRIC, by_metric
from vitalfew.insight.traits.traits import Traits, traits, traits_of

__all__ = ["METRIC", "Traits", "by_metric", "traits", "traits_of"]
