"""A customer's orders, returns and payments, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from vitalfew_web.accounts.models import Account
from vitalfew_web.facts import gateways
from vitalfew_web.facts.selectors import store_place

SMALL = 8
"""Orders that their page shows at once."""

FEW = 5
"""Orders that the customer's page shows."""

MOST = 2_000
"""Orders that are shown at all; a spreadsheet is the place for more."""


@dataclass(frozen=True)
class Line:
    """One line of an order; what the file did not tell is empty."""

    product: str
    promotion: str
    quantity: Decimal | None
    amount: Decimal


@dataclass
class Order:
    """One order: its lines, what they sum to, and what came back of it."""

    number: str
    moment: datetime
    lines: list[Line] = field(default_factory=list)
    amount: Decimal = Decimal(0)
    returned: Decimal = Decimal(0)


@dataclass(frozen=True)
class Bought:
    """What the facts know of a customer's purchases, newest first."""

    orders: list[Order]
    returns: list[dict[str, Any]]
    payments: list[dict[str, Any]]

    @property
    def unpaid(self) -> list[dict[str, Any]]:
        """Invoices without a day of payment."""
        return [row for row in self.payments if not row["paid_on"]]

    @property
    def open_amount(self) -> Decimal:
        """What is still to be paid of them."""
        return sum((row["amount"] - (row["paid_amount"] or 0) for row in self.unpaid), Decimal(0))


@dataclass
class Orders:
    """What a page shows of them. Small ones are folded unless all are asked for."""

    shown: list[Order]
    folded: int
    folded_amount: Decimal
    count: int
    total: Decimal
    since: datetime | None
    returns: list[dict[str, Any]]
    payments: list[dict[str, Any]]
    open_amount: Decimal
    late: int


def bought_by(account: Account) -> Bought:
    """A customer's orders, returns and payments from the fact store."""
    orders, returns = orders_by(account.number), rows_of(account.number, "returns")
    by_number = {order.number: order for order in orders}
    for row in returns:
        order = by_number.get(row["order_id"] or "")
        if order:
            order.returned += row["amount"] or 0
    return Bought(orders, returns, rows_of(account.number, "payments"))


def orders_of(bought: Bought, *, most: int = SMALL) -> Orders:
    """So many of them at most, small ones between large ones left out; all of them where `most` is MOST."""
    orders = bought.orders
    shown = orders[:MOST] if most == MOST else _large(orders, most)
    kept = {id(order) for order in shown}
    folded = [order for order in orders if id(order) not in kept]
    return Orders(
        shown=shown,
        folded=len(folded),
        folded_amount=sum((order.amount for order in folded), Decimal(0)),
        count=len(orders),
        total=sum((order.amount for order in orders), Decimal(0)),
        since=orders[-1].moment if orders else None,
        returns=bought.returns[:most],
        payments=bought.payments[:most],
        open_amount=bought.open_amount,
        late=sum(1 for row in bought.unpaid if _is_late(row, orders)),
    )


def rows_of(number: str, table: str) -> list[dict[str, Any]]:
    """A customer's rows of a table; columns that no file brought are empty."""
    empty = dict.fromkeys(name for name, _meaning, _required in gateways.fields_of(table))
    return [{**empty, **row} for row in gateways.facts_of(store_place(), number, table).to_pylist()]


def orders_by(number: str) -> list[Order]:
    """Lines put together; the moment of an order is that of its latest line."""
    found: dict[str, Order] = {}
    for place, row in enumerate(rows_of(number, "orders")):
        key = row["order_id"] or f"#{place}"
        order = found.setdefault(key, Order("" if key.startswith("#") else key, row["moment"]))
        order.moment = max(order.moment, row["moment"])
        product = row["product_id"] or row["category"] or ""
        order.lines.append(Line(product, row["promotion"] or "", row["quantity"], row["amount"]))
        order.amount += row["amount"]
    return sorted(found.values(), key=lambda order: order.moment, reverse=True)


def _large(orders: list[Order], most: int) -> list[Order]:
    """The newest orders, and of the rest the largest: a tenth of the median is small."""
    if len(orders) <= most:
        return orders
    amounts = sorted(order.amount for order in orders)
    small = amounts[len(amounts) // 2] / 10
    return list(islice(_not_small(orders, small), most))


def _not_small(orders: list[Order], small: Decimal) -> Iterator[Order]:
    newest = orders[0]
    for order in orders:
        if order is newest or abs(order.amount) > small:
            yield order


def _is_late(row: dict[str, Any], orders: list[Order]) -> bool:
    """Due before the day of the last order: the facts know no later day."""
    due: date | None = row["due"]
    return due is not None and bool(orders) and due < orders[0].moment.date()
