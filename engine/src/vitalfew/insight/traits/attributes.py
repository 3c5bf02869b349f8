"""What may be a trait of a customer, by the question that it answers; what only says again who is best is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, available, metric_table
from vitalfew.expressions import day, window_start
from vitalfew.insight.kinds import NAMES
from vitalfew.metrics import METRICS
from vitalfew.metrics.windows import YEAR
from vitalfew.registry import Metric, Unit
from vitalfew.schemas import TABLES
from vitalfew.scheme import Scheme

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "like": (
        *("kind", "industry", "region", "region_class", "company_type", "channel_role", "regional_standing"),
        *("industry_growth", "stores", "store_growth", "suppliers", "international", "rival_target", "guest_segment"),
        *("followers", "fame", "social_activity", "influence", "risk_bearing", "value_chain_tie", "personality"),
        *("preference", "service_need", "purchase_purpose", "initiative", "intent", "tenure_days", "online_share"),
    ),
    "stay": (
        *("satisfaction", "nps", "complaints", "suggestions", "return_rate", "collection", "lateness_days"),
        *("gap_variation", "supplier_changes", "relationship_level", "referrals"),
    ),
    "keep": ("interactions", "touch_days", "key_person_days", "service_hours", "discount_share", "promotion_share"),
}
"""Question → metrics: what they are like, why they stay, what we do that keeps them."""

DONE = {"service_costs": "day", "interactions": "moment"}
"""Table of what we do for customers → its day; each kind of it counts by itself."""

SET_BY_SIZE = frozenset(
    {"expected_spend", "growth_potential", "strategic", "project_level", "loan_balance", "deposit_balance"}
)
"""Columns that a company fills by how large a customer is: they would say again who is best."""

Values = npt.NDArray[np.float64] | npt.NDArray[np.object_]
"""A value of each customer: numbers, not a number where there is none; or words, None where there is none."""


@dataclass(frozen=True)
class Attribute:
    """Something that customers differ in. `name` is a metric, a further column of their file, or table and kind."""

    question: str
    name: str
    values: Values
    unit: str = ""
    """What stands behind a number."""


def attributes(database: DuckDB, facts: Facts, scheme: Scheme, ids: pa.Array) -> Iterator[Attribute]:
    """What these customers may have in common, in order of questions; nothing that the scheme grades by."""
    wanted = {name: metric for name, metric in _wanted(facts).items() if not _read_by(scheme, metric)}
    rows = _in_order(database.fetch(metric_table(facts, wanted)), ids)
    for question, names in {**QUESTIONS, "like": (*QUESTIONS["like"], *_further(facts))}.items():
        yield from (_attribute(question, name, rows[name]) for name in names if name in rows.column_names)
    yield from _done(database, facts, ids, _tables_of(scheme))


def by_file(database: DuckDB, facts: Facts, ids: pa.Array) -> Iterator[Attribute]:
    """What these customers are like by their file alone, nothing of it read from orders or filled by size."""
    wanted = {name: one for name, one in _wanted(facts).items() if set(_columns(one)) == {"customers"}}
    rows = _in_order(database.fetch(metric_table(facts, wanted)), ids)
    names = (*QUESTIONS["like"], *_further(facts))
    yield from (_attribute("like", name, rows[name]) for name in names if name in wanted)


def set_by_size(facts: Facts) -> list[str]:
    """The columns of the customers' file that are left out because they are filled by size."""
    known = facts.tables.get("customers")
    return [] if known is None else sorted(SET_BY_SIZE & set(known.columns))


def _wanted(facts: Facts) -> dict[str, Metric]:
    """The metrics that the facts can give, of a year where they have a window, and further words of the customers' file."""
    kinds = {name: METRICS[name] for names in QUESTIONS.values() for name in names}
    metrics = {name: kind.model_validate(_of_a_year(kind)) for name, kind in kinds.items()}
    words = {name: METRICS["further_word"].model_validate({"column": name}) for name in _further(facts)}
    return available({**metrics, **words}, facts)


def _of_a_year(kind: type[Metric]) -> dict[str, str]:
    return {"window": f"{YEAR}d"} if "window" in kind.model_fields else {}


def _further(facts: Facts) -> list[str]:
    """Columns of the customers' file that no table of ours names."""
    known = facts.tables.get("customers")
    if known is None:
        return []
    return [name for name in known.columns if name not in TABLES["customers"] and name not in NAMES]


def _read_by(scheme: Scheme, metric: Metric) -> bool:
    """Whether the scheme grades by this: the same metric, or the same columns of a table other than the orders."""
    read = {table: set(columns) for each in scheme.metrics.values() for table, columns in _columns(each).items()}
    named = {each.name for each in scheme.metrics.values()}
    shared = (
        read.get(table, set()) & set(columns) for table, columns in metric.required().items() if table != "orders"
    )
    return metric.name in named or any(shared)


def _columns(metric: Metric) -> Mapping[str, tuple[str, ...]]:
    used = {table: columns for table, columns in metric.uses.items() if table not in ("orders", "returns")}
    return {**used, **metric.required(), **{table: (column,) for table, column in metric.one_of}}


def _tables_of(scheme: Scheme) -> set[str]:
    return {table for metric in scheme.metrics.values() for table in _columns(metric)}


def _done(database: DuckDB, facts: Facts, ids: pa.Array, read: Collection[str]) -> Iterator[Attribute]:
    """How often we did each kind of thing for a customer in the last 365 days, of tables that the scheme does not read."""
    for table, dated in DONE.items():
        if table in read or not facts.has(table, ("kind", dated)):
            continue
        counted = database.fetch(_counted(facts, table, dated))
        for kind in sorted(pc.unique(counted["kind"]).to_pylist()):
            rows = counted.filter(pc.equal(counted["kind"], kind))
            times = rows["n"].take(pc.index_in(ids, value_set=rows["customer_id"])).fill_null(0)
            yield Attribute("keep", f"{table}: {kind}", times.to_numpy().astype(np.float64))


def _counted(facts: Facts, table: str, dated: str) -> ir.Table:
    rows = facts.tables[table]
    recent = rows.filter(rows.kind.notnull() & (rows[dated].cast("date") >= day(window_start(facts.at, YEAR))))
    return recent.group_by("customer_id", "kind").aggregate(n=recent.count())


def _in_order(rows: pa.Table, ids: pa.Array) -> pa.Table:
    return rows.take(pc.index_in(ids, value_set=rows["customer_id"].combine_chunks()))


def _attribute(question: str, name: str, cells: pa.ChunkedArray) -> Attribute:
    values = _values(cells)
    if name in METRICS and METRICS[name].unit is Unit.FRACTION:
        return Attribute(question, name, 100 * values, " %")
    return Attribute(question, name, values)


def _values(cells: pa.ChunkedArray) -> Values:
    if pa.types.is_string(cells.type) or pa.types.is_boolean(cells.type):
        return np.array(cells.cast(pa.string()).to_pylist(), object)
    numbers: Values = pc.cast(cells, pa.float64()).fill_null(float("nan")).to_numpy()
    return numbers
