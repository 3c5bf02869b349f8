"""20/60/20 from contract section 4, in slow plain Python: by the number of customers, ties together."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any


def pareto_20_60_20(rows: Sequence[dict[str, Any]]) -> dict[str, str | None]:
    over = "contribution" if "contribution" in rows[0] else "monetary"
    known = [row for row in rows if row["has_orders"] and row[over] is not None]
    result: dict[str, str | None] = {row["customer_id"]: None for row in rows}
    for row in known:
        better = sum(1 for other in known if Fraction(other[over]) > Fraction(row[over]))
        if 100 * better < 20 * len(known):
            result[row["customer_id"]] = "top"
        else:
            result[row["customer_id"]] = "middle" if 100 * better < 80 * len(known) else "bottom"
    return result
