"""The customers of the example company: one sample in three languages, each customer in the one of its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
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


def told_in_scripts(rows: Mapping[str, Iterable[Row]]) -> Iterator[tuple[Script, Row]]:
    """The same customers in several languages (language → rows) → each in one; a group of companies speaks one language."""
    places = {script.language: place for place, script in enumerate(SCRIPTS)}
    for told in zip(*(rows[script.language] for script in SCRIPTS), strict=True):
        script = script_of(told[0])
        yield script, told[places[script.language]]


def script_of(row: Row) -> Script:
    """The language of a customer: that of its group of companies, drawn by the weights."""
    chance = _chance(row["parent_id"] or row["customer_id"])
    return chance.choices(SCRIPTS, weights=[script.weight for script in SCRIPTS])[0]


def with_own_names(rows: Iterable[tuple[Script, Row]]) -> Iterator[tuple[Script, Row]]:
    """The same rows, where no two have one name: the place tells them apart, else the number. Goes through them three times."""
    often = Counter(row["name"] for _, row in rows)
    still = Counter(_told_apart(script, row, often, "region")["name"] for script, row in rows)
    for script, row in rows:
        yield script, _told_apart(script, _told_apart(script, row, often, "region"), still, "customer_id")


def _told_apart(script: Script, row: Row, often: Mapping[str, int], part: str) -> Row:
    if often[row["name"]] == 1:
        return row
    return {**row, "name": script.beside(row["name"], row[part])}


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


def in_parts(rows: Iterable[tuple[Script, Row]], size: int) -> Iterator[list[tuple[Script, Row]]]:
    """All customers in parts of about a size, each in a part after those that it names. Only those that wait are held.

    Raises ValueError where some name each other in a circle, or one that never comes.
    """
    done: set[str] = set()
    waiting: dict[str, list[tuple[Script, Row]]] = {}
    part: list[tuple[Script, Row]] = []
    for each in rows:
        _put(each, part, done, waiting)
        if len(part) >= size:
            yield part
            part = _released(part, done, waiting)
    while part:
        yield part
        part = _released(part, done, waiting)
    if waiting:
        raise ValueError(f"customers that name one who never comes: {', '.join(sorted(waiting)[:5])}")


def _put(each: tuple[Script, Row], part: list[Any], done: set[str], waiting: dict[str, list[Any]]) -> None:
    missing = next((number for number in relations(each[1]).values() if number not in done), None)
    if missing is None:
        part.append(each)
    else:
        waiting.setdefault(missing, []).append(each)


def _released(part: list[tuple[Script, Row]], done: set[str], waiting: dict[str, list[Any]]) -> list[Any]:
    """Those who waited for one of a part that is through, and wait for nobody else."""
    numbers = [row["customer_id"] for _, row in part]
    done.update(numbers)
    following: list[tuple[Script, Row]] = []
    for each in (one for number in numbers for one in waiting.pop(number, ())):
        _put(each, following, done, waiting)
    return following


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
