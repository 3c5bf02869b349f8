"""What customers look at on the web, and whether they buy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from vitalfew.expressions import quotient
from vitalfew.metrics.windows import SALES, YEAR, Window, count, total, valid_orders
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_WEB: Columns = {"interactions": ("kind",)}
_WEB_AND_SALES: Columns = {**_WEB, **SALES}


def _looked(row: Any) -> Any:
    return row.kind == "web"


@metric
class PageViews(Metric):
    """Number of pages looked at in the window: interactions of kind `web`; 0 for a customer without any."""

    name = "page_views"
    unit = Unit.COUNT
    needs = _WEB
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"views": count("interactions", self.window, at, only=_looked)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.views.fill_null(0)


@metric
class BrowsingHours(Metric):
    """Hours spent on our pages in the window, from the minutes of kind `web`, two digits; 0 without any."""

    name = "browsing_hours"
    unit = Unit.HOURS
    needs: ClassVar[Columns] = {"interactions": ("kind", "minutes")}
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"minutes": total("interactions", lambda row: row.minutes, self.window, at, only=_looked)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.minutes.fill_null(0).cast("float64") / 60


@metric
class ViewsPerOrder(Metric):
    """Pages looked at ÷ valid orders, both of the window: how much looking an order takes (M32). Missing without one."""

    name = "views_per_order"
    unit = Unit.POINTS
    better = "less"
    needs = _WEB_AND_SALES
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "views": count("interactions", self.window, at, only=_looked),
            "orders": valid_orders("count", self.window, at),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.views.fill_null(0), parts.orders)


@metric
class Conversion(Metric):
    """Valid orders ÷ visits of the window; a visit is a day with a page looked at (M192). Missing without a visit.

    Above 1 where more was ordered than looked at: by telephone, or several times a day.
    """

    name = "conversion"
    unit = Unit.FRACTION
    needs = _WEB_AND_SALES
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        views = count("interactions", self.window, at, only=_looked)
        visits = Aggregate("interactions", "count", None, lambda d: d.views > 0, grain="day", inputs={"views": views})
        return {"visits": visits, "orders": valid_orders("count", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.orders.fill_null(0), parts.visits)
