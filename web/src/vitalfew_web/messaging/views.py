"""The page of messages."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import back_to, requires
from vitalfew_web.core.listing import page_of
from vitalfew_web.messaging.choices import AGAIN, Status
from vitalfew_web.messaging.permissions import LOOK_AFTER
from vitalfew_web.messaging.selectors import counts_for, messages_for
from vitalfew_web.messaging.services import send_again


@require_safe
@requires(LOOK_AFTER)
def list_messages(request: HttpRequest) -> HttpResponse:
    """Which mail went out, to whom, and what became of it."""
    user, status = asking(request), request.GET.get("status", "")
    counts = counts_for(user)
    content = {
        "page": page_of(messages_for(user, status if status in Status.values else ""), request.GET),
        "status": status,
        "tabs": [(value, label, counts[value]) for value, label in Status.choices if counts.get(value)],
        "all": sum(counts.values()),
        "again": AGAIN,
    }
    return render(request, "messaging/list.html", content)


@require_POST
@requires(LOOK_AFTER)
def again(request: HttpRequest, message: int) -> HttpResponse:
    """Send a message again that did not arrive."""
    found = get_object_or_404(messages_for(asking(request)), pk=message)
    try:
        send_again(message=found, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, _("It is being sent again to {address}.").format(address=found.address))
    return back_to(request, reverse("messaging:list"))
