"""Two runs held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from vitalfew.compare.comparison import Comparison, Matrix, Mover
from vitalfew.compare.details import Details
from vitalfew.compare.gradings import NOWHERE, Gradings, Standing, differences
from vitalfew.compare.parts import PARTS, Direction, Part
from vitalfew.compare.steps import Steps, steps
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.run import Result
from vitalfew.scheme import Scheme


def movers(
    before: Result, after: Result, corrected: Result | None = None, restated: Result | None = None
) -> Comparison:
    """Who moved between two runs, each with its change of score split in this order; contract.md section 5.

    1. Corrected old facts: `corrected` is the old scheme on today's facts as of the old day; without it this part is
       None and inside the next.
    2. Own metrics: the customer's new figures among the old others, by the old scheme.
    3. The other customers' movement: everybody's new figures, still by the old scheme. A metric that only one of the
       runs knows comes or goes here, for all at once.
    4. Changed parameters: the new scheme. `restated` is the old scheme on today's facts as of the new day, needed
       where the two schemes count a metric differently; without it such a metric keeps its old values up to here.

    Each part is a difference of scores as they are shown, so that the parts add up exactly. Refused: a scheme without
    a grade, and runs that have no customer in common.
    """
    path = steps(before, after, corrected, restated)
    refuse_unfit(before, after, in_common=bool(path.was.keys() & path.now.keys()))
    known = {**path.was, **path.now}
    moved = [one for one in known if path.was.get(one, NOWHERE).grade != path.now.get(one, NOWHERE).grade]
    details = Details.of(before, after, filter(None, (restated, corrected)), moved)
    scales = scales_of(before.scheme, after.scheme)
    found = (mover_of(one, path, details, scales, with_facts=corrected is not None) for one in moved)
    return Comparison(
        movers=tuple(sorted(found, key=_order)),
        matrix=matrix_of(Counter(_pairs(path.was, path.now)), scales),
        days=(before.manifest.get("as_of"), after.manifest.get("as_of")),
        schemes=(before.scheme.scheme, after.scheme.scheme),
        customers=len(known),
        with_facts=corrected is not None,
        held=details.held_back,
        uncounted=path.uncounted,
        one_sided=path.one_sided,
        skipped=_skipped(before, after),
        value=details.value,
    )


def refuse_unfit(before: Result, after: Result, *, in_common: bool) -> None:
    """Refuse a scheme without a grade, and runs that have no customer in common."""
    for scheme in (before.scheme, after.scheme):
        if scheme.grade is None:
            raise Refusal(
                say("scheme {scheme} sets classes side by side and gives no grade.", scheme=scheme.scheme),
                remedy=say("Compare runs of a scheme with a grade."),
            )
    if not in_common:
        raise Refusal(
            say("the two runs have no customer in common."),
            remedy=say("Name two runs over the same customers."),
        )


def _skipped(before: Result, after: Result) -> bool:
    """Whether the new run is known to have looked back on another run than the old one."""
    written = before.manifest.get("out", {}).get("sha256")
    return written is not None and after.manifest.get("previous", written) != written


def mover_of(
    customer: str, path: Steps, details: Details, scales: Sequence[Sequence[str]], *, with_facts: bool
) -> Mover:
    """One customer with its causes."""
    stands, causes = path.of(customer)
    first, last = stands[0], stands[-1]
    return Mover(
        customer_id=customer,
        was=first.grade,
        now=last.grade,
        score_was=first.score,
        score_now=last.score,
        parts=_parts(stands, with_facts=with_facts),
        sequence=tuple(standing.grade for standing in stands),
        causes=causes,
        direction=direction_of(first.grade, last.grade, scales),
        brings=details.brings.get(customer),
        name=details.names.get(customer),
        held=details.held.get(customer),
    )


def _parts(stands: tuple[Standing, ...], *, with_facts: bool) -> dict[Part, Decimal | None]:
    """The change of score by step; nothing where it is missing then or now."""
    if stands[0].score is None or stands[-1].score is None:
        return dict.fromkeys(PARTS)
    parts: dict[Part, Decimal | None] = dict(
        zip(PARTS, differences([standing.score for standing in stands]), strict=True)
    )
    return parts if with_facts else {**parts, "corrected": None}


def direction_of(was: str | None, now: str | None, scales: Sequence[Sequence[str]]) -> Direction:
    """Up or down by the new scheme's order of grades, else by the old one's; aside where no scheme knows both."""
    if was is None or now is None:
        return "new" if was is None else "lost"
    scale = next((labels for labels in scales if was in labels and now in labels), None)
    if scale is None:
        return "aside"
    return "up" if scale.index(now) < scale.index(was) else "down"


def scales_of(before: Scheme, after: Scheme) -> tuple[tuple[str, ...], ...]:
    """The grades of the new scheme and of the old one, best first."""
    return tuple(tuple(map(str, scheme.grade_labels())) for scheme in (after, before))


def _pairs(was: Gradings, now: Gradings) -> Iterator[tuple[str | None, str | None]]:
    """Every customer of either run once."""
    return ((was.get(one, NOWHERE).grade, now.get(one, NOWHERE).grade) for one in {**was, **now})


def matrix_of(pairs: Mapping[tuple[str | None, str | None], int], scales: Sequence[Sequence[str]]) -> Matrix:
    """How many went from which grade to which; grades best first, the missing one last."""
    order = [*dict.fromkeys(label for scale in scales for label in scale), None]
    rows, columns = (tuple(sorted({pair[side] for pair in pairs}, key=order.index)) for side in (0, 1))
    return Matrix(rows, columns, tuple(tuple(pairs.get((row, column), 0) for column in columns) for row in rows))


def _order(mover: Mover) -> tuple[Any, ...]:
    """Those that bring most first, then the largest change of score, then by id."""
    return (mover.brings is None, -(mover.brings or 0), -abs(mover.change or Decimal(0)), mover.customer_id)
