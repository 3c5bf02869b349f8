"""How many grades hang on weights: weight by weight, more and less."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vitalfew.languages import say
from vitalfew.report.figures.numerals import count, percent
from vitalfew.report.figures.words import column
from vitalfew.report.looks.page import page
from vitalfew.report.page_model import Cell, Key, Page, Section, Table
from vitalfew.weighing import Sensitivity
from vitalfew.weighing.counting import OFTEN
from vitalfew.weighing.remarks import direction_name, plain

COUNTS = ("changed", "better", "worse", "into_best", "out_of_best")


def weighed(found: Sensitivity) -> Page:
    """The page of weights that were moved."""
    return page(
        found,
        say("How many grades hang on weights"),
        f"vitalfew sensitivity --step {percent(found.step)}",
        "weights_",
        _strip(found),
        (weights(found),),
        _definitions(),
    )


def weights(found: Sensitivity) -> Section:
    """Two rows for each weight: a step more, a step less."""
    return Section(
        id="weights",
        title=say("Weights"),
        remark=say("each moved alone by {step} of itself", step=percent(found.step)),
        sentence="",
        chart=None,
        table=Table(
            (
                column("part", say("part"), "text"),
                column("direction", say("direction"), "text"),
                column("weight", say("weight"), "number"),
                column("becomes", say("becomes"), "number"),
                column("changed", say("other grade"), "count"),
                column("better", say("better"), "count"),
                column("worse", say("worse"), "count"),
                column("into_best", say("into {grade}", grade=found.best), "count"),
                column("out_of_best", say("out of {grade}", grade=found.best), "count"),
                column("score_moves", say("score moves by"), "number"),
            ),
            tuple(_row(row) for row in found.rows.to_pylist()),
        ),
        width="full",
    )


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    moves = row["score_moves"]
    return (
        row["part"],
        direction_name(row["direction"]),
        *(Decimal(plain(row[name])) for name in ("weight", "becomes")),
        *(row[name] for name in COUNTS),
        None if moves is None else round(Decimal(str(moves)), 2),
    )


def _strip(found: Sensitivity) -> tuple[Key, ...]:
    most = max(found.rows.to_pylist(), key=lambda row: row["changed"])
    return (
        Key(say("Customers"), found.customers, say("with an order")),
        Key(
            say("unmoved"),
            Decimal(found.steady) / found.customers,
            say("keep their grade whichever single weight moves"),
            "share",
        ),
        Key(most["part"], most["changed"], say("other grade, the most of all weights")),
        Key(found.best, found.in_best, say("of {all} customers", all=count(found.customers))),
    )


def _definitions() -> tuple[tuple[str, str], ...]:
    return (
        (say("becomes"), say("The weight after the step; all others stay as they are.")),
        (say("score moves by"), say("{often} of 100 scores move by no more points.", often=OFTEN)),
    )
