"""The five sentences the report opens with: who, how much, what moved, whom to call, what is unknown."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, first_by, share, sums_by, total
from vitalfew.report.figures.grade_table import since
from vitalfew.report.figures.migration import moved_sentence
from vitalfew.report.figures.numerals import count, day, listing, money, percent, signed
from vitalfew.report.figures.pareto import enough_for
from vitalfew.report.figures.quality import unknown
from vitalfew.report.figures.recency_frequency import SLIPPING
from vitalfew.report.figures.words import called, grades
from vitalfew.report.portrait import Portrait

NAMED = 3
LEAST_FALL = 1
"""Points that a customer must have lost to be spoken of while it keeps its grade."""
MOST_OF_IT = 80
"""Per cent of the sales that the vital few bring."""
_SCORES = pa.decimal128(30, 2)
"""Room for a difference."""


def opening(portrait: Portrait) -> tuple[str, ...]:
    """The five sentences, the first the one that stands large."""
    return (_who(portrait), _how_much(portrait), _moved(portrait), _whom_to_call(portrait), unknown(portrait))


def _who(portrait: Portrait) -> str:
    sales = Curve.of(portrait.people["gain"])
    if not sales.above_zero:
        return say("No customer has sales above zero.")
    if sales.value(1) == sales.value(sales.n) and sales.n > 1:
        return say("No vital few: all {n} customers bring the same.", n=count(sales.n))
    names = called(portrait, first_by(portrait.people, "sales", NAMED)["customer_id"].to_pylist())
    few = enough_for(sales, MOST_OF_IT)
    places = {
        "n": count(few),
        "all": count(sales.n),
        "share": percent(share(sales.up_to(few), sales.total)),
        "name": names[0],
        "names": listing(names),
    }
    if sales.n == 1:
        return say("There is one customer only: {name}.", **places)
    if few == 1:
        return say("One of {all} customers, {name}, brings {share} of the sales.", **places)
    return say("{n} of {all} customers bring {share} of the sales, led by {names}.", **places)


def _how_much(portrait: Portrait) -> str:
    sales = money(total(portrait.people, "sales"), portrait.currency)
    best, group = _best(portrait)
    places = {
        "grade": best,
        "sales": sales,
        "n": count(group.get("customers", 0)),
        "all": count(portrait.people.num_rows),
    }
    if not group or not total(portrait.people, "gain"):
        return say("All customers together bring {sales}.", **places)
    places["share"] = percent(share(group["gain"], total(portrait.people, "gain")))
    if "contribution" not in group or total(portrait.people, "contribution") <= 0:
        return say("{grade} ({n} of {all}) brings {share} of {sales} in sales.", **places)
    places["part"] = percent(share(group["contribution"], total(portrait.people, "contribution")))
    profit = Curve.of(portrait.people["contribution"])
    losing = int((profit.values < 0).sum())
    if not losing:
        return say("{grade} ({n} of {all}) brings {share} of {sales} in sales and {part} of the profit.", **places)
    return say(
        "{grade} ({n} of {all}) brings {share} of {sales} in sales and {part} of the profit; those below break-even "
        "({losing}) take {back} back.",
        **places,
        losing=count(losing),
        back=money(profit.up_to(profit.above_zero) - profit.total, portrait.currency),
    )


def _best(portrait: Portrait) -> tuple[str, dict[str, Any]]:
    """The title of the best grade that anybody has, and what those customers bring."""
    columns = [name for name in ("gain", "contribution") if portrait.knows(name)]
    found = sums_by(portrait.people, "grade", *columns)
    best = next((grade for grade in grades(portrait.result.scheme) if grade.label in found), None)
    return ("", {}) if best is None else (best.title, found[best.label])


def _moved(portrait: Portrait) -> str:
    if portrait.result.scheme.grade is None:
        return say("This scheme sets classes side by side and gives no grade that could move.")
    if not portrait.knows("was"):
        return say("What moved cannot be said: the facts do not reach back before {day}.", day=day(portrait.first_day))
    return moved_sentence(portrait)


def _whom_to_call(portrait: Portrait) -> str:
    """The largest customer that left the best grade; else the one inside it that fell most; else who has gone quiet."""
    fallen = _left(portrait) or _sunk(portrait)
    if fallen is not None:
        return _fall(portrait, fallen)
    quiet = _quiet(portrait)
    if quiet is None:
        return say("There is nobody to call first: nobody has fallen, and nobody that bought well has gone quiet.")
    return say(
        "Call {name} ({sales}) first: it bought well and has been quiet for {days} days.",
        name=called(portrait, [quiet["customer_id"]])[0],
        sales=money(quiet["sales"], portrait.currency),
        days=count(quiet["recency_days"]),
    )


def _left(portrait: Portrait) -> dict[str, Any] | None:
    """Of those that had the best grade and no longer have it, the one with the largest sales."""
    top = _were_best(portrait)
    left = top.filter(pc.fill_null(pc.not_equal(top["grade"], top["was"]), False))
    return _first(first_by(_with_falls(left), "sales", 1))


def _sunk(portrait: Portrait) -> dict[str, Any] | None:
    """Of those that still have the best grade, the one whose score fell most, where that is enough to speak of."""
    sunk = first_by(_with_falls(_were_best(portrait)), "fall", 1, "ascending")
    found = _first(sunk)
    return found if found is not None and found["fall"] <= -LEAST_FALL else None


def _were_best(portrait: Portrait) -> pa.Table:
    """The customers that had the best grade before; nobody where that is not known."""
    if not portrait.knows("was"):
        return portrait.people.slice(0, 0).append_column("was", pa.chunked_array([pa.array([], pa.string())]))
    best = grades(portrait.result.scheme)
    return portrait.people.filter(pc.fill_null(pc.equal(portrait.people["was"], best[0].label if best else ""), False))


def _with_falls(group: pa.Table) -> pa.Table:
    if "score_was" not in group.column_names:
        return group.append_column("fall", pa.chunked_array([pa.nulls(group.num_rows, _SCORES)]))
    now, was = (group[name].cast(_SCORES) for name in ("score", "score_was"))
    return group.append_column("fall", pc.subtract(now, was))


def _first(rows: pa.Table) -> dict[str, Any] | None:
    found: list[dict[str, Any]] = rows.to_pylist()
    return found[0] if found else None


def _quiet(portrait: Portrait) -> dict[str, Any] | None:
    """Of the segments that bought well and have gone quiet, the customer with the largest sales."""
    if not portrait.knows("segment", "recency_days"):
        return None
    slipping = portrait.people.filter(pc.is_in(portrait.people["segment"], pa.array(SLIPPING)))
    return _first(first_by(slipping, "sales", 1))


def _fall(portrait: Portrait, one: dict[str, Any]) -> str:
    """The sentence on a customer that fell, with the main cause where it is known."""
    titles = {grade.label: grade.title for grade in grades(portrait.result.scheme)}
    reason = portrait.movement.reason(one["customer_id"])
    places = {
        "name": called(portrait, [one["customer_id"]])[0],
        "was": titles.get(one["was"], one["was"]),
        "now": titles.get(one["grade"], one["grade"]),
        "sales": money(one["sales"], portrait.currency),
        "day": since(portrait),
        "fall": "" if one["fall"] is None else signed(one["fall"]),
        "reason": reason.sentence if reason else "",
    }
    stays = one["grade"] == one["was"]
    if stays and reason:
        return say("Call {name} ({sales}) first: {was} still, but {fall} points since {day}. {reason}.", **places)
    if stays:
        return say("Call {name} ({sales}) first: {was} still, but {fall} points since {day}.", **places)
    if reason:
        return say("Call {name} ({sales}) first: it fell from {was} to {now} since {day}. {reason}.", **places)
    return say("Call {name} ({sales}) first: it fell from {was} to {now} since {day}.", **places)
