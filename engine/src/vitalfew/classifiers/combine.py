"""The final grade from several classifiers: by table, points, the worst or the best, on tracks that never meet."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.conditions import none_of, score_of_one, scored_by
from vitalfew.classifiers.tracks import Track
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Combine(MethodParameters):
    """The grade on the first track that admits a customer; one that no track admits has none.

    Tracks share no grade and are never ranked against each other: existing customers by satisfaction,
    loyalty and value, potential ones by potential value and intent (M145). Only customers of the first
    track have a score: that of the classifier or metric named as `score`, else their points, else the number of
    grades from the lowest, which has 1; before gates and caps. Reasons: `track`, and `ungated`, the grade before gates and caps. A missing value
    fails a condition; what a missing label does, the track says. Ties do not occur: nobody is ranked.
    """

    tracks: tuple[Track, ...] = Field(min_length=1, description="In order; the first that admits a customer counts.")
    score: str | None = Field(None, description="A metric or an earlier classifier that gives the score.")

    @model_validator(mode="after")
    def _tracks_differ(self) -> Combine:
        grades = self.labels()
        if len(set(grades)) != len(grades) or len({track.name for track in self.tracks}) != len(self.tracks):
            raise ValueError("tracks have names and grades of their own")
        return self

    def reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._decides, *([self.score] if self.score else []))))

    @property
    def _decides(self) -> tuple[str, ...]:
        return tuple(name for track in self.tracks for name in track.columns)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return none_of(self._decides, columns)

    def labels(self) -> tuple[str | int, ...]:
        return tuple(grade for track in self.tracks for grade in track.grades)


def classify(customers: ir.Table, parameters: Combine) -> ir.Table:
    """Final grades in columns."""
    admitted = [(track.in_columns(customers), index) for index, track in enumerate(parameters.tracks)]
    found = customers.mutate(_track=first_where(admitted, ibis.null("int64")).cast("int64"))
    for index, track in enumerate(parameters.tracks):
        found = found.mutate(**{f"_points{index}": track.points_in_columns(found)})
        found = found.mutate(**{f"_raw{index}": track.place_in_columns(found, found[f"_points{index}"]).cast("int64")})
        found = track.limited_in_columns(found.mutate(**{f"_place{index}": found[f"_raw{index}"]}), f"_place{index}")
    return _named(found, parameters)


def _named(found: ir.Table, parameters: Combine) -> ir.Table:
    tracks = [(found._track == index, track.name) for index, track in enumerate(parameters.tracks)]
    named = found.mutate(
        label=_words(found, parameters, "_place"),
        score=ibis.ifelse(found._track == 0, _score(found, parameters), None),
        track=first_where(tracks, ibis.null("string")),
        ungated=_words(found, parameters, "_raw"),
    )
    inner = (f"{column}{index}" for column in ("_points", "_raw", "_place") for index in range(len(parameters.tracks)))
    return named.drop("_track", *inner)


def _score(found: ir.Table, parameters: Combine) -> Any:
    first = parameters.tracks[0]
    if parameters.score:
        return scored_by(found, parameters.score)
    return found._points0 if first.by == "points" else (len(first.grades) - found._raw0).cast("int64")


def _words(found: ir.Table, parameters: Combine, column: str) -> Any:
    cells = [
        ((found._track == index) & (found[f"{column}{index}"] == place), grade)
        for index, track in enumerate(parameters.tracks)
        for place, grade in enumerate(track.grades)
    ]
    return first_where(cells, ibis.null("string"))


def judge(one: Row, others: Population, parameters: Combine) -> Verdict:
    """The final grade of one customer."""
    track = next((track for track in parameters.tracks if track.of_one(one)), None)
    if track is None:
        return Verdict(None, None, {"track": None, "ungated": None})
    points = track.points_of_one(one)
    raw = track.place_of_one(one, points)
    place = track.limited_of_one(one, raw)
    counted = points if track.by == "points" else None if raw is None else len(track.grades) - raw
    if parameters.score:
        counted = score_of_one(one, parameters.score)
    grade, before = (None if at is None else track.grades[at] for at in (place, raw))
    score = counted if track is parameters.tracks[0] else None
    return Verdict(grade, score, {"track": track.name, "ungated": before})


method(Method("combine", Combine, classify, judge, reasons=("track", "ungated"), speaks_of_prospects=True))
