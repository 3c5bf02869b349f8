"""Early warning proven: month ends by hand, no leakage, lists of equal length, the gate."""

import lzma
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from looking import START, Line, buying, on, orders
from proof.later import FLAGS, Company, another_future

import vitalfew as vf
from vitalfew.library.asking import question
from vitalfew.run.gather import with_facts
from vitalfew.run.grading import all_facts
from vitalfew.sample.trades import WHOLESALER
from vitalfew.warning.asked import Walk
from vitalfew.warning.gate import verdict
from vitalfew.warning.lists import Month, month
from vitalfew.warning.measuring import measured
from vitalfew.warning.outcomes import month_end

FATE = ("pace", "after", "fell", "fell_in")

TWO = Walk(2)


def judged(at: date, horizon: int = 90, **facts: Any) -> pa.Table:
    """The customers of a month end."""
    asked = question(**facts, scheme="abc")
    return with_facts(
        asked.sources,
        asked.options,
        lambda gathered: month_end(gathered.database, all_facts(gathered, asked.request, asked.options), at, horizon),
    )


def fates(lines: list[Line], at: int = 400) -> dict[str, tuple[Any, ...]]:
    rows = judged(date.fromisoformat(on(at)), orders=orders([*lines, ("last", 1000, 1)])).to_pylist()
    return {row["customer_id"]: tuple(row[name] for name in FATE) for row in rows}


def until(last: int, customer: str, later: tuple[int, ...] = ()) -> list[Line]:
    """Every ten days up to a day, and on some days later."""
    return buying(*range(0, last + 1, 10), *later, customer=customer, amount=365)


def test_who_fell_below_a_quarter_of_its_own_pace_and_when() -> None:
    lines = [
        *until(900, "stays"),
        *until(400, "stops"),
        *until(400, "hardly", later=(420, 440)),
        *until(400, "just", later=(420, 440, 460)),
        *until(380, "late"),
    ]
    pace = 37 * 90.0  # 37 orders of 365 in 365 days
    assert fates(lines) == {
        "stays": (pace, 9 * 365, False, None),
        # the 90 days up to 400 + n hold (90 - n) / 10 orders, rounded down; below 2.28 they are from the 70th day on
        "stops": (pace, 0, True, 70),
        "hardly": (pace, 2 * 365, True, 90),
        "just": (pace, 3 * 365, False, None),
        "late": (36 * 90.0 - 90.0, 0, True, 50),
    }


def test_who_cannot_be_judged_is_left_out() -> None:
    lines = [
        *until(900, "stays"),
        *buying(10, 375, 740, customer="yearly"),
        *buying(100, 200, 300, 400, 500, customer="slow"),
        *buying(380, 385, 390, 395, 400, customer="new"),
        *until(300, "lost"),
        *buying(390, 399, customer="few"),
    ]
    assert set(fates(lines)) == {"stays"}


def test_another_future_moves_no_score(company: Company) -> None:
    tables, at = company(WHOLESALER), date(2025, 6, 30)

    def known(changed: dict[str, Any]) -> pa.Table:
        given = {FLAGS.get(name, name): pa.Table.from_pylist(rows) for name, rows in changed.items()}
        rows = judged(at, **given)
        return rows.drop_columns([name for name in ("name", "after", "fell", "fell_in") if name in rows.column_names])

    before = known(tables)
    assert before.num_rows > 10
    assert known(another_future(tables, at, Random(1))).equals(before)


def told(points: list[int], fell: list[bool], silent: list[int], asked: Walk = TWO) -> Month:
    """A month end of customers A, B, C … by their points and what became of them."""
    n = len(points)
    columns = {
        "customer_id": [chr(65 + place) for place in range(n)],
        "points": points,
        "rhythm": [min(one, 2) for one in points],
        "value": [max(one - 2, 0) for one in points],
        "colour": ["red" if one >= 3 else "yellow" if one else "green" for one in points],
        "silent": silent,
        "yearly": list(range(n)),
        "value_year": list(range(n)),
        "pace": [10.0] * n,
        "after": [1.0 if one else 12.0 for one in fell],
        "fell": fell,
        "fell_in": [40 + place if one else None for place, one in enumerate(fell)],
    }
    return month(START, pa.table(columns), asked)


