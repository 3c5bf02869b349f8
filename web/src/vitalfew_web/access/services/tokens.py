"""Tokens: with one a program does what its person may, no more than its scopes say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_urlsafe

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access import audit
from vitalfew_web.access.models import Token, User, token_as_recorded
from vitalfew_web.access.rules import LONGEST_TOKEN, TOKEN_BEGINS, digest_of
from vitalfew_web.core.registries import SCOPES
from vitalfew_web.core.services import record

MOST = 20
"""Tokens of one person: who needs more has lost count of them."""


@dataclass(frozen=True)
class MadeToken:
    """A new token and its secret, which is nowhere else."""

    token: Token
    secret: str


@transaction.atomic
def make_token(*, person: User, name: str, scopes: Collection[str], ends_on: date, at: datetime) -> MadeToken:
    """A token for a program of somebody. Of its secret only a digest is kept: it can be shown now and never again.

    `ends_on` is its last day. Refused: no scope, one that the person has no right for, a last day that is over or more
    than a year ahead, a name that another of the own tokens has, too many.
    """
    held = User.objects.select_for_update().get(pk=person.pk)
    _refuse(held, name, scopes, ends_on, at)
    secret = f"{TOKEN_BEGINS}{token_urlsafe(32)}"
    token = Token.objects.create(
        person=held,
        name=name,
        scopes=sorted(scopes),
        digest=digest_of(secret),
        hint=secret[: len(TOKEN_BEGINS) + 4],
        ends_on=ends_on,
        made_at=at,
    )
    record(action=audit.TOKEN_MADE, of=held, by=held, at=at, after=token_as_recorded(token))
    return MadeToken(token, secret)


def _refuse(person: User, name: str, scopes: Collection[str], ends_on: date, at: datetime) -> None:
    if not scopes or any(scope not in SCOPES or not person.may(SCOPES[scope].permission) for scope in scopes):
        raise ValidationError({"scopes": _("Choose at least one thing that it may do, of those that you may do.")})
    today = timezone.localdate(at)
    if not today <= ends_on <= today + LONGEST_TOKEN:
        raise ValidationError({"ends_on": _("Choose a day from today on, within a year.")})
    held = Token.objects.filter(person=person)
    if held.filter(name__iexact=name).exists():
        raise ValidationError({"name": _("You have a token of this name. Revoke it first, or choose another name.")})
    if held.count() >= MOST:
        raise ValidationError(_("You have {n} tokens. Revoke those that nothing uses.").format(n=MOST))


@transaction.atomic
def revoke_token(*, token: Token, by: User, at: datetime) -> None:
    """Away with a token; its program is refused from the next request on."""
    held = Token.objects.select_for_update().get(pk=token.pk)
    record(action=audit.TOKEN_REVOKED, of=held.person, by=by, at=at, before=token_as_recorded(held))
    held.delete()


@transaction.atomic
def end_tokens(*, person: User, by: User, at: datetime) -> int:
    """Revoke all tokens of somebody; gives how many."""
    tokens = list(Token.objects.filter(person=person).order_by("pk"))
    for token in tokens:
        revoke_token(token=token, by=by, at=at)
    return len(tokens)


def note_use(*, token: Token, address: str, at: datetime) -> None:
    """Keep that a token was used."""
    Token.objects.filter(pk=token.pk).update(used_at=at, address=address)
