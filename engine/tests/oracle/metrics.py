"""The metrics of contract section 3 once more, in plain Python: slow, readable, exact.

A company is table → list of rows; a row is a dict. A day is a date, a moment a datetime, money a Decimal.
"""

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import Any

Rows = list[dict[str, Any]]
Company = dict[str, Rows]


def known_on(company: Company, at: date) -> Company:
    """What existed at the end of a day."""
    dated = {"orders": "moment", "returns": "day", "service_costs": "day", "feedback": "day", "payments": "issued"}
    return {
        table: [row for row in rows if table not in dated or day_of(row[dated[table]]) <= at]
        for table, rows in company.items()
    }


def day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def of(company: Company, table: str, customer: str) -> Rows:
    return [row for row in company.get(table, []) if row["customer_id"] == customer]


def orders_of(company: Company, customer: str) -> dict[str, Rows]:
    found = defaultdict(list)
    for line in of(company, "orders", customer):
        found[line["order_id"]].append(line)
    return found


def moment_of(lines: Rows) -> datetime:
    return max(line["moment"] for line in lines)


def within(day: date, at: date, window: int | None) -> bool:
    return window is None or at - timedelta(days=window - 1) <= day <= at


def rounded(value: Fraction | None, digits: int) -> Decimal | None:
    if value is None:
        return None
    steps = value * 10**digits
    whole = steps.numerator // steps.denominator
    rest = steps - whole
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    return Decimal(whole + up).scaleb(-digits).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)


def monetary(company: Company, customer: str, at: date, window: int | None = None) -> Decimal:
    orders = orders_of(company, customer)
    lines = [line for order in orders.values() for line in order]
    sales = sum(line["amount"] for line in lines if within(day_of(line["moment"]), at, window))
    for row in of(company, "returns", customer):
        booked = any(line["amount"] < 0 for line in orders.get(row["order_id"], []))
        if not booked and within(row["day"], at, window):
            sales -= row["amount"]
    return Decimal(sales)


def valid_orders(company: Company, customer: str, at: date, window: int | None = None) -> list[datetime]:
    """Moments of the valid orders of a window."""
    found = []
    for lines in orders_of(company, customer).values():
        spent = sum(line["amount"] for line in lines if within(day_of(line["moment"]), at, window))
        if spent > 0 and within(day_of(moment_of(lines)), at, window):
            found.append(moment_of(lines))
    return sorted(found)


def frequency(company: Company, customer: str, at: date, window: int | None = None) -> int:
    return len(valid_orders(company, customer, at, window))


def recency_days(company: Company, customer: str, at: date) -> int | None:
    valid = valid_orders(company, customer, at)
    return (at - day_of(valid[-1])).days if valid else None


def first_order(company: Company, customer: str) -> date | None:
    return min((day_of(moment_of(lines)) for lines in orders_of(company, customer).values()), default=None)


def tenure_days(company: Company, customer: str, at: date) -> int | None:
    known = [row["since"] for row in of(company, "customers", customer) if row["since"] and row["since"] <= at]
    first = first_order(company, customer)
    days = [*known, *([first] if first else [])]
    return (at - min(days)).days if days else None


def growth(company: Company, customer: str, at: date) -> Decimal | None:
    now = monetary(company, customer, at, 365)
    base = monetary(company, customer, at, 730) - now
    if base <= 0 or (at - first_order(company, customer)).days < 730:
        return None
    return rounded(Fraction(now) / Fraction(base) - 1, 6)


def contribution(company: Company, customer: str, at: date, window: int | None = None) -> Decimal:
    costs = [row["cost"] for row in of(company, "orders", customer) if within(day_of(row["moment"]), at, window)]
    served = [row["amount"] for row in of(company, "service_costs", customer) if within(row["day"], at, window)]
    return monetary(company, customer, at, window) - sum(costs) - sum(served)


def collection(company: Company, customer: str, at: date) -> Decimal | None:
    invoices = {row["invoice_id"]: row["amount"] for row in of(company, "payments", customer) if row["due"] <= at}
    paid = sum(
        row["paid_amount"]
        for row in of(company, "payments", customer)
        if row["due"] <= at and row["paid_on"] and row["paid_on"] <= at
    )
    due = sum(invoices.values())
    return rounded(Fraction(paid) / Fraction(due), 6) if due > 0 else None


def satisfaction(company: Company, customer: str, at: date) -> Decimal | None:
    scores = [
        row["score"]
        for row in of(company, "feedback", customer)
        if row["kind"] == "csat" and within(row["day"], at, 365)
    ]
    if scores:
        return rounded(Fraction(sum(scores)) / len(scores), 2)
    stated = [row["satisfaction"] for row in of(company, "customers", customer)]
    return rounded(Fraction(stated[0]), 2) if stated and stated[0] is not None else None


def rhythm_days(company: Company, customer: str, at: date) -> Decimal | None:
    days = [day_of(moment) for moment in valid_orders(company, customer, at)]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return rounded(Fraction(median(gaps)), 1) if len(gaps) >= 2 else None


def repurchase(company: Company, customer: str, at: date) -> Decimal | None:
    n = frequency(company, customer, at)
    return rounded(Fraction(n - 1, n), 6) if n else None


def repeat(company: Company, customer: str, at: date) -> bool | None:
    recent = [m for m in valid_orders(company, customer, at, 730) if not within(day_of(m), at, 365)]
    return frequency(company, customer, at, 365) > 0 if recent else None
