"""Traits of the best: a planted one is found, chance and what restates the target are not, and who is like them."""

import random

import numpy as np
import pyarrow as pa
import pytest
from looking import on, orders

import vitalfew as vf
from vitalfew.insight.remarks.traits import text_of
from vitalfew.insight.traits.attributes import Attribute
from vitalfew.insight.traits.finding import findings, half
from vitalfew.insight.traits.rules import rules
from vitalfew.insight.traits.values import Sorted, restates, sorted_out

N = 1000


def words(name: str, values: list[str | None], question: str = "like") -> Sorted:
    found = sorted_out(Attribute(question, name, np.array(values, object)))
    assert found is not None
    return found


def numbers(*values: float) -> Attribute:
    return Attribute("like", "size", np.array(values, np.float64))


def idle(seed: int, name: str) -> Sorted:
    draw = random.Random(seed)
    return words(name, [draw.choice("abc") for _ in range(N)])


@pytest.fixture(scope="module")
def first() -> np.ndarray:
    return half([f"C{number}" for number in range(N)])


@pytest.fixture(scope="module")
def planted() -> tuple[Sorted, np.ndarray]:
    """A tenth in the north, of whom six in ten are best; of the others fifteen in a hundred."""
    draw = np.random.default_rng(2)
    north = draw.random(N) < 0.1
    return words("region", ["north" if one else "south" for one in north]), draw.random(N) < np.where(north, 0.6, 0.15)


def test_a_planted_trait_is_found_and_holds(planted: tuple[Sorted, np.ndarray], first: np.ndarray) -> None:
    region, best = planted
    found = findings([region, idle(1, "x"), idle(2, "y")], best, first)
    top = found.traits[0]
    assert (text_of(top.values), top.held) == ("Region: north", True)
    second = np.flatnonzero(~first & (region.places == 0))
    assert (top.best.n, top.best.of) == (best[second].sum(), len(second))
    assert 1 < top.low < top.lift < top.high


def test_figures_are_of_the_half_that_it_was_not_found_on(
    planted: tuple[Sorted, np.ndarray], first: np.ndarray
) -> None:
    region, best = planted
    other = best.copy()
    other[~first] = False
    found = findings([region], other, first)
    assert [(one.best.n, one.held) for one in found.traits] == [(0, False)]


def test_among_idle_values_hardly_any_is_found(first: np.ndarray) -> None:
    best = np.random.default_rng(9).random(N) < 0.2
    found = findings([idle(seed, f"x{seed}") for seed in range(8)], best, first)
    assert found.compared == 24 + 28 * 9
    assert not any(one.held for one in found.traits)


def test_a_pair_is_told_only_where_it_says_more_than_either_value(first: np.ndarray) -> None:
    draw = np.random.default_rng(4)
    one, other = draw.random(N) < 0.4, draw.random(N) < 0.4
    both = one & other
    best = draw.random(N) < np.where(both, 0.8, 0.1)
    cells = [words("a", list(np.where(one, "yes", "no"))), words("b", list(np.where(other, "yes", "no")))]
    found = findings(cells, best, first)
    assert [value.attribute for value in found.traits[0].values] == ["a", "b"]
    alone = draw.random(N) < np.where(one, 0.6, 0.1)
    assert all(len(trait.values) == 1 for trait in findings(cells, alone, first).traits)


def test_few_customers_are_no_trait(first: np.ndarray) -> None:
    rare = words("region", ["north" if number < 12 else "south" for number in range(N)])
    best = np.arange(N) < 200
    assert findings([rare], best, first).compared == 0


def test_a_value_is_compared_with_those_of_whom_it_is_known(first: np.ndarray) -> None:
    """Filled in for the best alone, an attribute says nothing by being filled in."""
    best = np.arange(N) % 5 == 0
    draw = random.Random(1)
    filled = words("note", [draw.choice("ab") if one else None for one in best])
    assert not any(one.held for one in findings([filled], best, first).traits)


@pytest.mark.parametrize(
    ("attribute", "labels"),
    [
        (numbers(1, 2, 3, 4, 5, 6), ("1 … 2", "3 … 4", "5 … 6")),
        (numbers(0, 0, 0, 0, 0, 7), ("0", "7")),
        (numbers(1, 1, np.nan, 250.4, 2000, 3000), ("1", "250", "2,000 … 3,000")),
        (numbers(1, 1, 1), None),
        (numbers(np.nan, np.nan), None),
        (Attribute("like", "account", np.array([f"{number}" for number in range(13)], object)), None),
        (Attribute("keep", "discount_share", np.array([1.0, 2.5, 4.0]), " %"), ("1 %", "2.5 %", "4 %")),
    ],
)
def test_numbers_come_in_thirds_and_many_words_name_customers(
    attribute: Attribute, labels: tuple[str, ...] | None
) -> None:
    found = sorted_out(attribute)
    assert (None if found is None else found.labels) == labels


