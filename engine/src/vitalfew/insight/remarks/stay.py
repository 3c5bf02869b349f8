"""Second purchases, how long customers stay, and the rule by which silence is loss."""

from __future__ import annotations

from collections.abc import Iterator

from vitalfew.insight.estimates import Share
from vitalfew.insight.rhythm import FEWEST, Limits
from vitalfew.insight.second import WITHIN, Second
from vitalfew.insight.survival import Survival
from vitalfew.readers.reading import Note

Values = dict[str, str | int]


def of_second(second: Second) -> Iterator[Note]:
    """How many bought again, within the longest time that anybody was watched."""
    if second.longest is None:
        yield Note(
            "second_unknown",
            "Nobody has been a customer for {days} days yet: how many buy again cannot be said.",
            {"days": WITHIN[0]},
        )
        return
    days, found = second.longest
    values: Values = {"n": found.of, "days": days, **_percents(found)}
    if second.median_days is None:
        yield Note(
            "second_never", "Of {n} customers first seen {days} days ago or longer nobody has bought again.", values
        )
        return
    yield Note(
        "second",
        "Of {n} customers first seen {days} days ago or longer, {share} % bought again within that time ({low} to {high} "
        "%); half of all who came back did so within {median} days.",
        {**values, "median": f"{second.median_days:g}"},
    )


def of_stay(stay: Survival) -> Iterator[Note]:
    """How many still buy after the longest time of `WITHIN` that anybody was watched."""
    watched = [(days, point) for days in WITHIN if (point := stay.after(days)) is not None]
    if not watched:
        return
    days, point = watched[-1]
    share = f"{100 * point.share:.0f}"
    if point.low is None or point.high is None:
        yield Note(
            "stay_all_alike",
            "Of 100 new customers {share} still buy after {days} days.",
            {"share": share, "days": days},
        )
        return
    values: Values = {"share": share, "low": f"{100 * point.low:.0f}", "high": f"{100 * point.high:.0f}", "days": days}
    yield Note("stay", "Of 100 new customers {share} ({low} to {high}) still buy after {days} days.", values)


def of_rule(limits: Limits, too_new: int) -> Iterator[Note]:
    """When silence is taken for loss, and who cannot be judged by it yet."""
    if limits.given is not None:
        yield Note("lost_given", "Lost is who has been silent for more than {days} days.", {"days": limits.given})
    elif not limits.judged:
        yield Note(
            "lost_lent",
            "Lost is who has been silent for more than three times the interval that nine of ten of its own gaps do not "
            "exceed (a week at least); nobody has {few} gaps yet, so it is {days} days for everybody.",
            {"few": FEWEST, "days": limits.lent},
        )
    else:
        yield Note(
            "lost_rule",
            "Lost is who has been silent for more than three times the interval that nine of ten of its own gaps do not "
            "exceed (a week at least); with fewer than {few} gaps for more than {days} days, from the median of the "
            "{judged} others.",
            {"few": FEWEST, "days": limits.lent, "judged": limits.judged},
        )
    if too_new:
        yield Note(
            "too_new",
            "{n} customers came too lately to say how long they stay; they are left out of it.",
            {"n": too_new},
        )


def _percents(found: Share) -> dict[str, str]:
    shares = {"share": found.share, "low": found.low, "high": found.high}
    return {name: f"{100 * value:.0f}" for name, value in shares.items() if value is not None}
