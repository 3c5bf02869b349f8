"""People, teams, roles."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.choices import Reach, Theme
from vitalfew_web.access.rules import Held, device_of
from vitalfew_web.core.registries import REACHING


class Team(models.Model):
    """A team, the one it belongs to and who leads it. Where the roles of a head reach the team, the head sees its customers
    too, whatever the own team is.
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    head = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="leads",
        verbose_name=_("head"),
    )

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """A named set of permissions, and whose customers they hold for."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    permissions = models.JSONField(_("permissions"), default=list)
    reach = models.CharField(_("reach"), max_length=8, choices=Reach, default=Reach.OWN)

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    """Everybody who has an account to log in with."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Addresses differ in more than upper and lower case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who logs in by e-mail address. An account is never a user: accounts are customers."""

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(_("may log in"), default=True)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    roles = models.ManyToManyField(Role, blank=True, related_name="people")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    theme = models.CharField(_("appearance"), max_length=8, choices=Theme, default=Theme.SYSTEM, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects: ClassVar[People] = People()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="one_user_per_address")]
        verbose_name = _("user")

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, as Django's own parts ask for it."""
        return self.name

    @cached_property
    def held(self) -> list[Held]:
        """What the roles give; who is logged in was found together with it (selectors.logged_in)."""
        return [Held(role.reach, frozenset(role.permissions)) for role in self.roles.all()]

    def may(self, permission: str) -> bool:
        """Whether some role allows it. Somebody who was locked out may nothing."""
        return self.is_active and any(permission in role.permissions for role in self.held)

    @property
    def reach(self) -> Reach:
        """The widest reach of the roles."""
        reaches = {role.reach for role in self.held}
        return next((each for each in (Reach.ALL, Reach.TEAM) if each in reaches), Reach.OWN)

    @property
    def sees(self) -> Any:
        """Whose customers, in words; none without a right to see customers at all."""
        return self.reach.label if any(self.may(each) for each in REACHING) else _("no customers")


class Sight(models.Model):
    """The access table: whose customers each person sees. Made anew where people, teams or roles change.

    Who sees all customers has no rows; everybody sees the own ones.
    """

    viewer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sights")
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="seen_by")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["viewer", "owner"], name="one_sight_per_pair")]

    def __str__(self) -> str:
        return f"{self.viewer} → {self.owner}"


class Login(models.Model):
    """A session of somebody, as the list of sessions shows it: since when, last seen, from where, with what."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="logins")
    session = models.CharField(max_length=40, unique=True)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["-seen_at", "-id"]

    def __str__(self) -> str:
        return f"{self.person} {self.device}"

    @property
    def device(self) -> str:
        """Browser and system, as far as the browser tells."""
        return device_of(self.agent)


class Token(models.Model):
    """With this a program does what its person may, as far as the scopes say, until the end of its last day.

    Only a digest of the secret is kept, and its first signs so that people tell theirs apart.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=80)
    scopes = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    ends_on = models.DateField(_("last day"))
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [models.UniqueConstraint("person", Lower("name"), name="one_token_per_name")]

    def __str__(self) -> str:
        return f"{self.person}: {self.name}"


def as_recorded(user: User) -> dict[str, Any]:
    """What the audit keeps of a person."""
    return {
        "email": user.email,
        "name": user.name,
        "is_active": user.is_active,
        "team": user.team.name if user.team else None,
        "roles": sorted(role.name for role in user.roles.all()),
        "language": user.language,
        "time_zone": user.time_zone,
        "theme": user.theme,
    }


def role_as_recorded(role: Role) -> dict[str, Any]:
    """What the audit keeps of a role."""
    return {"name": role.name, "reach": role.reach, "permissions": sorted(role.permissions)}


def team_as_recorded(team: Team) -> dict[str, Any]:
    """What the audit keeps of a team: names, which stay readable when others are gone."""
    parent, head = (other.name if other else None for other in (team.parent, team.head))
    return {"name": team.name, "parent": parent, "head": head}


def token_as_recorded(token: Token) -> dict[str, Any]:
    """What the audit keeps of a token: nothing of its secret."""
    return {"token": token.name, "scopes": sorted(token.scopes), "ends_on": token.ends_on.isoformat()}
