"""Two runs held against each other, from their own files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from vitalfew.compare import Mover, Overview, overview
from vitalfew.compare.parts import PARTS, WAYS
from vitalfew.run.read_back import written_run
from vitalfew_web.grading.gateways.running import MANIFEST, result_place

SHOWN = 60
"""Movers on a page."""
EXPLAINED = 600
"""So many movers are all looked into, so that it is known what decided; of more only those that a page shows."""


def compared(earlier: int, later: int, way: str = "", page: int = 1) -> dict[str, Any]:
    """Who moved from one run to the other and why, as plain values in the engine's language. Refused as by the engine.

    `way` keeps one direction; `page` counts from 1.
    """
    before, after = (written_run(result_place(run) / MANIFEST) for run in (earlier, later))
    return plain(overview(before, after), way, page)


def plain(found: Overview, way: str = "", page: int = 1, shown: int = SHOWN) -> dict[str, Any]:
    """An overview as plain values, in the engine's language, with a page of movers and their causes."""
    moved, ways = found.moved.num_rows, found.directions()
    direction = next((name for name in WAYS if name == way), None)
    movers = found.page((page - 1) * shown, shown, direction)
    known = found.page(0, moved) if moved <= EXPLAINED else movers
    widest = max((_reach(mover) for mover in movers), default=Decimal(1)) or Decimal(1)
    listed = moved if direction is None else ways.get(direction, 0)
    return {
        "sentences": list(found.sentences()),
        "customers": found.customers,
        "directions": dict(ways),
        "held": sum(found.held.values()),
        "parts": _parts(known),
        "explained": len(known),
        "movers": [_mover(mover, widest) for mover in movers],
        "moved": moved,
        "pages": -(-listed // shown),
        "page": page,
        "widest": float(widest),
        "matrix": {
            "was": [grade or "" for grade in found.matrix.was],
            "now": [grade or "" for grade in found.matrix.now],
            "counts": [list(row) for row in found.matrix.counts],
        },
    }


def _parts(movers: Sequence[Mover]) -> list[dict[str, Any]]:
    """What decided, and what part of all points each cause moved."""
    points: Counter[str] = Counter()
    for mover in movers:
        points.update({part: abs(mover.parts[part] or Decimal(0)) for part in PARTS})
    whole, decided = sum(points.values()) or 1, Counter(mover.decided_by for mover in movers)
    return [
        {"name": part, "decided": decided.get(part, 0), "share": float(points[part] / whole)}
        for part in PARTS
        if part != "corrected"
    ]


def _reach(mover: Mover) -> Decimal:
    """How far the bars of a mover reach from the middle, to either side."""
    parts = [part or Decimal(0) for part in mover.parts.values()]
    return max(sum((part for part in parts if part > 0), Decimal(0)), -sum((p for p in parts if p < 0), Decimal(0)))


def _mover(mover: Mover, widest: Decimal) -> dict[str, Any]:
    return {
        "customer": mover.customer_id,
        "name": mover.name or mover.customer_id,
        "was": mover.was or "",
        "now": mover.now or "",
        "score_was": None if mover.score_was is None else str(mover.score_was),
        "score_now": None if mover.score_now is None else str(mover.score_now),
        "change": None if mover.change is None else str(mover.change),
        "direction": mover.direction,
        "brings": None if mover.brings is None else str(mover.brings),
        "reasons": list(mover.reasons()[:3]),
        "bars": _bars(mover, widest),
        "mark": None if mover.change is None else _place(mover.change, widest),
    }


def _place(points: Decimal, widest: Decimal) -> float:
    """Where so many points stand on an axis from 0 to 100 whose middle is nothing."""
    return round(float(50 + 48 * points / widest), 2)


def _bars(mover: Mover, widest: Decimal) -> list[dict[str, Any]]:
    """The parts of a change side by side: gains to the right, losses to the left."""
    up = down = Decimal(0)
    bars = []
    for part in PARTS:
        points = mover.parts[part]
        if not points:
            continue
        start, end = (up, up + points) if points > 0 else (down, down + points)
        up, down = (end, down) if points > 0 else (up, end)
        left, right = sorted((_place(start, widest), _place(end, widest)))
        bars.append({"part": part, "x": left, "width": round(max(right - left, 0.3), 2), "points": str(points)})
    return bars
