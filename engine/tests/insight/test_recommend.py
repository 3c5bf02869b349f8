"""Recommendations: what is named, why, what never is, and how often it came true."""

from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from looking import on, orders
from scipy.sparse import csr_array

import vitalfew as vf
from vitalfew.insight.recommend.scoring import NOTHING, reasons, scorers, together
from vitalfew.languages import speaking

END = 400
Bought = tuple[str, int, Any, str]


def lines(*bought: Bought) -> pa.Table:
    table = orders([line[:3] for line in bought])
    return table.append_column("product_id", pa.array([line[3] for line in bought]))


def stationers(count: int = 10, *, day: int = END - 10) -> list[Bought]:
    """Customers that buy paper and ink together, and as many that buy glue alone."""
    both = [(f"P{n}", day, 10 + n, product) for n in range(count) for product in ("paper", "ink")]
    return [*both, *((f"G{n}", day, 5, "glue") for n in range(count))]


def named(*bought: Bought, **asked: Any) -> dict[str, list[str]]:
    found = vf.recommend(lines(*bought), as_of=on(END), **asked)
    told: dict[str, list[str]] = {}
    for row in found.rows.to_pylist():
        told.setdefault(row["customer_id"], []).append(row["product_id"])
    return told


def test_what_others_bought_beside_it_comes_first_and_says_so() -> None:
    found = vf.recommend(lines(*stationers(), ("new", END - 5, 3, "paper")), as_of=on(END))
    first = next(row for row in found.rows.to_pylist() if row["customer_id"] == "new")
    assert (first["place"], first["product_id"], first["because"], first["both"], first["buyers"]) == (
        1,
        "ink",
        "paper",
        10,
        11,
    )
    assert first["sentence"] == "ink: 10 of 11 customers who bought paper bought it too"
    assert first["worth"] == Decimal("14.50")


def test_what_was_bought_or_sent_back_is_never_named() -> None:
    told = named(
        *stationers(), ("new", END - 5, 3, "paper"), ("back", END - 5, 3, "paper"), ("back", END - 4, -3, "ink")
    )
    assert told["new"][0] == "ink"
    assert "ink" not in told.get("back", [])
    assert all(set(products).isdisjoint({"paper", "ink"}) for who, products in told.items() if who.startswith("P"))


def test_what_nobody_buys_any_more_is_out_of_range() -> None:
    old = stationers(day=END - 200)
    told = named(*old, ("new", END - 5, 3, "paper"))
    assert told.get("new", []) == []
    assert named(*old, *stationers(6), ("new", END - 5, 3, "paper"))["new"][0] == "ink"


def test_a_product_with_few_buyers_is_not_learned_from() -> None:
    found = vf.recommend(lines(*stationers(4)), as_of=on(END))
    assert (found.rows.num_rows, found.products, found.trial) == (0, 0, None)
    assert "no_products" in [note.code for note in found.notes]


def moving(count: int = 12) -> list[Bought]:
    """Each quarter other customers begin with paper, and take ink a quarter later; glue is what most buy."""
    begin = [
        (f"C{wave}{n}", 90 * wave + 5, 10, product)
        for wave in range(4)
        for n in range(count)
        for product in ("paper", "pen")
    ]
    later = [(f"C{wave}{n}", 90 * wave + 95, 10, "ink") for wave in range(4) for n in range(count)]
    return [
        *begin,
        *later,
        *((f"G{n}", 20 + n, 5, "glue") for n in range(5 * count)),
        *(("G0", day, 5, "glue") for day in (185, 275, 365)),
    ]


def test_methods_are_tried_before_and_after() -> None:
    found = vf.recommend(lines(*moving()), as_of=on(370), products=1)
    assert found.choice is not None
    assert found.trial is not None
    assert found.choice.now == found.trial.then
    assert found.method == found.choice.best == "association"
    hits = {one.method: one.hits.value for one in found.trial.tried if one.hits is not None}
    assert (hits["association"], hits["popular"]) == (1.0, 0.0)
    assert "Chosen is what others bought beside it" in " ".join(map(str, found.notes))


def test_later_facts_change_nothing_that_is_named() -> None:
    late = [("C30", 371, 10, "glue"), ("C31", 380, 10, "ink"), ("late", 390, 4, "stamp")]
    once, again = (vf.recommend(lines(*rows), as_of=on(370)) for rows in (moving(), [*moving(), *late]))
    assert once.rows.equals(again.rows)
    assert once.trial == again.trial


def test_so_many_as_asked_for() -> None:
    told = vf.recommend(lines(*moving()), as_of=on(370), products=1).rows["place"].to_pylist()
    assert set(told) == {1}
    with pytest.raises(vf.WrongUse, match="between 1 and 20"):
        vf.recommend(lines(*moving()), products=0)


def test_orders_without_products_are_refused() -> None:
    with pytest.raises(vf.Refusal, match="which product was bought"):
        vf.recommend(orders([("A", 0, 5)]))


def test_chances_against_figures_counted_by_hand() -> None:
    bought = csr_array(np.array([[1, 1, 0]] * 6 + [[1, 0, 0]] * 2 + [[0, 0, 1]] * 8, np.float64))
    pairs = together(bought)
    assert pairs.both.tolist() == [[8, 6, 0], [6, 6, 0], [0, 0, 8]]
    chance = pairs.chance()
    assert (chance[0, 1], chance[1, 0], chance[0, 2]) == (6 / 8, 1.0, 0.0)
    assert reasons(csr_array(np.array([[1.0, 0, 0]])), chance).tolist() == [[NOTHING, 0, NOTHING]]


def test_factors_name_what_like_baskets_hold() -> None:
    block = np.zeros((20, 6))
    block[:10, :3], block[10:, 3:] = 1, 1
    block[0, 2] = 0
    scores = scorers(csr_array(block))["factors"](csr_array(block[:1]))
    assert int(np.argmax(np.where(block[0] > 0, -np.inf, scores[0]))) == 2


def test_in_other_languages() -> None:
    with speaking("zh-hant"):
        sentence = vf.recommend(lines(*stationers(), ("new", END - 5, 3, "paper")), as_of=on(END)).rows["sentence"]
    assert any("購買 paper 的 11 個客戶中有 10 個也購買了它" in one for one in sentence.to_pylist())
