"""The strip of key figures under the opening."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, share, sums_by, total
from vitalfew.report.figures.grade_table import since
from vitalfew.report.figures.migration import moved
from vitalfew.report.figures.numerals import count, percent
from vitalfew.report.figures.words import grades, window_words
from vitalfew.report.page_model import Key
from vitalfew.report.portrait import Portrait


def strip(portrait: Portrait) -> tuple[Key, ...]:
    """Sales, contribution, the best grade, changes of grade, customers that cost more than they earn: what is known."""
    found = (_sales(portrait), _contribution(portrait), _best(portrait), _changed(portrait), _losing(portrait))
    return tuple(key for key in found if key is not None)


def _sales(portrait: Portrait) -> Key:
    return Key(say("Sales"), total(portrait.people, "sales"), _against(portrait, "sales"), "money")


def _contribution(portrait: Portrait) -> Key | None:
    if not portrait.knows("contribution"):
        return None
    return Key(say("Contribution"), total(portrait.people, "contribution"), _against(portrait, "contribution"), "money")


def _against(portrait: Portrait, column: str) -> str:
    """The change against the window before, where it is known."""
    before = portrait.past.totals.get(column, Decimal(0))
    grown = share(total(portrait.people, column), before)
    if grown is None:
        return window_words(portrait.beside.window)
    change = grown - 1
    sign = "+" if change > 0 else ""
    return say("{change} on the window before", change=f"{sign}{percent(change)}")


def _best(portrait: Portrait) -> Key | None:
    if portrait.result.scheme.grade is None:
        return None
    best = grades(portrait.result.scheme)[0]
    group = sums_by(portrait.people, "grade", "gain").get(best.label)
    if group is None:
        return Key(best.title, 0, "")
    bring = percent(share(group["gain"], total(portrait.people, "gain")))
    return Key(best.title, group["customers"], say("bring {share} of the sales", share=bring))


def _changed(portrait: Portrait) -> Key | None:
    if not portrait.knows("was") or portrait.result.scheme.grade is None:
        return None
    found = moved(portrait)
    return Key(
        say("Changed grade"),
        found["up"] + found["down"],
        say("{up} up, {down} down since {day}", up=count(found["up"]), down=count(found["down"]), day=since(portrait)),
    )


def _losing(portrait: Portrait) -> Key | None:
    if not portrait.knows("contribution"):
        return None
    curve = Curve.of(portrait.people["contribution"])
    losing = int((curve.values < 0).sum())
    return Key(say("Cost more than they earn"), losing, say("of {all} customers", all=count(curve.n)))
