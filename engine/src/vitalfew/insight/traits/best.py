"""Who the best are: the best grade of a scheme, or the top fifth by a metric."""

from __future__ import annotations

from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.metrics import METRICS
from vitalfew.metrics.windows import YEAR
from vitalfew.scheme import Scheme, load

METRIC = "monetary"
"""What the top fifth is taken by, where nobody says: sales of the last 365 days."""


def by_metric(name: str = METRIC) -> Scheme:
    """20/60/20 by a metric, of the last 365 days where it has a window. Refused: one of which more is not better."""
    known = METRICS.get(name)
    if known is None or not known.unit.numeric or known.better != "more":
        fitting = sorted(one for one, kind in METRICS.items() if kind.unit.numeric and kind.better == "more")
        raise WrongUse(
            say("no top fifth can be taken by {metric}.", metric=repr(name)),
            where="--metric",
            remedy=say("Take one of: {metrics}.", metrics=", ".join(fitting)),
        )
    window = {"window": f"{YEAR}d"} if "window" in known.model_fields else {}
    band = {"method": "pareto", "of": name, "by": "count", "cuts": [20, 80], "names": ["top", "middle", "bottom"]}
    return load("pareto_20_60_20").changed(metrics={name: {"metric": name, **window}}, classifiers={"band": band})
