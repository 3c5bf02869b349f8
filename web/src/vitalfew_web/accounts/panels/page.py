"""The parts of a customer's page."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.choices import Kind
from vitalfew_web.accounts.forms import KNOWLEDGE
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.panels.facts import Section, sections_of
from vitalfew_web.accounts.permissions import EDIT, NOTE
from vitalfew_web.accounts.selectors import contacts_of, itself
from vitalfew_web.core.timeline import sources_of, story


def draw_known(request: HttpRequest, account: Account) -> str:
    """What is known in longer texts."""
    knowledge = [(head, facts) for head, facts in _sections(request, account) if head == KNOWLEDGE]
    return render_to_string("accounts/parts/known.html", {"knowledge": knowledge}, request)


def draw_facts(request: HttpRequest, account: Account) -> str:
    """The short facts."""
    facts = [(head, found) for head, found in _sections(request, account) if head != KNOWLEDGE]
    return render_to_string("accounts/parts/facts.html", {"facts": facts}, request)


def _sections(request: HttpRequest, account: Account) -> list[Section]:
    """The sections, found once for both panels."""
    if not hasattr(account, "sections"):
        account.sections = sections_of(account, asking(request))  # type: ignore[attr-defined]
    found: list[Section] = account.sections  # type: ignore[attr-defined]
    return found


def draw_people(request: HttpRequest, account: Account) -> str:
    """The people at the customer."""
    own = itself(account) if account.kind == Kind.PERSON else None
    content = {"account": account, "people": contacts_of(account), "itself": own}
    return render_to_string("accounts/parts/people.html", {**content, "may_edit": asking(request).may(EDIT)}, request)


def draw_work(_request: HttpRequest, account: Account) -> str:
    """Where the page loads tasks and files about the customer, which are not of this app."""
    place = f"{reverse('work:about')}?{urlencode({'kind': 'accounts.account', 'key': str(account.pk)})}"
    return format_html('<div hx-get="{}" hx-trigger="load" hx-swap="outerHTML"></div>', place)


def draw_timeline(request: HttpRequest, account: Account) -> str:
    """The newest of what happened, and a field for a note; what takes its time is loaded into it."""
    user = asking(request)
    content = {
        "account": account,
        "stretch": story(account, user, at_once=True),
        "rest": any(source.slow for source in sources_of(account, user)),
        "may_note": user.may(NOTE),
    }
    return render_to_string("accounts/parts/timeline.html", content, request)
