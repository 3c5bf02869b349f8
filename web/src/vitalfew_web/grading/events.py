"""What happened in grading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GradesChanged:
    """The grades of a run hold now. `moved` customers have another grade than before; the moves name them."""

    run_id: int
    before_id: int | None
    customers: int
    moved: int
