"""A scheme held against what came after it graded: how good the grades of earlier days were, beside simpler methods."""

from vitalfew.proof.asked import METHODS, Trial
from vitalfew.proof.measures import MEASURES
from vitalfew.proof.result import Backtest, Origin
from vitalfew.proof.testing import backtest

__all__ = ["MEASURES", "METHODS", "Backtest", "Origin", "Trial", "backtest"]
