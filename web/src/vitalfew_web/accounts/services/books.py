"""People of an address book: each becomes a contact of a customer, or adds to the one that is there; and back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, Contact, ContactItem, contact_as_recorded
from vitalfew_web.accounts.rules import name_key
from vitalfew_web.accounts.selectors import contacts_of
from vitalfew_web.accounts.services.accounts import find_anew, one_phone
from vitalfew_web.accounts.services.contacts import add_contact, change_contact, note_item, refuse_item
from vitalfew_web.core.services import record

LONGEST = 120


@dataclass(frozen=True)
class Entry:
    """What an address book says of somebody. `items` are what is personal: item → value in its plain form."""

    name: str
    phones: Sequence[str] = ()
    mails: Sequence[str] = ()
    post: str = ""
    items: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TakenContact:
    """What became of it: the contact, its changed fields before (None: it was added) and after, the items noted."""

    contact: Contact
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    items: Sequence[str]

    @property
    def is_changed(self) -> bool:
        """Whether somebody who was there has something new."""
        return self.before is not None and bool(self.after or self.items)


def problem_in(entry: Entry, at: datetime) -> tuple[str, str, str] | None:
    """Why somebody cannot be taken: the field, what stands there, and a sentence; None where all is well."""
    if not entry.name or len(entry.name) > LONGEST:
        return "name", entry.name[:LONGEST], _("A name has 1 to {n} signs.").format(n=LONGEST)
    for name, values, judge in (("phones", entry.phones, _judge_phone), ("mails", entry.mails, validate_email)):
        for value in values:
            if said := _refused(judge, value):
                return name, value, said
    for item, value in entry.items.items():
        if said := _refused(lambda each, item=item: refuse_item(item, each, at), value):
            return item, "", said
    return None


def _judge_phone(value: str) -> None:
    one_phone(value, field="phones")


def _refused(judge: Any, value: str) -> str:
    try:
        judge(value)
    except ValidationError as problem:
        return " ".join(problem.messages)
    return ""


def alike_in(contacts: Iterable[Contact], entry: Entry) -> Contact | None:
    """The contact that an entry means: one of the same name, else one with one of its numbers or addresses."""
    known = list(contacts)
    named = [one for one in known if name_key(one.name) == name_key(entry.name)]
    reached = {_fold(each) for each in (*_phones(entry), *entry.mails)}
    return next(iter(named), None) or next(
        (one for one in known if reached & {*map(_fold, [*one.phones, *one.mails])}), None
    )


def added_by(contact: Contact, entry: Entry) -> dict[str, Any]:
    """The fields that an entry adds to somebody who is there; what is known already stays as it is."""
    found: dict[str, Any] = {}
    for name, values in (("phones", _phones(entry)), ("mails", list(entry.mails))):
        held = getattr(contact, name)
        new = [value for value in values if _fold(value) not in {*map(_fold, held)}]
        if new:
            found[name] = [*held, *new]
    if entry.post and not contact.post:
        found["post"] = entry.post[:LONGEST]
    return found


def _phones(entry: Entry) -> list[str]:
    return list(dict.fromkeys(one_phone(each, field="phones") for each in entry.phones))


def _fold(value: str) -> str:
    return value.casefold().strip()


@transaction.atomic
def take_contact(*, account: Account, entry: Entry, origin: str, purpose: str, by: User, at: datetime) -> TakenContact:
    """Somebody of an address book at a customer: added, or what is new of them. What is personal is noted where nothing
    of its kind is known. Refused: as for contacts written by hand, personal things without source and purpose.
    """
    Account.objects.select_for_update().get(pk=account.pk)
    contact = alike_in(contacts_of(account), entry)
    before: dict[str, Any] | None = None
    if contact is None:
        after: dict[str, Any] = {"name": entry.name, "phones": _phones(entry), "mails": list(entry.mails)}
        after["post"] = entry.post[:LONGEST]
        contact = add_contact(account=account, fields=after, by=by, at=at)
    elif after := added_by(contact, entry):
        before = {name: getattr(contact, name) for name in after}
        contact = change_contact(contact=contact, fields=after, version=contact.version, by=by, at=at)
    else:
        before = {}
    known = set(ContactItem.objects.filter(contact=contact).values_list("item", flat=True))
    new = {item: value for item, value in entry.items.items() if item not in known}
    for item, value in new.items():
        note_item(contact=contact, item=item, value=value, origin=origin, purpose=purpose, by=by, at=at)
    return TakenContact(contact, before, after, list(new))


@transaction.atomic
def take_contact_back(*, contact: Contact, done: TakenContact, by: User | None, at: datetime) -> bool:
    """Undo what `take_contact` did, as far as nobody worked with it since; gives whether all of it went."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    before = contact_as_recorded(held)
    items = ContactItem.objects.filter(contact=held, item__in=list(done.items), version=1)
    others = ContactItem.objects.filter(contact=held).exclude(pk__in=items.values("pk")).exists()
    account = held.account
    if done.before is None and held.version == 1 and not others:
        record(action=audit.CONTACT_TAKEN_BACK, of=held, by=by, at=at, before=before)
        held.delete()
        find_anew(account)
        return True
    same = {name: was for name, was in (done.before or {}).items() if getattr(held, name) == done.after[name]}
    for name, value in same.items():
        setattr(held, name, value)
    whole = done.before is not None and len(same) == len(done.before)
    if same:
        held.version, held.changed_at = held.version + 1, at
        held.save()
        find_anew(account)
    items.delete()
    record(action=audit.CONTACT_TAKEN_BACK, of=held, by=by, at=at, before=before, after=contact_as_recorded(held))
    return whole
