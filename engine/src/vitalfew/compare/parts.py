"""What a change is made of: its parts, its causes, and which way a grade goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from vitalfew.registry import Metric

Part = Literal["corrected", "own", "others", "parameters"]
PARTS: tuple[Part, ...] = ("corrected", "own", "others", "parameters")
"""Corrected old facts, own metrics, other customers' movement, changed parameters: the order of the split."""

Direction = Literal["up", "down", "new", "lost", "aside"]
WAYS: tuple[Direction, ...] = ("up", "down", "new", "lost", "aside")
"""To a better or worse grade, from or to none, and to one that stands in no order with the old one."""


@dataclass(frozen=True)
class Cause:
    """A metric of the customer itself that changed, and what that did to the score (missing without a score)."""

    metric: str
    was: Any
    now: Any
    effect: Decimal | None
    declared: Metric = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        """Contract section 5."""
        return {"metric": self.metric, "from": self.was, "to": self.now, "effect": self.effect}
