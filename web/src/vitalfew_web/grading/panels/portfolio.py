"""Numbers of the portfolio that follow from the rows of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Sum
from django.utils.formats import number_format

from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.panels.amounts import share_of, short_amount
from vitalfew_web.grading.panels.chips import tone_of
from vitalfew_web.grading.panels.filters import within

MOST_NAMED = 50
"""Customers that may be named beside the largest."""


def what_if_lost(run: Run, without: Sequence[str], most: int) -> dict[str, Any]:
    """The largest customers by what they leave and others that were named, and what would be gone without the chosen."""
    rows = Grade.objects.filter(run=run, sales__isnull=False)
    whole = rows.aggregate(sales=Sum("sales"), contribution=Sum("contribution"))
    by = F("contribution") if whole["contribution"] is not None else F("sales")
    ordered = rows.order_by(by.desc(nulls_last=True), "customer").select_related("account")
    largest = list(ordered[:most])
    named = ordered.filter(customer__in=without).exclude(pk__in=[one.pk for one in largest])[:MOST_NAMED]
    shown: list[dict[str, Any]] = [
        {
            "number": one.customer,
            "name": one.account.name if one.account else one.customer,
            "chosen": one.customer in without,
            "tone": tone_of(run, one.label),
            "label": one.label,
            "sales": one.sales or 0,
            "contribution": one.contribution or 0,
            "sales_short": short_amount(one.sales, run.digits),
            "contribution_short": short_amount(one.contribution, run.digits),
        }
        for one in (*largest, *named)
    ]
    gone = {name: sum(one[name] for one in shown if one["chosen"]) for name in ("sales", "contribution")}
    return {
        "rows": shown,
        "chosen": sum(1 for one in shown if one["chosen"]),
        "known": whole["contribution"] is not None,
        **{f"{name}_gone": short_amount(-gone[name], run.digits) for name in gone},
        **{f"{name}_share": share_of(gone[name], whole[name]) for name in gone},
    }


FRAMED = 8
"""Customers in a frame that are named, those that cost most first."""


def framed(run: Run, ranges: Mapping[str, str]) -> dict[str, Any]:
    """Who stands in a frame of cost to serve and margin: how many, what they bring together, the dearest by name.

    Counted are customers that are opened here, as the list shows them.
    """
    ends = {end: at for column, value in ranges.items() for end, at in within(column, value).items()}
    rows = Grade.objects.filter(run=run, account__isnull=False, **ends)
    whole = rows.aggregate(count=Count("pk"), sales=Sum("sales"), contribution=Sum("contribution"))
    dearest = rows.order_by(F("contribution").asc(nulls_last=True), "customer").select_related("account")[:FRAMED]
    return {
        "count": whole["count"],
        "query": urlencode(ranges),
        "sales": short_amount(whole["sales"], run.digits),
        "contribution": short_amount(whole["contribution"], run.digits),
        "loses": (whole["contribution"] or 0) < 0,
        "rows": [
            {
                "number": one.customer,
                "name": one.account.name if one.account else one.customer,
                "tone": tone_of(run, one.label),
                "label": one.label,
                "serves": _per_cent(one.serves),
                "margin": _per_cent(one.margin),
                "contribution": short_amount(one.contribution, run.digits),
                "loses": one.contribution is not None and one.contribution < 0,
            }
            for one in dearest
        ],
    }


def _per_cent(fraction: Decimal | None) -> str:
    return "–" if fraction is None else f"{number_format(100 * fraction, 0)} %"


def promoted(run: Run) -> list[dict[str, Any]]:
    """Customers that are loyal to price cuts alone (M23), the largest first."""
    rows = Grade.objects.filter(run=run, promotion_only=True).select_related("account")
    return [
        {
            "number": one.customer,
            "name": one.account.name if one.account else one.customer,
            "tone": tone_of(run, one.label),
            "label": one.label,
            "sales": short_amount(one.sales, run.digits),
            "contribution": short_amount(one.contribution, run.digits),
            "loses": one.contribution is not None and one.contribution < 0,
            "share": share_of(int(one.promotion_share * 1000), 1000) if one.promotion_share is not None else "–",
        }
        for one in rows.order_by(F("sales").desc(nulls_last=True), "customer")[:12]
    ]
