"""Runs: the engine asked for grades and all that stands around them, and where their files lie."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from vitalfew.compare import Comparison, movers
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.history import Days, History, followed
from vitalfew.languages import LANGUAGES, speaking
from vitalfew.library.asking import Question, question
from vitalfew.report.figures import page_of
from vitalfew.report.page.figures import chips
from vitalfew.report.page.words import words_of_charts
from vitalfew.report.page_model import as_json
from vitalfew.report.portrait import Portrait, portrait_of
from vitalfew.report.portrait.listed import month_starts, monthly_sums
from vitalfew.report.portrait.movement import MOST_CUSTOMERS, MOST_MOVERS
from vitalfew.report.portrait.reasons import Reasons, reasons
from vitalfew.report.writing import write
from vitalfew.run import Result
from vitalfew.run.gather import Gathered, with_facts
from vitalfew.run.grading import facts_of, grade_gathered
from vitalfew.run.read_back import written_run
from vitalfew.scheme import parse
from vitalfew.whole import write_whole
from vitalfew_web.facts.selectors import has_facts, store_place, version

OUT = "grades.parquet"


MANIFEST = "grades.run.json"


PAST = 18
"""Months of the past that a customer's page shows."""


Tell = Callable[[int, int], None]


def result_place(run: int) -> Path:
    """The folder of a run's files."""
    return Path(settings.DATA) / "results" / str(run)


def newest_version() -> int | None:
    """The newest version of the facts; None where there are no orders among them."""
    return version() if has_facts() else None


@dataclass(frozen=True)
class Asked:
    """What a run is asked: a scheme, a version of the facts, a day (None: of the last order), the run before it."""

    document: str
    version: int
    as_of: date | None = None
    before: int | None = None

    def question(self) -> Question:
        """As the engine is asked. The run before is looked back on by stability guards."""
        scheme = parse(self.document)
        guarded = any(hasattr(one, "stay_days") for one in scheme.classifiers.values())
        previous = result_place(self.before) / MANIFEST if guarded and self.before else None
        return question(
            None, store=store_place(), version=self.version, scheme=scheme, as_of=self.as_of, previous=previous
        )


@dataclass(frozen=True)
class Worked:
    """A run worked out in full, before anything of it is kept."""

    portrait: Portrait
    reasons: Reasons
    months: tuple[str, ...]
    sums: pa.Table
    past: pa.Table | None
    comparison: Comparison | None

    @property
    def result(self) -> Result:
        """The graded customers."""
        return self.portrait.result


def worked(asked: Asked, tell: Tell) -> Worked:
    """Grade the facts and look around: views beside, months, reasons, what was before. Refused as the engine refuses."""
    what = asked.question()
    before = None if asked.before is None else written_run(result_place(asked.before) / MANIFEST)
    tell(0, 4)

    def look(gathered: Gathered) -> tuple[Portrait, Reasons, pa.Table, pa.Table | None]:
        facts = facts_of(gathered, what.request, what.options)
        past = _followed(gathered, what.as_of(facts.at), facts)
        tell(1, 4)
        known = portrait_of(gathered, what.request, what.options, listing=False, looks=False, before=before, known=past)
        known, ids = _with_promotions(known, gathered, what), known.people["customer_id"]
        tell(2, 4)
        return (
            known,
            reasons(gathered.database, known.result, ids),
            monthly_sums(gathered.database, facts, ids, month_starts(known.at)),
            None if past is None else past.table,
        )

    known, why, sums, past = with_facts(what.sources, what.options, look)
    tell(3, 4)
    months = tuple(f"{start:%Y-%m}" for start in month_starts(known.at))
    return Worked(known, why, months, sums, past, _compared(known))


PROMOTIONS = """
scheme: promotions
title: {en: Promotions}
metrics:
  frequency: {metric: frequency, window: all}
  promotion_share: {metric: promotion_share}
  contribution: {metric: contribution, window: 365d}
  regular_order_days: {metric: regular_order_days}
  rhythm_days: {metric: rhythm_days}
classifiers:
  promotion: {method: promotion_only}
grade: promotion
"""
"""Loyal to price cuts alone, and no profit (M23): a view beside every scheme."""


def _with_promotions(known: Portrait, gathered: Gathered, what: Question) -> Portrait:
    """The portrait with who buys under promotions alone; as it is where the facts cannot say."""
    asked = replace(what.request, scheme=parse(PROMOTIONS), as_of=known.at, previous=None)
    try:
        rows = grade_gathered(gathered, asked, what.options).graded
    except Refusal:
        return known
    people = known.people
    places = pc.index_in(people["customer_id"], rows["customer_id"])
    for name in ("promotion", "promotion_share"):
        if name in rows.column_names and name not in people.column_names:
            people = people.append_column(name, rows[name].take(places))
    return replace(known, people=people)


def _followed(gathered: Gathered, what: Question, facts: Facts) -> History | None:
    """The grades at the ends of the months before, by the scheme of today; None where the facts do not reach back.

    A guard begins with the first of them: the run before this one came after it.
    """
    first = max(facts.first_day, facts.at - timedelta(days=31 * PAST))
    if what.request.scheme.grade is None or facts.at - first < timedelta(days=62):
        return None
    try:
        return followed(gathered, replace(what.request, previous=None), what.options, Days("month", first))
    except Refusal:
        return None


def _compared(known: Portrait) -> Comparison | None:
    """Everybody who moved, with causes; None where nothing is known of before, or too many moved to look into each."""
    before = known.past.result
    if before is None or known.people.num_rows > MOST_CUSTOMERS or known.movement.moved > MOST_MOVERS:
        return None
    try:
        return movers(before, known.result)
    except Refusal:
        return None


@dataclass(frozen=True)
class Kept:
    """The digests of what was written."""

    manifest: str
    result: str


def keep(what: Worked, run: int) -> Kept:
    """Write the files of a run: grades, manifest, and its figures in every language. The same run gives the same bytes."""
    folder = result_place(run)
    folder.mkdir(parents=True, exist_ok=True)
    write(what.result, folder / OUT)
    for language in LANGUAGES:
        with speaking(language, files=language):
            page = page_of(what.portrait)
            content = {
                **as_json(replace(page, customers=None)),  # the database has the list
                "words": words_of_charts(),
                "chips": chips(page.grades),
            }
        write_whole(folder / f"figures.{language}.json", json.dumps(content, ensure_ascii=False).encode())
    return Kept(_digest(folder / MANIFEST), _digest(folder / OUT))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def figures_of(run: int, language: str) -> dict[str, Any]:
    """The figures of a run as its page shows them; empty where its files are gone."""
    try:
        found: dict[str, Any] = json.loads((result_place(run) / f"figures.{language}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return found
