"""Numbers of the portfolio that follow from the rows of a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import F, Sum

from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.panels.amounts import share_of, short_amount
from vitalfew_web.grading.panels.chips import tone_of

if TYPE_CHECKING:
    pass


def what_if_lost(run: Run, without: Sequence[str], most: int) -> dict[str, Any]:
    """The largest customers by what they leave, and what would be gone without those that were chosen."""
    rows = Grade.objects.filter(run=run, sales__isnull=False)
    whole = rows.aggregate(sales=Sum("sales"), contribution=Sum("contribution"))
    by = F("contribution") if whole["contribution"] is not None else F("sales")
    best = rows.order_by(by.desc(nulls_last=True), "customer").select_related("account")[:most]
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
        for one in best
    ]
    gone = {name: sum(one[name] for one in shown if one["chosen"]) for name in ("sales", "contribution")}
    return {
        "rows": shown,
        "chosen": sum(1 for one in shown if one["chosen"]),
        "known": whole["contribution"] is not None,
        **{f"{name}_gone": short_amount(-gone[name], run.digits) for name in gone},
        **{f"{name}_share": share_of(gone[name], whole[name]) for name in gone},
    }


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
