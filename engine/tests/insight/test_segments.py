"""Segments: who buys alike, how many there are, their names, and the same a year ago."""

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from looking import Line, buying, on, orders

import vitalfew as vf
from vitalfew.insight.segments.clusters import clusters, fit_of, nearest, silhouette
from vitalfew.insight.segments.drift import adjusted_rand, stability
from vitalfew.insight.segments.naming import names_of
from vitalfew.languages import speaking

END = 800
WEEKS = tuple(range(0, END, 7))


def company(often: int = 20, seldom: int = 20, gone: int = 20) -> list[Line]:
    """Three kinds of customers: small orders every week, large ones twice a year, and those that went a year ago."""
    return [
        *(line for n in range(often) for line in buying(*WEEKS[n % 5 :], customer=f"O{n:02}", amount=10 + n % 4)),
        *(line for n in range(seldom) for line in buying(*range(n, END, 180), customer=f"S{n:02}", amount=5000 + n)),
        *(line for n in range(gone) for line in buying(*WEEKS[n % 3 : 50], customer=f"G{n:02}", amount=60 + n)),
    ]


def look(lines: list[Line], **asked: Any) -> vf.Segments:
    return vf.segments(orders(lines), as_of=on(END), **asked)


def kinds(found: vf.Segments) -> dict[str, set[str]]:
    """Segment → the first letters of its customers."""
    told: dict[str, set[str]] = {}
    for row in found.rows.to_pylist():
        told.setdefault(row["buying_segment"], set()).add(row["customer_id"][0])
    return told


def test_customers_that_buy_alike_stand_together_and_the_name_says_how() -> None:
    found = look(company())
    assert sorted("".join(letters) for letters in kinds(found).values()) == ["G", "O", "S"]
    assert len(found.profiles) == 3
    names = {one.segment: one for one in found.profiles}
    letters = {"".join(who): name for name, who in kinds(found).items()}
    assert "large" in letters["S"]
    assert "quiet" in letters["G"]
    assert names[letters["S"]].typical["purchases"] == 2
    assert [one.sales for one in found.profiles] == sorted((one.sales for one in found.profiles), reverse=True)
    assert sum(one.customers for one in found.profiles) == found.customers == 60
    assert found.silhouette is not None
    assert found.silhouette > 0.5


def test_neither_order_nor_currency_nor_other_names_change_a_segment() -> None:
    lines = company()
    once = {row["customer_id"]: row["buying_segment"] for row in look(lines).rows.to_pylist()}
    dearer = [(customer, day, 100 * amount) for customer, day, amount in reversed(lines)]
    assert {row["customer_id"]: row["buying_segment"] for row in look(dearer).rows.to_pylist()} == once


def test_so_many_segments_as_asked_for_and_no_others() -> None:
    assert len(look(company(), segments=2).profiles) == 2
    with pytest.raises(vf.WrongUse, match="between 2 and 8"):
        look(company(), segments=9)


def test_equal_customers_and_few_ones_are_no_segments() -> None:
    for lines in ([line for n in range(30) for line in buying(*WEEKS, customer=f"E{n}")], company(3, 1, 0)):
        found = look(lines)
        assert (found.profiles, found.silhouette, found.drift) == ((), None, None)
        assert set(found.rows["buying_segment"].to_pylist()) == {None}
        assert "no_segments" in [note.code for note in found.notes]
    with pytest.raises(vf.Refusal, match="that counts"):
        look([("A", 0, -1)])


def test_who_went_silent_changed_the_segment() -> None:
    found = look(company())
    assert found.drift is not None
    was = {row["customer_id"]: (row["was"], row["buying_segment"]) for row in found.rows.to_pylist()}
    assert all(then != now for who, (then, now) in was.items() if who.startswith("G"))
    assert all(then == now for who, (then, now) in was.items() if who.startswith("S"))
    assert (found.drift.stayed.of, found.drift.shift) == (60, "far")
    assert "Look at who moved" in " ".join(map(str, found.notes))


def test_later_facts_change_nothing() -> None:
    late = [("O00", END + 3, 99999), ("S01", END + 9, -50), ("new", END + 1, 5)]
    assert look([*company(), *late]).rows.equals(look(company()).rows)


def test_facts_of_less_than_two_years_say_nothing_of_drift() -> None:
    young = [(customer, day, amount) for customer, day, amount in company() if day > END - 700]
    found = look(young)
    assert found.drift is None
    assert "was" not in found.rows.column_names
    assert any(note.code == "no_drift" for note in found.notes) or not found.profiles


def test_promotions_and_categories_lay_segments_where_lines_say_so() -> None:
    lines = [line for n in range(24) for line in buying(*WEEKS, customer=f"C{n:02}", amount=100 + n)]
    table = orders(lines)
    bargain = [int(customer[1:]) % 2 == 0 for customer in table["customer_id"].to_pylist()]
    table = table.append_column("promotion", pa.array(["sale" if one else None for one in bargain]))
    table = table.append_column("category", pa.array(["paper"] * table.num_rows))
    found = vf.segments(table, as_of=on(END))
    assert sorted(one.segment.split("-")[-1] for one in found.profiles) == ["full_price", "promotion"]
    assert {one.typical["promotion"] for one in found.profiles} == {0.0, 1.0}
    assert {one.typical["categories"] for one in found.profiles} == {1.0}


def test_groups_are_found_and_the_silhouette_is_the_textbook_one() -> None:
    dice = np.random.default_rng(3)
    middles = np.array([[0.0, 0.0], [5.0, 0.0], [0.0, 5.0], [5.0, 5.0]])
    points = np.concatenate([middle + dice.normal(0, 0.3, (30, 2)) for middle in middles])
    found, tried = clusters(points)
    assert found is not None
    assert len(found.middles) == 4
    assert max(tried, key=lambda one: one[1])[0] == 4
    assert sorted(np.bincount(nearest(points, found.middles))) == [30] * 4
    assert fit_of(points, found.middles).min() > 0.5
    four = np.array([[0.0], [1.0], [10.0], [12.0]])
    widths = [1 - 1 / 11, 1 - 1 / 10, 1 - 2 / 9.5, 1 - 2 / 11.5]
    assert silhouette(four, np.array([0, 0, 1, 1])) == round(sum(widths) / 4, 6)


def test_names_say_what_sets_apart_and_no_two_are_alike() -> None:
    features = ("silence", "purchases", "spend")
    middles = np.array([[2.0, -1.5, 0.0], [-0.6, 1.2, 0.9], [-0.6, 1.2, -0.9], [0.1, 0.1, 0.1], [0.0, 0.2, 0.1]])
    assert names_of(middles, features) == (
        "quiet-seldom", "active-often-large", "active-often-small", "middle", "middle-2",
    )  # fmt: skip


def test_agreement_and_stability_against_figures_worked_out_by_hand() -> None:
    one, other = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    assert adjusted_rand(one, other) == round((2 - 6 * 3 / 15) / ((6 + 3) / 2 - 6 * 3 / 15), 6)
    assert adjusted_rand(one, one) == 1
    assert stability(np.array([100, 0]), np.array([0, 100])) > 1


def test_in_other_languages() -> None:
    with speaking("zh-hans"):
        found = look(company())
        said = " ".join(map(str, found.notes))
    assert "轮廓系数" in said
    assert set(kinds(found)) == set(kinds(look(company())))
