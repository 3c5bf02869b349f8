"""What has to be said beside the figures: of the fit, of money, of who was left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.foreseeing.spending import TOO_RELATED, Spending
from vitalfew.models.fit import FEW, Fitted
from vitalfew.readers.reading import Note

SILENT = 31
"""Days after the last order from which on the as-of day is worth a word."""


def of_fit(fitted: Fitted, came_back: int) -> Iterator[Note]:
    """How far the model is to be trusted."""
    if fitted.leaning:
        yield Note(
            "clv_prior",
            "Only {n} customers came back, fewer than {few}: a weak prior takes part in the fit, and the forecasts are rough.",
            {"n": came_back, "few": FEW},
            warning=True,
        )
    if fitted.on_edge:
        yield Note(
            "clv_edge",
            "The likelihood is highest at the edge of what the model can say ({names}): customers are all alike, or "
            "hardly anybody leaves, or everybody does. Forecasts are finite; there are no standard errors.",
            {"names": ", ".join(fitted.on_edge)},
            warning=True,
        )
    if not fitted.converged:
        yield Note("clv_no_maximum", "The search for the best parameters ended before its goal.", warning=True)


def of_spending(spending: Spending, digits: int) -> Iterator[Note]:
    """How money was foreseen."""
    yield from _pooled(spending, f"{spending.pooled:.{digits}f}")
    fitted = spending.fitted
    if fitted is not None and fitted.has_mean and (fitted.on_edge or not fitted.converged):
        yield Note(
            "clv_spend_edge",
            "How amounts differ lies at the edge of what Gamma-Gamma can say: all are alike, or each customer is a case "
            "of its own. Expected values are finite.",
            warning=True,
        )
    yield from _related(spending)


def _pooled(spending: Spending, mean: str) -> Iterator[Note]:
    if spending.fitted is None:
        yield Note(
            "clv_no_spend",
            "Nobody has spent anything at a repeat occasion: every customer is expected to spend {mean}, the mean of "
            "first occasions.",
            {"mean": mean},
            warning=True,
        )
    elif not spending.fitted.has_mean:
        yield Note(
            "clv_no_mean",
            "Amounts differ so widely that Gamma-Gamma has no mean (q = {q}): every customer is expected to spend the "
            "pooled mean {mean}.",
            {"q": f"{spending.fitted.q:.3f}", "mean": mean},
            warning=True,
        )


def _related(spending: Spending) -> Iterator[Note]:
    found = spending.correlation
    if found is None:
        return
    values = {name: f"{getattr(found, name):.2f}" for name in ("rho", "low", "high")}
    if abs(found.rho) > TOO_RELATED:
        yield Note(
            "clv_correlation",
            "How often and how much repeat customers buy is related: rank correlation {rho} ({low} to {high}), above "
            "0.3. Gamma-Gamma takes it that they are not; expected values are biased.",
            values,
            warning=True,
        )
        return
    yield Note(
        "clv_correlation",
        "How often and how much repeat customers buy: rank correlation {rho} ({low} to {high}).",
        values,
    )


def of_customers(left_out: int, first: date) -> Iterator[Note]:
    """Who was not learned from."""
    if left_out:
        yield Note(
            "clv_truncated",
            "{n} were customers before the first day of the facts, {day}: left out of the fit, foreseen from their "
            "orders inside.",
            {"n": left_out, "day": first.isoformat()},
        )


def of_missing(silent: int, without_margin: int) -> Iterator[Note]:
    """Who could not be foreseen or valued."""
    if silent:
        yield Note(
            "clv_no_occasion", "{n} customers have no order that counts: their figures are missing.", {"n": silent}
        )
    if without_margin:
        yield Note(
            "clv_no_margin",
            "{n} customers have no margin between -1 and 1 in the column: their lifetime value is missing.",
            {"n": without_margin},
            warning=True,
        )


def of_days(since: int) -> Iterator[Note]:
    """Where the as-of day lies long after the last order."""
    if since > SILENT:
        yield Note(
            "clv_late",
            "The as-of day is {n} days after the last order of all: so long a silence counts against everybody.",
            {"n": since},
            warning=True,
        )
