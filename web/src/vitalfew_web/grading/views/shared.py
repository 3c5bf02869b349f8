"""What pages of grading share: who may what, the run, scheme or customer that an address names."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import account_for
from vitalfew_web.core.http import or_404
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import Run, Scheme, SchemeVersion
from vitalfew_web.grading.panels import language, ways_of
from vitalfew_web.grading.permissions import EDIT, PUBLISH, RUN
from vitalfew_web.grading.selectors import runs_for, schemes_for
from vitalfew_web.grading.services import publish_version

KEPT = 30 * 24 * 3600
"""Seconds for which a worked-out explanation is kept: the run that it speaks of never changes."""


MOST = 60
"""Runs that a page lists."""


def rights(request: HttpRequest) -> dict[str, bool]:
    """What this person may do, for templates."""
    user = asking(request)
    return {"may_run": user.may(RUN), "may_edit": user.may(EDIT), "may_publish": user.may(PUBLISH)}


def run_or_404(request: HttpRequest, key: int) -> Run:
    """The run of an address, or "not found"."""
    found = runs_for(asking(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def drawn(figures: dict[str, Any], rows: tuple[tuple[str, ...], ...], *, leads: bool) -> dict[str, Any]:
    """Sections in rows, and what the script that draws them needs. `leads`: to the list, which shows the run that holds."""
    if not figures:
        return {"figures": None}
    parts = {part["id"]: {**part, "ways": ways_of(part) if leads else {}} for part in figures["sections"]}
    chosen = [[parts[name] for name in row if name in parts] for row in rows]
    shown = {part["id"] for row in chosen for part in row}
    charts = {name: part["chart"] for name, part in parts.items() if name in shown and part["chart"]}
    return {
        "figures": figures,
        "parts": [row for row in chosen if row],
        "data": {
            "words": figures["words"],
            "grades": figures["chips"],
            "charts": charts,
            "ways": {name: parts[name]["ways"]["chart"] for name in charts if parts[name]["ways"].get("chart")},
        },
    }


def scheme_or_404(request: HttpRequest, key: int) -> Scheme:
    """The scheme of an address, or "not found"."""
    found = schemes_for(asking(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def account_or_404(request: HttpRequest, number: str) -> Account:
    """The customer of an address, or "not found" alike for others' customers and for none."""
    return or_404(account_for, asking(request), number)


def number_in(request: HttpRequest, name: str) -> int:
    """A small number of the address; 0 where there is none."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def differing_in(before: SchemeVersion | None, newest: SchemeVersion) -> list[tuple[str, str, str, str]]:
    """What differs: the field by its name, its path, before, after."""
    try:
        if before is None:
            return []
        with speaking(language()):
            names = gateways.names_of_fields(before.document) | gateways.names_of_fields(newest.document)
        differing = gateways.differences(before.document, newest.document)
        return [(names.get(path, path), path, was, now) for path, was, now in differing]
    except Refusal:
        return []


def publish(request: HttpRequest, draft: SchemeVersion) -> None:
    """Let a draft grade from now on; the next page says so, or why it does not."""
    try:
        publish_version(version=draft, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Version {number} grades from the next run on.").format(number=draft.number))
