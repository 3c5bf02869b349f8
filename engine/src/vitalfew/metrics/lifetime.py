"""What a customer is expected to order, by a model of buying that learns from all of them first.

Days up to the as-of day alone are learned from. Orders of one day are one occasion; an order below zero is none. A
customer from before the first day of the facts is left out of what is learned, and foreseen from its orders inside.
Missing without an order that counts. Sources and formulas: vitalfew.models, docs/howto/lifetime-value.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from pydantic import Field

from vitalfew.metrics.windows import SALES
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

WEEKS_52 = 364
"""Days of the horizon where none is given."""

CENTURY = 36_525


class Ahead(NamedTuple):
    """What is looked ahead for: with which model, how many days, at which yearly discount."""

    model: str
    days: int
    discount: Decimal

    @property
    def table(self) -> str:
        """The table of forecasts, one row for each customer; it is there where somebody could be learned from."""
        return f"customers to learn {self.model} from ({self.days} days, {self.discount:f})"


class Foresight(Metric):
    """A figure of the forecast."""

    needs = SALES
    model: Literal["bg_nbd", "mbg_nbd", "pareto_nbd", "mbg_cnbd_k"] = Field("bg_nbd", description="Model of buying.")

    def ahead(self) -> Ahead:
        """What the forecast is asked for."""
        return Ahead(self.model, WEEKS_52, Decimal(0))

    def required(self) -> Columns:
        """Orders, and the forecast made of them."""
        return {**self.needs, self.ahead().table: (self.name,)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"foreseen": Aggregate(self.ahead().table, "max", lambda row: getattr(row, self.name))}

    def value(self, parts: Any, at: date) -> Any:
        return parts.foreseen


class Further(Foresight):
    """A figure of the time ahead."""

    horizon: int = Field(WEEKS_52, ge=1, le=CENTURY, description="Days ahead that count.")

    def ahead(self) -> Ahead:
        return Ahead(self.model, self.horizon, Decimal(0))


@metric
class ChanceOfReturning(Further):
    """Chance of at least one order within the horizon, from 0 to 1: who is lost has a small one.

    P(no order in H) = L(x, t, T + H) ÷ L(x, t, T), x repeat orders, the last at t, seen until T.
    """

    name = "p_return"
    unit = Unit.FRACTION


@metric
class ChanceOfBeingAlive(Foresight):
    """Chance that the customer has not left for good, from 0 to 1. It says little of who will come back.

    Under bg_nbd it is 1 for everybody who ordered once, however long ago: grade by p_return.
    """

    name = "p_alive"
    unit = Unit.FRACTION


@metric
class ExpectedOrders(Further):
    """Orders expected within the horizon, several of one day being one."""

    name = "expected_orders"
    unit = Unit.PIECES


@metric
class ExpectedValue(Further):
    """Revenue expected within the horizon, undiscounted: expected orders × expected spend (Gamma-Gamma)."""

    name = "expected_value"
    unit = Unit.MONEY


@metric
class LifetimeValue(Further):
    """Σ over the days ahead of new orders × expected spend × margin ÷ (1 + discount)^years.

    Contract section 6. Revenue where the margin is 1.
    """

    name = "lifetime_value"
    unit = Unit.MONEY
    discount: Decimal = Field(Decimal("0.10"), ge=0, le=10, description="Yearly discount of money to come, a fraction.")
    margin: Decimal = Field(Decimal(1), ge=-1, le=1, description="Share of revenue that stays, a fraction.")

    def ahead(self) -> Ahead:
        return Ahead(self.model, self.horizon, self.discount.normalize())

    def required(self) -> Columns:
        return {**self.needs, self.ahead().table: ("worth",)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"worth": Aggregate(self.ahead().table, "max", lambda row: row.worth)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.worth * float(self.margin)
