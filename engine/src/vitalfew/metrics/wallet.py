"""How much of what customers spend in our field they spend with us."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import quotient
from vitalfew.metrics.windows import RETURNS, SALES, YEAR, Period, net, net_sales
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_WALLET: Columns = {"wallet": ("amount",)}


def _wallet() -> dict[str, Aggregate]:
    per_year = {"spend": Aggregate("wallet", "sum", lambda row: row.amount)}
    return {
        "latest": Aggregate(
            "wallet",
            "latest",
            lambda year: year.spend,
            by=lambda year: year.year,
            grain="year",
            inputs=per_year,
            needs=("amount", "year"),
        ),
        "undated": Aggregate("wallet", "sum", lambda row: row.amount),
    }


def _estimate(parts: Any) -> Any:
    return parts.undated if parts.latest is None else parts.latest


@metric
class WalletAmount(Metric):
    """What the customer is thought to spend in our field in a year: the latest year not after the as-of day's.

    Rows of one year are added; without a column of years all rows are. Missing for a customer without a row.
    """

    name = "wallet_amount"
    unit = Unit.MONEY
    judged = True
    needs = _WALLET

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _wallet()

    def value(self, parts: Any, at: date) -> Any:
        return _estimate(parts)


@metric
class WalletShare(Metric):
    """Net sales of the window (12 months) ÷ wallet of the customer. Missing where the wallet is not above zero.

    Above 1 where the wallet was estimated too small; negative where refunds outweigh sales.
    """

    name = "wallet_share"
    unit = Unit.FRACTION
    judged = True
    needs: ClassVar[Columns] = {**SALES, **_WALLET}
    uses = RETURNS
    window: Period = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {**net_sales(self.window, at), **_wallet()}

    def value(self, parts: Any, at: date) -> Any:
        wallet = _estimate(parts)
        return ibis.ifelse(wallet > 0, quotient(net(parts), wallet), None)
