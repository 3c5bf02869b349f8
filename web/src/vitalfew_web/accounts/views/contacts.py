"""Pages of people at customers."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.choices import PLAYBOOK, PROTECTED, Item
from vitalfew_web.accounts.forms import ContactForm, ItemForm
from vitalfew_web.accounts.lists import address_of
from vitalfew_web.accounts.models import Contact, ContactItem
from vitalfew_web.accounts.panels import item_words
from vitalfew_web.accounts.permissions import EDIT, REVEAL, VIEW
from vitalfew_web.accounts.selectors import contact_for, contacts_of, items_of
from vitalfew_web.accounts.services import (
    Overtaken,
    add_contact,
    change_contact,
    drop_item,
    note_item,
    reveal_item,
)
from vitalfew_web.accounts.views.accounts import account_or_404, version_in
from vitalfew_web.core.http import confidential, or_404, requires, sent, spread
from vitalfew_web.core.panels import answer_panel
from vitalfew_web.core.secrecy import Unreadable
from vitalfew_web.work.services import Exceeded


@dataclass(frozen=True)
class Known:
    """An item as the page shows it: what is noted, or nothing; `shown` is a mask unless it was just revealed."""

    item: Item
    row: ContactItem | None
    shown: str
    masked: bool


@require_safe
@requires(VIEW)
def list_people(request: HttpRequest, number: str) -> HttpResponse:
    """The people at a customer: the panel of its page."""
    account = account_or_404(request, number)
    content = {"account": account, "people": contacts_of(account), "may_edit": asking(request).may(EDIT)}
    return answer_panel(request, "accounts/parts/people.html", content, title=account.name, back=address_of(account))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new_contact(request: HttpRequest, number: str) -> HttpResponse:
    """Add a person to a customer."""
    account = account_or_404(request, number)
    form = ContactForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            contact = add_contact(account=account, fields=form.written(), by=asking(request), at=timezone.now())
        except ValidationError as problem:
            spread(form, problem)
        else:
            return redirect("accounts:contact", number=account.number, contact=contact.pk)
    content = {"form": form, "account": account}
    return render(request, "accounts/contact_form.html", content, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_contact(request: HttpRequest, number: str, contact: int) -> HttpResponse:
    """Change a person; whoever saves second sees how it stands now, and what they typed."""
    person = _contact(request, number, contact)
    form = ContactForm(sent(request), instance=person, initial={"version": person.version})
    status = 200
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_contact(
                contact=person, fields=form.written(), version=version, by=asking(request), at=timezone.now()
            )
        except Overtaken as overtaken:
            data = request.POST.copy()
            data["version"] = str(overtaken.now.version)
            form, status = ContactForm(data, instance=overtaken.now), 409
            text = _("Somebody else saved first. What you typed stands below; saving again puts it in place of theirs.")
            messages.warning(request, text)
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:contact", number=number, contact=contact)
    content = {"form": form, "account": person.account, "contact": person}
    return render(request, "accounts/contact_form.html", content, status=422 if form.errors else status)


@require_safe
@requires(VIEW)
def show_contact(request: HttpRequest, number: str, contact: int) -> HttpResponse:
    """A person, with what is known of them; protected facts masked."""
    return _page(request, _contact(request, number, contact))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def note(request: HttpRequest, number: str, contact: int, item: str) -> HttpResponse:
    """Write something personal, with its source and purpose."""
    person, kind = _contact(request, number, contact), _item(item)
    now = items_of(person).get(kind)
    known = {"origin": now.origin, "purpose": now.purpose, "version": now.version, "value": now.value} if now else {}
    form = ItemForm(sent(request), item=kind, initial=known)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            note_item(contact=person, item=kind, by=asking(request), at=timezone.now(), **form.written())
        except Overtaken:
            messages.warning(request, _("Somebody else wrote this meanwhile. Look at it, then write yours again."))
            return redirect("accounts:contact", number=number, contact=contact)
        except ValidationError as problem:
            spread(form, problem)
        else:
            return redirect("accounts:contact", number=number, contact=contact)
    content = {"form": form, "contact": person, "account": person.account, "item": kind, "known": now}
    content["protected"] = kind in PROTECTED
    return render(request, "accounts/item_form.html", content, status=422 if form.errors else status)


@require_POST
@requires(EDIT)
def drop(request: HttpRequest, number: str, contact: int, item: str) -> HttpResponse:
    """Delete something personal."""
    try:
        drop_item(
            contact=_contact(request, number, contact),
            item=_item(item),
            version=version_in(request),
            by=asking(request),
            at=timezone.now(),
        )
    except ContactItem.DoesNotExist:
        raise Http404 from None
    except Overtaken:
        messages.warning(request, _("Somebody else wrote this meanwhile. Look at it, then write yours again."))
    else:
        messages.success(request, _("Deleted."))
    return redirect("accounts:contact", number=number, contact=contact)


@require_POST
@requires(VIEW)
def reveal(request: HttpRequest, number: str, contact: int, item: str) -> HttpResponse:
    """Show something protected once: on the answer to this, and nowhere else."""
    person, kind = _contact(request, number, contact), _item(item)
    reason = request.POST.get("reason", "")
    try:
        plain = reveal_item(contact=person, item=kind, reason=reason, by=asking(request), at=timezone.now())
    except ContactItem.DoesNotExist:
        raise Http404 from None
    except Exceeded as limit:
        said = _("{limit} Those who look after people and their data were told.").format(limit=limit.message)
        return _page(request, person, problem=(kind, said), status=429)
    except ValidationError as problem:
        return _page(request, person, problem=(kind, problem.messages[0]), status=422)
    except Unreadable:
        text = _("The key of this installation does not open it. Nothing is lost: ask an administrator for the key.")
        return _page(request, person, problem=(kind, text), status=409)
    return confidential(_page(request, person, shown={kind: plain}))


def _page(
    request: HttpRequest,
    person: Contact,
    *,
    shown: dict[Item, str] | None = None,
    problem: tuple[Item, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows, shown = items_of(person), shown or {}
    today = timezone.localdate()
    known = [
        Known(item, row, item_words(item, shown.get(item, row.value), today), row.secret is not None)
        if item in shown or row.secret is None
        else Known(item, row, str(row.secret), masked=True)
        for item, row in ((Item(item), rows[item]) for item in Item.values if item in rows)
    ]
    personality = rows.get(Item.PERSONALITY)
    content = {
        "contact": person,
        "account": person.account,
        "known": known,
        "revealed": set(shown),
        "missing": [item for item in Item if item not in rows],
        "play": PLAYBOOK.get(personality.value) if personality else None,  # type: ignore[call-overload]
        "problem_of": problem and problem[0],
        "problem": problem and problem[1],
        "may_edit": asking(request).may(EDIT),
        "may_reveal": asking(request).may(REVEAL),
    }
    return render(request, "accounts/contact.html", content, status=status)


def _contact(request: HttpRequest, number: str, key: int) -> Contact:
    return or_404(contact_for, asking(request), number, key)


def _item(item: str) -> Item:
    if item not in Item.values:
        raise Http404
    return Item(item)
