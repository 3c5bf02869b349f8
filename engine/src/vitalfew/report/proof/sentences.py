"""What a backtest found in a director's words."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.languages import pick, say
from vitalfew.proof import Backtest, Origin
from vitalfew.report.figures.numerals import count, day, percent, signed
from vitalfew.report.figures.words import title_of


def method_name(found: Backtest, method: str) -> str:
    """What a method is called for people."""
    names = {
        "scheme": pick(found.scheme.title),
        "last_period": say("spend of the last {days} days", days=count(found.asked.horizon)),
        "rfm": say("RFM"),
        "hiatus": say("days since the last order"),
        "random": say("drawn by lot"),
    }
    return names[method]


def grade_name(found: Backtest, grade: str | None) -> str:
    """What a grade is called for people; a dash where somebody has none."""
    return "–" if grade is None else title_of(found.scheme, found.scheme.grade, grade)


def sentences(found: Backtest, origin: Origin) -> tuple[str, ...]:
    """The best grade's list beside last period's spend, the top fifth, who bought again, and how sure forecasts were."""
    said = (list_of_best(found, origin), fifth(origin), buyers(origin), forecast(origin))
    return tuple(sentence for sentence in said if sentence)


def list_of_best(found: Backtest, origin: Origin) -> str:
    """What the best grade brought since, and what a list as long by last period's spend would have found."""
    ours, spend = origin.lists["scheme"], origin.lists["last_period"]
    if origin.best is None:
        return say("No customer had a grade on {day}.", day=day(origin.at))
    places = {
        "grade": grade_name(found, origin.best),
        "day": day(origin.at),
        "n": count(ours.customers),
        "all": count(origin.customers),
        "days": count(found.asked.horizon),
    }
    if ours.profit_share is not None:
        shares = {"share": percent(ours.profit_share), "other": percent(spend.profit_share)}
        return say(
            "The {grade} list of {day} ({n} of {all} customers) brought {share} of the profit since; the spend of the "
            "{days} days before alone would have found {other}.",
            **places,
            **shares,
        )
    if ours.share is not None:
        shares = {"share": percent(ours.share), "other": percent(spend.share)}
        return say(
            "The {grade} list of {day} ({n} of {all} customers) brought {share} of the sales since; the spend of the "
            "{days} days before alone would have found {other}.",
            **places,
            **shares,
        )
    return say("All {all} customers known on {day} together brought no sales since.", **places)


def fifth(origin: Origin) -> str:
    """The top fifth by score, and whether its lead over last period's spend is more than chance."""
    ours, lead = origin.estimates["scheme"]["capture_top20"], origin.ahead["last_period"]["capture_top20"]
    if ours is None or lead is None:
        return ""
    places = {
        "share": _percent(ours.value),
        "range": say("{low} to {high}", low=_percent(ours.low), high=_percent(ours.high)),
        "lead": signed(_exact(100 * abs(lead.value))).lstrip("+"),
    }
    if lead.low > 0:
        return say(
            "The best fifth by score brought {share} of the sales since ({range}): {lead} points more than the best "
            "fifth by last period's spend, which is more than chance.",
            **places,
        )
    if lead.high < 0:
        return say(
            "The best fifth by score brought {share} of the sales since ({range}): {lead} points less than the best "
            "fifth by last period's spend, which is more than chance.",
            **places,
        )
    return say(
        "The best fifth by score brought {share} of the sales since ({range}); the best fifth by last period's spend "
        "about as much: the difference may be chance.",
        **places,
    )


def buyers(origin: Origin) -> str:
    """How often the buyer of a pair was put first."""
    ours, hiatus = (origin.estimates[method]["auc"] for method in ("scheme", "hiatus"))
    if ours is None or hiatus is None:
        return ""
    return say(
        "{bought} of {all} bought since. Of two customers of whom one bought, the score puts the right one first in "
        "{ours} of the cases, days since the last order alone in {hiatus}.",
        bought=count(origin.bought),
        all=count(origin.customers),
        ours=_percent(ours.value),
        hiatus=_percent(hiatus.value),
    )


def forecast(origin: Origin) -> str:
    """How far off chances were, beside who knew the share of buyers alone."""
    ours, base = (origin.estimates[method]["brier"] for method in ("scheme", "random"))
    if ours is None or base is None:
        return ""
    return say(
        "Chances of buying, learned from the period before, were off by {ours} (Brier score); who had known no more than "
        "the share of buyers then, by {base}.",
        ours=f"{ours.value:.3f}",
        base=f"{base.value:.3f}",
    )


def _percent(value: float) -> str:
    return percent(_exact(value))


def _exact(value: float) -> Decimal:
    return Decimal(repr(value))
