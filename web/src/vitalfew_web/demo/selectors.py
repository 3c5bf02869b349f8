"""What of an installation is the example company's, and what people did with it."""

from __future__ import annotations

from collections import Counter

from django.db.models import Q, QuerySet

from vitalfew_web.access.models import User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.accounts.models import Account, Contact
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.registries import AUDIT_LABELS
from vitalfew_web.demo.choices import ADDRESSES, ADMINISTRATOR, DIRECTOR
from vitalfew_web.demo.models import Company

QUIET = ("access.", "demo.")
"""Beginnings of recorded actions that say nothing of customers: logins, settings of the own."""


def company() -> Company | None:
    """The example company that is here, or was the last."""
    return Company.objects.order_by("-id").first()


def people() -> QuerySet[User]:
    """Its people."""
    return User.objects.filter(email__in=ADDRESSES.values())


def person(key: str) -> User:
    """One of them."""
    return User.objects.get(email=ADDRESSES[key])


def director() -> User:
    """Who sees all of its customers."""
    return person(DIRECTOR)


def keeper() -> User:
    """Who manages people once it is gone: somebody of one's own, else its administrator."""
    own = User.objects.filter(is_active=True).exclude(pk__in=people()).prefetch_related("roles").order_by("pk")
    return next((one for one in own if one.may(MANAGE)), None) or person(ADMINISTRATOR)


def customers_of(held: Company) -> QuerySet[Account]:
    """Its customers."""
    return Account.objects.filter(opened_at=held.built_at)


def hanging_on(held: Company) -> QuerySet[Account]:
    """Customers of one's own with an owner, a parent or an introducer of the example company."""
    theirs = customers_of(held).values("pk")
    related = Q(owner__in=people()) | Q(parent__in=theirs) | Q(introduced_by__in=theirs)
    return Account.objects.filter(related).exclude(opened_at=held.built_at).order_by("pk")


def work_on(held: Company) -> list[tuple[str, int]]:
    """What people did with it since it was built, by the audit: the action in words, how often."""
    theirs = customers_of(held).values("pk")
    about = Q(subject="accounts.account", subject_id__in=theirs)
    about |= Q(subject="accounts.contact", subject_id__in=Contact.objects.filter(account__in=theirs).values("pk"))
    entries = AuditEntry.objects.filter(about | Q(by__in=people()), at__gt=held.built_at, by__isnull=False)
    often = Counter(entries.values_list("action", flat=True))
    told = {action: times for action, times in often.items() if not action.startswith(QUIET)}
    return [(str(AUDIT_LABELS.get(action, action)), told[action]) for action in sorted(told)]
