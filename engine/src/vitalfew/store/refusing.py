"""What an import must not be: in another currency, with other digits, keyed in another way than its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.schemas import MONEY_DIGITS, TABLES, Kind
from vitalfew.store.keys import CUSTOMER_ORDER, ORDER
from vitalfew.store.records import Load
from vitalfew.store.state import State


class Numbers(NamedTuple):
    """How many order numbers some rows have, and the first of them that two customers use, if any."""

    orders: int
    order_id: str | None
    one: str | None
    other: str | None


def refuse_currencies(state: State, loads: Sequence[Load]) -> None:
    """All amounts of a store are of one currency, because they are held against each other."""
    named = {entry.currency: entry.source for entry in state.live() if entry.currency}
    named |= {load.currency: load.source for load in loads if load.currency and load.table != "exchange_rates"}
    if len(named) > 1:
        listed = ", ".join(f"{source} {currency}" for currency, source in named.items())
        raise Refusal(
            say("the store would hold amounts in different currencies: {listed}.", listed=listed),
            remedy=say("Import with exchange rates (--rates) and the currency of the store (--currency)."),
        )


def digits_of(state: State, load: Load) -> int:
    """Digits behind the point of the table's amounts; refuses others than the first import of the table had."""
    kinds = load.rows.schema()
    money = [c.name for c in TABLES[load.table].columns if c.kind is Kind.MONEY and c.name in kinds]
    found = next((kinds[name].scale for name in money if kinds[name].is_decimal()), None)
    settled = state.digits(load.table)
    if settled is None or found is None or found == settled:
        return settled if found is None and settled is not None else MONEY_DIGITS if found is None else int(found)
    raise Refusal(
        say(
            "the store keeps amounts of {table} with {settled} digits behind the point, these have {found}.",
            table=load.table,
            settled=settled,
            found=found,
        ),
        where=load.source,
        remedy=say("Name the currency with --currency, or begin another store."),
    )


def settled_key(state: State, load: Load) -> str | None:
    """How the orders of the load are to be keyed: as its source's first live import was, else as asked."""
    if load.key not in (None, ORDER, CUSTOMER_ORDER):
        raise WrongUse(say("{key} is no way to key orders.", key=load.key), remedy=say("Take order or customer-order."))
    settled = next((entry.key for entry in state.live("orders") if entry.source == load.source), None)
    if settled is not None and load.key not in (None, settled):
        raise Refusal(
            say(
                "orders of source {source} are keyed by {key} since its first import.", source=load.source, key=settled
            ),
            remedy=_another_source(),
        )
    return settled or load.key


def key_of(state: State, load: Load, numbers: Numbers | None) -> str:
    """The settled key; where none is, order number if each belongs to one customer. Refuses numbers that break it."""
    settled = settled_key(state, load)
    if settled == CUSTOMER_ORDER or numbers is None:
        return CUSTOMER_ORDER
    if numbers.order_id is None:
        return ORDER
    if settled is None:
        return CUSTOMER_ORDER
    raise Refusal(
        say(
            "order {order} belongs to two customers, {one} and {other}, but source {source} is keyed by order number.",
            order=numbers.order_id,
            one=numbers.one,
            other=numbers.other,
            source=load.source,
        ),
        remedy=_another_source(),
    )


def _another_source() -> str:
    return say("Mend the rows, or import them under another name with --source.")
