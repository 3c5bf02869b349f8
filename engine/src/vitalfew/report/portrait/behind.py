"""What lies behind the numbers of the portrait: own rhythm, season, cohorts, how long customers stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.insight.calendar import PARTS, place_of
from vitalfew.insight.cohorts import Cohorts, cohorts_of
from vitalfew.insight.existing import Existing, existing_of
from vitalfew.insight.lost import Lost, lost_of
from vitalfew.insight.season import WINDOW
from vitalfew.insight.standing import standing
from vitalfew.warning.warnings import Warnings, warnings_of

MOST_COHORTS = 13
"""Cohorts that a page has room for."""


@dataclass(frozen=True)
class Behind:
    """Looks behind the numbers, as of the day of the portrait."""

    existing: Existing
    cohorts: Cohorts
    lost: Lost
    warnings: Warnings


def behind(database: DuckDB, facts: Facts) -> Behind | None:
    """The looks at facts of a day; None where nobody has bought anything."""
    try:
        period = period_of(facts.first_day, facts.at)
        seen = standing(database, facts, WINDOW)
        existing, lost = existing_of(database, facts, seen), lost_of(database, facts, seen)
        return Behind(existing, cohorts_of(database, facts, period), lost, warnings_of(database, facts, seen))
    except Refusal:
        return None


def period_of(first: date, last: date) -> str:
    """The shortest period of which no more than fit lie between two days, else the year."""
    fitting = (period for period in PARTS if place_of(last, period) - place_of(first, period) < MOST_COHORTS)
    return next(fitting, "year")
