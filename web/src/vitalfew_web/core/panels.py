"""The page of an object as a frame: each domain hangs its panels, marks and next steps on it (registries)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vitalfew_web.core.http import person
from vitalfew_web.core.registries import MARKS, NEXT_STEPS, PANELS, Panel

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Drawn:
    """A panel on a page: drawn already, or with the address from which the page loads it."""

    name: str
    label: Text
    markup: str
    url: str
    aside: bool


@dataclass(frozen=True)
class Figure:
    """One figure of a row: label, value, change and its tone (good, bad, warn, muted), remark, the exact value on hover."""

    label: str
    value: str
    change: str = ""
    tone: str = ""
    remark: str = ""
    exact: str = ""


def panels_of(subject: Model, request: HttpRequest) -> list[Drawn]:
    """The panels of an object that this person may see and that have something to show, in order."""
    who = person(request)
    mine = [panel for panel in PANELS.get(subject._meta.label_lower, []) if who.may(panel.permission)]
    drawn = [_drawn(panel, subject, request) for panel in sorted(mine, key=lambda panel: panel.order)]
    return [panel for panel in drawn if panel.markup or panel.url]


def _drawn(panel: Panel, subject: Model, request: HttpRequest) -> Drawn:
    markup = panel.render(request, subject) if panel.render else ""
    url = reverse(panel.url, args=[getattr(subject, panel.argument)]) if panel.url else ""
    return Drawn(panel.name, panel.label, markup, url, panel.aside)


def answer_panel(
    request: HttpRequest, template: str, content: dict[str, Any], *, title: str, back: str
) -> HttpResponse:
    """A panel alone where a page asks for it; to whom opens its address, a page under the title of the object."""
    if request.headers.get("HX-Request"):
        return render(request, template, content)
    return render(request, "core/panel.html", {**content, "panel": template, "title": title, "back": back})


def marks_of(subject: Model, request: HttpRequest) -> list[str]:
    """What stands beside the name: grade, crown."""
    return _said(MARKS, subject, request)


def next_steps_of(subject: Model, request: HttpRequest) -> list[str]:
    """What is to be done next, as its domains say it."""
    return _said(NEXT_STEPS, subject, request)


def _said(registry: dict, subject: Model, request: HttpRequest) -> list[str]:  # type: ignore[type-arg]
    said = [draw(subject, request.user) for draw in registry.get(subject._meta.label_lower, [])]
    return [each for each in said if each]
