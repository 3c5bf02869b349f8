"""Opening and changing customers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.choices import Kind
from vitalfew_web.accounts.models import WRITTEN, Account, Contact, as_recorded, from_recorded
from vitalfew_web.accounts.permissions import ASSIGN
from vitalfew_web.accounts.rules import makes_circle, next_number, phone_of
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.core.folding import tokens_of
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.services import Overtaken, alone, record

NUMBERS_AND_GROUPS = "accounts.numbers_and_groups"
"""What two may not decide at once: which number is free, and who belongs to whom."""


@transaction.atomic
def open_account(*, fields: Mapping[str, Any], by: User, at: datetime) -> Account:
    """A new customer, the own one unless an owner is named; without a number it gets the next.

    Refused: a number that is taken, an owner or related customer whom `by` does not see.
    """
    alone(NUMBERS_AND_GROUPS)
    account = Account(opened_at=at, changed_at=at, **{"owner": by, **fields})
    account.number = account.number or free_number()
    _refuse(account, before=None, by=by, at=at)
    account.tokens = tokens_for(account)
    account.save()
    keep_themselves([account], at)
    record(action=audit.OPENED, of=account, by=by, at=at, after=as_recorded(account))
    return account


@transaction.atomic
def change_account(*, account: Account, fields: Mapping[str, Any], version: int, by: User, at: datetime) -> Account:
    """The customer with other fields.

    Raises Overtaken where it is no longer at `version`, Account.DoesNotExist where `by` does not see it. Refused: as
    for a new one, a parent below itself, another owner without the right to give customers away.
    """
    alone(NUMBERS_AND_GROUPS)
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    if held.version != version:
        raise Overtaken(held)
    before = as_recorded(held)
    for name, value in fields.items():
        setattr(held, name, value)
    _refuse(held, before=before, by=by, at=at)
    if as_recorded(held) == before:
        return held
    held.version, held.changed_at, held.tokens = version + 1, at, tokens_for(held)
    held.save()
    keep_themselves([held], at)
    record(action=audit.CHANGED, of=held, by=by, at=at, before=before, after=as_recorded(held))
    return held


def restore_field(*, account: Account, entry: AuditEntry, field: str, version: int, by: User, at: datetime) -> Account:
    """The customer with a field as it was before a recorded change; all that a change asks for is asked for.

    Raises Overtaken, LookupError where the entry tells nothing of this field of this customer.
    """
    mine = entry.subject == account._meta.label_lower and entry.subject_id == account.pk
    if not mine or field not in WRITTEN or field not in entry.before:
        raise LookupError(field)
    value = from_recorded(field, entry.before[field])
    return change_account(account=account, fields={field: value}, version=version, by=by, at=at)


def _refuse(account: Account, *, before: Mapping[str, Any] | None, by: User, at: datetime) -> None:
    """Refuse what does not hold together, or names what `by` does not see."""
    _refuse_owner(account, before=before, by=by)
    for name in ("parent", "introduced_by"):
        other = getattr(account, f"{name}_id")
        if other and (before is None or before[name] != other) and not accounts_for(by).filter(pk=other).exists():
            raise ValidationError({name: _("There is no such customer.")})
    if account.pk and makes_circle(account.pk, account.parent_id, parent_of):
        raise ValidationError({"parent": _("A customer cannot belong to itself or to one of its own group.")})
    if account.phone and (before is None or before["phone"] != account.phone):
        account.phone = one_phone(account.phone, field="phone")
    account.full_clean(exclude=["tokens"])
    _refuse_hearsay(account, at)


def _refuse_owner(account: Account, *, before: Mapping[str, Any] | None, by: User) -> None:
    owner_was = by.pk if before is None else before["owner"]
    if account.owner_id != owner_was:
        if not by.may(ASSIGN):
            raise PermissionDenied(ASSIGN)
        if account.owner_id is None and by.reach is not Reach.ALL:
            raise ValidationError({"owner": _("Name somebody who looks after this customer.")})
        if account.owner_id and not colleagues_of(by).filter(pk=account.owner_id).exists():
            raise ValidationError({"owner": _("You cannot give a customer to this person.")})


def _refuse_hearsay(account: Account, at: datetime) -> None:
    """An amount that is expected says in what time, who said so and when: without that nobody can judge it later."""
    said = ("expected_per", "expected_said_by", "expected_said_on")
    if account.expected_spend is not None:
        missing = {name: _("Say this too: an amount alone cannot be judged later.") for name in said}
        missing = {name: text for name, text in missing.items() if not getattr(account, name)}
        if missing:
            raise ValidationError(missing)
    if account.expected_said_on and account.expected_said_on > timezone.localdate(at):
        raise ValidationError({"expected_said_on": _("This day has not come yet.")})


def parent_of(account: int) -> int | None:
    """The customer that one belongs to."""
    return Account.objects.values_list("parent_id", flat=True).get(pk=account)


def free_number() -> str:
    """The next number that nobody has."""
    last = Account.objects.filter(number__regex=r"^K-\d+$").order_by("-id").values_list("number", flat=True).first()
    number = next_number(last)
    while Account.objects.numbered(number).exists():
        number = next_number(number)
    return number


def one_phone(text: str, *, field: str) -> str:
    """A phone number in its one form. Refused beside `field`: two numbers in one place, and what is none."""
    try:
        return phone_of(text, settings.REGION)
    except ValueError as problem:
        two = _("Two numbers stand here. Write one in each place.")
        none = _("This is no phone number. Write it with its area, or with + and the country.")
        raise ValidationError({field: two if str(problem) == "two" else none}) from None


def find_anew(account: Account) -> None:
    """Let a customer be found by the people at it as they are now."""
    Account.objects.filter(pk=account.pk).update(tokens=tokens_for(account))


def keep_themselves(accounts: Iterable[Account], at: datetime) -> None:
    """Each of these customers who is a person has one contact, itself, for what is personal; a company has none."""
    people = [account for account in accounts if account.kind == Kind.PERSON]
    held = {own.account_id: own for own in Contact.objects.filter(account__in=people, itself=True)} if people else {}
    for account in people:
        own = held.setdefault(account.pk, Contact(account=account, itself=True))
        own.name, own.changed_at = account.name[:120], at
    Contact.objects.bulk_create([own for own in held.values() if not own.pk])
    Contact.objects.bulk_update([own for own in held.values() if own.pk], ["name", "changed_at"])


def tokens_for(account: Account) -> str:
    """What a customer is found by: its own names and numbers, and the people at it."""
    people = Contact.objects.filter(account=account, itself=False) if account.pk else []
    reach = [text for person in people for text in (person.name, *person.phones, *person.mails)]
    own = (account.name, account.number, account.phone, account.email, account.region, account.industry)
    return tokens_of(*own, *reach)
