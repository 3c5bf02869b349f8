"""Reading grades. Whose, follows from whose customers somebody sees; figures of all are for those who see all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.models import CurrentRun, Grade, Move, Override, Run, Scheme, SchemeVersion


def schemes_for(user: User) -> QuerySet[Scheme]:
    """All schemes, for somebody who sees all customers; none for others."""
    found = Scheme.objects.select_related("owner").order_by("name", "id")
    return found if user.reach is Reach.ALL else found.none()


def runs_for(user: User) -> QuerySet[Run]:
    """All runs, newest first, for somebody who sees all customers; none for others: their figures speak of all."""
    found = Run.objects.select_related("version__scheme", "by", "before", "current")
    return found if user.reach is Reach.ALL else found.none()


def current_run() -> Run | None:
    """The run whose grades hold."""
    return Run.objects.filter(current__isnull=False).first()


def published(scheme: Scheme) -> SchemeVersion | None:
    """The version of a scheme that grades: the last one published."""
    return scheme.versions.filter(status=VersionStatus.PUBLISHED).order_by("-number").first()


def grades_now() -> QuerySet[Grade]:
    """The grades that hold, of everybody: always narrowed to customers that somebody sees."""
    return Grade.objects.filter(run__in=CurrentRun.objects.values("run"))


def graded(**asked: Any) -> Q:
    """Customers whose grade of now is as asked for: columns of `Grade` and values.

    All that stands in one `filter` is asked of the same grade.
    """
    run = CurrentRun.objects.values("run")[:1]
    return Q(grades__run=run, **{f"grades__{column}": value for column, value in asked.items()})


def grades_of(accounts: Collection[int], on: date) -> dict[int, Grade]:
    """Customer → its grade of now, of customers that somebody sees; each with its run.

    Where a person gave another one that holds on the day, `hand_label`, `hand_reason`, `hand_until`, `hand_by` say so.
    The run is read once for all: its scale and its names are longer than many grades.
    """
    holds = Q(account__overrides__ended_at=None, account__overrides__until__gte=on)
    found = (
        grades_now()
        .filter(account__in=accounts)
        .prefetch_related("run")
        .annotate(
            hand=FilteredRelation("account__overrides", condition=holds),
            hand_label=F("hand__label"),
            hand_reason=F("hand__reason"),
            hand_until=F("hand__until"),
            hand_by=F("hand__by__name"),
        )
    )
    return {grade.account_id: grade for grade in found if grade.account_id is not None}


def overrides_on(day: date) -> QuerySet[Override]:
    """The grades by hand that hold on a day, of everybody: always narrowed to customers that somebody sees."""
    return Override.objects.filter(ended_at=None, until__gte=day).select_related("by", "account")


def moves_of(account: int) -> QuerySet[Move]:
    """How the grade of a customer changed from run to run, newest first."""
    return Move.objects.filter(account=account, run__status=RunStatus.WHOLE).select_related("run").order_by("-id")


def key_customers(run: Run | None, on: date) -> list[dict[str, Any]]:
    """The customers with the best grade of a run, those by hand among them, as a document keeps them; largest first.

    Of a run before the one that holds nobody looks at the hand any more.
    """
    if run is None or not run.scale:
        return []
    best = run.scale[0]["label"]
    rows = Grade.objects.filter(run=run, account__isnull=False).select_related("account__owner")
    by_hand = {one.account_id: one for one in overrides_on(on)} if CurrentRun.objects.filter(run=run).exists() else {}
    taken = rows.filter(Q(label=best) | Q(account__in=list(by_hand)))
    return [
        {
            "number": one.customer,
            "name": one.account.name if one.account else one.customer,
            "owner": one.account.owner.name if one.account and one.account.owner else "",
            "score": None if one.score is None else str(one.score),
            "sales": one.sales,
            "contribution": one.contribution,
            "by_hand": by_hand[one.account_id].reason if one.account_id in by_hand else "",
        }
        for one in taken.order_by(F("sales").desc(nulls_last=True), "customer")
        if (by_hand[one.account_id].label if one.account_id in by_hand else one.label) == best
    ]


def overrides_for(user: User, on: date) -> QuerySet[Override]:
    """The grades by hand that hold, of customers that somebody sees; those that end next first."""
    return overrides_on(on).filter(account__in=accounts_for(user)).order_by("until", "id")
