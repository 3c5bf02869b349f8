"""What pages show of imports, and of a customer's orders."""

from vitalfew_web.facts.panels.figures import Sales, sales_of
from vitalfew_web.facts.panels.imports import (
    as_json,
    first_rows,
    left_out,
    money,
    steps,
    targets,
    updates,
    verdict,
    waiting_imports,
)
from vitalfew_web.facts.panels.mending import SHOWN, Faulty, faulty_rows
from vitalfew_web.facts.panels.orders import FEW, MOST, SMALL, Order, bought_by, orders_by, orders_of, rows_of

__all__ = [
    "FEW",
    "MOST",
    "SHOWN",
    "SMALL",
    "Faulty",
    "Order",
    "Sales",
    "as_json",
    "bought_by",
    "faulty_rows",
    "first_rows",
    "left_out",
    "money",
    "orders_by",
    "orders_of",
    "rows_of",
    "sales_of",
    "steps",
    "targets",
    "updates",
    "verdict",
    "waiting_imports",
]
