"""Segments in sentences: how clear they are, what each brings, and how they have drifted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from vitalfew.insight.segments.clusters import SMALLEST, Clusters
from vitalfew.insight.segments.drift import ALIKE, SAME, Drift
from vitalfew.insight.segments.naming import spoken
from vitalfew.insight.segments.profile import Profile
from vitalfew.languages import language, say
from vitalfew.metrics.windows import YEAR
from vitalfew.readers.reading import Note

CLEAR, WEAK = 0.5, 0.25
"""Mean silhouettes from which on groups are clear, and below which there are none to speak of (Kaufman and Rousseeuw 1990)."""


def feature_name(name: str) -> str:
    """By what customers are alike, for people."""
    return {
        "silence": say("days since the last purchase"),
        "purchases": say("purchases a year"),
        "spend": say("money a purchase"),
        "known": say("days since the first purchase"),
        "categories": say("categories a year"),
        "promotion": say("share under promotions"),
    }[name]


def portrait(one: Profile) -> str:
    """What is typical of the customers of a segment, in one line."""
    told = {name: f"{value:,.0f}" for name, value in one.typical.items()}
    told["promotion"] = f"{100 * one.typical.get('promotion', 0):.0f}"
    parts = {
        "silence": say("silent for {n} days", n=told["silence"]),
        "purchases": say("{n} purchases a year", n=told["purchases"]),
        "spend": say("{n} each", n=told["spend"]),
        "known": say("known for {n} days", n=told["known"]),
        "categories": say("{n} categories", n=told.get("categories", "")),
        "promotion": say("{n} % under promotions", n=told["promotion"]),
    }
    said = (parts[name] for name in one.typical if name != "promotion" or one.typical[name])
    return (", " if language() == "en" else "，").join(said)


def of_structure(
    found: Clusters | None, tried: Sequence[tuple[int, float]], features: Sequence[str], customers: int
) -> Iterator[Note]:
    """By what segments were laid, and whether customers fall into groups at all."""
    if found is None:
        text = "No segments: {n} customers do not part into groups of at least {few}."
        yield Note("no_segments", text, {"n": customers, "few": SMALLEST}, warning=True)
        return
    names = (", " if language() == "en" else "、").join(map(feature_name, features))
    yield Note("laid_by", "Customers of a segment are alike in: {names}.", {"names": names})
    shown = f"{found.silhouette:.2f}"
    if found.silhouette >= CLEAR:
        text = "The {n} segments are clearly apart: silhouette {value}."
    elif found.silhouette >= WEAK:
        text = "The {n} segments can be told apart, with a broad border between them: silhouette {value}."
    else:
        text = "Customers pass into each other without a gap: the {n} segments cut through a cloud, silhouette {value}."
    yield Note("structure", text, {"n": len(found.middles), "value": shown}, warning=found.silhouette < WEAK)
    if len(tried) > 1:
        others = ", ".join(f"{count}: {value:.2f}" for count, value in tried)
        yield Note("tried", "Silhouette by number of segments: {others}.", {"others": others})


def of_segments(profiles: Sequence[Profile]) -> Iterator[Note]:
    """What the segment with most sales brings."""
    if profiles and profiles[0].sales_share is not None:
        first = profiles[0]
        yield Note(
            "largest",
            "Most sales come from “{segment}”: {customers} % of the customers bring {sales} % of the sales of {days} days.",
            {
                "segment": spoken(first.segment),
                "customers": f"{100 * first.share:.0f}",
                "sales": f"{100 * (first.sales_share or 0):.0f}",
                "days": YEAR,
            },
        )


def of_drift(moved: Drift | None, first_day: date, *, formed: bool) -> Iterator[Note]:
    """Who changed, and whether the segments themselves are still those of a year ago."""
    if not formed:
        return
    if moved is None:
        text = "The facts begin on {day}: a drift in a year can be told of two years of facts."
        yield Note("no_drift", text, {"day": first_day.isoformat()})
        return
    day = moved.then.isoformat()
    if moved.stayed.share is not None:
        yield Note(
            "stayed",
            "Since {day} {stayed} % of {n} customers stayed in their segment.",
            {"day": day, "stayed": f"{100 * moved.stayed.share:.0f}", "n": moved.stayed.of},
        )
    text = {
        "none": "The sizes of the segments are as on {day}: stability index {value}.",
        "some": "The sizes of the segments have shifted since {day}: stability index {value}.",
        "far": "The sizes of the segments are far from those on {day}: stability index {value}. Look at who moved.",
    }[moved.shift]
    values = {"day": day, "value": f"{moved.stability:.2f}"}
    yield Note("sizes", text, values, warning=moved.shift == "far")
    if moved.agreement is not None:
        yield _of_agreement(moved.agreement, day)


def _of_agreement(agreement: float, day: str) -> Note:
    if agreement >= SAME:
        text = "The facts of {day} alone would have given the same segments: agreement {value}."
    elif agreement >= ALIKE:
        text = "The facts of {day} alone would have given much the same segments: agreement {value}."
    else:
        text = (
            "The facts of {day} alone would have given other segments: agreement {value}. Name them anew before you plan by "
            "them."
        )
    return Note("agreement", text, {"day": day, "value": f"{agreement:.2f}"}, warning=agreement < ALIKE)
