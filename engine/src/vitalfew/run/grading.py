"""A scheme applied to facts as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import Calculator, DuckDB, Opening, in_process
from vitalfew.compile import Facts, available, graded, metric_table, missing, ready, unavailable_classifiers
from vitalfew.errors import Refusal
from vitalfew.expressions import NARROW
from vitalfew.foreseeing import Foreseen, with_foreseen
from vitalfew.languages import say
from vitalfew.readers.reading import Note, Options
from vitalfew.run.day import as_of_day, span
from vitalfew.run.gather import Gathered, Sources, with_facts, with_facts_on
from vitalfew.run.groups import grouped
from vitalfew.run.manifest import manifest, versions
from vitalfew.run.previous import Previous, with_previous
from vitalfew.run.ready import ready_metrics
from vitalfew.run.result import Result
from vitalfew.run.summary import summary
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Request:
    """What is asked of a run, beside the facts and how to read them."""

    scheme: Scheme
    as_of: date | None = None
    by_parent: bool = False
    previous: Previous | None = None


def grade(sources: Sources, request: Request, options: Options, opening: Opening[Calculator] = DuckDB) -> Result:
    """Grade every customer of the facts, worked out by the calculator that is opened. See contract.md sections 2 to 4."""
    return with_facts_on(opening, sources, options, lambda gathered: grade_gathered(gathered, request, options))


def plan(sources: Sources, request: Request, options: Options) -> str:
    """The statements that give what a run gives; a run itself works the places between them out in memory."""
    return with_facts(sources, options, lambda gathered: _statements(gathered, request, options))


def _statements(gathered: Gathered, request: Request, options: Options) -> str:
    facts, _ = with_foreseen(gathered.database, facts_of(gathered, request, options), request.scheme.metrics)
    table = metric_table(facts, request.scheme.metrics)
    shape = ibis.table(table.schema(), name="metrics")
    sql = gathered.database.sql
    return f"{sql(table)};\n\n{sql(graded(shape, request.scheme))};\n"


def grade_gathered(gathered: Gathered[Calculator], request: Request, options: Options) -> Result:
    """Grade facts that are attached already."""
    facts, ahead = with_foreseen(gathered.database, facts_of(gathered, request, options), request.scheme.metrics)
    numbers = metrics_of(gathered.database, facts, request.scheme)
    if not numbers.num_rows:
        raise no_facts(facts.at, say("Give a later day with --as-of."))
    return _graded(numbers, request, gathered, facts, options, ahead)


def facts_of(gathered: Gathered[Calculator], request: Request, options: Options) -> Facts:
    """The facts as they stood at the end of the as-of day."""
    facts = all_facts(gathered, request, options)
    return facts.known_on(facts.at)


def all_facts(gathered: Gathered[Calculator], request: Request, options: Options) -> Facts:
    """The facts, those after the as-of day too. Of groups of companies orders are put together anew."""
    tables = grouped(gathered) if request.by_parent else gathered.tables
    reach = span(gathered.database, tables["orders"], options.today)
    at = as_of_day(request.as_of, reach)
    return Facts(tables, at, reach.first or at, gathered.digits, None if request.by_parent else gathered.condensed)


def metrics_of(database: Calculator, facts: Facts, scheme: Scheme) -> pa.Table:
    """The metrics of a scheme in order of customers. Refused: a value of more digits than places are worked out with."""
    numbers = database.in_order(metric_table(facts, scheme.metrics), "customer_id")
    refuse_too_long(numbers)
    return numbers


def refuse_too_long(numbers: pa.Table) -> None:
    """Refuse a value of more digits than ranks and totals are worked out with."""
    wide = [column for column in numbers.columns if pa.types.is_decimal(column.type)]
    ends = [end for column in wide for end in pc.min_max(column).as_py().values() if end is not None]
    if any(len(end.as_tuple().digits) > NARROW for end in ends):
        raise Refusal(
            say("a customer's value needs more than 18 digits."),
            remedy=say("Look for a mistaken amount, or count in thousands."),
        )


def no_facts(at: date, remedy: str) -> Refusal:
    """Why a day before all facts is not graded."""
    return Refusal(say("no facts up to {day}.", day=at.isoformat()), remedy=remedy)


def judged(database: DuckDB, numbers: pa.Table, request: Request, at: date | None) -> tuple[pa.Table, pa.Table]:
    """The graded customers in order of customer_id, and the numbers that they were graded from."""
    metrics = database.attach("metrics", ready(numbers, request.scheme))
    dated = with_previous(database, metrics, request.previous, at)
    rows = database.in_order(graded(dated, request.scheme), "customer_id")
    return rows, rows.select([name for name in dated.columns if name in rows.column_names])


def _graded(
    numbers: pa.Table, request: Request, gathered: Gathered[Calculator], facts: Facts, options: Options, ahead: Foreseen
) -> Result:
    database, scheme = gathered.database, request.scheme
    refuse_ungradable(scheme, numbers.column_names, lambda name: missing(scheme.metrics[name], facts))
    with in_process(database) as calculator:
        rows, numbers = judged(calculator, numbers, request, facts.at)
    notes = (
        *said(gathered),
        *gathered.looked_at(rows["customer_id"]),
        *_unavailable(scheme, facts),
        *ahead.notes,
        *summary(scheme, rows, facts),
    )
    return Result(
        scheme=scheme,
        graded=rows,
        metrics=numbers,
        manifest=_described(request, facts.at, gathered, options, ahead),
        notes=notes,
        reports=gathered.reports,
        rejects=gathered.rejects,
        names=_names(database, facts),
    )


def _described(
    request: Request, at: date, gathered: Gathered[Calculator], options: Options, ahead: Foreseen
) -> dict[str, Any]:
    found = manifest(
        request.scheme,
        at,
        gathered.reports,
        options,
        request.previous,
        by_parent=request.by_parent,
        kept=gathered.kept,
        learned=ahead.learned,
    )
    found["versions"] |= versions(gathered.database.parts)
    return found


def grade_metrics(table: pa.Table, request: Request, digest: str) -> Result:
    """Grade a ready table of metrics, columns named as in OUT."""
    scheme = request.scheme
    numbers = ready_metrics(table, scheme)
    refuse_ungradable(scheme, numbers.column_names, lambda name: f"column {name}")
    refuse_too_long(numbers)
    with DuckDB() as database:
        rows, numbers = judged(database, numbers, request, request.as_of)
    described = manifest(scheme, request.as_of, {}, None, request.previous, by_parent=False)
    described["sources"] = {"metrics": [{"sha256": digest}]}
    return Result(scheme, rows, numbers, described, summary(scheme, rows, None))


def refuse_ungradable(scheme: Scheme, columns: Iterable[str], why: Any) -> None:
    """Refuse a run whose grade cannot be worked out, naming what its metrics lack."""
    left_out = unavailable_classifiers(scheme, columns)
    blocked = scheme.grade if scheme.grade in left_out else None
    if blocked is None and len(left_out) < len(scheme.classifiers):
        return
    lacking = sorted({name for names in left_out.values() for name in names if name in scheme.metrics})
    raise Refusal(
        say(
            "scheme {scheme} needs {metrics}, not available in these facts (missing: {missing}).",
            scheme=scheme.scheme,
            metrics=", ".join(lacking),
            missing=", ".join(sorted({str(why(name)) for name in lacking})),
        ),
        remedy=say("Add the table or column, or take another scheme."),
    )


def said(gathered: Gathered[Calculator]) -> list[Note]:
    """What the readers have to say, table after table."""
    return [note for report in gathered.reports.values() for note in report.notes]


def _unavailable(scheme: Scheme, facts: Facts) -> list[Note]:
    """Metrics that the facts cannot give are named once, never taken as zero."""
    usable = available(scheme.metrics, facts)
    lacking = {name: missing(metric, facts) for name, metric in scheme.metrics.items() if name not in usable}
    if not lacking:
        return []
    listed = ", ".join(f"{name} ({what})" for name, what in lacking.items())
    return [Note("not_available", "Not available in these facts: {listed}.", {"listed": listed})]


def _names(database: Calculator, facts: Facts) -> pa.Table | None:
    customers = facts.tables.get("customers")
    if customers is None or "name" not in customers.columns:
        return None
    return database.fetch(customers.filter(customers.name.notnull()).select("customer_id", "name"))
