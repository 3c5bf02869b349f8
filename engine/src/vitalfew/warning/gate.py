"""Whether changed points may take the place of the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Known = float | None

OF_THREE = 2
"""So many of three months have to be no worse: eight of twelve."""


@dataclass(frozen=True)
class Verdict:
    """In how many months the changed list was no less precise, how many it takes, whether warnings come no later."""

    months: int
    not_lower: int
    needed: int
    no_later: bool

    @property
    def passed(self) -> bool:
        """Whether the changed points may replace the old ones."""
        return self.not_lower >= self.needed and self.no_later


def verdict(old: Sequence[Known], new: Sequence[Known], old_lead: Known, new_lead: Known) -> Verdict:
    """The gate: precision not lower in at least eight of twelve months, and the lead time not shorter.

    `old` and `new` are the precision month by month, None where a list is empty: nothing is worse than no list.

    >>> from vitalfew.warning.gate import verdict
    >>> verdict([0.5, 0.5, 0.5], [0.6, 0.5, 0.1], 40, 41).passed, verdict([0.5], [0.6], 40, 39).passed
    (True, False)
    """
    not_lower = sum(_not_below(now, before) for before, now in zip(old, new, strict=True))
    return Verdict(len(old), not_lower, -(-OF_THREE * len(old) // 3), _not_below(new_lead, old_lead))


def _not_below(now: Known, before: Known) -> bool:
    return before is None or (now is not None and now >= before)
