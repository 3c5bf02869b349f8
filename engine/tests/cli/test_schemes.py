"""vitalfew schemes: the list read from the documents agrees with the engine that runs them."""

import json

from calls import Run

from vitalfew.cli.catalogue import ready
from vitalfew.scheme import load, names


def test_the_list_is_that_of_the_engine() -> None:
    listed = {scheme.name: (scheme.title, scheme.summary, scheme.covers) for scheme in ready()}
    loaded = {name: load(name) for name in names()}
    assert listed == {name: (scheme.title, scheme.summary, scheme.covers) for name, scheme in loaded.items()}


def test_each_has_name_title_answer_and_lines(start: Run) -> None:
    outcome = start("schemes")
    line = next(line for line in outcome.out.splitlines() if line.startswith("rfm "))
    assert "RFM segments" in line
    assert "M118" in line


def test_in_the_language_asked_for(run: Run) -> None:
    assert "RFM 分群" in run("schemes", "--lang", "zh-hans").out


def test_for_programs(run: Run) -> None:
    entries = {entry["name"]: entry for entry in json.loads(run("schemes", "--json").out)}
    assert list(entries) == list(names())
    assert entries["abc"]["covers"] == ["M20", "M69", "M70"]
