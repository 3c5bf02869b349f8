"""What is behind the numbers of customers: cohorts, how long they stay, who is due, who was lost, where grades go."""

from vitalfew.insight.cohorts import Cohorts, cohorts
from vitalfew.insight.existing import WINDOW, Existing, existing

__all__ = ["WINDOW", "Cohorts", "Existing", "cohorts", "existing"]
