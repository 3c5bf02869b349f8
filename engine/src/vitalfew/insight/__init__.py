"""What is behind the numbers of customers: cohorts, how long they stay, who is due, who was lost, where grades go."""

from vitalfew.insight.cohorts import Cohorts, cohorts
from vitalfew.insight.existing import Existing, existing
from vitalfew.insight.lost import Lost, lost
from vitalfew.insight.portfolio import Portfolio, portfolio
from vitalfew.insight.season import WINDOW

__all__ = ["WINDOW", "Cohorts", "Existing", "Lost", "Portfolio", "cohorts", "existing", "lost", "portfolio"]
