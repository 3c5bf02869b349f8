"""20/60/20: the top fifth, the middle and the last fifth, in money and in effort (M20-M24, M204)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vitalfew.languages import say
from vitalfew.report.figures.folds import share, sums_by, total
from vitalfew.report.figures.numerals import count, percent
from vitalfew.report.figures.words import column, title_of
from vitalfew.report.page_model import Cell, Chart, Column, Section, Table
from vitalfew.report.portrait import Portrait

BANDS = ("top", "middle", "bottom")


def bands(portrait: Portrait) -> Section | None:
    """The three bands by number of customers: their share of the profit, else of the sales, and of the effort."""
    if not portrait.knows("band"):
        return None
    value, effort = measured_by(portrait), _effort(portrait)
    known = [name for name in (value, effort) if name]
    found = {label: group for label, group in sums_by(portrait.people, "band", *known).items() if label in BANDS}
    whole = {name: sum((group[name] for group in found.values()), Decimal(0)) for name in known}
    rows = [_band(portrait, label, found[label], whole, effort) for label in BANDS if label in found]
    names = {"service_hours": say("Hours"), "service_cost": say("Cost to serve"), None: ""}
    return Section(
        id="bands",
        title=say("20 / 60 / 20"),
        remark=say("by contribution") if value == "contribution" else say("by sales"),
        sentence=_sentence(rows, value),
        chart=Chart("bands", {"bands": rows, "cost_name": names[effort]}),
        table=_table(rows, value, effort, names[effort]),
    )


def measured_by(portrait: Portrait) -> str:
    """What the customers are ranked by: contribution where it is known, else sales."""
    return "contribution" if portrait.knows("contribution") else "sales"


def _effort(portrait: Portrait) -> str | None:
    spent = (name for name in ("service_hours", "service_cost") if portrait.knows(name))
    return next((name for name in spent if total(portrait.people, name) > 0), None)


def _band(
    portrait: Portrait, label: str, group: Mapping[str, Any], whole: Mapping[str, Decimal], effort: str | None
) -> dict[str, Any]:
    value, spent = measured_by(portrait), None if effort is None else group[effort]
    return {
        "key": label,
        "label": title_of(portrait.beside.schemes["bands"], "band", label),
        "customers": group["customers"],
        "value": group[value],
        "value_share": share(group[value], whole[value]),
        "cost": spent,
        "cost_share": None if spent is None or effort is None else share(spent, whole[effort]),
        "remark": _remark(label),
    }


def _remark(label: str) -> str:
    remarks = {
        "top": say("study and keep"),
        "middle": say("keep at low cost"),
        "bottom": say("mend, reprice or leave"),
    }
    return remarks[label]


def _sentence(rows: list[dict[str, Any]], value: str) -> str:
    ends = {row["key"]: row for row in rows}
    if rows[0]["value_share"] is None:
        return say("All customers together bring nothing that could be shared out.")
    if len(ends) < 2 or "bottom" not in ends:
        return say("Too few customers differ to be told apart by fifths.")
    places = {
        "n": count(rows[0]["customers"]),
        "share": percent(rows[0]["value_share"]),
        "last": count(ends["bottom"]["customers"]),
        "rest": percent(ends["bottom"]["value_share"]),
    }
    if value == "contribution":
        return say("The best {n} customers bring {share} of the profit, the last {last} {rest}.", **places)
    return say("The best {n} customers bring {share} of the sales, the last {last} {rest}.", **places)


def _table(rows: list[dict[str, Any]], value: str, effort: str | None, effort_name: str) -> Table:
    columns: list[Column] = [
        column("band", say("Band"), "text"),
        column("customers", say("Customers"), "count"),
        column(value, say("Contribution") if value == "contribution" else say("Sales"), "money"),
        column(f"{value}_share", say("share"), "share"),
    ]
    keys = ["label", "customers", "value", "value_share"]
    if effort is not None:
        columns += [
            column(effort, effort_name, "number" if effort == "service_hours" else "money"),
            column(f"{effort}_share", say("share"), "share"),
        ]
        keys += ["cost", "cost_share"]
    cells: list[tuple[Cell, ...]] = [tuple(row[key] for key in keys) for row in rows]
    if effort == "service_hours" and value == "contribution":
        columns.append(column("per_hour", say("earned per hour"), "money"))
        cells = [(*row, per_hour(found["value"], found["cost"])) for row, found in zip(cells, rows, strict=True)]
    return Table(tuple(columns), tuple(cells))


def per_hour(earned: Decimal, hours: Decimal) -> Decimal | None:
    """What an hour earned, to the cent; nothing where no hour was spent."""
    return (earned / hours).quantize(Decimal("0.01")) if hours > 0 else None
