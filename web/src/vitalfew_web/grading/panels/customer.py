"""What grading hangs on the page of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.panels.amounts import exact_amount, short_amount
from vitalfew_web.grading.panels.chips import Chip, chip_of, chips_of, playbook_of, tone_of
from vitalfew_web.grading.permissions import VIEW

if TYPE_CHECKING:
    from django.http import HttpRequest

    from vitalfew_web.access.models import User
    from vitalfew_web.accounts.models import Account


def _chip(account: Account) -> Chip | None:
    """The chip of a customer, looked up once for all parts of its page."""
    if "chip" not in account.__dict__:
        account.__dict__["chip"] = chips_of([account.pk]).get(account.pk)
    found: Chip | None = account.__dict__["chip"]
    return found


def head_of(account: Account, user: User) -> str:
    """The chip beside the name, and the grades of the last months."""
    chip = _chip(account) if user.may(VIEW) else None
    if chip is None:
        return ""
    content = {"mark": chip_of(chip, "large"), "past": past_of(chip.run, chip.grade)}
    return render_to_string("grading/parts/head.html", content)


def past_of(run: Run, grade: Grade) -> list[dict[str, Any]]:
    """The grades of the months as small bars: the better, the higher."""
    order = {one["label"]: place for place, one in enumerate(run.scale)}
    most = max(len(order), 1)
    return [
        {
            "x": 5 * at,
            "height": round(4 + 12 * (most - order[label]) / most, 1),
            "y": round(16 - (4 + 12 * (most - order[label]) / most), 1),
            "tone": tone_of(run, label),
            "title": f"{month} {label}",
        }
        for at, (month, label) in enumerate(grade.past)
        if label in order
    ]


def figures_of(request: HttpRequest, account: Account) -> str:  # noqa: ARG001  (who sees the page sees its grade)
    """Grade, place and contribution, at the side of a customer's page; what they bought stands in the middle."""
    chip = _chip(account)
    if chip is None:
        return ""
    grade, run = chip.grade, chip.run
    content = {
        "chip": chip,
        "account": account,
        "contribution": short_amount(grade.contribution, run.digits),
        "contribution_exact": exact_amount(grade.contribution, run),
        "loses": grade.contribution is not None and grade.contribution < 0,
        "playbook": playbook_of(run, chip.label),
    }
    return render_to_string("grading/parts/side.html", content)
