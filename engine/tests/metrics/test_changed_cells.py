"""For every table of facts: one changed cell of customer A changes a metric of it."""

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from small_company import Company
from whole_company import WHOLE, rows_of

from vitalfew.registry import METRICS

CHANGES = [
    ("orders", "amount", "monetary"),
    ("orders", "order_id", "frequency"),
    ("orders", "moment", "longest_gap_days"),
    ("orders", "product_id", "products"),
    ("orders", "category", "categories"),
    ("orders", "quantity", "quantity"),
    ("orders", "list_amount", "discount_share"),
    ("orders", "cost", "contribution"),
    ("orders", "channel", "online_share"),
    ("orders", "promotion", "promotion_share"),
    ("customers", "since", "tenure_days"),
    ("customers", "influence", "influence"),
    ("payments", "paid_on", "collection"),
    ("payments", "due", "lateness_days"),
    ("payments", "amount", "overdue_amount"),
    ("returns", "amount", "monetary"),
    ("returns", "order_id", "return_rate"),
    ("service_costs", "amount", "contribution"),
    ("service_costs", "hours", "service_hours"),
    ("feedback", "score", "satisfaction"),
    ("feedback", "kind", "complaints"),
    ("interactions", "moment", "touch_days"),
    ("interactions", "kind", "page_views"),
    ("interactions", "minutes", "browsing_hours"),
    ("wallet", "amount", "wallet_share"),
    ("wallet", "year", "wallet_amount"),
]
# What the first cell becomes, where not a number one larger or a day earlier: a return of order 5 (with a negative line), a complaint, a page looked at, a wallet not yet known.
OTHERWISE: dict[tuple[str, str], object] = {
    ("orders", "order_id"): "1",
    ("orders", "product_id"): "w",
    ("orders", "category"): "wellness",
    ("orders", "channel"): "online",
    ("orders", "promotion"): "summer",
    ("payments", "paid_on"): date(2026, 2, 1),
    ("returns", "order_id"): "5",
    ("feedback", "kind"): "complaint",
    ("interactions", "kind"): "web",
    ("wallet", "year"): 2026,
}

# The row, where not the first: minutes count on the web.
ROWS = {("interactions", "minutes"): 1}


@pytest.mark.parametrize("change", CHANGES, ids="-".join)
def test_one_changed_cell_changes_the_metric(company: Company, change: tuple[str, str, str]) -> None:
    name, column, metric = change
    whole = rows_of(WHOLE)
    cells = whole[name][column].to_pylist()
    row = ROWS.get((name, column), 0)
    cells[row] = OTHERWISE[name, column] if (name, column) in OTHERWISE else shifted(cells[row])
    position = whole[name].column_names.index(column)
    changed = whole[name].set_column(position, column, pa.array(cells, whole[name][column].type))
    before, after = (company.measure(METRICS[metric](), **one)["A"] for one in (whole, {**whole, name: changed}))
    assert before != after


def shifted(cell: Any) -> Any:
    """A number one larger, a day or moment ten days earlier."""
    return cell - timedelta(days=10) if isinstance(cell, date) else cell + 1
