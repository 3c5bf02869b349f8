"""Early warning: who may be about to leave, by signals with their figures, and the proof on earlier months."""

from vitalfew.warning.asked import HORIZON, Walk
from vitalfew.warning.listing import LIST
from vitalfew.warning.walkforward import WalkForward, walkforward
from vitalfew.warning.warnings import Warnings, warnings

__all__ = ["HORIZON", "LIST", "Walk", "WalkForward", "Warnings", "walkforward", "warnings"]
