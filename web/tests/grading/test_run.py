"""A run: from the facts to the grades that hold, all of them at once."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from people import Cast

import vitalfew as vf
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.events import _AT_ONCE, subscribe
from vitalfew_web.core.models import AuditEntry, Job
from vitalfew_web.core.worker import work_once
from vitalfew_web.grading import gateways, services
from vitalfew_web.grading.choices import RunStatus
from vitalfew_web.grading.events import GradesChanged
from vitalfew_web.grading.models import Grade, Move, Run, Scheme
from vitalfew_web.grading.rules import Place, carried, line_of, next_day
from vitalfew_web.grading.selectors import current_run, grades_now
from vitalfew_web.grading.tasks import start_due_runs

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_run_grades_everybody_and_holds_when_it_is_whole(
    account: Account, grade: Callable[..., Run], as_: Callable[[str], Client]
) -> None:
    heard: list[GradesChanged] = []
    subscribe(GradesChanged, heard.append)
    run = grade()
    _AT_ONCE[GradesChanged].remove(heard.append)
    assert run.status == RunStatus.WHOLE
    assert current_run() == run
    assert (run.as_of, run.customers, run.currency) == (date(2026, 10, 5), 9, "CNY")
    held = {one.customer: one for one in grades_now()}
    assert sorted(held) == [f"K-{1001 + place}" for place in range(9)]
    best = held["K-1001"]
    assert (best.account, best.label, best.rank) == (account, "A", 1)
    # 512 × (122 + … + 133), to the fen; the last month alone is the last of twelve.
    assert best.sales == 512 * sum(range(122, 134)) * 100
    assert best.months[-1] == 512 * 133
    assert best.last_order == date(2026, 10, 5)
    assert best.past[-1] == ["2026-10", "A"]
    assert best.reason["best"][0][0] in run.measures
    assert [(one.run_id, one.customers) for one in heard] == [(run.pk, 9)]
    assert AuditEntry.objects.filter(action="grading.run.current").count() == 1
    page = as_("director").get(f"/grading/runs/{run.pk}/").content.decode()
    for drawn in ("pareto", "grades", "rfm", "types"):
        assert f'data-chart="{drawn}"' in page
    assert "K-1001" in page


@pytest.mark.parametrize("fails_in", ["chunks_of", "moves_of"])
def test_a_run_that_dies_leaves_the_grades_that_held_and_begins_anew(
    cast: Cast,
    account: Account,
    grade: Callable[..., Run],
    scheme: Scheme,
    monkeypatch: pytest.MonkeyPatch,
    fails_in: str,
) -> None:
    """F-04, V3: whatever the step in which the worker dies; taken up again it gives the same bytes."""
    first = grade(date(2026, 9, 30))
    before = list(Grade.objects.order_by("pk").values())
    second = services.start_run(scheme=scheme, by=cast.director, at=NOW)
    real = getattr(gateways, fails_in)

    class Killed(BaseException):
        pass

    def dies(*given: Any) -> Any:
        if fails_in == "chunks_of":
            yield next(iter(real(*given)))
        raise Killed

    def dies_at_once(*given: Any) -> Any:
        raise Killed

    monkeypatch.setattr(gateways, fails_in, dies if fails_in == "chunks_of" else dies_at_once)
    with pytest.raises(Killed):
        work_once(NOW, threading.Event(), quick=False)
    assert current_run() == first
    assert list(grades_now().order_by("pk").values()) == before
    monkeypatch.setattr(gateways, fails_in, real)
    Job.objects.filter(status="running").update(status="waiting", held_until=None)
    assert work_once(NOW, threading.Event(), quick=False)
    assert current_run() == second
    assert {one.run_id for one in grades_now()} == {second.pk}
    assert grades_now().count() == 9
    digest = Run.objects.get(pk=second.pk).result
    again = services.start_run(scheme=scheme, by=cast.director, at=NOW)
    work_once(NOW, threading.Event(), quick=False)
    assert Run.objects.get(pk=again.pk).result == digest


def test_rows_are_kept_of_two_runs_and_moves_and_files_of_all(account: Account, grade: Callable[..., Run]) -> None:
    runs = [grade(day) for day in (date(2025, 6, 30), date(2026, 3, 31), date(2026, 10, 31))]
    assert set(Grade.objects.values_list("run", flat=True)) == {runs[1].pk, runs[2].pk}
    for run in runs:
        assert (gateways.result_place(run.pk) / gateways.OUT).is_file()
    # Whoever moved says from where to where, and why in every language.
    moved = Move.objects.exclude(was="").exclude(now="").first()
    assert moved is not None
    assert moved.was != moved.now
    assert all(moved.reasons[language] for language in ("en", "zh-hans", "zh-hant"))


def test_what_cannot_be_graded_is_refused_before_anything_happens(
    cast: Cast, scheme: Scheme, facts: Path, settings: Any, tmp_path: Path
) -> None:
    with pytest.raises(PermissionDenied):
        services.start_run(scheme=scheme, by=cast.manager, at=NOW)
    services.start_run(scheme=scheme, by=cast.director, at=NOW)
    with pytest.raises(ValidationError, match="being graded just now"):
        services.start_run(scheme=scheme, by=cast.director, at=NOW)
    settings.FACTS = tmp_path / "empty"
    with pytest.raises(ValidationError, match="no orders yet"):
        services.start_run(scheme=scheme, by=cast.director, at=NOW)
    draft = services.open_scheme(name="Draft", template="abc", by=cast.director, at=NOW)
    with pytest.raises(ValidationError, match="published"):
        services.start_run(scheme=draft, by=cast.director, at=NOW)


def test_a_run_that_the_engine_refuses_says_so_and_the_next_one_may_start(
    cast: Cast, scheme: Scheme, facts: Path, as_: Callable[[str], Client]
) -> None:
    run = services.start_run(scheme=scheme, as_of=date(2020, 1, 1), by=cast.director, at=NOW)
    work_once(NOW, threading.Event(), quick=False)
    assert Run.objects.get(pk=run.pk).status == RunStatus.FAILED
    page = as_("director").get(f"/grading/runs/{run.pk}/").content.decode()
    assert "no facts up to 2020-01-01" in page
    assert "still hold" in page
    services.start_run(scheme=scheme, by=cast.director, at=NOW)


def test_a_store_that_is_gone_in_the_middle_fails_and_harms_nothing(
    cast: Cast, scheme: Scheme, facts: Path, settings: Any, tmp_path: Path
) -> None:
    settings.FACTS = tmp_path / "facts"
    shutil.copytree(facts, settings.FACTS)
    services.start_run(scheme=scheme, by=cast.director, at=NOW)
    shutil.rmtree(settings.FACTS)
    work_once(NOW, threading.Event(), quick=False)
    assert Job.objects.latest("pk").status == "failed"
    assert current_run() is None


def test_the_calendar_starts_a_run_on_its_day_and_plans_the_next(cast: Cast, scheme: Scheme, facts: Path) -> None:
    scheme.rhythm, scheme.next_on = "month", date(2026, 11, 23)
    scheme.save()
    start_due_runs(NOW)
    start_due_runs(NOW)
    run = Run.objects.get()
    assert run.by is None
    scheme.refresh_from_db()
    assert scheme.next_on == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("rhythm", "day", "following"),
    [
        ("", date(2026, 11, 23), None),
        ("week", date(2026, 11, 23), date(2026, 11, 30)),
        ("week", date(2026, 11, 22), date(2026, 11, 23)),
        ("month", date(2026, 12, 31), date(2027, 1, 1)),
        ("quarter", date(2026, 11, 1), date(2027, 1, 1)),
        ("quarter", date(2026, 1, 1), date(2026, 4, 1)),
    ],
)
def test_the_day_after_a_day(rhythm: str, day: date, following: date | None) -> None:
    assert next_day(rhythm, day) == following


def test_a_short_reason_names_what_weighs_most_on_either_side() -> None:
    places = [
        Place("sales", 0.5, 90, 1, 9),
        Place("tenure", 0.1, 100, 1, 9),
        Place("payment", 0.4, 40, 9, 9),
        Place("risk", -0.2, 100, 1, 9),
    ]
    assert carried(places) == {"best": [["sales", 90.0], ["payment", 40.0]], "worst": []}
    assert carried([Place("a", 0, None, 3, 9), Place("b", 0, None, 1, 9)]) == {"ranks": [["b", 1, 9], ["a", 3, 9]]}
    assert carried([]) == {"ranks": []}


def test_a_line_has_its_lowest_month_below_and_nothing_without_months() -> None:
    points, x, y = line_of([0, 10], width=60, height=16) or ("", 0, 0)
    assert points == "1.0,18.0 61.0,2.0"
    assert (x, y) == (61.0, 2.0)
    assert line_of(None) is line_of([5]) is None


def test_movers_of_a_run_that_has_too_many_are_told_with_the_same_causes(
    facts: Path, scheme: Scheme, grade: Callable[..., Run]
) -> None:
    first = grade(date(2025, 6, 30))
    asked = gateways.Asked(scheme.versions.get().document, first.store_version, date(2026, 10, 31), first.pk)
    what = gateways.worked(asked, lambda _done, _total: None)
    assert what.comparison is not None
    moves = {one.customer: one for one in gateways.moves_of(what)}
    many = {one.customer: one for one in gateways.moves_of(replace(what, comparison=None))}
    assert many == moves
    assert any(one.reasons["en"] for one in many.values())


def guarded() -> str:
    """Classes of sales, held for a year by a guard."""
    abc = vf.Scheme.load("abc")
    guard = {
        "method": "stability",
        "of": "abc",
        "grades": ["A", "B", "C"],
        "boundaries": [20, 5],
        "margin": 3,
        "stay_days": 400,
        "confirm": True,
    }
    classifiers = {**abc.model_dump(mode="json")["classifiers"], "held": guard}
    return abc.changed(scheme="steady", classifiers=classifiers, grade="held", labels={}).dump()


def test_the_months_of_a_guarded_scheme_do_not_know_what_came_after_them(
    cast: Cast, facts: Path, grade: Callable[..., Run]
) -> None:
    """A guard holds grades that stood before; the run before this one stood after the months that it looks back on."""
    before = grade(date(2026, 9, 30))
    version = before.store_version
    alone, after = (
        gateways.worked(gateways.Asked(guarded(), version, date(2026, 10, 31), run), lambda _done, _total: None)
        for run in (None, before.pk)
    )
    assert alone.past is not None
    assert after.past is not None
    assert after.past.equals(alone.past)
