"""How much grades hang on the weights that somebody chose."""

from vitalfew.weighing.sensitivity import STEP, Sensitivity, sensitivity

__all__ = ["STEP", "Sensitivity", "sensitivity"]
