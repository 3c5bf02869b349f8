"""Pages of one look each: how good warnings were, how many grades hang on weights."""

from vitalfew.report.looks.walked import walked
from vitalfew.report.looks.weighed import weighed

__all__ = ["walked", "weighed"]
