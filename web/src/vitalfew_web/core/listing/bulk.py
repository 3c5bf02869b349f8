"""Something done with many rows at once: chosen on the list, confirmed with its number, told row by row.

An app puts its actions into `ACTIONS` under the name of the list, in its `apps.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vitalfew_web.core.http import person
from vitalfew_web.core.listing.addresses import with_query
from vitalfew_web.core.registries import FRAME, LISTS

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

MOST = 1000
"""Rows that are changed in one request, or in one step of a worker; each is locked, judged and recorded by itself."""

NAMED = 5
"""Rows that are named where some could not be changed; the others are counted."""

Selection = Mapping[int, int | None]
"""Key of a row → the version of it that was looked at; None where all of a list were taken, whatever their version."""


@dataclass(frozen=True)
class Outcome:
    """What came of it: in a sentence what was done, why which rows were not, and where it can be taken back.

    `changed` counts the rows that became other.
    """

    said: str
    refused: Sequence[str] = ()
    undo: str = ""
    changed: int = 0


@dataclass(frozen=True)
class Action:
    """Something that may be done with many rows. `label` says so with a place for {count}.

    `form` is called with what was sent, or None, and the person as `user`; `run` with the selection, the fields of the
    form, who acts and when. What it refuses as a whole is a ValidationError, single rows it names in its outcome.
    """

    name: str
    label: Text
    icon: str
    permission: str
    form: Callable[..., forms.Form]
    run: Callable[..., Outcome]

    def counted_label(self) -> SafeString:
        """The label, where the script of lists puts the number of rows that are chosen."""
        return format_html(str(self.label), count=format_html("<span data-vf-count>{}</span>", 0))


ACTIONS: defaultdict[str, list[Action]] = defaultdict(list)
"""Name of a list → what may be done with its rows."""


def actions_for(list_name: str, may: Callable[[str], bool]) -> list[Action]:
    """What somebody may do with rows of a list."""
    return [action for action in ACTIONS[list_name] if may(action.permission)]


def selected_in(sent: QueryDict, rows: QuerySet[Any]) -> Selection:
    """The rows that were chosen, or all of a list. What is no key is left out."""
    if sent.get("everything"):
        return dict.fromkeys(rows.values_list("pk", flat=True)[: MOST + 1])
    pairs = [text.partition(":") for text in sent.getlist("id")]
    return {int(key): int(version) for key, _sign, version in pairs if key.isdecimal() and version.isdecimal()}


def carry_out(request: HttpRequest, list_name: str, name: str, rows: QuerySet[Any], query: QueryDict) -> HttpResponse:
    """Ask once more with the number and what else is needed; then do it and go back to the list.

    More rows than a request bears, all that match, are left to a worker; its page tells how far it is.
    """
    action = next((each for each in ACTIONS[list_name] if each.name == name), None)
    if action is None:
        raise Http404(name)
    if not person(request).may(action.permission):
        raise PermissionDenied(action.permission)
    selection = selected_in(request.POST, rows)
    back = reverse(LISTS[list_name].url) + with_query(query, page=None).removesuffix("?")
    form = action.form(request.POST if "confirmed" in request.POST else None, user=request.user)
    behind = FRAME.change_behind if len(selection) > MOST and request.POST.get("everything") else None
    count = rows.count() if behind else len(selection)
    title = str(action.label).format(count=number_format(count, force_grouping=True))
    problem = "" if behind else _problem(selection)
    if not problem and form.is_valid() and behind:
        keys = list(rows.values_list("pk", flat=True))
        fields = {"list_name": list_name, "action": action, "title": title, "query": query.urlencode()}
        sent = request.POST.urlencode()
        return redirect(behind(**fields, sent=sent, keys=keys, by=request.user, at=timezone.now()))
    if not problem and form.is_valid():
        try:
            outcome = action.run(selection, form.cleaned_data, by=request.user, at=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            _tell(request, outcome)
            return redirect(back)
    content = {
        "action": action,
        "title": title,
        "is_behind": behind is not None,
        "form": form,
        "sent": request.POST,
        "ids": request.POST.getlist("id"),
        "problem": problem,
        "back": back,
        "is_part": request.headers.get("HX-Target", "").endswith("#dialog"),
    }
    template = "core/parts/bulk.html" if content["is_part"] else "core/bulk.html"
    return render(request, template, content, status=422 if problem or form.errors else 200)


def _problem(selection: Selection) -> str:
    if not selection:
        return _("Nothing is chosen. Mark the rows first.")
    if len(selection) > MOST:
        return _("At most {count} at once. Narrow the list by a filter, then take the rest.").format(count=MOST)
    return ""


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.said:
        messages.success(request, outcome.said, extra_tags=outcome.undo)
    if outcome.refused:
        more = len(outcome.refused) - NAMED
        named = [*outcome.refused[:NAMED], *([_("{count} more").format(count=more)] if more > 0 else [])]
        messages.warning(request, _("Not changed: {rows}.").format(rows="; ".join(named)))


def choice_of(row: Model) -> str:
    """A row as a checkbox of the list sends it: its key, and the version that was looked at."""
    return f"{row.pk}:{getattr(row, 'version', 0)}"
