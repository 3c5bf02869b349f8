"""What the sheets beside the list say, worked out from a run and, where facts are at hand, what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.formulas import guard
from vitalfew.languages import pick, say
from vitalfew.report.abc_table import abc_table, shares_table
from vitalfew.report.figures import subtitle
from vitalfew.report.figures.definitions import definitions
from vitalfew.report.figures.grade_table import grade_table
from vitalfew.report.figures.migration import changed
from vitalfew.report.figures.opening import opening
from vitalfew.report.figures.pareto import pareto
from vitalfew.report.figures.quality import quality
from vitalfew.report.figures.strip import strip
from vitalfew.report.movers import Row, table_of
from vitalfew.report.page_model import Column, Key, Section, Table
from vitalfew.report.portrait import Portrait
from vitalfew.report.workbook.terms import Term, terms
from vitalfew.run import Result


@dataclass(frozen=True)
class Overview:
    """Everything but the list. `movers` are a header and rows; None where nothing is known of a day before."""

    title: str
    subtitle: str
    sentences: tuple[str, ...]
    keys: tuple[Key, ...]
    sections: tuple[Section, ...]
    abc: pa.Table | None
    movers: Sequence[Row] | None
    terms: tuple[Term, ...]


def overview_of(portrait: Portrait) -> Overview:
    """Of facts: the sentences and figures of the report, in the current language. A brief portrait is enough."""
    result = portrait.result
    found = (pareto(portrait), grade_table(portrait), quality(portrait))
    return Overview(
        title=pick(result.scheme.title),
        subtitle=subtitle(portrait),
        sentences=opening(portrait),
        keys=strip(portrait),
        sections=tuple(section for section in found if section is not None),
        abc=abc_table(result) or _shares(portrait),
        movers=_movers(portrait),
        terms=terms(result, definitions(portrait)),
    )


def overview_without_facts(result: Result) -> Overview:
    """Of finished metrics: what the run has to say, and how many customers have which grade."""
    return Overview(
        title=pick(result.scheme.title),
        subtitle="",
        sentences=tuple(str(note) for note in result.notes),
        keys=(),
        sections=() if result.scheme.grade is None else (_grades(result),),
        abc=abc_table(result),
        movers=None,
        terms=terms(result, ((pick(result.scheme.title), pick(result.scheme.summary)),)),
    )


def _shares(portrait: Portrait) -> pa.Table:
    """The ABC table of the sales, beside a scheme that grades by something else."""
    people = portrait.people
    return shares_table(people, "sales", people["abc"])


def _movers(portrait: Portrait) -> Sequence[Row] | None:
    """As `vitalfew compare` writes them; where causes are not worked out, who went from where to where."""
    if not portrait.knows("was") or portrait.result.scheme.grade is None:
        return None
    if portrait.movement.known:
        return table_of(portrait.movement.comparison)
    rows = changed(portrait.people).sort_by([("sales", "descending"), ("customer_id", "ascending")])
    kept = rows.select(["customer_id", "was", "grade", "score_was", "score", "sales"]).to_pylist()
    header: Row = ["customer_id", "from", "to", "score_from", "score_to", "sales"]
    return [header, *([guard(cells.pop("customer_id")), *cells.values()] for cells in kept)]


def _grades(result: Result) -> Section:
    """Grade by grade, best first, those without one last."""
    counts = {row["values"]: row["counts"] for row in pc.value_counts(result.graded["grade"]).to_pylist()}
    order = [*(str(label) for label in result.scheme.grade_labels()), None]
    share = Decimal(1) / max(result.graded.num_rows, 1)
    columns = (
        Column(say("Grade"), "grade", "grade"),
        Column(say("Customers"), "count", "customers"),
        Column(say("of customers"), "share", "customers_share"),
    )
    rows = tuple((grade or "–", counts[grade], counts[grade] * share) for grade in order if grade in counts)
    return Section("grades", say("Grades"), "", "", None, Table(columns, rows))
