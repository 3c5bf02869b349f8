"""The parts add up, and each step is what a real run of the engine says, for every ready-made scheme with a grade."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pytest
from compare.companies import GRADED, NOW, THEN, Company, Engine, another_version

from vitalfew.compare import Comparison, movers
from vitalfew.expressions import HAS_ORDERS
from vitalfew.run import Request, Result, grade_metrics
from vitalfew.scheme import load


def adds_up(found: Comparison) -> None:
    for mover in found.movers:
        known = [part for part in mover.parts.values() if part is not None]
        assert bool(known) == (mover.change is not None)
        if mover.change is not None:
            assert sum(known) == mover.change, mover
            effects = [cause.effect for cause in mover.causes]
            assert sum(effects, Decimal(0)) == mover.parts["own"], mover
        assert (mover.sequence[0], mover.sequence[-1]) == (mover.was, mover.now)


@pytest.mark.parametrize("name", GRADED)
def test_parts_add_up_between_two_days(company: Company, name: str) -> None:
    found = movers(company(load(name), THEN), company(load(name), NOW))
    adds_up(found)
    assert len(found.movers) == sum(
        n for was, row in zip(found.matrix.was, found.matrix.counts, strict=True)
        for now, n in zip(found.matrix.now, row, strict=True) if was != now
    )  # fmt: skip


@pytest.mark.parametrize("name", ["abc", "rfm", "key_accounts"])
def test_parts_add_up_where_the_schemes_count_differently_and_no_facts_tell(company: Company, name: str) -> None:
    old, new = load(name), another_version(load(name))
    found = movers(company(old, THEN), company(new, NOW))
    adds_up(found)
    assert found.uncounted == tuple(metric for metric in old.metrics if new.metrics[metric] != old.metrics[metric])
    kept = {cause.metric for mover in found.movers for cause in mover.causes if mover.was is not None}
    assert not kept & set(found.uncounted)


def test_the_same_day_under_another_version_moves_by_parameters_alone(company: Company) -> None:
    old, new = load("key_accounts"), another_version(load("key_accounts"))
    found = movers(company(old, NOW), company(new, NOW), company(old, NOW), company(old, NOW))
    assert found.movers
    assert {mover.decided_by for mover in found.movers} == {"parameters"}
    assert {part for mover in found.movers for name, part in mover.parts.items() if name != "parameters"} <= {0, None}


def with_row(old: Result, new: Result, customer: str, columns: list[str]) -> pa.Table:
    """The old figures with some of one customer's cells as they are in the new run."""
    mine = pa.compute.index(old.metrics["customer_id"], customer).as_py()
    theirs = pa.compute.index(new.metrics["customer_id"], customer).as_py()
    table = old.metrics
    for name in columns:
        cells = table[name].to_pylist()
        cells[mine] = new.metrics[name][theirs].as_py()
        table = table.set_column(table.column_names.index(name), name, pa.array(cells, table[name].type))
    return table


@pytest.mark.parametrize("name", GRADED)
def test_every_step_is_what_the_engine_says(company: Company, name: str) -> None:
    """Own: the old table with one row as it is now. Others: the whole new table. Then another version of the scheme."""
    scheme = load(name)
    before, restated, after = company(scheme, THEN), company(scheme, NOW), company(another_version(scheme), NOW)
    others = graded_again(restated)
    alone = Engine(scheme, before.metrics)
    shared = [name for name in scheme.metrics if name in before.metrics.column_names]
    found = movers(before, after, restated=restated)
    adds_up(found)
    for mover in [mover for mover in found.movers if mover.direction in ("up", "down")]:
        own = alone(with_row(before, restated, mover.customer_id, [HAS_ORDERS, *shared]))[mover.customer_id]
        other = others[mover.customer_id]
        assert mover.sequence[2:4] == (own[0], other[0]), mover
        if mover.change is not None:
            assert list(mover.parts.values()) == [
                None,
                own[1] - mover.score_was,
                other[1] - own[1],
                mover.score_now - other[1],
            ]


def graded_again(result: Result) -> dict[str, tuple[Any, Any]]:
    """A run over the ready metrics of another."""
    rows = grade_metrics(result.metrics, Request(result.scheme), "").graded.to_pylist()
    return {row["customer_id"]: (row["grade"], row["score"]) for row in rows}


@pytest.mark.parametrize("name", ["key_accounts", "rfm"])
def test_effects_are_those_of_replacing_one_metric_after_another(company: Company, name: str) -> None:
    before, after = company(load(name), THEN), company(load(name), NOW)
    engine = Engine(load(name), before.metrics)
    scored = [mover for mover in movers(before, after).movers if mover.change is not None]
    assert scored
    for mover in scored:
        scores, names = [mover.score_was], [cause.metric for cause in mover.causes]
        for count in range(1, len(names) + 1):
            table = with_row(before, after, mover.customer_id, [HAS_ORDERS, *names[:count]])
            scores.append(engine(table)[mover.customer_id][1])
        assert [cause.effect for cause in mover.causes] == [now - was for was, now in pairwise(scores)]
