"""ABC from contract section 4, `pareto`, in slow plain Python: metrics of every customer → class, score, shares."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any


def shown(value: Fraction, digits: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN)


def abc(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    buyers = [row for row in rows if row["has_orders"]]
    total = sum((max(Fraction(row["monetary"]), Fraction(0)) for row in buyers), Fraction(0))
    result = {row["customer_id"]: {"grade": None, "score": None} for row in rows}
    for row in buyers:
        mine = Fraction(row["monetary"])
        larger = sum((max(Fraction(o["monetary"]), Fraction(0)) for o in buyers if o["monetary"] > mine), Fraction(0))
        equal = sum((max(Fraction(o["monetary"]), Fraction(0)) for o in buyers if o["monetary"] == mine), Fraction(0))
        result[row["customer_id"]] = {
            "grade": grade(mine, larger, total),
            "score": shown(100 * (1 - larger / total), 2) if total else Decimal("0.00"),
            "share": shown(max(mine, Fraction(0)) / total, 6) if total else None,
            "cumulative_share": shown((larger + equal) / total, 6) if total else None,
        }
    return result


def grade(mine: Fraction, larger: Fraction, total: Fraction) -> str:
    if mine <= 0 or total == 0:
        return "C"
    if 100 * larger < 80 * total:
        return "A"
    return "B" if 100 * larger < 95 * total else "C"
