"""Facts → what the best have in common and others have not, what we did for them included, and who is like them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.history import refuse_gradeless
from vitalfew.insight.insight import Insight, bought_and_never, read_from
from vitalfew.insight.remarks.traits import of_alike, of_best, of_found, of_lacking, of_left_out
from vitalfew.insight.traits.alike import alike
from vitalfew.insight.traits.attributes import Attribute, attributes, set_by_size
from vitalfew.insight.traits.finding import Findings, Trait, findings, half
from vitalfew.insight.traits.rules import Rule, rules
from vitalfew.insight.traits.values import Mask, restates, sorted_out
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of, grade_gathered
from vitalfew.scheme import Scheme

NOBODY = Findings(0, (), np.zeros((0, 0), np.bool_))


@dataclass(frozen=True, kw_only=True)
class Traits(Insight):
    """What customers of the best grade have in common and others have not.

    `traits` are the values, and pairs of them, found on one half of the customers, with the figures of the other half;
    those that `held` come first. `rules` say in a few lines who is like the best. `rows` has the customers of the grade
    below that fit one: `customer_id, name` (where names are known), `grade, rule` (its number), `traits` (how many that
    held it has) and a `sentence`. `best` of `graded` customers have the grade `grade`; `tables` of facts were looked at, `left_out` are attributes that only say again
    who they are.
    """

    scheme: str
    grade: str
    below: str | None
    best: int
    graded: int
    tables: tuple[str, ...]
    compared: int
    traits: tuple[Trait, ...]
    rules: tuple[Rule, ...]
    left_out: tuple[str, ...]

    @property
    def held(self) -> tuple[Trait, ...]:
        """The traits that held on the half that they were not found on, the strongest first."""
        return tuple(trait for trait in self.traits if trait.held)

    @property
    def alone(self) -> tuple[Trait, ...]:
        """Those of them that are one value and no pair."""
        return tuple(trait for trait in self.held if len(trait.values) == 1)

    def as_object(self) -> dict[str, Any]:
        """The traits, the rules and what was left out, in figures."""
        return {
            **super().as_object(),
            "scheme": self.scheme,
            "grade": self.grade,
            "best": self.best,
            "graded": self.graded,
            "compared": self.compared,
            "traits": [asdict(trait) for trait in self.traits],
            "rules": [asdict(rule) for rule in self.rules],
            "left_out": list(self.left_out),
            "alike": {"grade": self.below, "customers": self.rows.num_rows},
        }


def traits(sources: Sources, request: Request, options: Options) -> Traits:
    """What the best grade of a scheme has in common. Refused: a scheme without a grade, facts that it cannot grade."""
    refuse_gradeless(request.scheme)

    def found(gathered: Gathered) -> Traits:
        result = grade_gathered(gathered, request, options)
        facts = facts_of(gathered, request, options)
        seen = traits_of(gathered.database, facts, request.scheme, result.graded)
        return read_from(gathered, result.graded["customer_id"], seen)

    return with_facts(sources, options, found)


def traits_of(database: DuckDB, facts: Facts, scheme: Scheme, graded: pa.Table) -> Traits:
    """The same from grades at hand, of a scheme that gives some; customers without a grade are left out."""
    graded = graded.filter(graded["grade"].is_valid())
    ids = graded["customer_id"].combine_chunks()
    labels = [str(label) for label in scheme.grade_labels()]
    best = np.asarray(pc.equal(graded["grade"].cast(pa.string()), labels[0])).astype(bool)
    first = half(ids.to_pylist())
    known = list(attributes(database, facts, scheme, ids))
    again = [one.name for one in known if restates(one, best)]
    found = _found([one for one in known if one.name not in again], best, first)
    chosen, fitting = rules(found, best, first)
    left_out = (*set_by_size(facts), *again)
    below = labels[1] if len(labels) > 1 else None
    rows = alike(database, facts, graded, below, found, chosen, fitting)
    bought, never = bought_and_never(database, facts)
    return Traits(
        rows=rows,
        as_of=facts.at,
        customers=bought,
        never=never,
        scheme=scheme.scheme,
        grade=labels[0],
        below=below,
        best=int(best.sum()),
        graded=len(best),
        tables=tuple(sorted(facts.tables)),
        compared=found.compared,
        traits=found.traits,
        rules=chosen,
        left_out=left_out,
        notes=(
            *of_best(labels[0], int(best.sum()), len(best)),
            *of_found(found.compared, len(found.traits), sum(one.held for one in found.traits)),
            *of_alike(rows.num_rows, below, labels[0]),
            *of_left_out(left_out),
            *of_lacking(facts.tables),
        ),
    )


def _found(known: list[Attribute], best: Mask, first: Mask) -> Findings:
    """The traits; none where there is nothing to compare by."""
    few = [one for one in map(sorted_out, known) if one is not None]
    return findings(few, best, first) if few else NOBODY
