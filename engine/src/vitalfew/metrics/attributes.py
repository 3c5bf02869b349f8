"""What the customers file says, as metrics: one line each.

A cell that is empty is missing. Of a group of companies graded as one customer the `fold` takes the sum,
the largest or the smallest; of words the first by code point, of days the first. What is not dated is taken
as it stands, whatever the as-of day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from vitalfew.registry import Aggregate, Better, Metric, Unit, metric


@dataclass(frozen=True)
class Attribute:
    """A column of the customers file that is a metric under the same name."""

    name: str
    unit: Unit
    meaning: str
    fold: Literal["sum", "max", "min"] = "max"
    better: Better = "more"
    judged: bool = False


class CustomerAttribute(Metric):
    """A cell of the customers file."""

    fold: ClassVar[Literal["sum", "max", "min"]]

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"cell": Aggregate("customers", self.fold, lambda row: getattr(row, self.name))}

    def value(self, parts: Any, at: date) -> Any:
        return parts.cell


def _judged(name: str, meaning: str, unit: Unit = Unit.POINTS) -> Attribute:
    return Attribute(name, unit, meaning, judged=True)


def _word(name: str, meaning: str) -> Attribute:
    return Attribute(name, Unit.WORD, meaning, fold="min")


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("since", Unit.DAY, "Day from which it is a customer.", fold="min", better="less"),
    Attribute("followers", Unit.COUNT, "Followers in social media, people."),
    Attribute("stores", Unit.COUNT, "Shops it runs.", fold="sum"),
    Attribute("store_growth", Unit.FRACTION, "Yearly growth of its number of shops."),
    Attribute("industry_growth", Unit.FRACTION, "Yearly growth of its trade."),
    Attribute("suppliers", Unit.COUNT, "Suppliers it buys from in our field.", better="less"),
    Attribute("supplier_changes", Unit.COUNT, "Changes of supplier in our field in three years.", better="less"),
    Attribute("loan_balance", Unit.MONEY, "Bank: loans outstanding.", fold="sum"),
    Attribute("deposit_balance", Unit.MONEY, "Bank: deposits.", fold="sum"),
    Attribute("expected_spend", Unit.MONEY, "What it is expected to spend with us in a year.", fold="sum", judged=True),
    _judged("fame", "How well known it is in its trade, 0-100."),
    _judged("social_activity", "How active in social media, 0-100."),
    _judged("influence", "Influence on other customers and the trade, 0-100."),
    _judged("relationship_level", "Closeness of the relation, 1 (stranger) to 5 (partner)."),
    _judged("growth_potential", "Room to grow, 0-100."),
    _judged("intent", "How clearly it wants to work with us, 0-100."),
    _judged("risk_bearing", "Ability to bear risk, 0-100."),
    _judged("value_chain_tie", "How tightly it is tied to us in the value chain, 0-100."),
    _judged("rival_target", "Whether rivals court it.", Unit.FLAG),
    _judged("strategic", "Whether it is a strategic customer by name.", Unit.FLAG),
    Attribute("international", Unit.FLAG, "Whether it is present in several countries."),
    _word("kind", "Company or person."),
    _word("industry", "Its trade."),
    _word("region", "Where it is."),
    _word("region_class", "Sort of region: city, rural, overseas, local, regional, global."),
    _word("company_type", "Sort of company: small_medium, multinational, state_owned."),
    _word("channel_role", "Role in the trade: distributor, dealer, wholesaler, agent, partner, end_customer."),
    _word("regional_standing", "Standing in its region: leading, middle, small; of a group the best."),
    _word("preference", "What it looks for first: price, brand, service, function, quality."),
    _word("service_need", "Standard or special service."),
    _word("purchase_purpose", "Whether it came with a clear or an unclear purpose."),
    _word("buying_segment", "Customers that buy alike, as `vitalfew segments` found them."),
    _word("guest_segment", "Hotel: business, leisure, meeting, high_end."),
    _word("project_level", "Project business: core, second_core, other."),
    _word("initiative", "Who sought whom: they or we."),
    _word("personality", "Personality type."),
)


def declare(attribute: Attribute) -> type[CustomerAttribute]:
    """Put a column of the customers file on the list of metrics."""
    declaration = {
        "__module__": __name__,
        "__doc__": f"{attribute.meaning} Missing where the cell is empty.",
        "name": attribute.name,
        "unit": attribute.unit,
        "better": attribute.better,
        "judged": attribute.judged,
        "fold": attribute.fold,
        "needs": {"customers": (attribute.name,)},
    }
    title = "".join(word.capitalize() for word in attribute.name.split("_"))
    return metric(type(title, (CustomerAttribute,), declaration))


for _attribute in ATTRIBUTES:
    declare(_attribute)
