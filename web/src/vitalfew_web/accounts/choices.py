"""Enumerations of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    FAMILY = "family", pgettext_lazy("ownership", "family")
    GLOBAL = "global", _("multinational")


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


class Growth(models.TextChoices):
    """Where a firm or an industry is going."""

    SHRINKING = "shrinking", _("shrinking")
    STEADY = "steady", _("steady")
    GROWING = "growing", _("growing")
    BOOMING = "booming", _("growing fast")


class Period(models.TextChoices):
    """In what time an amount is spent."""

    MONTH = "month", _("a month")
    QUARTER = "quarter", _("a quarter")
    YEAR = "year", _("a year")
    ONCE = "once", _("once")


class Sector(models.TextChoices):
    """The sections of ISIC (revision 4), the list of the United Nations."""

    A = "A", _("Agriculture, forestry, fishing")
    B = "B", _("Mining")
    C = "C", _("Manufacturing")
    D = "D", _("Electricity and gas")
    E = "E", _("Water and waste")
    F = "F", _("Construction")
    G = "G", _("Wholesale and retail")
    H = "H", _("Transport and storage")
    I = "I", _("Hotels and restaurants")  # noqa: E741  (the letter of the list)
    J = "J", _("Information and communication")
    K = "K", _("Finance and insurance")
    L = "L", _("Real estate")
    M = "M", _("Science and technical services")
    N = "N", _("Administrative services")
    O = "O", _("Public administration")  # noqa: E741  (the letter of the list)
    P = "P", _("Education")
    Q = "Q", _("Health and social work")
    R = "R", _("Arts and recreation")
    S = "S", _("Other services")
    T = "T", _("Households as employers")
    U = "U", _("International organisations")


class Colour(models.TextChoices):
    """Colours of groups, each of them a class of the style sheets."""

    BLUE = "blue", _("blue")
    TEAL = "teal", _("teal")
    GREEN = "green", _("green")
    AMBER = "amber", _("amber")
    RED = "red", _("red")
    GREY = "grey", _("grey")
