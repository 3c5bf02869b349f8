"""The proof of early warning in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from vitalfew.languages import say
from vitalfew.proof.intervals import Estimate
from vitalfew.readers.reading import Note
from vitalfew.warning.asked import MONTHS, Walk
from vitalfew.warning.gate import Verdict
from vitalfew.warning.lists import CHANGED
from vitalfew.warning.measuring import Measured

OURS = "points"


def method_name(method: str) -> str:
    """A method for people."""
    return {
        "points": say("points"),
        "silence": say("days since the last order"),
        "last_year": say("last year's value"),
        "random": say("chance"),
        "changed": say("changed points"),
    }[method]


def of_months(months: int, asked: Walk) -> Iterator[Note]:
    """Where the facts give fewer months than they should."""
    if months < MONTHS:
        yield Note(
            "walk_short",
            "Only {n} of twelve month ends have enough facts before and {days} days after them: what is said rests on these.",
            {"n": months, "days": asked.horizon},
            warning=True,
        )


def of_lists(found: Measured, asked: Walk) -> Iterator[Note]:
    """How many warnings came true, what they caught, how early they came."""
    ours = found.estimates[OURS]
    precision, caught, lead, false = (ours[name] for name in ("precision", "value_caught", "lead_days", "false_alarms"))
    if precision is None or false is None:
        yield Note("walk_no_warning", "At no month end a customer gave a signal: there is nothing to judge by.")
        return
    yield Note(
        "walk_precision",
        "Of 100 warnings {share} came true ({low} to {high}): within {days} days the customer brought less than a quarter of "
        "its own pace. Of 100 customers that could be judged {base} did. {false} false alarms a month.",
        {
            **_hundred(precision),
            "days": asked.horizon,
            "base": f"{100 * found.base:.0f}",
            "false": f"{false.value:.1f}",
        },
    )
    if caught is not None and lead is not None:
        yield Note(
            "walk_caught",
            "The lists held {share} % of the value that was lost ({low} to {high} %); half of the customers were first warned "
            "of {lead} days or more before they fell.",
            {**_hundred(caught), "lead": f"{lead.value:.0f}"},
        )
    plain, behind = found.estimates["silence"]["precision"], found.ahead["silence"]["precision"]
    if plain is not None and behind is not None and behind.high < 0:
        yield Note(
            "walk_beaten",
            "Days since the last order alone were right more often: {share} of 100 ({low} to {high}).",
            _hundred(plain),
            warning=True,
        )


def of_colours(found: Measured) -> Iterator[Note]:
    """What the colours meant."""
    shares = {name: "–" if of is None else f"{100 * of.value:.0f}" for name, of in found.colours.items()}
    yield Note("walk_colours", "Of 100 red customers {red} fell, of 100 yellow {yellow}, of 100 green {green}.", shares)


def of_verdict(held: Verdict | None, found: Measured) -> Iterator[Note]:
    """Whether changed points may replace ours."""
    if held is None:
        return
    ahead = found.ahead[CHANGED]["precision"]
    values = {"n": held.not_lower, "months": held.months, "needed": held.needed}
    if held.passed:
        yield Note(
            "walk_passed",
            "The changed points may replace ours: no less precise in {n} of {months} months ({needed} are needed), and no later.",
            values,
        )
    else:
        yield Note(
            "walk_failed",
            "The changed points may not replace ours: no less precise in {n} of {months} months, {needed} are needed, and "
            "warnings must come no later.",
            values,
            warning=True,
        )
    if ahead is not None:
        yield Note(
            "walk_difference",
            "Of 100 warnings {share} more come true by ours ({low} to {high}); the difference may be chance where that holds 0.",
            _hundred(ahead),
        )


def _hundred(of: Estimate) -> dict[str, str | int]:
    return {"share": f"{100 * of.value:.0f}", "low": f"{100 * of.low:.0f}", "high": f"{100 * of.high:.0f}"}
