"""Four types from contract section 4, in slow plain Python: old or new, big or small."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

Rows = Sequence[dict[str, Any]]


def vital(amounts: dict[str, Fraction]) -> set[str]:
    """Who is in the first class of an 80 % value pareto."""
    total = sum((max(amount, Fraction(0)) for amount in amounts.values()), Fraction(0))
    few = set()
    for name, amount in amounts.items():
        larger = sum((max(other, Fraction(0)) for other in amounts.values() if other > amount), Fraction(0))
        if amount > 0 and 100 * larger < 80 * total:
            few.add(name)
    return few


def four_types(rows: Rows) -> dict[str, str | None]:
    old = [row for row in rows if row["has_orders"] and row["tenure_days"] >= 365]
    new = [row for row in rows if row["has_orders"] and row["tenure_days"] < 365]
    new += [row for row in rows if not row["has_orders"] and (leading(row) or given(row) is not None)]
    result: dict[str, str | None] = {row["customer_id"]: None for row in rows}
    awake = {row["customer_id"]: Fraction(row["monetary"]) for row in old if bought_in_the_year(row)}
    big = vital(awake)
    for row in old:
        result[row["customer_id"]] = "old_big" if row["customer_id"] in big else "old_small"
    hoped = {row["customer_id"]: amount(row) for row in new if not leading(row)}
    new_big = {row["customer_id"] for row in new if leading(row)}
    if big:
        smallest = min(awake[name] for name in big)
        new_big |= {name for name, value in hoped.items() if value >= smallest}
    else:
        new_big |= vital(hoped)
    for row in new:
        result[row["customer_id"]] = "new_big" if row["customer_id"] in new_big else "new_small"
    return result


def bought_in_the_year(row: dict[str, Any]) -> bool:
    return row["recency_days"] is not None and row["recency_days"] < 365


def leading(row: dict[str, Any]) -> bool:
    return row.get("regional_standing") == "leading"


def given(row: dict[str, Any]) -> Any:
    spend = row.get("expected_spend")
    return row.get("wallet_amount") if spend is None else spend


def amount(row: dict[str, Any]) -> Fraction:
    if given(row) is not None:
        return Fraction(given(row))
    if row["frequency"] == 1:
        return Fraction(row["monetary"])
    return Fraction(row["monetary"]) * 365 / max(180, row["tenure_days"])
