"""RFM from contract section 4, in slow plain Python: metrics of every customer → r, f, m, segment, score."""

from collections.abc import Sequence
from typing import Any


def fifth(row: dict[str, Any], rows: Sequence[dict[str, Any]], metric: str, sign: int) -> int | None:
    if row[metric] is None:
        return None
    values = [sign * other[metric] for other in rows if other[metric] is not None]
    worse = sum(1 for value in values if value < sign * row[metric])
    return 1 + (5 * worse) // len(values)


def rfm(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    buyers = [row for row in rows if row["has_orders"]]
    result: dict[str, dict[str, Any]] = {}
    for row in rows:
        if not row["has_orders"]:
            result[row["customer_id"]] = {"grade": "no_order", "score": None, "r": None, "f": None, "m": None}
            continue
        r = fifth(row, buyers, "recency_days", -1)
        f, m = fifth(row, buyers, "frequency", 1), fifth(row, buyers, "monetary", 1)
        assert f is not None
        assert m is not None
        result[row["customer_id"]] = {
            "grade": segment(r, (f + m + 1) // 2),
            "score": None if r is None else r + f + m,
            "r": r,
            "f": f,
            "m": m,
        }
    return result


def segment(r: int | None, x: int) -> str:
    if r is None:
        return "no_valid_order"
    rules = [
        (r >= 4 and x == 5, "champions"),
        (r >= 4 and x == 4, "loyal"),
        (r == 3 and x >= 4, "loyal"),
        (r <= 2 and x == 5, "must_not_lose"),
        (r <= 2 and x in (3, 4), "at_risk"),
        (r >= 4 and x in (2, 3), "potential_loyal"),
        (r == 5 and x == 1, "new"),
        (r == 4 and x == 1, "promising"),
        (r == 3 and x == 3, "needs_attention"),
        (r == 3 and x <= 2, "about_to_sleep"),
        (r == 2 and x <= 2, "hibernating"),
        (r == 1 and x <= 2, "lost"),
    ]
    fitting = [name for holds, name in rules if holds]
    assert len(fitting) == 1, "the cells leave no gap and do not overlap"
    return fitting[0]
