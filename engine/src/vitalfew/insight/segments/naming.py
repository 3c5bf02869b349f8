"""Middles of groups → names by what sets each apart, the same for the same behaviour in every run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vitalfew.insight.segments.behaviour import Matrix
from vitalfew.languages import language, say

APART = 0.4
"""Deviations from the mean of all customers from which on a feature names a group."""

NAMED = 2
"""Features of a name; more where two groups would bear one name."""

MIDDLING = "middle"

FOLLOWS = "categories"

HIGH_LOW = {
    "silence": ("quiet", "active"),
    "purchases": ("often", "seldom"),
    "spend": ("large", "small"),
    "known": ("long_known", "new"),
    "categories": ("broad", "narrow"),
    "promotion": ("promotion", "full_price"),
}
"""Feature → the word for much of it, and for little."""


def words() -> dict[str, str]:
    """What each part of a name means, for people."""
    return {
        "quiet": say("quiet for long"),
        "active": say("bought lately"),
        "often": say("buy often"),
        "seldom": say("buy seldom"),
        "large": say("large orders"),
        "small": say("small orders"),
        "long_known": say("long known"),
        "new": say("new here"),
        "broad": say("many categories"),
        "narrow": say("few categories"),
        "promotion": say("under promotions"),
        "full_price": say("at full price"),
        MIDDLING: say("in the middle of all"),
    }


def names_of(middles: Matrix, features: Sequence[str]) -> tuple[str, ...]:
    """A name for each group, as `often-large`: what sets it apart most, in the order of the features.

    Groups that would share a name take a feature more each; what is left alike is numbered, the first stays as it is.
    """
    parts = [_parts(middle, features) for middle in middles]
    for many in range(min(NAMED, len(features)), len(features) + 1):
        names = [_joined(part[:many], features) for part in parts]
        if len(set(names)) == len(names):
            break
    often: Counter[str] = Counter()
    for place, name in enumerate(names):
        often[name] += 1
        if often[name] > 1:
            names[place] = f"{name}-{often[name]}"
    return tuple(names)


def told_apart(middles: Matrix, features: Sequence[str]) -> bool:
    """Whether each group has a name of its own without a number."""
    return not any(name[-1].isdigit() for name in names_of(middles, features))


def _parts(middle: Matrix, features: Sequence[str]) -> list[tuple[str, str]]:
    """Feature and word, what sets apart most first; categories last, since who buys often buys more of them."""

    def rank(place: int) -> tuple[bool, float, int]:
        return features[place] == FOLLOWS, -round(abs(float(middle[place])), 6), place

    order = sorted(range(len(features)), key=rank)
    return [
        (features[one], HIGH_LOW[features[one]][int(middle[one] < 0)]) for one in order if abs(middle[one]) >= APART
    ]


def _joined(parts: Sequence[tuple[str, str]], features: Sequence[str]) -> str:
    ordered = sorted(parts, key=lambda part: features.index(part[0]))
    return "-".join(word for _, word in ordered) or MIDDLING


def spoken(name: str) -> str:
    """A name for people, in the current language."""
    said = words()
    *parts, last = name.split("-")
    known = [said[part] for part in parts]
    shown = said.get(last, f"({last})")
    return (", " if language() == "en" else "、").join([*known, shown])
