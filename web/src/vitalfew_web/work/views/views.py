"""Saving, changing, pinning and deleting views; each leads back to the list."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import or_404
from vitalfew_web.core.registries import LISTS
from vitalfew_web.work import services
from vitalfew_web.work.forms import ChangedViewForm, ViewForm
from vitalfew_web.work.models import SavedView
from vitalfew_web.work.selectors import address_of, view_for


@require_POST
@login_required
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep what a list shows under a name."""
    form = ViewForm(request.POST)
    if form.is_valid():
        try:
            view = services.save_view(**form.cleaned_data, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            form.add_error("name", problem.messages[0])
        else:
            messages.success(request, _("The view “{name}” is saved.").format(name=view.name))
            return redirect(address_of(view))
    return render(request, "work/view.html", {"form": form}, status=422)


@require_POST
@login_required
def change_view(request: HttpRequest, view: int) -> HttpResponse:
    """Rename a view, share it or not, or let it show what the list shows now."""
    held = _view(request, view)
    form = ChangedViewForm(request.POST)
    try:
        form.full_clean()
        held = services.change_view(view=held, fields=form.changed(), by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Saved."))
    return redirect(address_of(held))


@require_POST
@login_required
def pin_view(request: HttpRequest, view: int) -> HttpResponse:
    """Put a view into the side of every page, or take it out."""
    held = _view(request, view)
    services.pin_view(view=held, is_pinned=request.POST.get("is_pinned") == "1", by=asking(request))
    return redirect(address_of(held))


@require_POST
@login_required
def delete_view(request: HttpRequest, view: int) -> HttpResponse:
    """Delete a view; the message that says so takes it back."""
    held = _view(request, view)
    step = services.delete_view(view=held, by=asking(request), at=timezone.now())
    said = _("The view “{name}” is deleted.").format(name=held.name)
    messages.success(request, said, extra_tags=reverse("work:undo", args=[step.pk]))
    return redirect(LISTS[held.list_name].url)


def _view(request: HttpRequest, key: int) -> SavedView:
    return or_404(view_for, asking(request), key)
