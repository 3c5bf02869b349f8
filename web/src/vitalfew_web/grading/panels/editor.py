"""The editor of a scheme: fields with what held before, and the effect of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from vitalfew.errors import Refusal
from vitalfew_web.accounts.selectors import names_of
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.panels.chips import measure_of, tone_of


@dataclass(frozen=True)
class Knob:
    """One field of the editor: what stands in it, what held before, what is wrong with it; `most` ends its slider."""

    leaf: gateways.Leaf
    value: str
    was: str
    fault: str = ""
    label: str = ""
    most: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what held before."""
        return self.value != self.was


@dataclass(frozen=True)
class Row:
    """A part of a method: its leading field, and the others that fold under it."""

    title: str
    name: str
    lead: Knob | None
    more: list[Knob]

    @property
    def is_open(self) -> bool:
        """Whether a folded field needs to be seen."""
        return any(knob.fault or knob.is_changed for knob in self.more)


def knobs_of(document: str, before: str, typed: Mapping[str, str], faults: Mapping[str, str]) -> dict[str, Any]:
    """The methods of a scheme and its metrics as fields; what differs from `before` is known. Refused as by the engine."""
    was = {leaf.path: leaf.value for branch in gateways.branches(before) for leaf in branch.every()}

    def knob(leaf: gateways.Leaf, within: str = "") -> Knob:
        label = f"{within} · {leaf.label}" if within else leaf.label
        value = typed.get(leaf.path, leaf.value)
        return Knob(leaf, value, was.get(leaf.path, leaf.value), faults.get(leaf.path, ""), label)

    def row(branch: gateways.Branch) -> Row:
        lead = next((leaf for leaf in branch.leaves if leaf.kind == "number"), next(iter(branch.leaves), None))
        inner = ((leaf, within.title) for within in branch.rows for leaf in within.every())
        more = [*((leaf, "") for leaf in branch.leaves if leaf is not lead), *inner]
        return Row(
            branch.title, branch.name, None if lead is None else knob(lead), [knob(leaf, title) for leaf, title in more]
        )

    methods, measures = [], []
    for branch in gateways.branches(document):
        if branch.path.startswith("metrics."):
            measures.append(row(branch))
            continue
        keyed = [knob(leaf) for leaf in branch.leaves if leaf.key]
        plain = [knob(leaf) for leaf in branch.leaves if not leaf.key]
        rows = list(_sliding([row(one) for one in branch.rows]))
        methods.append({"branch": branch, "rows": rows, "keyed": keyed, "plain": plain})
    return {"methods": methods, "measures": measures}


def _sliding(rows: list[Row]) -> Iterator[Row]:
    """The rows with one end for all their sliders, so that they can be compared; none where a lead is no number."""
    numbers = [_number(text) for one in rows if one.lead for text in (one.lead.value, one.lead.was)]
    known = [number for number in numbers if number is not None]
    most = max([*known, Decimal(10)]) * 3 / 2
    for one in rows:
        slides = one.lead is not None and one.lead.leaf.kind == "number" and min(known, default=Decimal(0)) >= 0
        yield replace(one, lead=replace(one.lead, most=f"{most:.0f}")) if slides and one.lead else one


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def effect_of(run: Run | None, document: str) -> dict[str, Any]:
    """What a scheme would make of the figures of a run, as its page shows it; why not, where the engine refuses."""
    if run is None:
        return {"run": None}
    try:
        found = gateways.simulated(run.pk, document)
    except Refusal as refusal:
        return {"run": run, "refusal": str(refusal)}
    movers = found.get("movers", [])
    names = names_of([one["customer"] for one in movers])
    return {
        "run": run,
        "found": found,
        "movers": [
            {
                **one,
                "name": names.get(one["customer"], one["name"]),
                "was_tone": tone_of(run, one["was"]),
                "now_tone": tone_of(run, one["now"]),
            }
            for one in movers
        ],
        "counts": [{**one, "tone": tone_of(run, one["label"])} for one in found["counts"]],
        "unknown": ", ".join(measure_of(run, name) for name in found["unknown"]),
    }