def test_what_restates_the_target_is_known_by_how_well_it_tells() -> None:
    draw = np.random.default_rng(1)
    spend = draw.lognormal(size=N)
    best = spend > np.quantile(spend, 0.8)
    assert restates(Attribute("like", "spend", spend), best)
    assert restates(Attribute("like", "rank", -spend), best)
    assert restates(Attribute("like", "band", np.array(["big" if one else "small" for one in best], object)), best)
    assert not restates(Attribute("like", "followers", spend * draw.lognormal(sigma=2, size=N)), best)


def test_rules_are_few_and_each_counts_whom_none_before_it_fits(
    planted: tuple[Sorted, np.ndarray], first: np.ndarray
) -> None:
    region, best = planted
    found = findings([region, idle(1, "x")], best, first)
    chosen, fitting = rules(found, best, first)
    assert [text_of(rule.trait.values) for rule in chosen] == ["Region: north"]
    assert (fitting == 1).tolist() == (region.places == 0).tolist()
    assert chosen[0].best == found.traits[0].best


def test_a_customer_keeps_its_half_when_others_come() -> None:
    some, more = half(["A", "B", "C"]), half(["0", "A", "B", "C", "D"])
    assert some.tolist() == more[1:4].tolist()


@pytest.fixture(scope="module")
def found() -> vf.Traits:
    """400 customers; those of the north buy more as a rule, and are visited; a band says again what they buy."""
    draw = random.Random(3)
    ids = [f"C{number:03}" for number in range(400)]
    north = {one: draw.random() < 0.3 for one in ids}
    worth = {one: round(draw.lognormvariate(5 + 2 * north[one], 1)) + 1 for one in ids}
    band = {one: "large" if worth[one] >= sorted(worth.values())[-80] else "small" for one in ids}
    known = {"customer_id": ids, "name": [f"Firm {one}" for one in ids]}
    known |= {"region": ["north" if north[one] else "south" for one in ids], "band": list(band.values())}
    visits = [one for one in ids for _ in range(6 if north[one] else draw.randrange(2))]
    costs = {"customer_id": visits, "day": [on(300)] * len(visits), "kind": ["visit"] * len(visits)}
    return vf.traits(
        orders([(one, 300, worth[one]) for one in ids]),
        customers=pa.table({**known, "strategic": [str(band[one] == "large").lower() for one in ids]}),
        costs=pa.table({**costs, "amount": ["5"] * len(visits)}),
        as_of=on(320),
    )


def test_what_they_are_like_and_what_we_did_for_them(found: vf.Traits) -> None:
    told = {(one.values[0].question, text_of(one.values)) for one in found.alone}
    assert told == {("like", "Region: north"), ("keep", "service of kind visit, times a year: 6")}
    assert (found.best, found.graded) == (80, 400)


def test_bands_and_flags_of_size_are_left_out_and_named(found: vf.Traits) -> None:
    assert found.left_out == ("strategic", "band")
    assert any("only say again who is best: Strategic, band" in str(note) for note in found.notes)
    assert any(note.code == "no_stay" for note in found.notes)


def test_look_alikes_are_of_the_grade_below_and_fit_a_rule(found: vf.Traits) -> None:
    rows = found.rows.to_pylist()
    assert rows
    assert {row["grade"] for row in rows} == {"middle"}
    assert all("north" in row["sentence"] or "visit" in row["sentence"] for row in rows)
    assert rows[0]["name"] == f"Firm {rows[0]['customer_id']}"


def test_without_further_tables_nothing_is_claimed() -> None:
    alone = vf.traits(orders([(f"C{number}", number, 10 + number) for number in range(40)]))
    assert (alone.held, alone.rules, alone.rows.num_rows) == ((), (), 0)
    assert {"no_like", "no_stay", "no_keep", "few_best"} <= {note.code for note in alone.notes}


def test_refusals() -> None:
    few = orders([("A", 0, 1)])
    with pytest.raises(vf.WrongUse, match="no top fifth can be taken by 'recency_days'"):
        vf.traits(few, metric="recency_days")
    with pytest.raises(vf.WrongUse, match="both say who is best"):
        vf.traits(few, metric="monetary", scheme="abc")
    with pytest.raises(vf.Refusal, match="no grade that could be followed"):
        vf.traits(few, scheme="customer_profile")
