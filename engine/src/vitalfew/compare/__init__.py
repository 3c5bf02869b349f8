"""Two runs → who moved, and why: causes that add up to the change of the score."""

from vitalfew.compare.comparison import Cause, Comparison, Matrix, Mover
from vitalfew.compare.movers import movers

__all__ = ["Cause", "Comparison", "Matrix", "Mover", "movers"]
