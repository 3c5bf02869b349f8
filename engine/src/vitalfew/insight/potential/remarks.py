"""Potential in sentences: each customer beside those like it, what it misses, and how expectations did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.potential.known import Known
from vitalfew.insight.potential.peers import FEWEST, Peers
from vitalfew.insight.potential.trial import Group, Trial, Tried
from vitalfew.insight.traits.values import Sorted
from vitalfew.languages import language, say
from vitalfew.languages.metric_terms import label_of
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.intervals import Estimate
from vitalfew.readers.reading import Note

NAMED = 3
"""Categories of a customer that a sentence names."""


def likeness(feature: Sorted, place: int) -> str:
    """What customers alike share, for people."""
    if feature.attribute.name == "years":
        return (say("less than a year"), say("customer for one year"), say("customer for two years or more"))[place]
    value = feature.labels[place]
    words = {"true": say("yes"), "false": say("no")}
    return say("{attribute}: {value}", attribute=feature_name(feature), value=words.get(value, value))


def feature_name(feature: Sorted) -> str:
    """In what customers may be alike, for people."""
    own = {"purchases": say("purchases a year"), "years": say("years as a customer")}
    return own.get(feature.attribute.name) or label_of(feature.attribute.name)


def sentences(rows: pa.Table, missed: pa.Table | None) -> pa.Array:
    """What is to be said of each customer, in the current language. `missed` is in order of customer_id."""
    named: dict[str, list[str]] = {}
    for row in () if missed is None else _of(missed, rows).to_pylist():
        named.setdefault(row["customer_id"], []).append(f"{row['category']} {row['worth']:,}")
    told = (_of_one(row, named.get(row["customer_id"], [])) for row in rows.to_pylist())
    return pa.array(list(told), pa.string())


def _of(missed: pa.Table, rows: pa.Table) -> pa.Table:
    return missed.filter(pc.is_in(missed["customer_id"], value_set=rows["customer_id"].combine_chunks()))


def _of_one(row: Mapping[str, Any], named: list[str]) -> str:
    stop, comma = ("; ", ", ") if language() == "en" else ("；", "，")
    parts = [say("{sales} in the last {days} days", sales=f"{row['sales']:,}", days=YEAR), *_of_room(row)]
    if named:
        parts.append(say("never bought: {names}", names=comma.join(named[:NAMED])))
    if row["expected"] is not None:
        parts.append(_of_person(row))
    return stop.join(parts)


def _of_room(row: Mapping[str, Any]) -> Iterator[str]:
    if row["peers"] is None:
        yield say("fewer than {n} customers alike", n=FEWEST)
    else:
        yield say(
            "{n} customers alike ({alike}): half up to {half}, three in four up to {quarter}",
            n=row["peers"],
            alike=row["alike"],
            half=f"{row['typical']:,}",
            quarter=f"{row['potential']:,}",
        )
    if row["basis"] == "wallet":
        yield say("wallet {wallet}", wallet=f"{row['wallet']:,}")
    if row["share"] is not None:
        yield say("{share} % of it with us, {gap} open", share=f"{100 * row['share']:.0f}", gap=f"{row['gap']:,}")


def _of_person(row: Mapping[str, Any]) -> str:
    who = row["said_by"] or say("a person")
    if row["said_on"] is None:
        return say("{who} expects {expected}", who=who, expected=f"{row['expected']:,}")
    return say("{who} expects {expected} ({day})", who=who, expected=f"{row['expected']:,}", day=row["said_on"])


def of_open(rows: pa.Table) -> Iterator[Note]:
    """How much is open, by what."""
    for basis, text in (
        ("wallet", "{n} customers have a wallet in the facts: {gap} of it is spent elsewhere."),
        (
            "peers",
            "{n} customers without a known wallet are held against those like them: {gap} is missing until each spends what "
            "three in four of these do not exceed.",
        ),
    ):
        some = rows.filter(pc.fill_null(pc.equal(rows["basis"], basis), False))
        if some.num_rows:
            gap = pc.sum(some["gap"]).as_py() or Decimal(0)
            yield Note(f"open_{basis}", text, {"n": some.num_rows, "gap": f"{gap:,}"})


def of_peers(customers: Known, alike: Peers, chosen: Iterable[Sorted], rows: pa.Table) -> Iterator[Note]:
    """By what customers are compared, and of whom nothing can be said."""
    names = (", " if language() == "en" else "、").join(map(feature_name, chosen))
    if names:
        yield Note(
            "alike_by",
            "Customers alike share: {names}. Where fewer than {few} others do, the last of these is left out, and so on.",
            {"names": names, "few": FEWEST},
        )
    others = int((~customers.settled & (alike.level >= 0)).sum())
    if others:
        yield Note(
            "alike_by_file",
            "{n} customers have bought for less than a year, or brought nothing in the last: they are compared by the "
            "customers' file alone.",
            {"n": others},
        )
    alone = rows["peers"].null_count
    if alone:
        yield Note(
            "no_peers",
            "{n} customers have fewer than {few} others like them: nothing is said of what these spend.",
            {"n": alone, "few": FEWEST},
        )


def of_white_space(missed: pa.Table | None, *, has_categories: bool) -> Iterator[Note]:
    """How many customers miss categories, and what these would be worth."""
    if missed is None and has_categories:
        yield Note("one_category", "All sales are of one category: there is no white space.")
    elif missed is None:
        yield Note(
            "not_available",
            "Not available in these facts: {listed}.",
            {"listed": say("white space") + " (orders.category)"},
        )
    elif missed.num_rows:
        yield Note(
            "white_space",
            "White space: {n} customers never bought {pairs} categories that one in three of those like them buys; at what "
            "half of the buyers spend, that is {worth} a year.",
            {
                "n": len(missed["customer_id"].unique()),
                "pairs": missed.num_rows,
                "worth": f"{pc.sum(missed['worth']).as_py():,}",
            },
        )


def of_trial(trial: Trial | None, *, attributes: bool) -> Iterator[Note]:
    """How the expectations of a year ago did."""
    if trial is None:
        yield Note(
            "not_tried",
            "What is expected could not be held against what came: that takes facts of two years, and customers alike in the "
            "first.",
        )
        return
    day = trial.then.isoformat()
    yield _of_group(trial.everybody, day)
    if trial.told is not None:
        yield _of_group(trial.told, day, of_person=True)
    if trial.undated:
        yield Note(
            "undated_expectation",
            "{n} expectations of a person bear no day of the year up to {day} (expected_said_on): they may know what came, "
            "and are not tried.",
            {"n": trial.undated, "day": day},
            warning=True,
        )
    if trial.reached.of:
        yield Note(
            "reached",
            "Of {of} customers below what three in four like them did not exceed, {n} reached it in the year after.",
            {"n": trial.reached.n, "of": trial.reached.of},
        )
    if attributes:
        yield Note(
            "undated_attributes",
            "Columns of the customers' file bear no day: they are taken as they stand now.",
            warning=True,
        )


def method_name(method: str) -> str:
    """A way to expect, for people."""
    return {
        "person": say("a person"),
        "peers": say("half of those like it"),
        "last_year": say("same as last year"),
    }[method]


def _of_group(group: Group, day: str, *, of_person: bool = False) -> Note:
    first, last = group.tried[0], group.tried[-1]
    values: dict[str, str | int] = {
        "n": group.customers,
        "day": day,
        "first": interval(first.error),
        "last": interval(last.error),
    }
    return Note(f"tried_{first.method}", _verdicts(of_person=of_person)[_standing(first)], values)


def _standing(tried: Tried) -> str:
    """Whether it was nearer than the same as last year, further off, or too close to say."""
    if tried.worse is None or tried.worse.low <= 0 <= tried.worse.high:
        return "even"
    return "worse" if tried.worse.low > 0 else "better"


def _verdicts(*, of_person: bool) -> dict[str, str]:
    if of_person:
        return {
            "worse": "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the "
            "same as last year by {last}. Simply taking last year was better.",
            "better": "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the "
            "same as last year by {last}. The person was better.",
            "even": "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the "
            "same as last year by {last}. Chance could make this difference.",
        }
    return {
        "worse": "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} "
        "customers, the same as last year by {last}. Simply taking last year was better: read the peers as room, not as a "
        "forecast.",
        "better": "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} "
        "customers, the same as last year by {last}. The peers were better.",
        "even": "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} "
        "customers, the same as last year by {last}. Chance could make this difference.",
    }


def interval(found: Estimate | None) -> str:
    """Money with its interval; a dash would hide the sign of an end below zero."""
    if found is None:
        return "—"
    to = " … " if found.low < 0 else "–"
    return f"{found.value:,.0f} ({found.low:,.0f}{to}{found.high:,.0f})"
