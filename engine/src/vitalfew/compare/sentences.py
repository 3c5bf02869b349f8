"""A comparison in sentences: the whole, and why one customer moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from vitalfew.compare.parts import PARTS, WAYS, Direction, Part
from vitalfew.compare.wording import change_of, signed
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.compare.comparison import Comparison, Mover
    from vitalfew.compare.overview import Overview


def sentences(comparison: Comparison) -> tuple[str, ...]:
    """How many moved which way, what decided it, and what has to be known to read the figures."""
    moved = _moved(comparison.directions(), comparison.customers)
    return (*moved, *_decided(comparison), *_guarded(comparison.held), *_to_be_known(comparison))


def in_short(overview: Overview) -> tuple[str, ...]:
    """The same of movers that are counted and not looked into: nothing of what decided."""
    return (*_moved(overview.directions(), overview.customers), *_guarded(overview.held), *_schemes(overview.schemes))


def _moved(ways: Mapping[Direction, int], customers: int) -> Iterator[str]:
    moved = sum(ways.values())
    n, all_ = f"{moved:,}", f"{customers:,}"
    counts: dict[str, str] = {way: f"{ways.get(way, 0):,}" for way in WAYS}
    if not moved:
        yield say("None of the {all} customers has another grade.", all=all_)
    elif ways.get("new") or ways.get("lost"):
        yield say(
            "{n} of {all} customers have another grade: {up} up, {down} down, {new} graded for the first time, "
            "{lost} no longer graded.",
            n=n,
            all=all_,
            **counts,
        )
    else:
        yield say("{n} of {all} customers have another grade: {up} up, {down} down.", n=n, all=all_, **counts)
    if ways.get("aside"):
        yield say("{aside} of them have a grade that the other scheme does not know.", **counts)


def _decided(comparison: Comparison) -> Iterator[str]:
    if not comparison.movers:
        return
    decided = comparison.decided()
    counts: dict[str, str] = {part: f"{decided.get(part, 0):,}" for part in PARTS}
    if comparison.with_facts:
        yield say(
            "What decided: corrected facts of then {corrected}, own figures {own}, the movement of others {others}, "
            "changed parameters {parameters}.",
            **counts,
        )
        return
    del counts["corrected"]
    yield say(
        "What decided: own figures {own}, the movement of others {others}, changed parameters {parameters}.", **counts
    )
    yield say("Without the facts, corrections of what was known then are inside the own figures.")


def _guarded(held: Mapping[str, int]) -> Iterator[str]:
    if held:
        counts = {guard: f"{held.get(guard, 0):,}" for guard in ("margin", "stay", "confirmation")}
        yield say(
            "The stability guard holds {n} grades back: {margin} by its margin, {stay} by the minimum stay, "
            "{confirmation} until a second run confirms them.",
            n=f"{sum(held.values()):,}",
            **counts,
        )


def _to_be_known(comparison: Comparison) -> Iterator[str]:
    if comparison.skipped:
        yield say("The guard of the newer run looked back on a run in between; here it is asked of the older one.")
    yield from _schemes(comparison.schemes)
    if comparison.uncounted:
        yield say(
            "The schemes count {metrics} differently; without the facts that change is inside the changed parameters.",
            metrics=", ".join(comparison.uncounted),
        )
    if comparison.one_sided:
        yield say(
            "Only one of the runs knows {metrics}; that change is inside the movement of others.",
            metrics=", ".join(comparison.one_sided),
        )


def _schemes(schemes: tuple[str, str]) -> Iterator[str]:
    was, now = schemes
    if was != now:
        yield say("The runs were graded by different schemes: {was} and {now}.", was=was, now=now)


def reasons(mover: Mover) -> tuple[str, ...]:
    """Why a customer moved, the largest effect first; without a score what decided comes first, and the guard last."""
    if mover.change is None:
        told = [*_decisive(mover), *(change_of(cause) for cause in mover.causes)]
    else:
        effects = [*_own_effects(mover), *_part_effects(mover)]
        told = [sentence for _, sentence in sorted(effects, key=lambda effect: -abs(effect[0]))]
    return (*told, *_held(mover))


Effect = tuple[Decimal, str]


def _own_effects(mover: Mover) -> Iterator[Effect]:
    for cause in mover.causes:
        if cause.effect:
            yield cause.effect, say("{change}: {effect}", change=change_of(cause), effect=signed(cause.effect))


def _part_effects(mover: Mover) -> Iterator[Effect]:
    for part, told in _PARTS_IN_WORDS.items():
        effect = mover.parts[part]
        if effect and part != "own":
            yield effect, say("{change}: {effect}", change=told(), effect=signed(effect))


def _decisive(mover: Mover) -> Iterator[str]:
    """What decided, where it was not the customer's own figures, which are told one by one."""
    if mover.decided_by != "own":
        yield _PARTS_IN_WORDS[mover.decided_by]()


_PARTS_IN_WORDS: Mapping[Part, Callable[[], str]] = {
    "corrected": lambda: say("Corrected facts of then"),
    "own": lambda: say("Own figures"),
    "others": lambda: say("The movement of the other customers"),
    "parameters": lambda: say("Changed parameters of the scheme"),
}


def _held(mover: Mover) -> Iterator[str]:
    if mover.held is None:
        return
    guard, candidate = mover.held
    places = {"grade": mover.now, "candidate": candidate}
    if guard == "margin":
        yield say("The margin holds it at {grade}; its figures ask for {candidate}.", **places)
    elif guard == "stay":
        yield say("The minimum stay holds it at {grade}; its figures ask for {candidate}.", **places)
    else:
        yield say("It is held at {grade} until a second run asks for {candidate}.", **places)
