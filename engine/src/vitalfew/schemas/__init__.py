"""The tables of facts, column by column: the only words in which the engine speaks of what happened."""

from collections.abc import Mapping

from vitalfew.schemas.contacts import FEEDBACK, INTERACTIONS
from vitalfew.schemas.customers import CUSTOMERS
from vitalfew.schemas.money import EXCHANGE_RATES, PAYMENTS, RETURNS, SERVICE_COSTS, WALLET
from vitalfew.schemas.orders import ORDERS
from vitalfew.schemas.types import MONEY_DIGITS, Column, FactTable, Kind

TABLES: Mapping[str, FactTable] = {
    table.name: table
    for table in (
        ORDERS,
        CUSTOMERS,
        PAYMENTS,
        RETURNS,
        SERVICE_COSTS,
        FEEDBACK,
        INTERACTIONS,
        WALLET,
        EXCHANGE_RATES,
    )
}

__all__ = ["MONEY_DIGITS", "TABLES", "Column", "FactTable", "Kind"]
