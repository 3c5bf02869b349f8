"""What pages show of imports, and of a customer's orders."""

from vitalfew_web.facts.panels.figures import Sales, sales_of
from vitalfew_web.facts.panels.imports import (
    as_json,
    first_rows,
    left_out,
    money,
    rejected_rows,
    steps,
    targets,
    verdict,
    waiting_imports,
)
from vitalfew_web.facts.panels.orders import FEW, MOST, SMALL, Order, bought_by, orders_by, orders_of, rows_of

__all__ = [
    "FEW",
    "MOST",
    "SMALL",
    "Order",
    "Sales",
    "as_json",
    "bought_by",
    "first_rows",
    "left_out",
    "money",
    "orders_by",
    "orders_of",
    "rejected_rows",
    "rows_of",
    "sales_of",
    "steps",
    "targets",
    "verdict",
    "waiting_imports",
]