def test_lists_are_equally_long_and_no_longer_than_there_are_signals() -> None:
    one = told([3, 0, 1, 1], [True, True, False, False], [5, 90, 6, 7])
    assert {name: [int(place) for place in places] for name, places in one.lists.items() if name != "random"} == {
        "points": [0, 3],
        "silence": [1, 3],
        "last_year": [3, 2],
    }
    assert len(one.lists["random"]) == 2
    assert {len(places) for places in told([0, 1, 0], [True] * 3, [1, 2, 3]).lists.values()} == {1}
    assert one.as_row("points") == {
        "as_of": START, "method": "points", "listed": 2, "came_true": 1, "false_alarms": 1, "precision": 0.5,
        "value_caught": 0.5, "lead_days": 40.0,
    }  # fmt: skip


def test_measures_over_months_and_their_intervals() -> None:
    months = [told([3, 0, 1, 1], [True, True, False, False], [5, 90, 6, 7]) for _ in range(3)]
    found = measured(months)
    ours = {name: one.value for name, one in found.estimates["points"].items() if one}
    assert ours == {"precision": 0.5, "value_caught": 0.5, "lead_days": 40.0, "false_alarms": 1.0}
    precision = found.estimates["points"]["precision"]
    assert precision is not None
    assert precision.low < 0.5 < precision.high
    assert {colour: one and one.value for colour, one in found.colours.items()} == {"red": 1, "yellow": 0, "green": 1}
    assert (found.base, found.customers) == (0.5, 4)


def test_months_without_a_signal_have_no_measure() -> None:
    found = measured([told([0, 0], [True, False], [1, 2])])
    assert set(found.estimates["points"].values()) - {None} == {found.estimates["points"]["false_alarms"]}


def test_changed_points_make_another_list_beside_ours() -> None:
    asked = Walk(1, points={"rhythm": 0, "value": 5})
    one = told([2, 2, 3], [False] * 3, [0] * 3, asked)
    assert [int(place) for place in one.lists["changed"]] == [2]
    assert np.array_equal(told([2, 3, 2], [False] * 3, [0] * 3, asked).lists["changed"], [1])


@pytest.mark.parametrize(
    ("better", "lead", "passed"), [(8, 30.0, True), (7, 30.0, False), (12, 29.0, False), (12, None, False)]
)
def test_the_gate_asks_for_eight_of_twelve_months_and_no_later_warning(
    better: int, lead: float | None, passed: bool
) -> None:
    old, new = [0.5] * 12, [0.5] * better + [0.4] * (12 - better)
    assert verdict(old, new, 30.0, lead).passed is passed


def test_the_gate_takes_no_list_for_nothing_to_lose() -> None:
    held = verdict([None, 0.5, 0.5], [0.1, None, 0.5], None, None)
    assert (held.not_lower, held.needed, held.passed) == (2, 2, True)


def test_of_facts() -> None:
    dice = Random(3)
    lines = [line for n in range(30) for line in until(dice.choice((250, 280, 420)), f"C{n:02}")]
    found = vf.walkforward(orders(lines), length=5, as_of=on(420), points={"value": 1})
    assert found.origins == (date(2025, 9, 30), date(2025, 10, 31))
    assert found.rows["method"].to_pylist() == 2 * ["points", "silence", "last_year", "random", "changed"]
    assert {note.code for note in found.notes} >= {"walk_short", "walk_precision", "walk_colours", "walk_passed"}
    assert found.as_object()["gate"]["months"] == 2


def test_refusals() -> None:
    with pytest.raises(vf.Refusal, match="are too short"):
        vf.walkforward(orders(buying(0, 300)))
    with pytest.raises(vf.Refusal, match="no customer buys often enough"):
        vf.walkforward(orders(buying(0, 420)))
    for points in ({"mood": 1}, {"value": 6}):
        with pytest.raises(vf.WrongUse, match="does not fit here"):
            Walk(points=points)
    with pytest.raises(vf.WrongUse, match="the horizon lies between"):
        Walk(horizon=0)


@pytest.mark.needs("shared-data")
def test_a_real_wholesaler(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    with lzma.open(root.parent / "shared" / "data" / "online_retail.csv.xz") as packed:
        file.write_bytes(packed.read())
    found = vf.walkforward(file)
    ours, random = (found.measured.estimates[method]["precision"] for method in ("points", "random"))
    assert found.origins == (date(2011, 8, 31),)
    assert ours is not None
    assert random is not None
    assert ours.value > 3 * random.value
    assert 0.10 < found.measured.base < 0.16
