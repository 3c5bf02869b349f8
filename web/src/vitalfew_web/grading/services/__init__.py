"""Writing schemes, runs and grades, one module per noun."""

from vitalfew_web.grading.services.lists import approve_list
from vitalfew_web.grading.services.overrides import end_due_overrides, end_override, override_grade
from vitalfew_web.grading.services.removing import remove_scheme
from vitalfew_web.grading.services.runs import RUN_JOB, fail_run, let_hold, start_run
from vitalfew_web.grading.services.schemes import (
    change_scheme,
    hand_over,
    open_scheme,
    plan_next,
    publish_version,
    save_draft,
)
from vitalfew_web.grading.services.staging import forget_older, remove_rows, stage, write_moves

__all__ = [
    "RUN_JOB",
    "approve_list",
    "change_scheme",
    "end_due_overrides",
    "end_override",
    "fail_run",
    "forget_older",
    "hand_over",
    "let_hold",
    "open_scheme",
    "override_grade",
    "plan_next",
    "publish_version",
    "remove_rows",
    "remove_scheme",
    "save_draft",
    "stage",
    "start_run",
    "write_moves",
]
