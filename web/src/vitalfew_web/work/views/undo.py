"""Taking back by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import back_to
from vitalfew_web.work.models import Reversal
from vitalfew_web.work.services import take_back

if TYPE_CHECKING:
    from uuid import UUID


@require_POST
@login_required
def undo(request: HttpRequest, step: UUID) -> HttpResponse:
    """Take back what this person did, and go back to where they were."""
    try:
        messages.success(request, take_back(key=step, by=asking(request), at=timezone.now()))
    except Reversal.DoesNotExist:
        raise Http404 from None
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return back_to(request, "/")
