"""What is behind the numbers of customers: cohorts, how long they stay, who is due, who was lost, where grades go."""

from vitalfew.insight.cohorts import Cohorts, cohorts
from vitalfew.insight.existing import Existing, existing
from vitalfew.insight.lost import Lost, lost
from vitalfew.insight.portfolio import Portfolio, portfolio
from vitalfew.insight.potential import Potential, potential
from vitalfew.insight.recommend import Recommended, recommend
from vitalfew.insight.season import WINDOW
from vitalfew.insight.segments import Segments, segments
from vitalfew.insight.traits import METRIC, Traits, by_metric, traits

__all__ = [
    "METRIC",
    "WINDOW",
    "Cohorts",
    "Existing",
    "Lost",
    "Portfolio",
    "Potential",
    "Recommended",
    "Segments",
    "Traits",
    "by_metric",
    "cohorts",
    "existing",
    "lost",
    "portfolio",
    "potential",
    "recommend",
    "segments",
    "traits",
]
