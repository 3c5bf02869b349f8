"""The type board: old or new, big or small, with the caps on the old and big (M1-M14, B4)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import Any

import pyarrow.compute as pc

from vitalfew.classifiers.four_types import FourTypes
from vitalfew.languages import say
from vitalfew.report.figures.folds import share, sums_by, total
from vitalfew.report.figures.numerals import count, percent
from vitalfew.report.figures.pareto import buyers
from vitalfew.report.figures.words import column, title_of
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait

TYPES = ("old_big", "new_big", "old_small", "new_small")
_NOBODY: Mapping[str, Any] = {"customers": 0, "sales": Decimal(0), "gain": Decimal(0)}


def board(portrait: Portrait) -> Section | None:
    """How many customers are of each type, what they bring, and which cap they break."""
    if not portrait.knows("type"):
        return None
    found = sums_by(portrait.people, "type", "sales", "gain", *_further(portrait))
    cells = [_cell(portrait, label, found.get(label, _NOBODY)) for label in TYPES]
    return Section(
        id="types",
        title=say("Type board"),
        remark=say("old from one year; big: the first 80 % of the sales"),
        sentence=_sentence(cells),
        chart=Chart("board", {"cells": cells}),
        table=_table(portrait, found),
    )


def _further(portrait: Portrait) -> dict[str, str]:
    """Column → heading of what the facts know of profit and of what serving costs."""
    titles = {"contribution": say("Contribution"), "service_cost": say("Cost to serve")}
    return {name: title for name, title in titles.items() if portrait.knows(name)}


def _cell(portrait: Portrait, label: str, group: Mapping[str, Any]) -> dict[str, Any]:
    typed = portrait.people["type"].drop_null()
    return {
        "key": label,
        "name": title_of(portrait.beside.schemes["types"], "type", label),
        "count": group["customers"],
        "cap": cap_on_old_big(portrait) if label == "old_big" else None,
        "share_value": share(group["gain"], total(portrait.people, "gain")),
        "share_customers": share(group["customers"], len(typed)),
        "remark": _remark(portrait, label),
        "further": [
            {"name": title, "share": share(group.get(name, 0), total(portrait.people, name))}
            for name, title in _further(portrait).items()
        ],
    }


def cap_on_old_big(portrait: Portrait) -> int | None:
    """How many old big customers there may be: the tighter of the caps on their number and on their share."""
    caps = _parameters(portrait).caps
    limits = [] if caps.number is None else [caps.number]
    if caps.share is not None:
        limits.append(int((caps.share * buyers(portrait) / 100).to_integral_value(ROUND_FLOOR)))
    return min(limits, default=None)


def _parameters(portrait: Portrait) -> FourTypes:
    found = portrait.beside.schemes["types"].classifiers["type"]
    assert isinstance(found, FourTypes), "the board is made of the four types"
    return found


def _remark(portrait: Portrait, label: str) -> str:
    if label == "old_big":
        over = pc.sum(portrait.people["over_cap"].is_valid()).as_py() or 0
        return say("{n} over a cap", n=count(over)) if over else ""
    if label == "old_small":
        asleep = _asleep(portrait)
        return say("{n} asleep", n=count(asleep)) if asleep else ""
    return ""


def _asleep(portrait: Portrait) -> int:
    small = pc.equal(portrait.people["type"], "old_small")
    return pc.sum(pc.and_(small, portrait.people["asleep"])).as_py() or 0


def _sentence(cells: list[dict[str, Any]]) -> str:
    old_big, new = cells[0], cells[1]["count"] + cells[3]["count"]
    cap = old_big["cap"]
    places = {
        "n": count(old_big["count"]),
        "share": percent(old_big["share_value"]),
        "new": count(new),
        "cap": "" if cap is None else count(cap),
    }
    if cap is not None and old_big["count"] > cap:
        return say(
            "Old and big: {n} where {cap} are allowed, with {share} of the sales; new: {new}.",
            **places,
        )
    return say("Old and big: {n}, with {share} of the sales; new: {new}.", **places)


def _table(portrait: Portrait, found: Mapping[str, Mapping[str, Any]]) -> Table:
    further = _further(portrait)
    whole, all_of_them = total(portrait.people, "gain"), sum(group["customers"] for group in found.values())
    rows = tuple(
        (
            title_of(portrait.beside.schemes["types"], "type", label),
            group["customers"],
            share(group["customers"], all_of_them),
            group["sales"],
            share(group["gain"], whole),
            *(group.get(name, 0) for name in further),
        )
        for label, group in ((label, found.get(label, _NOBODY)) for label in TYPES)
    )
    columns = (
        column("type", say("Type"), "text"),
        column("customers", say("Customers"), "count"),
        column("customers_share", say("of customers"), "share"),
        column("sales", say("Sales"), "money"),
        column("sales_share", say("of sales"), "share"),
        *(column(name, title, "money") for name, title in further.items()),
    )
    return Table(columns, rows)
