"""Why a customer has its grade."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.http import requires
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.panels import (
    chips_of,
    language,
    measure_of,
    playbook_of,
    title_of,
    tone_of,
)
from vitalfew_web.grading.permissions import OVERRIDE, VIEW
from vitalfew_web.grading.selectors import (
    moves_of,
)
from vitalfew_web.grading.views.shared import KEPT, account_or_404


@require_safe
@requires(VIEW)
def why(request: HttpRequest, number: str) -> HttpResponse:
    """Why a customer has its grade: the whole."""
    account = account_or_404(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    moves = [
        {
            "run": move.run,
            "was": move.was,
            "now": move.now,
            "was_tone": tone_of(move.run, move.was),
            "now_tone": tone_of(move.run, move.now),
            "reasons": move.reasons.get(language(), []),
        }
        for move in moves_of(account.pk)[:18]
    ]
    content: dict[str, Any] = {"account": account, "chip": chip, "moves": moves}
    content["may_override"] = asking(request).may(OVERRIDE)
    if chip is not None:
        answer = cache.get(_kept(chip.run, account))
        content |= {"playbook": playbook_of(chip.run, chip.label), "answer": answer, **_said(answer, chip.run)}
    return render(request, "grading/why.html", content)


@require_safe
@requires(VIEW)
def card(request: HttpRequest, number: str) -> HttpResponse:
    """What a chip says where a pointer rests on it."""
    account = account_or_404(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        raise Http404
    return render(request, "grading/parts/card.html", {"chip": chip})


@require_safe
@requires(VIEW)
def reasons(request: HttpRequest, number: str) -> HttpResponse:
    """The measures behind a grade and the smallest changes that would move it, worked out from the run's own file."""
    account = account_or_404(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        raise Http404
    answer = cache.get(_kept(chip.run, account))
    if answer is None:
        try:
            with speaking(language()):
                answer = gateways.explained(chip.run_id, chip.grade.customer)
        except Refusal as refusal:
            return render(request, "grading/parts/reasons.html", {"refusal": str(refusal), "account": account})
        cache.set(_kept(chip.run, account), answer, KEPT)
    content = {"answer": answer, "chip": chip, "account": account, **_said(answer, chip.run)}
    return render(request, "grading/parts/reasons.html", content)


def _said(answer: dict[str, Any] | None, run: Run) -> dict[str, Any]:
    """An explanation as it is shown: measures by their names, tracks as long as the weights, ways up before ways down."""
    if answer is None:
        return {}
    weights = [abs(float(one["weight"] or 0)) for one in answer["inputs"]]
    most, whole = max(weights, default=0) or 1, sum(weights) or 1
    inputs = [
        {
            **one,
            "name": measure_of(run, one["metric"]),
            "length": round(100 * abs(float(one["weight"] or 0)) / most, 1),
            "filled": round(abs(float(one["weight"] or 0)) / most * float(one["points"] or 50), 1),
            "adds": None if one["weight"] is None else float(one["weight"]) * float(one["points"] or 50) / whole,
        }
        for one in answer["inputs"]
    ]
    order = [one["label"] for one in run.scale]
    place = order.index(answer["grade"]) if answer["grade"] in order else len(order)
    moving = [
        {
            **one,
            "name": measure_of(run, one["metric"]),
            "title": title_of(run, one["grade"]),
            "tone": tone_of(run, one["grade"]),
            "up": one["grade"] in order and order.index(one["grade"]) < place,
        }
        for one in answer["changes"]
        if one["grade"] is not None
    ]
    return {
        "inputs": inputs,
        "weighed": any(one["weight"] is not None for one in inputs),
        "ways": [*[one for one in moving if one["up"]][:4], *[one for one in moving if not one["up"]][:3]],
    }


def _kept(run: Run, account: Account) -> str:
    who = hashlib.sha256(account.number.encode()).hexdigest()[:32]
    return f"grading.why.{run.manifest}.{who}.{language()}"
