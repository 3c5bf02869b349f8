"""Early warning: who may be about to leave, by signals with their figures, and the proof on earlier months."""

from vitalfew.warning.listing import LIST
from vitalfew.warning.warnings import Warnings, warnings

__all__ = ["LIST", "Warnings", "warnings"]
