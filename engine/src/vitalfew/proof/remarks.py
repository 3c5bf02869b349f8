"""What has to be said beside the figures of a backtest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pyarrow as pa

from vitalfew.proof.asked import Trial
from vitalfew.proof.forecasts import FEW
from vitalfew.proof.result import Origin
from vitalfew.readers.reading import Note


def of_undated(metrics: Sequence[str], asked: Trial) -> Iterator[Note]:
    """What was done with figures that bear no day."""
    listed = {"listed": ", ".join(metrics)}
    if metrics and asked.undated:
        yield Note(
            "backtest_undated_used",
            "Taken as they stand today, though they bear no day and may know what came later: {listed}. The result may "
            "be too good.",
            listed,
            warning=True,
        )
    elif metrics:
        yield Note(
            "backtest_undated_left_out",
            "Left out or graded without, because what they look at bears no day and may know what came later: {listed}. "
            "--undated takes it as it stands.",
            listed,
        )


def of_origins(origins: Sequence[Origin], asked: Trial) -> Iterator[Note]:
    """What limits the figures of some days."""
    short = [origin for origin in origins if _seen(origin) < asked.horizon]
    for origin in short:
        yield Note(
            "backtest_short",
            "After {day} the facts hold {seen} of the {days} days: all methods are judged by these.",
            {"day": origin.at.isoformat(), "seen": _seen(origin), "days": asked.horizon},
            warning=True,
        )
    blind = [origin.at for origin in origins if origin.estimates["scheme"]["brier"] is None]
    if blind:
        yield Note(
            "backtest_no_chance",
            "No chance of buying and no expected amount as of {days}: they are learned from the {horizon} days before, "
            "and at least {few} customers must have been known by then. What is learned from them is missing.",
            {"days": _listed(blind), "horizon": asked.horizon, "few": FEW},
        )
    silent = [origin.at for origin in origins if not origin.bought]
    if silent:
        yield Note(
            "backtest_nobody_bought",
            "Nobody known on {days} bought in the days after: there is nothing to rank by.",
            {"days": _listed(silent)},
            warning=True,
        )
    unknown = sum(origin.rows["profit_after"].null_count for origin in origins if _has_profit(origin.rows))
    if unknown:
        yield Note(
            "backtest_no_cost",
            "{n} customers bought only lines without a known cost: their profit is not counted.",
            {"n": unknown},
            warning=True,
        )


def _seen(origin: Origin) -> int:
    return (origin.last - origin.at).days


def _has_profit(rows: pa.Table) -> bool:
    return "profit_after" in rows.column_names


def _listed(days: Sequence[date]) -> str:
    return ", ".join(day.isoformat() for day in days)
