"""What roles and teams have alike: they are added, changed, and removed once nobody has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import sent
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

LATEST = 30
"""Entries of a history that a page opens with."""


@dataclass(frozen=True)
class Noun:
    """Something administrators look after. `name` is its argument of the services, its template and its address.

    `added` says that one is there, with a place for {name}; `beside` is what the page of one shows besides its form.
    """

    name: str
    model: type[Model]
    form: type[ModelForm[Any]]
    add: Callable[..., object]
    change: Callable[..., object]
    remove: Callable[..., object]
    added: Text
    beside: Callable[[Any], dict[str, Any]]

    @property
    def list_url(self) -> str:
        """The page of all of them."""
        return f"access:{self.name}s"


def new(request: HttpRequest, noun: Noun) -> HttpResponse:
    """Add one."""
    form = noun.form(sent(request))
    if request.method == "POST" and form.is_valid() and _accepted(form, noun.add, **form.cleaned_data, **_who(request)):
        messages.success(request, str(noun.added).format(name=form.cleaned_data["name"]))
        return redirect(noun.list_url)
    return render(request, f"access/{noun.name}.html", {"form": form}, status=422 if form.errors else 200)


def edit(request: HttpRequest, noun: Noun, key: int) -> HttpResponse:
    """Change one."""
    form = noun.form(sent(request), instance=get_object_or_404(noun.model, pk=key))
    held = get_object_or_404(noun.model, pk=key)
    if (
        request.method == "POST"
        and form.is_valid()
        and _accepted(form, noun.change, **{noun.name: held}, fields=form.cleaned_data, **_who(request))
    ):
        messages.success(request, _("Saved."))
        return redirect(noun.list_url)
    return _page(request, noun, held, form, status=422 if form.errors else 200)


def remove(request: HttpRequest, noun: Noun, key: int) -> HttpResponse:
    """Take one away that is not needed."""
    held: Any = get_object_or_404(noun.model, pk=key)
    try:
        noun.remove(**{noun.name: held}, **_who(request))
    except ValidationError as problem:
        return _page(request, noun, held, noun.form(instance=held), status=422, problems=problem.messages)
    messages.success(request, _("{name} is removed.").format(name=held.name))
    return redirect(noun.list_url)


def _page(
    request: HttpRequest,
    noun: Noun,
    held: Model,
    form: ModelForm[Any],
    *,
    status: int,
    problems: list[str] | None = None,
) -> HttpResponse:
    content = {noun.name: held, "form": form, "entries": told(history_of(held)[:LATEST]), "problems": problems}
    return render(request, f"access/{noun.name}.html", {**content, **noun.beside(held)}, status=status)


def _who(request: HttpRequest) -> dict[str, Any]:
    """Who acts, and when."""
    return {"by": asking(request), "at": timezone.now()}


def _accepted(form: ModelForm[Any], service: Callable[..., object], **arguments: Any) -> bool:
    """Call a service; what it refuses stands in the form, beside the field it speaks of."""
    try:
        service(**arguments)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True
