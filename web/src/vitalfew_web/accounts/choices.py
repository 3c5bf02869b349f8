"""Enumerations of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


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


class DecisionRole(models.TextChoices):
    """The part somebody plays when their firm decides."""

    DECIDES = "decides", _("decides")
    APPROVES = "approves", _("approves the money")
    INFLUENCES = "influences", pgettext_lazy("decision", "influences")
    USES = "uses", _("uses it")
    BUYS = "buys", _("buys")
    GATEKEEPER = "gatekeeper", _("opens or closes doors")
    CHAMPION = "champion", _("speaks for us")


class Function(models.TextChoices):
    """Where in their firm somebody works."""

    MANAGEMENT = "management", _("management")
    PURCHASING = "purchasing", _("purchasing")
    SALES = "sales", _("sales")
    MARKETING = "marketing", _("marketing")
    LOGISTICS = "logistics", _("logistics")
    PRODUCTION = "production", _("production")
    TECHNICAL = "technical", _("technical")
    STORES = "stores", _("stores")
    FINANCE = "finance", _("finance")
    EXPANSION = "expansion", _("expansion")
    OTHER = "other", pgettext_lazy("function", "other")


class Item(models.TextChoices):
    """Personal things that may be known of somebody, each with its source and purpose."""

    GENDER = "gender", _("gender")
    AGE = "age", _("age band")
    BIRTHDAY = "birthday", _("birthday")
    OCCUPATION = "occupation", _("occupation")
    INCOME = "income", _("income class")
    HOME = "residence", _("home address")
    FAMILY = "family", pgettext_lazy("personal item", "family")
    LIKES = "likes", _("likes")
    CULTURE = "culture", _("culture and customs")
    VALUES = "values", _("values")
    ATTITUDE = "attitude", _("attitude")
    LIFESTYLE = "lifestyle", _("lifestyle")
    BUYING = "buying", _("buying habits")
    BROWSING = "browsing", _("browsing habits")
    SOCIAL = "social", _("on social media")
    PERSONALITY = "personality", _("personality type")


PROTECTED = frozenset({Item.BIRTHDAY, Item.HOME, Item.INCOME, Item.FAMILY, Item.LIKES, Item.CULTURE, Item.VALUES})
"""Items that are kept in code and shown on a recorded reveal alone."""


class Gender(models.TextChoices):
    """Gender, as somebody is to be addressed."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", pgettext_lazy("gender", "other")


class AgeBand(models.TextChoices):
    """About how old somebody is."""

    YOUNG = "18-29", _("18 to 29")
    THIRTIES = "30-39", _("30 to 39")
    FORTIES = "40-49", _("40 to 49")
    FIFTIES = "50-59", _("50 to 59")
    OLDER = "60+", _("60 or more")


class Income(models.TextChoices):
    """What somebody earns, beside others where they live."""

    LOW = "low", _("below the middle")
    MIDDLE = "middle", _("in the middle")
    HIGH = "high", _("above the middle")
    TOP = "top", _("far above the middle")


class Personality(models.TextChoices):
    """Types of people by how they decide; each has a playbook."""

    GRACE = "grace", _("grace customer")
    VIP = "vip", pgettext_lazy("personality", "VIP customer")
    BULL = "bull", _("bull customer")


@dataclass(frozen=True)
class Play:
    """How to be with a type of person: what shows it, what works, what to avoid."""

    signs: Text
    works: tuple[Text, ...]
    avoid: tuple[Text, ...]


PLAYBOOK = {
    Personality.GRACE: Play(
        _("Warm, curious, open, imaginative; easily moved, ready to risk, sometimes hot-headed."),
        (
            _("Come in a good mood and show that you care."),
            _("Name the strengths of the product and stay with the main point."),
            _("Close soon: each delay lowers the odds."),
        ),
        (_("Long explanations and side issues."), _("Putting the decision off.")),
    ),
    Personality.VIP: Play(
        _("Of high standing, with large funds; rational, not led by price, dislikes what is false."),
        (
            _("Prepare thoroughly; be modest and brief."),
            _("Win personal goodwill; pass on news that is of use."),
            _("Call before every holiday and greet the family too; be in touch steadily, not often."),
        ),
        (_("Flattery and promises that cannot be kept."), _("Haggling: one deal with them is a big one.")),
    ),
    Personality.BULL: Play(
        _("Firm, with many further demands; quotes competitors."),
        (
            _("Know the offers of competitors before you meet."),
            _("Trade every further demand for something in return, and write it down."),
            _("Stay friendly and firm; name early what cannot be."),
        ),
        (_("Giving way to the first demand."), _("Arguing about who is right.")),
    ),
}
"""Type of person → how to be with them."""

OPTIONS: dict[str, type[models.TextChoices]] = {
    Item.GENDER: Gender,
    Item.AGE: AgeBand,
    Item.INCOME: Income,
    Item.PERSONALITY: Personality,
}
"""Items that are chosen from a list → the list."""


class Origin(models.TextChoices):
    """From where something personal is known."""

    SELF = "self", _("told us by the person")
    CARD = "card", _("on a business card")
    COLLEAGUE = "colleague", _("told by a colleague of theirs")
    PUBLIC = "public", _("made public by the person")
    SEEN = "seen", _("noticed in our work together")
    FILE = "file", _("from an imported file")


class Purpose(models.TextChoices):
    """What something personal is kept for."""

    SERVICE = "service", _("to serve the person well")
    MEETING = "meeting", _("to prepare meetings")
    GREETING = "greeting", _("for greetings and gifts")
    CONTRACT = "contract", _("to fulfil a contract")


class Calendar(models.TextChoices):
    """By which calendar a birthday is kept."""

    SOLAR = "solar", _("solar calendar")
    LUNAR = "lunar", _("lunar calendar")
