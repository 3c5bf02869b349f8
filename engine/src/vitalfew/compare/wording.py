"""A changed metric in people's words: what it is, from what to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from vitalfew.compare.parts import Cause
from vitalfew.languages import language, say
from vitalfew.languages.metric_terms import label_of
from vitalfew.metrics.windows import YEAR
from vitalfew.registry import Unit

MINUS = "\u2212"


def signed(number: Decimal) -> str:
    """A change with its sign and all its digits."""
    return f"{number:+,}".replace("-", MINUS) if number else f"{abs(number):,}"


def change_of(cause: Cause) -> str:
    """What changed. Metrics without a sentence of their own go by their name."""
    places = {
        "window": _window(cause.declared),
        "was": value(cause.was, cause.declared.unit),
        "now": value(cause.now, cause.declared.unit),
    }
    words = _WORDS.get(cause.declared.name)
    if cause.declared.name == "frequency" and cause.was is not None and cause.now is not None:
        return _orders(cause.now - cause.was, places)
    if words is None:
        return say("{metric} {was} → {now}", metric=label_of(cause.metric), **places)
    return words(places)


def value(cell: Any, unit: Unit) -> str:
    """A value as people write it: fractions in per cent with one digit, thousands apart, missing as a dash."""
    if cell is None:
        return "—"
    if isinstance(cell, bool):
        return "✓" if cell else "✗"
    if unit is Unit.FRACTION:
        percent = (100 * Decimal(cell)).quantize(Decimal("0.1")) + 0  # no minus before a zero
        return f"{percent:,}%".replace("-", MINUS) if language() != "en" else f"{percent:,} %".replace("-", MINUS)
    return f"{cell:,}".replace("-", MINUS) if isinstance(cell, int | Decimal) else str(cell)


def _window(declared: Any) -> str:
    """The time that a metric looks at, as an adverbial."""
    days = getattr(declared, "window", None)
    if days is None:
        return say("in all")
    return say("in 12 months") if days == YEAR else say("in {days} days", days=days)


def _orders(more: int, places: Mapping[str, str]) -> str:
    if more == 1:
        return say("One order more {window} ({was} → {now})", **places)
    if more == -1:
        return say("One order fewer {window} ({was} → {now})", **places)
    if more > 0:
        return say("{n} orders more {window} ({was} → {now})", n=f"{more:,}", **places)
    return say("{n} orders fewer {window} ({was} → {now})", n=f"{-more:,}", **places)


_WORDS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "monetary": lambda at: say("Sales {window} {was} → {now}", **at),
    "gross_profit": lambda at: say("Gross profit {window} {was} → {now}", **at),
    "contribution": lambda at: say("Contribution {window} {was} → {now}", **at),
    "service_cost": lambda at: say("Cost to serve {window} {was} → {now}", **at),
    "order_value": lambda at: say("Average order {window} {was} → {now}", **at),
    "recency_days": lambda at: say("Days since the last order {was} → {now}", **at),
    "tenure_days": lambda at: say("Days as a customer {was} → {now}", **at),
    "growth": lambda at: say("Growth over the year before {was} → {now}", **at),
    "collection": lambda at: say("Due invoices paid {was} → {now}", **at),
    "overdue_amount": lambda at: say("Overdue amount {was} → {now}", **at),
    "complaints": lambda at: say("Complaints {window} {was} → {now}", **at),
    "return_rate": lambda at: say("Return rate {window} {was} → {now}", **at),
    "expected_spend": lambda at: say("Expected spend {was} → {now}", **at),
}
