"""Where a person begins, and the answer to "are you alive"."""

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from vitalfew_web.core.http import person
from vitalfew_web.core.registries import FRAME, ordered


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the first page that this person may use, or to the own settings."""
    places = [place.url for place in ordered() if person(request).may(place.permission)]
    return redirect(places[0] if places else FRAME.addresses["profile"])


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers; a fault of it becomes a plain 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
