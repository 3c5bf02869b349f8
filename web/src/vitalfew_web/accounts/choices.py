"""Enumerations of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Whether a customer is a company or a person; a person needs no company record."""

    COMPANY = "company", _("company")
    PERSON = "person", _("person")


class ChannelRole(models.TextChoices):
    """The part a customer plays in the trade."""

    DISTRIBUTOR = "distributor", _("distributor")
    DEALER = "dealer", _("dealer")
    WHOLESALER = "wholesaler", _("wholesaler")
    AGENT = "agent", _("agent")
    PARTNER = "partner", _("partner")
    END_CUSTOMER = "end_customer", _("end customer")


class Size(models.TextChoices):
    """How large a company is, by people."""

    MICRO = "micro", _("under 10 people")
    SMALL = "small", _("10 to 49 people")
    MEDIUM = "medium", _("50 to 249 people")
    LARGE = "large", _("250 people or more")


class Ownership(models.TextChoices):
    """Who owns a company."""

    PRIVATE = "private", _("private")
    LISTED = "listed", _("listed")
    STATE = "state", _("state-owned")
    FOREIGN = "foreign", _("foreign")
    FAMILY = "family", _("family")


class Level(models.TextChoices):
    """A judgement in three steps."""

    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")


class Position(models.TextChoices):
    """Where a company stands in its industry."""

    LEADER = "leader", _("leading")
    FOLLOWER = "follower", _("in the middle")
    NICHE = "niche", _("specialist")
    SMALL = "small", _("small")


class Source(models.TextChoices):
    """Through which channel a customer came."""

    REFERRAL = "referral", _("recommended")
    FAIR = "fair", _("trade fair")
    WEB = "web", _("web")
    CALL = "call", _("cold call")
    PARTNER = "partner", _("through a partner")
    OTHER = "other", _("other")
