"""When we met: contacts with people, and the freshness of those who decide.

A page looked at is no contact; everything else is, also where its kind is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis
from pydantic import Field

from vitalfew.expressions import day, days_between
from vitalfew.metrics.windows import YEAR, Window, count
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_MET: Columns = {"interactions": ("moment",)}


def _contact(row: Any) -> Any:
    return row.kind.fill_null("") != "web" if "kind" in row else ibis.literal(value=True)


@metric
class Interactions(Metric):
    """Number of contacts in the window; 0 for a customer without any."""

    name = "interactions"
    unit = Unit.COUNT
    needs = _MET
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"met": count("interactions", self.window, at, only=_contact)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.met.fill_null(0)


@metric
class TouchDays(Metric):
    """Days since the last contact; missing where there never was one."""

    name = "touch_days"
    unit = Unit.DAYS
    better = "less"
    needs = _MET

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"last": Aggregate("interactions", "max", lambda row: row.day, _contact)}

    def value(self, parts: Any, at: date) -> Any:
        return days_between(parts.last, at)


@metric
class KeyPersonDays(Metric):
    """Freshness of key people: days since the last contact with one who decides; missing where there never was one.

    The later of `key_person_touch` and the contacts whose role is one of `roles`; without `roles`, any role that
    is written down. A day after the as-of day is not known yet.
    """

    name = "key_person_days"
    unit = Unit.DAYS
    better = "less"
    uses: ClassVar[Columns] = {"customers": ("key_person_touch",), "interactions": ("contact_role",)}
    one_of = (("customers", "key_person_touch"), ("interactions", "contact_role"))
    roles: tuple[str, ...] = Field((), description="Roles of those who decide, as they stand in the interactions.")

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def stated(row: Any) -> Any:
            return row.key_person_touch

        def decides(row: Any) -> Any:
            role = row.contact_role
            return _contact(row) & (role.isin(self.roles) if self.roles else role.fill_null("") != "")

        return {
            "stated": Aggregate("customers", "max", stated, lambda row: stated(row) <= day(at)),
            "met": Aggregate("interactions", "max", lambda row: row.day, decides),
        }

    def value(self, parts: Any, at: date) -> Any:
        if parts.stated is None or parts.met is None:
            return days_between(parts.met if parts.stated is None else parts.stated, at)
        last = ibis.greatest(parts.stated.fill_null(parts.met), parts.met.fill_null(parts.stated))
        return days_between(last, at)
