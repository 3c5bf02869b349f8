"""Work behind pages: a run from the facts to the grades that hold, runs by calendar, overrides that end."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.core.jobs import Failed
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import RunStatus
from vitalfew_web.grading.models import Run, Scheme
from vitalfew_web.grading.services import (
    RUN_JOB,
    end_due_overrides,
    fail_run,
    forget_older,
    let_hold,
    plan_next,
    remove_rows,
    stage,
    start_run,
    write_moves,
)

if TYPE_CHECKING:
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job

log = logging.getLogger(__name__)

RUN = RUN_JOB
STEPS = 10
"""Steps of the bar; rows are written in the last ones."""


def carry_out_run(job: Job, progress: Progress) -> None:
    """Grade, write the files, stage the rows, and turn the pointer last; called again it begins anew.

    Until the pointer turns everybody reads the run before (F-04).
    """
    run = Run.objects.select_related("version").get(pk=job.subject_id or 0)
    if run.status != RunStatus.STARTED:
        return
    remove_rows(run)
    with speaking(get_language() or "en"):
        try:
            what = gateways.worked(_asked(run), lambda done, _total: progress(done, STEPS, _("Reading and grading")))
        except Refusal as refusal:
            fail_run(run=run, at=timezone.now())
            said = _("{reason} The grades that held still hold.").format(reason=refusal)
            raise Failed(said) from None
    told = gateways.told(what)
    progress(5, STEPS, _("Drawing"))
    kept = gateways.keep(what, run.pk)
    for written in stage(run, gateways.chunks_of(what)):
        progress(6 + 3 * written // told.customers, STEPS, _("Writing the grades"))
    moves = gateways.moves_of(what)
    write_moves(run, moves)
    let_hold(run=run, told=told, kept=kept, moved=len(moves), at=timezone.now())
    forget_older(run)


def _asked(run: Run) -> gateways.Asked:
    return gateways.Asked(run.version.document, run.store_version, run.as_of, run.before_id)


def start_due_runs(at: datetime) -> None:
    """Start what the calendar asks for. Where that is refused, the next time it is tried again."""
    today = timezone.localdate(at)
    for scheme in Scheme.objects.filter(next_on__lte=today).order_by("next_on", "id"):
        try:
            start_run(scheme=scheme, by=None, at=at)
        except ValidationError as problem:
            log.info("no run of %s by calendar: %s", scheme.pk, "; ".join(problem.messages))
            continue
        plan_next(scheme=scheme, today=today)


def end_overrides(at: datetime) -> None:
    """End the grades by hand whose last day is over."""
    end_due_overrides(today=timezone.localdate(at), at=at)
