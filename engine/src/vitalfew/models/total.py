"""What a fit asks of all customers together: the log-likelihood with its slope, and with its curvature where it is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.models.histories import Numbers


@dataclass(frozen=True)
class Total:
    """Log-likelihood, its slope along each parameter, and how the slopes change along each; None where not worked out."""

    value: float
    slope: Numbers
    curvature: Numbers | None = None

    def plus(self, other: Total) -> Total:
        """Both; without a curvature where one has none."""
        bent = None
        if self.curvature is not None and other.curvature is not None:
            bent = self.curvature + other.curvature
        return Total(self.value + other.value, self.slope + other.slope, bent)

    def in_logarithms(self, parameters: Numbers) -> Total:
        """Along the logarithms of the parameters instead of the parameters."""
        slope = self.slope * parameters
        if self.curvature is None:
            return Total(self.value, slope)
        return Total(self.value, slope, self.curvature * np.outer(parameters, parameters) + np.diag(slope))

    def over(self, n: float) -> Total:
        """The mean of n."""
        return Total(self.value / n, self.slope / n, None if self.curvature is None else self.curvature / n)

    def less(self, value: float, slope: Numbers, curvature: float) -> Total:
        """Less what a prior takes, whose curvature is the same along each parameter."""
        bent = None if self.curvature is None else self.curvature - curvature * np.eye(len(slope))
        return Total(self.value - value, self.slope - slope, bent)
