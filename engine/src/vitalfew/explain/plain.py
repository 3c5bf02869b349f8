"""The customer that is asked about, among the others of a table of metrics."""

from __future__ import annotations

from difflib import get_close_matches

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.population import Population
from vitalfew.readers.cells.ids import folded
from vitalfew.run.case import Case, used
from vitalfew.scheme import Scheme


def case_of(scheme: Scheme, metrics: pa.Table, customer_id: str) -> Case:
    """The case of one customer of a table of metrics. An unknown one is refused."""
    place = pc.index(metrics["customer_id"], pa.scalar(customer_id, pa.string())).as_py()
    if place < 0:
        raise _unknown(metrics, customer_id)
    one = {name: metrics[name][place].as_py() for name in metrics.column_names}
    return Case(scheme, one, Population(metrics).without(place), used(scheme, metrics.column_names))


NEAR_LENGTH, MOST_NEAR = 2, 20_000


def _unknown(metrics: pa.Table, customer_id: str) -> Refusal:
    """The refusal of an unknown id, with those of the customers that look like it."""
    wanted = folded(customer_id)
    lengths = pc.utf8_length(metrics["customer_id"])
    alike = pc.and_(
        pc.greater_equal(lengths, len(customer_id) - NEAR_LENGTH),
        pc.less_equal(lengths, len(customer_id) + NEAR_LENGTH),
    )
    ids = {folded(ident): ident for ident in metrics["customer_id"].filter(alike).to_pylist()}
    likely = [ident for ident in ids if ident[:2] == wanted[:2] or ident[-2:] == wanted[-2:]][:MOST_NEAR]
    near = ", ".join(ids[ident] for ident in get_close_matches(wanted, likely))
    remedy = say("Did you mean {names}?", names=near) if near else ""
    return Refusal(say("there is no customer {customer}.", customer=repr(customer_id)), remedy=remedy)
