"""Lost customers: who, when, what kind stands out and what does not, and the money that went."""

import random
from decimal import Decimal

import pyarrow as pa
import pytest
from looking import Line, buying, on, orders

import vitalfew as vf

STEADY = list(range(0, 600, 10))


def codes(found: vf.Lost) -> list[str]:
    return [note.code for note in found.notes]


def people(n: int, lost_in_north: int, seed: int = 1) -> tuple[list[Line], pa.Table]:
    """So many customers in the north and as many in the south; of the north so many stop after half the time."""
    lines: list[Line] = []
    for number in range(n):
        gone = number < lost_in_north
        lines += buying(*(day for day in STEADY if not gone or day < 300), customer=f"N{number:03}")
        lines += buying(*STEADY, customer=f"S{number:03}")
    draw = random.Random(seed)
    ids = sorted({customer for customer, *_ in lines})
    known = {"customer_id": ids, "region": ["north" if one < "S" else "south" for one in ids]}
    return lines, pa.table({**known, "industry": [draw.choice(["a", "b", "c"]) for _ in ids]})


def test_who_is_silent_for_longer_than_its_limit_is_lost() -> None:
    lines = [*buying(*STEADY, customer="stays"), *buying(0, 10, 20, 30, 40, customer="left", amount=25)]
    found = vf.lost(orders(lines), as_of=on(600))
    (row,) = found.rows.to_pylist()
    told = {name: row[name] for name in ("customer_id", "silent", "limit", "own", "yearly")}
    assert told == {"customer_id": "left", "silent": 560, "limit": 30, "own": True, "yearly": Decimal(125)}
    assert [(month.month, month.customers, month.yearly) for month in found.months] == [("2025-02", 1, 125)]
    assert (found.judged, found.yearly) == (2, 125)


def test_a_kind_that_loses_more_stands_out_and_an_idle_attribute_does_not() -> None:
    lines, known = people(40, lost_in_north=20)
    found = vf.lost(orders(lines), customers=known, as_of=on(600))
    assert {(kind.attribute, kind.value) for kind in found.kinds if kind.found} == {
        ("region", "north"),
        ("region", "south"),
    }
    north = next(kind for kind in found.kinds if kind.value == "north")
    assert (north.lost.n, north.lost.of, north.others.n, north.others.of) == (20, 40, 0, 40)
    assert any("region north: 50 % of 40 were lost" in str(note) for note in found.notes)


def test_among_many_idle_attributes_hardly_any_is_found() -> None:
    lines, known = people(40, lost_in_north=10)
    draw = random.Random(5)
    idle = pa.table(
        {"customer_id": known["customer_id"]}
        | {
            name: [draw.choice("abcd") for _ in range(80)]
            for name in ("industry", "region", "company_type", "channel_role")
        }
    )
    assert "no_kind_found" in codes(vf.lost(orders(lines), customers=idle, as_of=on(600)))


def test_few_customers_are_no_kind() -> None:
    lines, known = people(9, lost_in_north=9)
    assert vf.lost(orders(lines), customers=known, as_of=on(600)).kinds == ()


def test_who_came_lately_is_neither_lost_nor_judged() -> None:
    found = vf.lost(orders([*buying(0, customer="old"), *buying(95, customer="new")]), lost_after=50, as_of=on(100))
    assert (found.rows["customer_id"].to_pylist(), found.judged) == (["old"], 1)


def test_money_moves_away_from_customers_that_still_buy() -> None:
    lines = [*[("A", day, 100) for day in range(0, 430, 10)], *[("A", day, 10) for day in range(430, 800, 10)]]
    found = vf.lost(orders(lines), as_of=on(790))
    assert found.rows.num_rows == 0
    assert (found.falling.customers, found.falling.season - found.falling.recent) == (1, 9 * 100 - 9 * 10)
    assert "moved_away" in codes(found)


def test_nobody_known_for_long_enough() -> None:
    assert "lost_unknown" in codes(vf.lost(orders(buying(0, 1))))


def test_later_facts_change_nothing() -> None:
    lines, known = people(12, lost_in_north=6)
    later = [("N000", 700, 5), ("S001", 640, -9)]
    early = vf.lost(orders(lines), customers=known, as_of=on(600))
    assert vf.lost(orders([*lines, *later]), customers=known, as_of=on(600)).as_object() == early.as_object()


def test_refusals() -> None:
    with pytest.raises(vf.WrongUse, match="a silence has between 1 and"):
        vf.lost(orders(buying(0)), lost_after=0)
    with pytest.raises(vf.Refusal, match="that counts"):
        vf.lost(orders([("A", 0, -1)]))
