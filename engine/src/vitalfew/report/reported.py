"""A run together with what its report or workbook says of it, both from one reading of the facts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.backends import Calculator, DuckDB, Opening
from vitalfew.errors import WrongUse
from vitalfew.languages import say, writing_files
from vitalfew.readers.reading import Options
from vitalfew.report.page_model import Page
from vitalfew.run import Request, Result
from vitalfew.run.gather import with_facts
from vitalfew.run.grading import grade

if TYPE_CHECKING:
    from vitalfew.report.portrait import Portrait
    from vitalfew.report.workbook.overview import Overview
    from vitalfew.run.gather import Sources


@dataclass(frozen=True)
class Reported(Result):
    """A run of a scheme, the page that says and draws it, or what the sheets beside its list say."""

    page: Page | None = None
    overview: Overview | None = None


def graded_for(
    out: Path | None, sources: Sources, request: Request, options: Options, opening: Opening[Calculator] = DuckDB
) -> Result:
    """Grade the facts, and work out no more than OUT says: the report, the sheets of a workbook, or the grades.

    The first two are worked out in this process, whatever is opened for the third.
    """
    if is_report(out):
        return reported(sources, request, options)
    if is_workbook(out):
        return with_sheets(sources, request, options)
    return grade(sources, request, options, opening)


def reported(sources: Sources, request: Request, options: Options, company: str | None = None) -> Reported:
    """Grade the facts and work out the page of the report. Refused as the run would be, or without built charts."""
    from vitalfew.report.figures import page_of
    from vitalfew.report.page.sources import charts
    from vitalfew.report.portrait import portrait

    charts()  # whoever cannot draw says so before the work
    known = portrait(sources, request, options)
    with writing_files():
        return _with(known, page=page_of(known, company))


def with_sheets(sources: Sources, request: Request, options: Options) -> Reported:
    """Grade the facts and work out what the sheets of a workbook say. Refused as the run would be."""
    from vitalfew.report.portrait import portrait_of
    from vitalfew.report.workbook.overview import overview_of

    known = with_facts(sources, options, lambda gathered: portrait_of(gathered, request, options, brief=True))
    with writing_files():
        return _with(known, overview=overview_of(known))


def write_report(result: Result, path: Path) -> None:
    """The report as one file of HTML. A result without a page, as of a ready table of metrics, is refused."""
    from vitalfew.report.page import render

    page = result.page if isinstance(result, Reported) else None
    if page is None:
        raise no_facts()
    path.write_bytes(render(page))


def write_sheets(result: Result, path: Path) -> None:
    """The workbook; of finished metrics it says what they hold."""
    from vitalfew.report.workbook import write_workbook

    with writing_files():
        write_workbook(result, path, result.overview if isinstance(result, Reported) else None)


def is_report(out: Path | None) -> bool:
    """Whether OUT is to be the report."""
    return out is not None and out.suffix.lower() == ".html"


def is_workbook(out: Path | None) -> bool:
    """Whether OUT is to be a workbook."""
    return out is not None and out.suffix.lower() == ".xlsx"


def no_facts() -> WrongUse:
    """The refusal of a report of finished metrics."""
    return WrongUse(
        say("a report is drawn from facts, and here are finished metrics only."),
        remedy=say("Name the orders, or take .csv, .xlsx, .parquet or .json."),
    )


def _with(known: Portrait, **parts: Any) -> Reported:
    return Reported(**{part.name: getattr(known.result, part.name) for part in fields(Result)}, **parts)
