"""The customers of the grade below that are like the best (M24)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.insight.remarks.traits import text_of
from vitalfew.insight.traits.finding import Findings
from vitalfew.insight.traits.rules import Fitting, Rule
from vitalfew.languages import writing_files


def alike(
    database: DuckDB,
    facts: Facts,
    graded: pa.Table,
    below: str | None,
    found: Findings,
    chosen: Sequence[Rule],
    fitting: Fitting,
) -> pa.Table:
    """The customers of a grade that fit a rule, in order of ids: which, how many traits they have, and the rule in words."""
    held = [place for place, one in enumerate(found.traits) if one.held]
    counted = found.having[:, held].sum(axis=1) if held else np.zeros(len(fitting))
    with writing_files():
        words = pa.array([None, *(text_of(rule.trait.values) for rule in chosen)], pa.string())
    rows = pa.table(
        {
            "customer_id": graded["customer_id"],
            "grade": graded["grade"].cast(pa.string()),
            "rule": pa.array(fitting, pa.int64()),
            "traits": pa.array(counted, pa.int64()),
            "sentence": words.take(pa.array(fitting)),
        }
    )
    like = pc.and_(pc.greater(rows["rule"], 0), pc.equal(rows["grade"], pa.scalar(below, pa.string())))
    return _named(database, facts, rows.filter(pc.fill_null(like, False)))


def _named(database: DuckDB, facts: Facts, rows: pa.Table) -> pa.Table:
    if not facts.has("customers", ("name",)):
        return rows
    known = facts.tables["customers"]
    names = database.fetch(known.group_by("customer_id").aggregate(name=known.name.max()))
    places = pc.index_in(rows["customer_id"], value_set=names["customer_id"].combine_chunks())
    return rows.add_column(1, "name", names["name"].take(places))
