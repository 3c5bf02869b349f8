"""An overview counts in columns what a comparison tells of everybody, and tells the same of those asked for."""

from __future__ import annotations

import pytest
from compare.companies import classes

import vitalfew as vf
from vitalfew.compare import movers, overview
from vitalfew.errors import Refusal
from vitalfew.scheme import load

THEN = {"ann": "800", "bob": "150", "cat": "50", "dan": "40", "eve": "30"}
NOW = {"bob": "700", "cat": "900", "dan": "40", "eve": "20", "fay": "500"}
CUTS = {"abc": {"method": "pareto", "of": "monetary", "cuts": [60, 90], "names": ["A", "B", "C"]}}


@pytest.mark.parametrize(
    "rules", [load("abc"), load("abc").changed(version=2, classifiers=CUTS)], ids=["same", "other"]
)
def test_it_counts_and_tells_the_same(rules: vf.Scheme) -> None:
    before, after = classes(**THEN), classes(rules, **NOW)
    whole, short = movers(before, after), overview(before, after)
    assert short.moved["customer_id"].to_pylist() == [mover.customer_id for mover in whole.movers]
    assert short.directions() == whole.directions()
    assert short.matrix == whole.matrix
    assert short.customers == whole.customers == 6
    assert short.page(0, 10) == whole.movers
    assert short.page(1, 2) == whole.movers[1:3]
    assert short.page(0, 10, "lost") == tuple(mover for mover in whole.movers if mover.direction == "lost")
    assert short.page(50, 10) == ()
    assert short.sentences()[0] == whole.sentences()[0]


def test_it_refuses_what_a_comparison_refuses() -> None:
    with pytest.raises(Refusal, match="no customer in common"):
        overview(classes(ann="1"), classes(bob="1"))
    with pytest.raises(Refusal, match="gives no grade"):
        overview(classes(ann="1"), classes(load("abc").changed(grade=None), ann="1"))
