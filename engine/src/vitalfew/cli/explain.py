"""`vitalfew explain`: why a customer has its grade, and what would change it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Argument, Example
from vitalfew.cli.progress import working
from vitalfew.cli.verb import Verb
from vitalfew.errors import WrongUse
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "explain",
        say(
            "Explain the grade of one customer: what went in, where it stands, and the smallest change that would move it."
        ),
        run,
        arguments=[
            orders_argument(),
            Argument("customer", say("The customer's id, as in the list."), metavar="ID", required=False),
        ],
        sections=fact_sections(say("Write the explanation to .json or .txt.")),
        examples=[
            Example("vitalfew explain orders.csv 17850 --scheme rfm", say("In words.")),
            Example("vitalfew explain orders.csv C0042 --payments paid.csv --json", say("For programs.")),
            Example("vitalfew explain 17850 --store facts", say("From a store.")),
            Example("vitalfew explain orders.csv -- -7", say("An id that begins with a dash.")),
        ],
    )


def run(orders: str | None, customer: str | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Explain, and verify by grading again."""
    from vitalfew.cli.asked import asked
    from vitalfew.cli.explanation import print_explanation
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.cli.written import publish
    from vitalfew.explain import explain
    from vitalfew.whole import check_place

    if given["store"] is not None and customer is None:
        orders, customer = None, orders
    if customer is None:
        raise WrongUse(
            say("{name} is missing.", name="ID"), remedy=say("See {command} --help.", command="vitalfew explain")
        )
    question = asked(orders, given)
    check_place(out, (".json", ".txt"), question.files)
    with (
        telling_of_rejects(out or named_after(orders or given["store"])),
        working(say("Grading and explaining"), question.files),
    ):
        answer = explain(question.sources, question.request, question.options, customer)
    scheme = question.request.scheme
    contract = {key: value for key, value in answer.items() if key != "remarks"}
    publish(contract, lambda paper: print_explanation(paper, answer, scheme), out, as_json=as_json)
