"""Scheme + one customer → how the grade came about and the smallest change that would move it."""

from __future__ import annotations

from typing import Any

from vitalfew.explain.answer import explain_result
from vitalfew.explain.whatif import what_ifs
from vitalfew.readers.reading import Options
from vitalfew.run.gather import Gathered, Sources, with_facts
from vitalfew.run.grading import Request, grade_gathered


def explain(sources: Sources, request: Request, options: Options, customer_id: str) -> dict[str, Any]:
    """Why this customer has its grade, from facts: contract.md section 5. An unknown customer is refused."""

    def answer(gathered: Gathered) -> dict[str, Any]:
        result = grade_gathered(gathered, request, options)
        found = explain_result(result, customer_id)
        return found | {"what_if": what_ifs(gathered, request, options, customer_id)}

    return with_facts(sources, options, answer)


__all__ = ["explain", "explain_result"]
