"""Vital Few: find the customers that matter most, and say why.

>>> import pyarrow as pa
>>> import vitalfew as vf
>>> orders = pa.table(
...     {
...         "customer_id": ["Acme", "Acme", "Birch", "Cedar"],
...         "order_id": ["1", "2", "3", "4"],
...         "order_date": ["2026-01-05", "2026-03-02", "2026-02-01", "2026-02-20"],
...         "amount": ["500.00", "300.00", "150.00", "50.00"],
...     }
... )
>>> result = vf.grade(orders, scheme="abc")
>>> [(row["customer_id"], row["grade"]) for row in result.customers.to_pylist()]
[('Acme', 'A'), ('Birch', 'B'), ('Cedar', 'C')]

The examples of every other name speak of the same orders.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.version import VERSION

if TYPE_CHECKING:
    from vitalfew.library import (
        Cohorts,
        Existing,
        Foreseen,
        Imported,
        Lost,
        Portfolio,
        Potential,
        Recommended,
        Result,
        Segments,
        Sensitivity,
        Store,
        Tested,
        Traits,
        WalkForward,
        Warnings,
        backtest,
        clv,
        cohorts,
        existing,
        grade,
        lost,
        portfolio,
        potential,
        recommend,
        segments,
        sensitivity,
        traits,
        walkforward,
        warnings,
    )
    from vitalfew.scheme import Scheme

__version__ = VERSION
__all__ = [
    "Cohorts",
    "Existing",
    "Foreseen",
    "Imported",
    "Lost",
    "Portfolio",
    "Potential",
    "Recommended",
    "Refusal",
    "Result",
    "Scheme",
    "Segments",
    "Sensitivity",
    "Store",
    "Tested",
    "Traits",
    "WalkForward",
    "Warnings",
    "WrongUse",
    "__version__",
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

_HOMES = {
    "Cohorts": "vitalfew.library",
    "Existing": "vitalfew.library",
    "Foreseen": "vitalfew.library",
    "Imported": "vitalfew.library",
    "Lost": "vitalfew.library",
    "Portfolio": "vitalfew.library",
    "Potential": "vitalfew.library",
    "Recommended": "vitalfew.library",
    "Result": "vitalfew.library",
    "Scheme": "vitalfew.scheme",
    "Segments": "vitalfew.library",
    "Sensitivity": "vitalfew.library",
    "Store": "vitalfew.library",
    "Tested": "vitalfew.library",
    "WalkForward": "vitalfew.library",
    "Warnings": "vitalfew.library",
    "Traits": "vitalfew.library",
    "backtest": "vitalfew.library",
    "clv": "vitalfew.library",
    "cohorts": "vitalfew.library",
    "existing": "vitalfew.library",
    "grade": "vitalfew.library",
    "lost": "vitalfew.library",
    "sensitivity": "vitalfew.library",
    "walkforward": "vitalfew.library",
    "warnings": "vitalfew.library",
    "portfolio": "vitalfew.library",
    "potential": "vitalfew.library",
    "recommend": "vitalfew.library",
    "segments": "vitalfew.library",
    "traits": "vitalfew.library",
}


def __getattr__(name: str) -> Any:
    """Heavy parts are imported when they are first asked for, so that `vitalfew --version` starts at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'vitalfew' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
