"""What customers could spend by those like them, and what they do not buy yet (M42, M84); what a person expects beside it."""

from vitalfew.insight.potential.potential import Potential, potential, potential_of

__all__ = ["Potential", "potential", "potential_of"]
