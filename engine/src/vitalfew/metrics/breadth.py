"""How much of our range customers take, and where they buy it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from pydantic import Field

from vitalfew.expressions import quotient
from vitalfew.metrics.windows import Window, total
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric


def _bought(grain: Any, window: int | None, at: date) -> Aggregate:
    spent = total("orders", lambda line: line.amount, window, at)
    return Aggregate("orders", "count", None, lambda group: group.spent > 0, grain=grain, inputs={"spent": spent})


def _spend(window: int | None, at: date, only: Any) -> Aggregate:
    return total("orders", lambda line: line.amount, window, at, only=lambda line: (line.amount > 0) & only(line))


@metric
class Products(Metric):
    """Number of different products whose lines in the window sum above zero (M18: products a bank's customer holds).

    A product that was wholly returned does not count, nor a line without a product.
    """

    name = "products"
    unit = Unit.COUNT
    needs: ClassVar[Columns] = {"orders": ("product_id", "amount")}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"bought": _bought("product", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.bought.fill_null(0)


@metric
class Categories(Metric):
    """Number of different categories whose lines in the window sum above zero; a line without one does not count."""

    name = "categories"
    unit = Unit.COUNT
    needs: ClassVar[Columns] = {"orders": ("category", "amount")}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"bought": _bought("category", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.bought.fill_null(0)


@metric
class CategoryShare(Metric):
    """Share of the spend in the window that went into one category, of the lines above zero whose category is known.

    Missing where there is no such line.
    """

    name = "category_share"
    unit = Unit.FRACTION
    needs: ClassVar[Columns] = {"orders": ("category", "amount")}
    window: Window = None
    category: str = Field("business", description="The category, as it stands in the orders.")

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "this": _spend(self.window, at, lambda line: line.category == self.category),
            "all": _spend(self.window, at, lambda line: line.category.notnull()),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.this.fill_null(0), parts.all)


@metric
class OnlineShare(Metric):
    """Channel mix: share of the spend in the window that was ordered online, of the lines above zero with a channel.

    Missing where there is no such line.
    """

    name = "online_share"
    unit = Unit.FRACTION
    needs: ClassVar[Columns] = {"orders": ("channel", "amount")}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "online": _spend(self.window, at, lambda line: line.channel == "online"),
            "all": _spend(self.window, at, lambda line: line.channel.notnull()),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.online.fill_null(0), parts.all)
