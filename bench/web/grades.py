"""Grades of everybody, as a run leaves them: staged as the worker does it, without the hours of its history.

Every fifth customer has A; one of twenty fell or rose. `WATCHED` is what two people look at of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from random import Random

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.gateways import Row
from vitalfew_web.grading.models import CurrentRun, Move, Run, Scheme, SchemeVersion
from vitalfew_web.grading.services.staging import CHUNK, stage
from vitalfew_web.work.services import save_view

SEED = 2026
LEAST = {"A": 70, "B": 50, "C": 30, "D": 0}
TYPES = ("old_big", "old_small", "new_big", "new_small")
WATCHED = {
    "Fell from A": "moved=A~*&sort=-sales",
    "Rising": "move=up&type=old_small&sort=-sales",
    "Cost more than they earn": "profit=loss&sort=contribution",
}
"""Views that people save: name → what they ask for."""


def stand(at: datetime) -> None:
    """Grades of everybody hold, and two people have views of them."""
    by = User.objects.get(email="gao.ming@example.com")
    run = _run(by, at)
    for _written in stage(run, _chunks(at)):
        pass
    moved = run.grades.exclude(account=None).exclude(was="").values_list("account", "customer", "was", "label", "score")
    Move.objects.bulk_create(
        (
            Move(run=run, account_id=account, customer=customer, was=was, now=label, score_now=score)
            for account, customer, was, label, score in moved.iterator(chunk_size=CHUNK)
            if was != label
        ),
        batch_size=2_000,
    )
    CurrentRun.objects.create(run=run, since=at)
    for email in ("gao.ming@example.com", "lin.yue@example.com"):
        for name, state in WATCHED.items():
            marks = {"is_shared": False, "is_pinned": False}
            save_view(list_name="accounts", name=name, state=state, **marks, by=User.objects.get(email=email), at=at)


def _run(by: User, at: datetime) -> Run:
    scheme = Scheme.objects.create(name="Bench", owner=by, opened_at=at)
    version = SchemeVersion.objects.create(
        scheme=scheme, number=1, document="", status=VersionStatus.PUBLISHED, by=by, at=at, published_at=at
    )
    scale = [
        {"label": label, "tone": label.lower(), "least": least, "title": {"en": f"Grade {label}"}, "playbook": {}}
        for label, least in LEAST.items()
    ]
    return Run.objects.create(
        version=version,
        at=at,
        by=by,
        as_of=at.date(),
        store_version=1,
        status=RunStatus.WHOLE,
        scale=scale,
        currency="EUR",
    )


def _chunks(at: datetime) -> Iterator[list[Row]]:
    chance = Random(SEED)
    numbers = Account.objects.order_by("pk").values_list("number", flat=True).iterator(chunk_size=CHUNK)
    rows = (_row(number, rank, chance, at) for rank, number in enumerate(numbers, 1))
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _row(number: str, rank: int, chance: Random, at: datetime) -> Row:
    label = chance.choices("ABCD", weights=(20, 30, 30, 20))[0]
    sales = int(chance.paretovariate(1.16) * 100_000)
    return Row(
        customer=number,
        label=label,
        was=chance.choice("ABCD") if chance.random() < 0.05 else label,
        score=Decimal(LEAST[label] + chance.randrange(20)),
        score_was=Decimal(50),
        rank=rank,
        type=chance.choice(TYPES),
        cell=f"{chance.randint(1, 5)}{chance.randint(1, 5)}",
        share_class=label,
        segment=chance.choice(("champions", "loyal", "hibernating")),
        band=chance.choice(("top", "middle", "rest")),
        field="",
        serves=Decimal(chance.randrange(40)) / 100,
        margin=Decimal(chance.randrange(60)) / 100,
        sales=sales,
        contribution=sales * chance.randint(-10, 50) // 100,
        last_order=at.date() - timedelta(days=chance.randrange(700)),
        promotion_only=chance.random() < 0.05,
        promotion_share=Decimal(chance.randrange(100)) / 100,
        months=[sales // 12] * 12,
        reason={"best": [["monetary", 92.0]], "worst": [["recency", 41.0]]},
        past=[[f"2026-{month:02}", label] for month in range(1, 12)],
    )
