"""What one row of a file of orders is: a line of an order, or a whole order (contract, "Grain")."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from vitalfew.readers.reading import Note, Options
from vitalfew.readers.rows.pairs import Codes, Groups, Mask

_LINE_COLUMNS = ("product_id", "line")
_ONE_IN = 20


@dataclass(frozen=True, slots=True)
class Grain:
    """`line` or `order`, and the sentence that says why."""

    name: str
    why: Note


def stated_grain(headers: Mapping[str, str], options: Options) -> Grain | None:
    """What a person or the columns say; None where the rows have to tell. `headers` is standard name → header."""
    if options.grain == "line":
        return _grain("line", "Each row is an order line, as --grain line says.")
    if options.grain == "order":
        return _grain("order", "Each row is a whole order, as --grain order says.")
    for name in _LINE_COLUMNS:
        if name in headers:
            return _grain("line", "Each row is an order line: the column {column} says so.", column=headers[name])
    if "order_id" not in headers:
        return _grain("order", "Each row is a whole order: there is no column of order numbers.")
    return None


def observed_grain(groups: Groups, differing: Mask) -> Grain:
    """Lines where more than one order in twenty stands in rows of different content."""
    found = {"differing": int(differing.sum()), "orders": len(groups)}
    if found["differing"] * _ONE_IN > found["orders"]:
        return _grain(
            "line",
            "Each row is an order line: {differing:,} of {orders:,} orders stand in rows of different content, "
            "more than one in twenty.",
            **found,
        )
    return _grain(
        "order",
        "Each row is a whole order: {differing:,} of {orders:,} orders stand in rows of different content, "
        "not more than one in twenty.",
        **found,
    )


def differing_orders(groups: Groups, content: Codes) -> Mask:
    """Which orders stand in rows of different content."""
    same = groups.agreeing(content) & (content[groups.rows[groups.starts]] >= 0)
    return (groups.sizes > 1) & ~same if len(groups) else np.empty(0, bool)


def _grain(name: str, sentence: str, **values: str | int) -> Grain:
    return Grain(name, Note("grain", sentence, values))
