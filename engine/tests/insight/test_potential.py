"""Potential: who is like whom, what is open, what is missed, and expectations held against what came."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from looking import Line, buying, on, orders

import vitalfew as vf
from vitalfew.languages import speaking

END = 800
MONTHS = (*range(0, 365, 30), *range(370, END, 30))


def shops(count: int = 21, *, days: tuple[int, ...] = MONTHS) -> list[Line]:
    """Customers that buy on the same days; C01 for 1 each time, C02 for 2, and so on."""
    return [line for n in range(1, count + 1) for line in buying(*days, customer=f"C{n:02}", amount=n)]


def rows(lines: list[Line], **asked: Any) -> dict[str, dict[str, Any]]:
    found = vf.potential(orders(lines), as_of=on(END), **asked)
    return {row["customer_id"]: row for row in found.rows.to_pylist()}


def test_the_upper_quartile_of_the_others_is_taken_and_not_of_oneself() -> None:
    found = rows(shops())
    times = found["C01"]["sales"]
    assert (found["C01"]["peers"], found["C01"]["typical"], found["C01"]["potential"]) == (20, 11 * times, 16 * times)
    assert (found["C21"]["typical"], found["C21"]["potential"]) == (10 * times, 15 * times)
    assert (found["C01"]["share"], found["C01"]["gap"]) == (0.0625, 15 * times)
    assert (found["C21"]["share"], found["C21"]["gap"]) == (1.4, 0)


def test_with_fewer_than_twenty_others_nothing_is_said() -> None:
    row = rows(shops(20))["C01"]
    assert [row[name] for name in ("peers", "typical", "potential", "basis", "share", "gap")] == [None] * 6
    assert row["sentence"].endswith("fewer than 20 customers alike")


def test_customers_are_compared_within_what_tells_most() -> None:
    lines = [(customer, day, 100 * amount if int(customer[1:]) > 21 else amount) for customer, day, amount in shops(42)]
    known = pa.table({"customer_id": [f"C{n:02}" for n in range(1, 43)], "industry": ["inn"] * 21 + ["hotel"] * 21})
    found = rows(lines, customers=known)
    assert found["C01"]["potential"] == 16 * found["C01"]["sales"]
    assert "Industry: inn" in found["C01"]["alike"]


def test_a_wallet_that_is_known_counts_before_the_peers() -> None:
    wallet = pa.table({"customer_id": ["C01", "C02", "C03"], "amount": ["100", "5", "0"]})
    found = rows(shops(), wallet=wallet)
    assert (found["C01"]["basis"], found["C01"]["gap"]) == ("wallet", 100 - found["C01"]["sales"])
    assert (found["C02"]["basis"], found["C02"]["gap"]) == ("wallet", 0)
    assert found["C03"]["basis"] == "peers"


def test_new_customers_and_returns_are_nobodys_peers_and_are_not_judged_by_a_part_of_a_year() -> None:
    refunds = [("R", 10, 50), *[("R", day, -5) for day in (500, 600)]]
    found = rows([*shops(), *buying(780, customer="new", amount=900), *refunds, ("only", 700, -5)])
    assert found["C01"]["peers"] == 20
    assert [found[one]["peers"] for one in ("new", "R", "only")] == [None] * 3
    known = pa.table(
        {
            "customer_id": [*(f"C{n:02}" for n in range(1, 22)), *(f"P{n}" for n in range(21)), "new", "R"],
            "region": ["north"] * 21 + ["south"] * 21 + ["north", "north"],
        }
    )
    southern = [line for n in range(21) for line in buying(*MONTHS, customer=f"P{n}", amount=1000)]
    found = rows([*shops(), *southern, *buying(780, customer="new", amount=3), *refunds], customers=known)
    assert (found["new"]["peers"], found["new"]["alike"]) == (21, "Region: north")
    assert (found["R"]["sales"], found["R"]["share"] < 0, found["R"]["gap"]) == (-10, True, found["R"]["potential"])


def with_categories(lines: list[tuple[str, int, Any, str]]) -> pa.Table:
    table = orders([line[:3] for line in lines])
    return table.append_column("category", pa.array([line[3] for line in lines]))


def test_white_space_is_what_others_buy_and_this_one_neither_bought_nor_sent_back() -> None:
    paper = [(*line, "paper") for line in shops(24)]
    ink = [(f"C{n:02}", 700, 10 * n, "ink") for n in range(1, 9)]
    rare = [(f"C{n:02}", 700, 10, "glue") for n in range(1, 8)]
    long_ago, sent_back = ("C10", 5, 4, "ink"), ("C11", 700, -4, "ink")
    found = vf.potential(with_categories([*paper, *ink, *rare, long_ago, sent_back]), as_of=on(END))
    assert found.missed is not None
    missed = found.missed.to_pylist()
    assert {row["category"] for row in missed} == {"ink"}
    assert [row["customer_id"] for row in missed] == ["C09", *(f"C{n}" for n in range(12, 25))]
    assert missed[0] == {"customer_id": "C09", "category": "ink", "worth": Decimal(40), "buyers": 8, "peers": 23}
    row = next(row for row in found.rows.to_pylist() if row["customer_id"] == "C09")
    assert (row["missed"], row["white_space"]) == (1, 40)
    assert "never bought: ink 40.00" in row["sentence"]


def test_one_category_or_none_is_no_white_space() -> None:
    one = vf.potential(with_categories([(*line, "paper") for line in shops()]), as_of=on(END))
    none = vf.potential(orders(shops()), as_of=on(END))
    assert (one.missed, none.missed) == (None, None)
    assert "one_category" in [note.code for note in one.notes]
    assert "Not available in these facts: white space (orders.category)." in map(str, none.notes)


def expecting(*said: tuple[str, str, int | None]) -> pa.Table:
    return pa.table(
        {
            "customer_id": [customer for customer, _, _ in said],
            "expected_spend": [amount for _, amount, _ in said],
            "expected_said_on": [None if day is None else on(day) for _, _, day in said],
            "expected_said_by": ["Ann" for _ in said],
        }
    )


def test_expectations_are_held_against_what_came_beside_last_year() -> None:
    said = expecting(("C01", "14", 400), ("C02", "15", None), ("C03", "15", 500))
    found = vf.potential(orders(shops()), as_of=on(END), customers=said)
    trial = found.trial
    assert trial is not None
    assert trial.told is not None
    assert (trial.then, trial.everybody.customers, trial.told.customers, trial.undated) == (
        date.fromisoformat(on(END)) - timedelta(days=365), 21, 1, 2,
    )  # fmt: skip
    person, peers, last = trial.told.tried
    sales = rows(shops())["C01"]["sales"]
    assert person.error is not None
    assert person.error.value == abs(14 - sales)
    assert [one.method for one in (person, peers, last)] == ["person", "peers", "last_year"]
    assert "Simply taking last year was better: read the peers as room" in " ".join(map(str, found.notes))
    assert f"Ann expects 14.00 ({on(400)})" in found.rows["sentence"][0].as_py()


def test_a_person_that_knows_of_a_fall_is_better_than_last_year() -> None:
    falling = [line for line in shops() if line[1] < 440 or line[0] != "C21"]
    falling += buying(500, customer="C21", amount=21)
    found = vf.potential(orders(falling), as_of=on(END), customers=expecting(("C21", "21", 430)))
    assert "The person was better." in " ".join(map(str, found.notes))


def test_later_facts_change_nothing_that_was_expected() -> None:
    lines = shops()
    early = vf.potential(orders(lines), as_of=on(END))
    late = vf.potential(orders([*lines, ("C01", END + 5, 9999), ("C02", END + 9, -50)]), as_of=on(END))
    assert late.rows.equals(early.rows)
    assert late.trial == early.trial


def test_facts_of_one_year_are_not_tried() -> None:
    found = vf.potential(orders(shops(days=MONTHS[14:])), as_of=on(END))
    assert found.trial is None
    assert "not_tried" in [note.code for note in found.notes]


def test_in_other_languages_and_refusals() -> None:
    with speaking("zh-hant"):
        sentence = vf.potential(orders(shops()), as_of=on(END)).rows["sentence"][0].as_py()
    assert "20 個相似客戶（一年購買次數：" in sentence
    with pytest.raises(vf.Refusal, match="that counts"):
        vf.potential(orders([("A", 0, -1)]))
