"""Grading methods: functions from metrics to a label, a score and reasons, one file each."""

from vitalfew.classifiers import (
    combine,
    four_types,
    grid,
    ladder,
    lifecycle,
    pareto,
    promotion_only,
    quantiles,
    rules,
    scorecard,
    segments,
    stability,
    standing,
    thresholds,
    variability,
)
from vitalfew.registry import METHODS

__all__ = [
    "METHODS",
    "combine",
    "four_types",
    "grid",
    "ladder",
    "lifecycle",
    "pareto",
    "promotion_only",
    "quantiles",
    "rules",
    "scorecard",
    "segments",
    "stability",
    "standing",
    "thresholds",
    "variability",
]
