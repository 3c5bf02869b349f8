"""The customers of the example company: invented from a seed, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from vitalfew_web.accounts.choices import ChannelRole, Kind, Level, Ownership, Position, Size, Source
from vitalfew_web.demo.choices import INDUSTRIES, SCRIPTS, Script

SEED = 2026


def invented(customers: int, seed: int = SEED) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many customers as the key of their owner and their fields; no two have one name."""
    chance = Random(seed)  # noqa: S311  (an example is to be the same every time, not unguessable)
    names: set[str] = set()
    for place in range(customers):
        script = chance.choices(SCRIPTS, weights=(5, 2, 3))[0]
        name = _name(script, chance, names)
        yield chance.choice(script.owners), _fields(name, place, script, chance)


def _name(script: Script, chance: Random, taken: set[str]) -> str:
    place, word, trade = (chance.choice(parts) for parts in (script.places, script.words, script.trades))
    name = place + word + (" " if trade.isascii() else "") + trade
    while name in taken:
        name = f"{name} {chance.randint(2, 99)}"
    taken.add(name)
    return name


def _fields(name: str, place: int, script: Script, chance: Random) -> dict[str, Any]:
    return {
        "number": f"K-{1001 + place}",
        "name": name,
        "kind": Kind.PERSON if chance.random() < 0.03 else Kind.COMPANY,
        "channel_role": chance.choice(ChannelRole.values),
        "industry": chance.choice(INDUSTRIES),
        "region": chance.choice(script.regions),
        "size": chance.choices(Size.values, weights=(2, 5, 3, 1))[0],
        "ownership": chance.choice(Ownership.values),
        "source": chance.choice(Source.values),
        "position": chance.choice(Position.values),
        "intent": chance.choice(Level.values),
        "risk_bearing": chance.choice(Level.values),
        "phone": script.phone.format(chance.randint(0, 999), chance.randint(0, 9999)),
    }
