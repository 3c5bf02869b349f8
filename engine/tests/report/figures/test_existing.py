"""Own rhythm, season and who is late, against what the library says of the same facts."""

from functools import cache

from reported import company, page_of_company, page_of_orders, records, section, sections

import vitalfew as vf


@cache
def found() -> vf.Existing:
    facts = {"costs" if name == "service_costs" else name: rows for name, rows in company().items()}
    return vf.existing(**facts)


def test_the_states_are_counted() -> None:
    rows = records(section(page_of_company("abc"), "rhythm").table)
    counted = {row["state"]: (row["customers"], row["yearly"]) for row in rows}
    assert counted["active"] == (found().states["active"].customers, found().states["active"].yearly)
    assert sum(customers for customers, _ in counted.values()) == found().customers + found().never


def test_the_season_is_that_of_the_library() -> None:
    rows = records(section(page_of_company("abc"), "season").table)
    told = {row["trend"]: (row["customers"], row["recent"], row["season"]) for row in rows}
    assert told == {name: (one.customers, one.recent, one.season) for name, one in found().trends.items()}


def test_the_late_ones_stand_with_their_sentence_those_that_brought_most_first() -> None:
    rows = records(section(page_of_company("abc"), "late").table)
    waiting = found().waiting.to_pylist()[: len(rows)]
    assert [(row["customer"][0], row["sentence"]) for row in rows] == [
        (row["customer_id"], row["sentence"]) for row in waiting
    ]


def test_without_two_years_there_is_no_season_and_nobody_is_late() -> None:
    page = page_of_orders([("A", "2025-01-01", 5), ("A", "2025-02-01", 5)])
    assert not {"season", "late"} & set(sections(page))
    assert "rhythm" in sections(page)
