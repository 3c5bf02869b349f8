"""The engine: the one place where grading asks it, and where its files lie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import file_digest
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from vitalfew.checks import Issue, check
from vitalfew.compare import Comparison, movers
from vitalfew.errors import Refusal
from vitalfew.explain import explain_result
from vitalfew.history import Days, history
from vitalfew.languages import LANGUAGES, pick, speaking
from vitalfew.library.asking import Question, question
from vitalfew.report.figures import page_of
from vitalfew.report.figures.customers import KINDS, metric_label
from vitalfew.report.figures.words import grades as grades_of
from vitalfew.report.page.figures import chips
from vitalfew.report.page.words import words
from vitalfew.report.page_model import as_json
from vitalfew.report.portrait import Portrait, portrait_of
from vitalfew.report.portrait.listed import month_starts, monthly_sums
from vitalfew.report.portrait.movement import MOST_CUSTOMERS, MOST_MOVERS, Movement
from vitalfew.report.portrait.reasons import Reasons, reasons, shares_of
from vitalfew.report.writing import write
from vitalfew.run import Result
from vitalfew.run.gather import Gathered, with_facts
from vitalfew.run.grading import facts_of
from vitalfew.run.read_back import written_run
from vitalfew.scheme import Scheme, load, names, parse
from vitalfew.whole import write_whole
from vitalfew_web.facts.selectors import has_facts, store_place, version
from vitalfew_web.grading.rules import Place, carried, minor_units

OUT = "grades.parquet"
MANIFEST = "grades.run.json"
CHUNK = 20_000
"""Customers that are looked at together."""
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
    tell(0, 4)

    def look(gathered: Gathered) -> tuple[Portrait, Reasons, pa.Table]:
        known = portrait_of(gathered, what.request, what.options)
        facts, ids = facts_of(gathered, what.request, what.options), known.people["customer_id"]
        return (
            known,
            reasons(gathered.database, known.result, ids),
            monthly_sums(gathered.database, facts, ids, month_starts(known.at)),
        )

    known, why, sums = with_facts(what.sources, what.options, look)
    tell(2, 4)
    past = _past(what.as_of(known.at), known)
    tell(3, 4)
    if asked.before is not None:
        known = _against(known, written_run(result_place(asked.before) / MANIFEST))
    months = tuple(f"{start:%Y-%m}" for start in month_starts(known.at))
    return Worked(known, why, months, sums, past, _compared(known))


def _past(what: Question, known: Portrait) -> pa.Table | None:
    """The grades at the ends of the months before, by the scheme of today; None where the facts do not reach back."""
    first = max(known.first_day, known.at - timedelta(days=31 * PAST))
    if known.result.scheme.grade is None or known.at - first < timedelta(days=62):
        return None
    try:
        return history(what.sources, what.request, what.options, Days("month", first)).table
    except Refusal:
        return None


def _against(known: Portrait, before: Result) -> Portrait:
    """The portrait with what an earlier run said in place of the month before."""
    day = before.manifest.get("as_of")
    grades = before.graded.select(["customer_id", "grade", "score"]).rename_columns(["customer_id", "was", "score_was"])
    past = replace(known.past, day=day and date.fromisoformat(day), grades=grades, result=before)
    bare = known.people.select([name for name in known.people.column_names if name not in ("was", "score_was")])
    people = past.with_grades(bare)
    moved = pc.sum(pc.not_equal(people["grade"], people["was"])).as_py() or 0
    return replace(known, past=past, people=people, movement=Movement(before, known.result, moved))


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
                **as_json(replace(page, customers=None)),  # type: ignore[arg-type]  # the database has the list
                "words": words(),
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


class Row(NamedTuple):
    """What a run says of a customer, as a row of its table."""

    customer: str
    label: str
    was: str
    score: Decimal | None
    score_was: Decimal | None
    rank: int | None
    type: str
    cell: str
    sales: int | None
    contribution: int | None
    last_order: date | None
    months: list[int] | None
    reason: dict[str, Any]
    past: list[list[Any]]


def chunks_of(what: Worked) -> Iterator[list[Row]]:
    """The rows of all customers in order of their numbers, some thousands at a time."""
    people = what.portrait.people
    ranks = pc.rank(people["score"], sort_keys="descending", tiebreaker="min")
    people = people.append_column("rank", pc.if_else(people["score"].is_valid(), ranks, pa.scalar(None, ranks.type)))
    sums = what.sums.take(pc.index_in(people["customer_id"], what.sums["customer_id"]))
    past = _beside(what.past, people["customer_id"]) if what.past is not None else []
    for start in range(0, people.num_rows, CHUNK):
        yield _rows(
            what,
            people.slice(start, CHUNK).to_pydict(),
            what.reasons.places.slice(start, CHUNK).to_pydict(),
            sums.slice(start, CHUNK).to_pydict(),
            [(day, grades.slice(start, CHUNK).to_pylist()) for day, grades in past],
        )


def _beside(past: pa.Table, ids: pa.ChunkedArray) -> list[tuple[date, pa.ChunkedArray]]:
    """Day by day the grades, in the order of these customers."""
    found = []
    for day in past["as_of"].unique().to_pylist()[-PAST:]:
        rows = past.filter(pc.equal(past["as_of"], pa.scalar(day, pa.date32())))
        known = rows["customer_id"].cast(pa.string())
        found.append((day, rows["grade"].cast(pa.string()).take(pc.index_in(ids, known))))
    return found


def _rows(
    what: Worked,
    people: dict[str, list[Any]],
    places: dict[str, list[Any]],
    sums: dict[str, list[Any]],
    past: list[tuple[date, list[str | None]]],
) -> list[Row]:
    known = what.portrait
    nothing: list[Any] = [None] * len(people["customer_id"])

    def column(name: str) -> list[Any]:
        return people.get(name, nothing)

    def amounts(name: str) -> list[int | None]:
        return [minor_units(cell, known.digits) for cell in column(name)]

    months = list(zip(*(sums[month] for month in what.months), strict=True))
    return [
        Row(
            customer=customer,
            label=column("grade")[at] or "",
            was=column("was")[at] or "",
            score=column("score")[at],
            score_was=column("score_was")[at],
            rank=column("rank")[at],
            type=column("type")[at] or "",
            cell=_cell(column("r")[at], column("f")[at]),
            sales=sales,
            contribution=contribution,
            last_order=None if column("recency_days")[at] is None else known.at - timedelta(column("recency_days")[at]),
            months=None if sums["customer_id"][at] is None else [round(cell or 0) for cell in months[at]],
            reason=carried(_places(what.reasons, places, at)),
            past=[[day.isoformat()[:7], grades[at]] for day, grades in past if grades[at] is not None],
        )
        for at, (customer, sales, contribution) in enumerate(
            zip(people["customer_id"], amounts("sales"), amounts("contribution"), strict=True)
        )
    ]


def _cell(recency: int | None, frequency: int | None) -> str:
    return "" if recency is None or frequency is None else f"{recency}{frequency}"


def _places(why: Reasons, cells: Mapping[str, list[Any]], at: int) -> list[Place]:
    def cell(key: str) -> Any:
        column = cells.get(key)
        return None if column is None else column[at]

    return [
        Place(name, float(why.weights.get(name, 0)), cell(f"points:{name}"), cell(f"rank:{name}"), cell(f"n:{name}"))
        for name in why.metrics
    ]


@dataclass(frozen=True)
class Moved:
    """A customer with another grade, with sentences by language."""

    customer: str
    was: str
    now: str
    score_was: Decimal | None
    score_now: Decimal | None
    reasons: dict[str, list[str]]


MOST_REASONS = 3


def moves_of(what: Worked) -> list[Moved]:
    """Everybody whose grade differs from before; why, where that is known."""
    if what.comparison is not None:
        return [
            Moved(
                one.customer_id,
                one.was or "",
                one.now or "",
                _number(one.score_was),
                _number(one.score_now),
                _said(one),
            )
            for one in what.comparison.movers
        ]
    people = what.portrait.people
    if "was" not in people.column_names:
        return []
    other = people.filter(pc.not_equal(people["grade"], people["was"]).fill_null(False))
    rows = other.select(["customer_id", "was", "grade", "score_was", "score"]).to_pylist()
    return [Moved(row["customer_id"], row["was"], row["grade"], row["score_was"], row["score"], {}) for row in rows]


def _number(score: Any) -> Decimal | None:
    return None if score is None else Decimal(score)


def _said(mover: Any) -> dict[str, list[str]]:
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = list(mover.reasons()[:MOST_REASONS])
    return found


@dataclass(frozen=True)
class Told:
    """What a run says of itself: its day, its grades, what its measures are called."""

    as_of: date
    files: str
    currency: str
    digits: int
    customers: int
    scored: int
    scale: list[dict[str, Any]]
    measures: dict[str, dict[str, str]]


def told(what: Worked) -> Told:
    """The lines of a run that pages need without its files."""
    known, scheme = what.portrait, what.result.scheme
    return Told(
        as_of=known.at,
        files=what.result.manifest["store"]["files"],
        currency=known.currency or "",
        digits=known.digits,
        customers=known.people.num_rows,
        scored=known.people.num_rows - known.people["score"].null_count,
        scale=scale_of(scheme),
        measures=measures_of(scheme),
    )


def scale_of(scheme: Scheme) -> list[dict[str, Any]]:
    """The grades of a scheme, best first: label, chip, tone, from which score, and what it means by language."""
    least = (
        {label: float(bound) for label, bound in getattr(_method(scheme), "grades", {}).items()}
        if _scored(scheme)
        else {}
    )
    shown = chips(grades_of(scheme))
    found = []
    for grade in grades_of(scheme):
        meaning = scheme.labels.get(scheme.grade or "", {}).get(grade.label)
        found.append(
            {
                "label": grade.label,
                "tone": shown[grade.label]["tone"],
                "least": least.get(grade.label),
                "title": {code: _picked(meaning.title, code) for code in LANGUAGES} if meaning else {},
                "playbook": {code: _picked(meaning.playbook, code) for code in LANGUAGES} if meaning else {},
            }
        )
    return found


def _method(scheme: Scheme) -> Any:
    return scheme.classifiers.get(scheme.grade or "")


def _scored(scheme: Scheme) -> bool:
    return isinstance(getattr(_method(scheme), "grades", None), Mapping)


def _picked(texts: Mapping[str, str], language: str) -> str:
    with speaking(language):
        return pick(texts)


def measures_of(scheme: Scheme) -> dict[str, dict[str, str]]:
    """What the metrics of a scheme are called, by language."""
    found: dict[str, dict[str, str]] = {name: {} for name in scheme.metrics}
    for language in LANGUAGES:
        with speaking(language):
            for name, metric in scheme.metrics.items():
                found[name][language] = metric_label(metric, name)
    return found


def explained(run: int, customer: str) -> dict[str, Any]:
    """Why a customer of a run has its grade, from the run's own file. Raises Refusal for an unknown one."""
    result = written_run(result_place(run) / MANIFEST)
    answer = explain_result(result, customer)
    units = {name: metric.unit for name, metric in result.scheme.metrics.items()}
    shares = shares_of(_method(result.scheme), result.metrics.column_names)
    for entry in answer["inputs"]:
        entry["weight"] = float(100 * shares[entry["metric"]]) if entry["metric"] in shares else None
    for entry in (*answer["inputs"], *answer["changes"]):
        entry["kind"] = KINDS.get(units[entry["metric"]], "number")
    plain: dict[str, Any] = json.loads(json.dumps(answer, default=str))
    return plain


def template(name: str) -> str:
    """A ready-made scheme as the document that a scheme of one's own begins with. Raises ValueError for none."""
    if name not in ready_made():
        raise ValueError(name)
    return files("vitalfew.schemes").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def ready_made() -> dict[str, dict[str, Any]]:
    """The ready-made schemes: name → title and summary by language; the usual one first."""
    found = {}
    for name in sorted(names(), key=lambda one: (one != "key_accounts", one)):
        scheme = load(name)
        if scheme.grade is not None:
            texts = {"title": scheme.title, "summary": scheme.summary}
            found[name] = {key: {code: _picked(text, code) for code in LANGUAGES} for key, text in texts.items()}
    return found


def issues(document: str, today: date) -> list[Issue]:
    """What is wrong with a scheme, in the language that the engine speaks just now."""
    return check(document, today)
