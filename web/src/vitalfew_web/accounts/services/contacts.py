"""People at customers: added, changed, what is personal of them noted, shown, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.choices import OPTIONS, PROTECTED, Item, Origin, Purpose
from vitalfew_web.accounts.models import Account, Contact, ContactItem, contact_as_recorded
from vitalfew_web.accounts.permissions import REVEAL
from vitalfew_web.accounts.rules import birthday_from, refuse_birthday
from vitalfew_web.accounts.selectors import accounts_for, contacts_for
from vitalfew_web.accounts.services.accounts import find_anew, one_phone
from vitalfew_web.core.secrecy import MASK, Secret
from vitalfew_web.core.services import Overtaken, record
from vitalfew_web.work.choices import Allowance
from vitalfew_web.work.services import spend


@transaction.atomic
def add_contact(*, account: Account, fields: Mapping[str, Any], by: User, at: datetime) -> Contact:
    """A new person at a customer. Raises Account.DoesNotExist where `by` does not see it. Refused: two numbers in one
    place, a main contact who has left, a day of leaving to come.
    """
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    contact = Contact(account=held, changed_at=at, **fields)
    _refuse(contact, at)
    _make_room(contact)
    contact.save()
    find_anew(held)
    record(action=audit.CONTACT_ADDED, of=contact, by=by, at=at, after=contact_as_recorded(contact))
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, fields: Mapping[str, Any], version: int, by: User, at: datetime) -> Contact:
    """The person with other fields.

    Raises Overtaken where it is no longer at `version`, Contact.DoesNotExist where `by` does not see it. Refused: as for
    a new one.
    """
    held = _held(contact, by)
    if held.version != version:
        raise Overtaken(held)
    before = contact_as_recorded(held)
    for name, value in fields.items():
        setattr(held, name, value)
    _refuse(held, at)
    if contact_as_recorded(held) == before:
        return held
    _make_room(held)
    held.version, held.changed_at = version + 1, at
    held.save()
    find_anew(held.account)
    record(action=audit.CONTACT_CHANGED, of=held, by=by, at=at, before=before, after=contact_as_recorded(held))
    return held


@transaction.atomic
def note_item(
    *, contact: Contact, item: str, value: str, origin: str, purpose: str, by: User, at: datetime, version: int = 0
) -> ContactItem:
    """Something personal of somebody, in place of what was known; `version` is that of what it replaces, 0 of nothing.

    Raises Overtaken. Refused: without source or purpose; a birthday that cannot be, or of a child under 14; a word that
    the list of the item does not have. Of protected items the audit keeps that they were written, never what.
    """
    held = _held(contact, by)
    now = ContactItem.objects.filter(contact=held, item=item).first()
    if (now.version if now else 0) != version:
        raise Overtaken(now)
    _refuse_item(item, value, origin, purpose, at)
    before = _item_as_recorded(now)
    row = now or ContactItem(contact=held, item=item)
    row.value, row.secret = ("", Secret(value)) if item in PROTECTED else (value, None)
    row.origin, row.purpose, row.noted_by, row.noted_at, row.version = origin, purpose, by, at, version + 1
    row.save()
    record(action=audit.ITEM_NOTED, of=held, by=by, at=at, before=before, after=_item_as_recorded(row))
    return row


@transaction.atomic
def drop_item(*, contact: Contact, item: str, version: int, by: User, at: datetime) -> None:
    """Without something personal; the audit keeps that it is gone. Raises Overtaken, ContactItem.DoesNotExist."""
    row = ContactItem.objects.get(contact=_held(contact, by), item=item)
    if row.version != version:
        raise Overtaken(row)
    before = _item_as_recorded(row)
    row.delete()
    record(action=audit.ITEM_DROPPED, of=contact, by=by, at=at, before=before)


def reveal_item(*, contact: Contact, item: str, reason: str, by: User, at: datetime) -> str:
    """What is protected, in plain, and an entry of the access log: who, whose, what, why.

    Raises ContactItem.DoesNotExist, core's Unreadable. Refused: without a reason; without the right, which is logged too;
    more than within an hour are allowed, which is told to those who look after people and their data.
    """
    row = ContactItem.objects.get(contact=contacts_for(by).get(pk=contact.pk), item=item)
    seen = {"item": item, "contact": contact.name, "account": contact.account.number}
    if not by.may(REVEAL):
        record(action=audit.REVEAL_REFUSED, of=contact, by=by, at=at, after=seen)
        raise PermissionDenied(REVEAL)
    seen["reason"] = " ".join(reason.split())
    if len(seen["reason"]) < 3:
        raise ValidationError({"reason": _("Say what you need it for; it is kept with your name.")})
    spend(what=Allowance.REVEALS, amount=1, by=by, at=at)
    with transaction.atomic():
        plain: str = row.secret.plain() if row.secret is not None else row.value
        record(action=audit.REVEALED, of=contact, by=by, at=at, after=seen)
    return plain


def _held(contact: Contact, by: User) -> Contact:
    return contacts_for(by).select_for_update(of=("self",)).get(pk=contact.pk)


def _refuse(contact: Contact, at: datetime) -> None:
    contact.phones = [one_phone(phone, field="phones") for phone in contact.phones if phone.strip()]
    contact.mails = [mail.strip() for mail in contact.mails if mail.strip()]
    for mail in contact.mails:
        try:
            validate_email(mail)
        except ValidationError:
            raise ValidationError({"mails": _("One of these is no e-mail address.")}) from None
    if contact.left_on and contact.left_on > timezone.localdate(at):
        raise ValidationError({"left_on": _("This day has not come yet.")})
    if contact.left_on and contact.is_main:
        raise ValidationError({"is_main": _("Who has left cannot be the main contact.")})
    contact.full_clean(validate_constraints=False)


def _make_room(contact: Contact) -> None:
    """One main contact of a customer: the newest one."""
    if contact.is_main:
        Contact.objects.filter(account=contact.account_id, is_main=True).exclude(pk=contact.pk).update(is_main=False)


def _refuse_item(item: str, value: str, origin: str, purpose: str, at: datetime) -> None:
    missing = _("Something personal is kept only with where it is from and what it is for.")
    lacking = {
        name: missing
        for name, given, known in (("origin", origin, Origin), ("purpose", purpose, Purpose))
        if given not in known.values
    }
    if lacking:
        raise ValidationError(lacking)
    refuse_item(item, value, at)


def refuse_item(item: str, value: str, at: datetime) -> None:
    """Refuse what cannot be a value of a personal item."""
    if item not in Item.values or not value.strip() or len(value) > 2000:
        raise ValidationError({"value": _("Write what is known, in at most 2,000 signs.")})
    if item in OPTIONS and value not in OPTIONS[item].values:
        raise ValidationError({"value": _("Choose one of the list.")})
    if item == Item.BIRTHDAY:
        _refuse_birthday(value, at)


def _refuse_birthday(value: str, at: datetime) -> None:
    words = {
        "day": _("There is no such day."),
        "year": _("This year is too long ago."),
        "future": _("This day has not come yet."),
        "child": _("Nothing is kept of children under 14. Nothing was saved."),
    }
    try:
        refuse_birthday(birthday_from(value), timezone.localdate(at))
    except ValueError as problem:
        raise ValidationError({"value": words.get(str(problem), words["day"])}) from None


def _item_as_recorded(row: ContactItem | None) -> dict[str, Any]:
    if row is None:
        return {}
    shown = f"{MASK} ({row.version})" if row.secret is not None else row.value
    return {row.item: shown, "origin": row.origin, "purpose": row.purpose}
