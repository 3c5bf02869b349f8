"""What lies behind the numbers of the portrait: own rhythm, season, cohorts, how long customers stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.insight.calendar import PARTS, place_of
from vitalfew.insight.cohorts import Cohorts, cohorts_of
from vitalfew.insight.existing import Existing, existing_of
from vitalfew.insight.lost import Lost, lost_of
from vitalfew.insight.portfolio import Portfolio, portfolio_of
from vitalfew.insight.potential import Potential, potential_of
from vitalfew.insight.season import WINDOW
from vitalfew.insight.segments import Segments, segments_of
from vitalfew.insight.standing import standing
from vitalfew.insight.traits import Traits, traits_of
from vitalfew.report.portrait.over_time import MOST_CUSTOMERS, OverTime
from vitalfew.scheme import Scheme
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
    potential: Potential
    segments: Segments
    portfolio: Portfolio | None
    """None where the facts hold too few month ends, or too many customers."""
    traits: Traits | None
    """Of the scheme's best grade; None of a scheme without grades, or of too many customers."""


def behind(database: DuckDB, facts: Facts, scheme: Scheme, people: pa.Table, past: OverTime | None) -> Behind | None:
    """The looks at facts of a day and at the grades up to it; None where nobody has bought anything."""
    try:
        period = period_of(facts.first_day, facts.at)
        seen = standing(database, facts, WINDOW)
        existing, lost = existing_of(database, facts, seen), lost_of(database, facts, seen)
        warned = warnings_of(database, facts, seen)
        going = None if past is None else portfolio_of(database, facts, past.grades, people)
        few = scheme.grade is not None and people.num_rows <= MOST_CUSTOMERS
        common = traits_of(database, facts, scheme, people) if few else None
        open_, alike = potential_of(database, facts), segments_of(database, facts)
        return Behind(existing, cohorts_of(database, facts, period), lost, warned, open_, alike, going, common)
    except Refusal:
        return None


def period_of(first: date, last: date) -> str:
    """The shortest period of which no more than fit lie between two days, else the year."""
    fitting = (period for period in PARTS if place_of(last, period) - place_of(first, period) < MOST_COHORTS)
    return next(fitting, "year")
