"""Lost customers in sentences: how many, what kind, what went with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from vitalfew.insight.kinds import FALSE, Kind
from vitalfew.insight.season import WINDOW, Trend
from vitalfew.readers.reading import Note

MOST = 5
"""Kinds that are told in a sentence each."""


def of_lost(lost: int, judged: int, yearly: Decimal) -> Iterator[Note]:
    """How many were lost of those that could have been."""
    if not judged:
        yield Note("lost_unknown", "Nobody has been known for long enough to be lost.")
        return
    yield Note(
        "lost",
        "Lost: {n} of the {judged} customers known for long enough ({share} %); they brought {yearly} in their last year.",
        {"n": lost, "judged": judged, "share": f"{100 * lost / judged:.0f}", "yearly": f"{yearly:,}"},
    )


def of_kinds(kinds: Sequence[Kind], *, known: bool) -> Iterator[Note]:
    """The kinds that stand out, the surest first, and how many were compared."""
    if not known:
        yield Note(
            "no_kinds", "What kind of customers were lost is not available: give the customers' file with --customers."
        )
        return
    found = [kind for kind in kinds if kind.found]
    if not found:
        yield Note(
            "no_kind_found",
            "{n} kinds were compared with all others: none stands out from what chance alone gives.",
            {"n": len(kinds)},
        )
        return
    for kind in found[:MOST]:
        yield Note(
            "kind",
            "{attribute} {value}: {share} % of {n} were lost ({low} to {high} %), of the others {others} %.",
            {
                "attribute": kind.attribute,
                "value": kind.value,
                "n": kind.lost.of,
                "others": _percent(kind.others.share),
                "share": _percent(kind.lost.share),
                "low": _percent(kind.lost.low),
                "high": _percent(kind.lost.high),
            },
        )
    yield Note(
        "kinds",
        "{n} kinds were compared with all others, {found} stand out; about {false} % of those by chance. A kind is no cause.",
        {"n": len(kinds), "found": len(found), "false": f"{100 * FALSE:.0f}"},
    )


def of_falling(falling: Trend, window: int = WINDOW) -> Iterator[Note]:
    """The money that moves away from us although the customer still buys."""
    if falling.customers:
        yield Note(
            "moved_away",
            "Moved away in part: {n} customers that still buy brought {less} less in the last {days} days than in the same "
            "days a year ago.",
            {"n": falling.customers, "less": f"{falling.season - falling.recent:,}", "days": window},
        )


def _percent(share: float | None) -> str:
    return f"{100 * (share or 0):.0f}"
