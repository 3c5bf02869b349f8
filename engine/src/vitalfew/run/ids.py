"""The customer ids of rows that were read where they lie: looked at once per customer, not once per line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import Calculator
from vitalfew.readers.cells.characters import is_code, without_digits
from vitalfew.readers.reading import Note
from vitalfew.readers.rows.order_notes import alike_notes, is_walk_in, walk_in_note

LONGEST_ID = 200


def odd_ids(ids: pa.ChunkedArray) -> bool:
    """Whether some customer id is empty, too long or has outer spaces, which the careful reader would treat."""
    text = ids.cast(pa.string())
    odd: Callable[..., Any] = pc.or_
    found = odd(pc.not_equal(text, pc.utf8_trim_whitespace(text)), pc.greater(pc.utf8_length(text), LONGEST_ID))
    return bool(pc.any(odd(found, pc.equal(text, ""))).as_py())


def id_notes(database: Calculator, orders: ir.Table, ids: pa.ChunkedArray) -> Iterator[Note]:
    """Buckets of walk-in customers, and ids that are possibly the same: what the careful reader would say."""
    texts = ids.cast(pa.string()).combine_chunks()
    buckets = sorted(filter(is_walk_in, without_digits(texts).to_pylist()))
    if buckets:
        everything = database.row(orders.aggregate(amount=orders.amount.sum()))["amount"]
        for bucket in buckets:
            mine = orders.filter(orders.customer_id == bucket)
            yield walk_in_note(bucket, database.row(mine.aggregate(amount=mine.amount.sum()))["amount"], everything)
    # Capital letters and digits alone are alike only where they are equal.
    if not is_code(texts):
        yield from alike_notes(ids)
