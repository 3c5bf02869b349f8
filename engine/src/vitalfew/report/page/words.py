"""The words of the page that are the same for every company."""

from __future__ import annotations

from vitalfew.languages import say


def words() -> dict[str, str]:
    """Name → text in the current language. Places in braces are filled where the number is known: in the page itself."""
    return _of_frame() | _of_list() | _of_reasons() | words_of_charts()


def _of_frame() -> dict[str, str]:
    return {
        "skip": say("Skip to the list of customers"),
        "print": say("Print"),
        "data": say("Table of the drawing"),
        "definitions": say("Definitions"),
        "definitions_remark": say("what the words and figures mean"),
        "png": say("Save the drawing as PNG"),
        "csv": say("Save the table as CSV"),
    }


def _of_list() -> dict[str, str]:
    return {
        "customers_title": say("Customers"),
        "search": say("Name or number"),
        "grades": say("Show one grade"),
        "months": say("12 months"),
        "before": say("Back"),
        "after": say("Next"),
        "shown": say("{from} to {to} of {n}"),
        "first_only": say("The first {shown} of {n} customers; the page on a screen has all of its list."),
        "why": say("Why this grade"),
    }


def _of_reasons() -> dict[str, str]:
    return {
        "measure": say("Measure"),
        "value": say("Value"),
        "rank": say("Rank"),
        "points": say("Points"),
        "weight": say("Weight"),
        "toward_score": say("Toward the score"),
        "rank_of": say("{rank} of {n}"),
        "smallest_change": say("Smallest change that would move it"),
        "track": say("{points} points of 100, weight {weight}"),
        "hatched": say("A track is as long as the weight and filled as far as the points; hatched is what is missing."),
    }


def words_of_charts() -> dict[str, str]:
    """The same of the drawings alone."""
    return {
        "pareto_cut": say("{label}: {customers} customers, {share}"),
        "pareto_tip": say("The first {customers} of the customers bring {value}"),
        "whale_tip": say("The first {customers} customers: {value}"),
        "bars_tip": say("{from} to {to}: {n} customers"),
        "customers": say("{n} customers"),
        "top": say("Top {n}"),
        "of_sales": say("of sales"),
        "of_profit": say("of profit"),
        "of_value": say("Of the value"),
        "of_customers": say("Of the customers"),
        "of_allowed": say("of {n} allowed"),
        "was": say("Was"),
        "now": say("Now"),
    }
