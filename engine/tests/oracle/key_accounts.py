"""Key accounts from contract section 4, in slow plain Python: metrics of every customer → grade, score, standing."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

Rows = Sequence[dict[str, Any]]

WEIGHTS = {"value": 25, "loyalty": 15, "influence": 5, "potential": 15, "contribution": 20, "collection": 10, "joy": 10}
METRICS = {
    "value": ["monetary"],
    "loyalty": ["tenure_days", "frequency"],
    "influence": ["influence"],
    "potential": ["growth", "expected_spend"],
    "contribution": ["contribution"],
    "collection": ["collection"],
    "joy": ["satisfaction"],
}


def midrank(row: dict[str, Any], rows: Rows, metric: str) -> Fraction | None:
    if row[metric] is None:
        return None
    values = [Fraction(other[metric]) for other in rows if other[metric] is not None]
    if len(values) == 1:
        return Fraction(50)
    worse = sum(1 for value in values if value < row[metric])
    equal = sum(1 for value in values if value == row[metric])
    return 100 * (worse + Fraction(equal - 1, 2)) / (len(values) - 1)


def shown(value: Fraction) -> Decimal:
    cents = value * 100
    whole = Decimal(cents.numerator // cents.denominator)
    rest = cents - int(whole)
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    return ((whole + (1 if up else 0)) / 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)


def key_accounts(rows: Rows) -> dict[str, dict[str, Any]]:
    columns = rows[0].keys()
    there = {part: [m for m in names if m in columns] for part, names in METRICS.items()}
    there = {part: names for part, names in there.items() if names}
    buyers = [row for row in rows if row["has_orders"]]
    return {row["customer_id"]: buyer(row, buyers, there) if row["has_orders"] else prospect(row, rows) for row in rows}


def buyer(row: dict[str, Any], buyers: Rows, there: dict[str, list[str]]) -> dict[str, Any]:
    whole = sum(WEIGHTS[part] for part in there)
    score, coverage, points = Fraction(0), Fraction(0), {}
    for part, names in there.items():
        ranks = [midrank(row, buyers, name) for name in names]
        points[part] = sum((Fraction(50) if rank is None else rank for rank in ranks), Fraction(0)) / len(ranks)
        score += Fraction(WEIGHTS[part], whole) * points[part]
        known = sum(1 for rank in ranks if rank is not None)
        coverage += Fraction(WEIGHTS[part], whole) * Fraction(known, len(ranks))
    seen = shown(score)
    grade = "A" if seen >= 70 else "B" if seen >= 50 else "C" if seen >= 30 else "D"
    if grade == "A" and coverage < Fraction(6, 10):
        grade = "B"
    high = "potential" in points and points["potential"] >= 70
    standing = "key" if grade == "A" else "potential" if high else "ordinary"
    return {"grade": grade, "score": seen, "coverage": shown(coverage * 100), "standing": standing}


def prospect(row: dict[str, Any], rows: Rows) -> dict[str, Any]:
    rank = midrank(row, rows, "expected_spend") if "expected_spend" in row else None
    standing = "potential" if rank is not None and rank >= 70 else "ordinary"
    return {"grade": "prospect", "score": None, "coverage": None, "standing": standing}
