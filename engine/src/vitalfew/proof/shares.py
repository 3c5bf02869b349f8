"""What each grade brought after the origin, and what a list as long as the best grade's would have found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.expressions import share
from vitalfew.proof.panel import Panel
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Brought:
    """What some customers brought after the origin, with their parts of what all brought.

    A part is missing where all together brought nothing; profit is missing where costs are not known.
    """

    customers: int
    bought: int
    revenue: Decimal
    share: Decimal | None
    profit: Decimal | None
    profit_share: Decimal | None


def brought(rows: pa.Table, every: pa.Table) -> Brought:
    """What these customers brought, of all."""
    revenue = _sum(rows, "revenue_after")
    profit = _sum(rows, "profit_after") if "profit_after" in rows.column_names else None
    whole = _sum(every, "profit_after") if profit is not None else Decimal(0)
    return Brought(
        customers=rows.num_rows,
        bought=int(pc.sum(pc.greater(rows["orders_after"], 0)).as_py() or 0),
        revenue=revenue,
        share=share(revenue, _sum(every, "revenue_after")),
        profit=profit,
        profit_share=None if profit is None else share(profit, whole),
    )


def by_grade(panel: Panel, scheme: Scheme) -> dict[str | None, Brought]:
    """Grade → what its customers brought, best first, of grades that anybody has; None for who has none."""
    grades = panel.rows["grade"].cast(pa.string())
    found: dict[str | None, Brought] = {
        label: brought(panel.rows.filter(pc.equal(grades, label)), panel.rows)
        for label in map(str, scheme.grade_labels())
        if pc.any(pc.equal(grades, label)).as_py()
    }
    ungraded = panel.rows.filter(grades.is_null())
    return found | ({None: brought(ungraded, panel.rows)} if ungraded.num_rows else {})


def lists(panel: Panel, best: str | None) -> Mapping[str, Brought]:
    """Method → what its list brought: the customers of the best grade, and as many first ones by each other method.

    Nobody where nobody has a grade.
    """
    grades = panel.rows["grade"].cast(pa.string())
    chosen = panel.rows.filter(pc.fill_null(pc.equal(grades, pa.scalar(best, pa.string())), False))
    others = {
        method: panel.rows.take(pa.array(np.sort(ranking.order[: chosen.num_rows])))
        for method, ranking in panel.rankings.items()
        if method != "scheme"
    }
    return {method: brought(rows, panel.rows) for method, rows in {"scheme": chosen, **others}.items()}


def _sum(rows: pa.Table, column: str) -> Decimal:
    found = pc.sum(rows[column]).as_py()
    return Decimal(0) if found is None else found
