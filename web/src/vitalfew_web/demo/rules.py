"""The customers of the example company: one sample in three languages, each customer in the one of its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from graphlib import TopologicalSorter
from random import Random
from typing import Any

from vitalfew_web.accounts.choices import (
    DecisionRole,
    Function,
    Item,
    Level,
    Ownership,
    Period,
    Personality,
    Position,
    Size,
    Source,
)
from vitalfew_web.core.money import from_plain
from vitalfew_web.demo.choices import BUYERS, SCRIPTS, Script

Row = Mapping[str, str]

CURRENCY = "CNY"
"""Of all amounts of the sample."""

OWNED = {"state_owned": Ownership.STATE, "multinational": Ownership.FOREIGN, "small_medium": Ownership.PRIVATE}
STANDING = {"leading": Position.LEADER, "middle": Position.FOLLOWER, "small": Position.SMALL}


def told_in_scripts(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Script, Row]]:
    """The same customers in several languages (language → rows) → each in one; a group of companies speaks one language."""
    weights = [script.weight for script in SCRIPTS]
    for told in zip(*(rows[script.language] for script in SCRIPTS), strict=True):
        head = told[0]["parent_id"] or told[0]["customer_id"]
        place = _chance(head).choices(range(len(SCRIPTS)), weights=weights)[0]
        yield SCRIPTS[place], told[place]


def with_own_names(rows: Sequence[tuple[Script, Row]]) -> list[tuple[Script, Row]]:
    """The same rows, where no two have one name: the place tells them apart, else the number."""
    for part in ("region", "customer_id"):
        often = Counter(row["name"] for _, row in rows)
        rows = [
            (s, row if often[row["name"]] == 1 else {**row, "name": s.beside(row["name"], row[part])})
            for s, row in rows
        ]
    return list(rows)


def opened(script: Script, row: Row) -> tuple[str, dict[str, Any]]:
    """The key of who looks after a customer, and the fields that it is opened with."""
    chance = _chance(row["customer_id"])
    return chance.choice(script.owners), {
        "number": row["customer_id"],
        "name": row["name"],
        "kind": row["kind"],
        "channel_role": row["channel_role"],
        "industry": row["industry"],
        "region": row["region"],
        "size": Size.LARGE if row["company_type"] == "multinational" else chance.choice(Size.values[:3]),
        "ownership": OWNED.get(row["company_type"], ""),
        "source": Source.REFERRAL if row["introduced_by"] else chance.choice(Source.values[1:]),
        "position": STANDING.get(row["regional_standing"], ""),
        "intent": level(row["intent"]),
        "risk_bearing": level(row["risk_bearing"]),
        **_expected(script, row),
        "phone": script.phone.format(chance.randint(0, 999), chance.randint(0, 9999)),
    }


def _expected(script: Script, row: Row) -> dict[str, Any]:
    """What a customer is to spend in a year, as its buyers said when somebody was last there."""
    if not row["expected_spend"] or not row["key_person_touch"]:
        return {}
    return {
        "expected_spend": from_plain(f"{CURRENCY} {row['expected_spend']}"),
        "expected_per": Period.YEAR,
        "expected_said_by": script.buyers,
        "expected_said_on": date.fromisoformat(row["key_person_touch"]),
    }


def relations(row: Row) -> dict[str, str]:
    """Which customers one belongs to and was introduced by, where it is so."""
    related = {"parent": row["parent_id"], "introduced_by": row["introduced_by"]}
    return {name: number for name, number in related.items() if number}


def in_order(rows: Iterable[Row]) -> Iterable[str]:
    """The numbers of all customers, each after those that it names."""
    return TopologicalSorter({row["customer_id"]: relations(row).values() for row in rows}).static_order()


def level(points: str) -> str:
    """A judgement of 0 to 100 points in three steps; none where there are no points."""
    if not points:
        return ""
    return Level.HIGH if int(points) >= 67 else Level.MEDIUM if int(points) >= 34 else Level.LOW


def _chance(name: str) -> Random:
    """The same for a name every time, and apart from every other."""
    return Random(name)  # noqa: S311  (an example is to be the same every time, not unguessable)


ITEMS = (
    (Item.BIRTHDAY, ("solar:1978-05-12", "lunar:1971-08-15", "solar:--11-03", "lunar:--L04-08")),
    (Item.PERSONALITY, tuple(Personality.values)),
    (Item.ATTITUDE, ("Open to trials", "Wants figures first", "Careful since the last delivery")),
    (Item.BUYING, ("Buys twice a year, after the fair", "Small orders, every week", "Asks three firms each time")),
)


def people_at(script: Script, number: str) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """The people at a customer, as fields and personal items; the first is the main one. The same every time."""
    names, posts = BUYERS[script.language]
    chance = _chance(f"people at {number}")
    for turn, name in enumerate(chance.sample(names, chance.randint(2, 4))):
        fields = {
            "name": name,
            "post": chance.choice(posts),
            "function": chance.choice(Function.values[:-1]),
            "decision_role": chance.choice(DecisionRole.values),
            "phones": [script.phone.format(chance.randint(0, 999), chance.randint(0, 9999))],
            "is_main": turn == 0,
        }
        known = chance.sample(ITEMS, 2) if turn < 2 else []
        yield fields, {item: chance.choice(values) for item, values in known}
