"""Enumerations of access."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reach(models.TextChoices):
    """Whose customers somebody sees."""

    OWN = "own", _("own customers")
    TEAM = "team", _("customers of the team and the teams below it")
    ALL = "all", _("all customers")


class Theme(models.TextChoices):
    """Light or dark."""

    SYSTEM = "", _("as the system")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")
