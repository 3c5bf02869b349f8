"""A grading run while people work: the table's rows under the name of limits.RUNS.

Read by `manage.py shell` in the installation: `begin` asks for a run, `ended` says how it stands, as JSON.
"""

from __future__ import annotations

import json

from django.db import transaction
from django.utils import timezone

from vitalfew_web.access.models import User
from vitalfew_web.grading.models import Run, Scheme
from vitalfew_web.grading.services import open_scheme, publish_version, save_draft, start_run

NAME = "Five criteria"
DOCUMENT = """\
scheme: bench
version: 1
title: {en: Five criteria over 24 months}
metrics:
  monetary: {metric: monetary, window: 730d}
  frequency: {metric: frequency, window: 730d}
  recency: {metric: recency_days, window: all}
  contribution: {metric: contribution, window: 730d}
  tenure: {metric: tenure_days}
classifiers:
  account_grade:
    method: scorecard
    parts:
      value: {weight: 30, of: [monetary]}
      orders: {weight: 20, of: [frequency]}
      freshness: {weight: 15, of: [recency]}
      profit: {weight: 25, of: [contribution]}
      loyalty: {weight: 10, of: [tenure]}
    grades: {A: 70, B: 50, C: 30, D: 0}
grade: account_grade
"""


@transaction.atomic
def begin() -> None:
    """Ask for a run of five criteria over 24 months."""
    by, at = User.objects.get(email="gao.ming@example.com"), timezone.now()
    scheme = Scheme.objects.filter(name=NAME).first()
    if scheme is None:
        scheme = open_scheme(name=NAME, template="rfm", by=by, at=at)
        draft = save_draft(scheme=scheme, document=DOCUMENT, saved=1, by=by, at=at)
        publish_version(version=draft, by=by, at=at)
    print(json.dumps(start_run(scheme=scheme, by=by, at=at).pk))


def ended() -> None:
    """How the newest run stands, and how many seconds it took."""
    run = Run.objects.order_by("-pk")[0]
    seconds = (run.ended_at - run.at).total_seconds() if run.ended_at else None
    print(json.dumps({"status": run.status, "seconds": seconds, "customers": run.customers}))
