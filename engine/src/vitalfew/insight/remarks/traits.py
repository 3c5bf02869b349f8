"""Traits of the best in sentences: how they were found, what they are called, what could not be looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from vitalfew.insight.kinds import FALSE
from vitalfew.languages import say
from vitalfew.languages.metric_terms import label_of
from vitalfew.readers.reading import Note

FEWEST = 30
"""The best, below which hardly anything can be found on one half and held on the other."""


class Valued(Protocol):
    """One value of an attribute."""

    @property
    def attribute(self) -> str:
        """A metric, a further column of the customers' file, or table and kind."""

    @property
    def value(self) -> str:
        """The value as it is stored."""


def of_best(grade: str, best: int, customers: int) -> Iterator[Note]:
    """Who is looked at, and whether they are too few."""
    yield Note(
        "best",
        "The best are the {n} of {all} customers with grade {grade}.",
        {"n": best, "all": customers, "grade": grade},
    )
    if best < FEWEST:
        yield Note(
            "few_best",
            "They are so few that only very large differences can be found on one half and hold on the other.",
            warning=True,
        )


def of_found(compared: int, found: int, held: int) -> Iterator[Note]:
    """How many values and pairs were compared, found and held."""
    yield Note(
        "compared",
        "{compared} values and pairs were compared on one half of the customers: {found} stood out, about {false} % of them "
        "by chance; {held} held on the other half, of which all figures are. A trait is no cause.",
        {"compared": compared, "found": found, "held": held, "false": f"{100 * FALSE:.0f}"},
    )


def of_alike(customers: int, below: str | None, grade: str) -> Iterator[Note]:
    """How many of the grade below are like them."""
    if customers and below is not None:
        yield Note(
            "alike",
            "{n} customers with grade {below} fit one of the rules: they are like those with grade {grade} and not among "
            "them yet.",
            {"n": customers, "below": below, "grade": grade},
        )


def of_left_out(names: Sequence[str]) -> Iterator[Note]:
    """Attributes that say again who is best."""
    if names:
        yield Note(
            "restating",
            "Left out because they only say again who is best: {names}.",
            {"names": ", ".join(map(attribute_name, names))},
        )


def of_lacking(tables: Collection[str]) -> Iterator[Note]:
    """The questions that these facts do not answer."""
    if "customers" not in tables:
        yield Note("no_like", "What they are like is not available: give the customers' file with --customers.")
    if not {"feedback", "returns", "payments"} & set(tables):
        yield Note("no_stay", "Why they stay is not available: give --feedback, --returns or --payments.")
    if not {"service_costs", "interactions"} & set(tables):
        yield Note("no_keep", "What we do for them is not available: give --costs or --interactions.")


def attribute_name(name: str) -> str:
    """An attribute for people."""
    table, _, kind = name.partition(": ")
    if table == "service_costs" and kind:
        return say("service of kind {kind}, times a year", kind=kind)
    if table == "interactions" and kind:
        return say("contacts of kind {kind}, times a year", kind=kind)
    return say("Hours of service") if name == "service_hours" else label_of(name)


def text_of(values: Sequence[Valued]) -> str:
    """A value, or a pair of them, in words."""
    words = {"true": say("yes"), "false": say("no")}
    told = [
        say("{attribute}: {value}", attribute=attribute_name(one.attribute), value=words.get(one.value, one.value))
        for one in values
    ]
    return told[0] if len(told) == 1 else say("{one}, and {other}", one=told[0], other=told[1])


def question_name(question: str) -> str:
    """The question that an attribute answers."""
    return {
        "like": say("What they are like"),
        "stay": say("Why they stay"),
        "keep": say("What we do that keeps them"),
    }[question]
