"""Early warning in sentences: what speaks of leaving in each customer, how long the list is, by which points."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import Facts
from vitalfew.insight.rhythm import FEWEST
from vitalfew.languages import language, say
from vitalfew.readers.reading import Note
from vitalfew.warning.scoring import COLOURS, MOST
from vitalfew.warning.signals import SIGNALS, Signal


def sentences(rows: pa.Table, signals: Iterable[Signal]) -> pa.Array:
    """What is to be said of each customer that has points, in the current language; missing of all others."""
    pointed = pc.fill_null(pc.greater(rows["points"], 0), False)
    told = iter([_of_one(row, signals) for row in rows.filter(pointed).to_pylist()])
    return pa.array([next(told) if has else None for has in pointed.to_pylist()], pa.string())


def _of_one(row: Mapping[str, Any], signals: Iterable[Signal]) -> str:
    stop = "; " if language() == "en" else "；"
    return stop.join(signal.sentence(row) for signal in signals if row[signal.name])


def signal_name(name: str) -> str:
    """A signal for people."""
    return {
        "rhythm": say("own rhythm"),
        "value": say("value trend"),
        "range": say("range"),
        "margin": say("margin"),
        "price": say("price"),
        "returns": say("returns"),
        "payment": say("payment"),
        "complaints": say("complaints"),
        "survey": say("survey"),
        "visits": say("visits"),
    }[name]


def colour_name(colour: str) -> str:
    """A colour for people."""
    return {"red": say("red"), "yellow": say("yellow"), "green": say("green")}[colour]


def of_alarms(alarms: int, worth: Decimal, pointed: int, length: int) -> Iterator[Note]:
    """Whom to call, and how many are left off."""
    if not alarms:
        yield Note("no_warning", "No customer gives a signal that it may leave.")
        return
    yield Note(
        "warning_list",
        "To call: {n} customers that brought {worth} in their last year, most points first, then most value.",
        {"n": alarms, "worth": f"{worth:,}"},
    )
    if pointed > alarms:
        yield Note(
            "warning_left_off",
            "{n} more customers have points and stand on no list: it has {length} places (--list), as many as can be called.",
            {"n": pointed - alarms, "length": length},
        )


def of_too_few(customers: int) -> Iterator[Note]:
    """Whose rhythm cannot be judged."""
    if customers:
        yield Note(
            "warning_too_few",
            "{n} customers have fewer than {few} intervals between purchases: too few to judge rhythm and value.",
            {"n": customers, "few": FEWEST},
        )


def of_points(given: Container[str]) -> Iterator[Note]:
    """What each signal counts, of those that are given."""
    yield Note(
        "warning_points",
        "Points: {listed}; together at most {most}. Red from {red} points, yellow from {yellow}.",
        {
            "listed": ", ".join(f"{signal_name(one.name)} {one.most}" for one in SIGNALS if one.name in given),
            "most": MOST,
            "red": COLOURS["red"],
            "yellow": COLOURS["yellow"],
        },
    )


def of_lacking(facts: Facts) -> Iterator[Note]:
    """The signals that the facts cannot give, said once."""
    lacking = {signal.name: lack for signal in SIGNALS if (lack := signal.lacking(facts))}
    if lacking:
        listed = ", ".join(f"{signal_name(name)} ({lack})" for name, lack in lacking.items())
        yield Note("not_available", "Not available in these facts: {listed}.", {"listed": listed})
