"""The expected portfolio in sentences: what it was learned from, what it takes for granted, how it did a year ago."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitalfew.insight.chain import MONTHS, Learned
from vitalfew.insight.trial import Trial
from vitalfew.languages import say
from vitalfew.readers.reading import Note

MANY = 10
"""One new customer among so many is worth a word."""


def of_chain(learned: Learned) -> Iterator[Note]:
    """What the chain was learned from, and what it takes for granted."""
    yield Note(
        "chain",
        "Learned from {months} changes of month of {customers} customers, {since} to {until}.",
        {
            "months": learned.months,
            "customers": learned.customers,
            "since": learned.since.isoformat(),
            "until": learned.until.isoformat(),
        },
    )
    yield Note(
        "assumption",
        "Taken for granted: for {n} months customers go from grade to grade as they did in these, wherever they came from; "
        "a grade brings what it brings now, and for each customer more or fewer what one brings that came to it in these. "
        "Customers that are still to come are not counted.",
        {"n": MONTHS},
    )


def of_few(grades: Sequence[str | None], fewest: int) -> Iterator[Note]:
    """Grades of which too few customers were seen."""
    if grades:
        yield Note(
            "few_in_grade",
            "Fewer than {n} different customers were seen in {grades}: where they go is hardly known.",
            {"n": fewest, "grades": ", ".join(map(grade_name, grades))},
            warning=True,
        )


def of_arrivals(new: int, customers: int) -> Iterator[Note]:
    """Where many customers came, grades that are shares or ranks say more of those of today than they will."""
    if MANY * new >= customers:
        yield Note(
            "arrivals",
            "{n} of {all} customers came in these months. Where grades are shares or ranks, as many who come next year push "
            "those of today down: then fewer of them keep the best grades than is expected here.",
            {"n": new, "all": customers},
            warning=True,
        )


def of_unpriced(grades: Sequence[str | None]) -> Iterator[Note]:
    """Grades to which customers are expected to come and that nobody has."""
    if grades:
        yield Note(
            "nobody_in_grade",
            "Nobody has {grades} now: what a customer of it would bring is not known and not counted.",
            {"grades": ", ".join(map(grade_name, grades))},
        )


def of_trial(trial: Trial | None) -> Iterator[Note]:
    """How the chain of a year ago did."""
    if trial is None:
        yield Note("not_tried", "The facts do not reach back far enough to try the chain on the year that is over.")
        return
    told: dict[str, str | int] = {
        "then": trial.then.isoformat(),
        "months": trial.months,
        "inside": trial.inside,
        "grades": len(trial.grades),
        "wrong": f"{trial.wrong:.0f}",
        "all": sum(one.then for one in trial.grades),
        "unchanged": f"{trial.unchanged:.0f}",
    }
    yield Note(
        "tried",
        "Tried on the year that is over: learned from {months} changes of month up to {then}, the chain was right within "
        "its interval for {inside} of {grades} grades; it put {wrong} of {all} customers into the wrong numbers, the guess "
        "that nothing changes {unchanged}.",
        told,
        warning=trial.wrong > trial.unchanged,
    )


def grade_name(grade: str | None) -> str:
    """A grade as it is shown."""
    return say("not graded") if grade is None else grade
