"""Portrait → page: everything that the report says and draws, worked out."""

from __future__ import annotations

from collections.abc import Callable

from vitalfew.languages import language, pick, say
from vitalfew.readers.reading import Options
from vitalfew.report.figures.bands import bands
from vitalfew.report.figures.board import board
from vitalfew.report.figures.buying import buying
from vitalfew.report.figures.cohorts import cohorts, stay
from vitalfew.report.figures.concentration import concentration
from vitalfew.report.figures.cost_to_serve import losses, scatter
from vitalfew.report.figures.customers import customers
from vitalfew.report.figures.definitions import definitions
from vitalfew.report.figures.existing import late, rhythm, season
from vitalfew.report.figures.fingerprint import fingerprint
from vitalfew.report.figures.grade_table import grade_table
from vitalfew.report.figures.lost import lost, lost_kinds
from vitalfew.report.figures.migration import migration
from vitalfew.report.figures.movers import movers
from vitalfew.report.figures.numerals import day
from vitalfew.report.figures.opening import opening
from vitalfew.report.figures.over_time import over_time
from vitalfew.report.figures.pareto import pareto
from vitalfew.report.figures.portfolio import portfolio, transitions
from vitalfew.report.figures.potential import potential
from vitalfew.report.figures.quality import quality
from vitalfew.report.figures.recency_frequency import grid, segments
from vitalfew.report.figures.strip import strip
from vitalfew.report.figures.traits import rules, traits
from vitalfew.report.figures.vital_few import vital_few
from vitalfew.report.figures.warnings import warnings
from vitalfew.report.figures.whale import whale
from vitalfew.report.figures.words import grades, window_words
from vitalfew.report.page_model import Page, Section
from vitalfew.report.portrait import Portrait, portrait
from vitalfew.run import Request
from vitalfew.run.gather import Sources

Figure = Callable[[Portrait], Section | None]
FIGURES: tuple[Figure, ...] = (
    pareto,
    grade_table,
    grid,
    board,
    vital_few,
    whale,
    scatter,
    bands,
    concentration,
    losses,
    segments,
    migration,
    over_time,
    portfolio,
    transitions,
    traits,
    rules,
    potential,
    buying,
    movers,
    rhythm,
    season,
    late,
    warnings,
    cohorts,
    stay,
    lost,
    lost_kinds,
)
"""In order of the page; what the facts cannot give is left out."""


def page(sources: Sources, request: Request, options: Options, company: str | None = None) -> Page:
    """The page of a run, in the current language. Refused as the run would be."""
    return page_of(portrait(sources, request, options), company)


def page_of(known: Portrait, company: str | None = None) -> Page:
    """The page of a portrait, in the current language. The same portrait gives the same page."""
    drawn = (figure(known) for figure in FIGURES)
    return Page(
        language=language(),
        title=say("Where the profit comes from") if known.knows("contribution") else say("Where the sales come from"),
        company=company,
        subtitle=subtitle(known),
        currency=known.currency,
        grades=grades(known.result.scheme),
        opening=opening(known),
        strip=strip(known),
        sections=tuple(section for section in drawn if section is not None),
        customers=customers(known),
        definitions=definitions(known),
        quality=quality(known),
        foot=_foot(known),
    )


def subtitle(known: Portrait) -> str:
    """Scheme, day, window and currency in one line."""
    places = {
        "scheme": pick(known.result.scheme.title),
        "day": day(known.at),
        "window": window_words(known.beside.window),
        "currency": known.currency or "",
    }
    if known.currency:
        return say("{scheme} · as of {day} · {window} · amounts in {currency}", **places)
    return say("{scheme} · as of {day} · {window}", **places)


def _foot(known: Portrait) -> str:
    """What makes the page again: scheme, day, software; a fingerprint of the graded rows, no time of making.

    The rows and not the files are cited: the same facts in another order of rows are other files.
    """
    scheme, version = known.result.scheme, known.result.manifest["vitalfew"]
    cited = say("fingerprint {digest}", digest=fingerprint(known.result.rows))
    return f"vitalfew grade --scheme {scheme.scheme} --as-of {known.at} · {cited} · vitalfew {version}"


__all__ = ["FIGURES", "Page", "page", "page_of"]
