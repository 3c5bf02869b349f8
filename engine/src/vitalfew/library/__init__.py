"""The library's front door: grade facts, ask why, look ahead, look behind the numbers, look back, keep them in a store."""

from vitalfew.library.grading import grade
from vitalfew.library.insight import (
    Cohorts,
    Existing,
    Lost,
    Portfolio,
    Potential,
    Recommended,
    Segments,
    Traits,
    cohorts,
    existing,
    lost,
    portfolio,
    potential,
    recommend,
    segments,
    traits,
)
from vitalfew.library.lifetime import Foreseen, clv
from vitalfew.library.proof import Tested, backtest
from vitalfew.library.result import Result
from vitalfew.library.store import Imported, Store
from vitalfew.library.warning import WalkForward, Warnings, walkforward, warnings
from vitalfew.library.weighing import Sensitivity, sensitivity

__all__ = [
    "Cohorts",
    "Existing",
    "Foreseen",
    "Imported",
    "Lost",
    "Portfolio",
    "Potential",
    "Recommended",
    "Result",
    "Segments",
    "Sensitivity",
    "Store",
    "Tested",
    "Traits",
    "WalkForward",
    "Warnings",
    "backtest",
    "clv",
    "cohorts",
    "existing",
    "grade",
    "lost",
    "portfolio",
    "potential",
    "recommend",
    "segments",
    "sensitivity",
    "traits",
    "walkforward",
    "warnings",
]
