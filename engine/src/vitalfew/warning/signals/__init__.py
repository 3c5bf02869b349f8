"""The signals that a customer may leave, in the order in which they are told."""

from vitalfew.warning.signals.buying import BUYING
from vitalfew.warning.signals.earning import EARNING
from vitalfew.warning.signals.signal import Signal
from vitalfew.warning.signals.talking import TALKING

SIGNALS = (*BUYING, *EARNING, *TALKING)

__all__ = ["SIGNALS", "Signal"]
