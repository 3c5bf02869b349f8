"""Two runs → who moved, and why: causes that add up to the change of the score."""

from vitalfew.compare.comparison import Comparison, Matrix, Mover
from vitalfew.compare.movers import movers
from vitalfew.compare.overview import Overview, overview
from vitalfew.compare.parts import Cause

__all__ = ["Cause", "Comparison", "Matrix", "Mover", "Overview", "movers", "overview"]
