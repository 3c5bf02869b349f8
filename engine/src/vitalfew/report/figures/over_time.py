"""The grades over the last months (M48, M160)."""

from __future__ import annotations

from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column, grades
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait


def over_time(portrait: Portrait) -> Section | None:
    """How many customers had each grade at the end of each month."""
    if portrait.over_time is None:
        return None
    counts = portrait.over_time.counts
    met = [grade for grade in grades(portrait.result.scheme) if any(grade.label in found for found in counts)]
    months = [f"{day:%Y-%m}" for day in portrait.over_time.days]
    values = [[found.get(grade.label, 0) for found in counts] for grade in met]
    best = met[0]
    return Section(
        id="over_time",
        title=say("Grades over time"),
        remark=say("customers by grade at the end of each month"),
        sentence=say(
            "{grade}: {then} customers in {month}, {now} now.",
            grade=best.title,
            then=count(values[0][0]),
            month=months[0],
            now=count(values[0][-1]),
        ),
        chart=Chart(
            "lines",
            {
                "x": months,
                "series": [{"name": grade.chip, "values": line} for grade, line in zip(met, values, strict=True)],
                "stacked": True,
            },
        ),
        table=Table(
            (column("month", say("Month"), "month"), *(column(grade.label, grade.chip, "count") for grade in met)),
            tuple(zip(months, *values, strict=True)),
        ),
    )
