"""vitalfew traits: by question, who is like the best, files and JSON."""

import json
from pathlib import Path

import pytest
from calls import Run


@pytest.fixture
def company() -> tuple[str, ...]:
    """200 customers; of the forty that buy most all but four are in the north, of the others every sixth."""
    best = [number < 40 for number in range(200)]
    north = [number % 10 != 0 if one else number % 6 == 0 for number, one in enumerate(best)]
    lines = [f"C{number:03},{number},2025-01-05,{500 if one else 5}\n" for number, one in enumerate(best)]
    known = [f"C{number:03},{'north' if one else 'south'}\n" for number, one in enumerate(north)]
    Path("orders.csv").write_text("customer_id,order_id,order_date,amount\n" + "".join(lines), encoding="utf-8")
    Path("customers.csv").write_text("customer_id,region\n" + "".join(known), encoding="utf-8")
    return "traits", "orders.csv", "--customers", "customers.csv"


def test_traits_rules_and_look_alikes(run: Run, company: tuple[str, ...]) -> None:
    said = run(*company)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    place = lines.index("What they are like")
    assert lines[place + 2].startswith("Region: north ")
    assert any(line.startswith("1 Region: north ") for line in lines)
    assert any("customers with grade middle fit one of the rules" in line for line in lines)


def test_json_and_file(run: Run, company: tuple[str, ...]) -> None:
    told = json.loads(run(*company, "--json").out)
    assert (told["best"], told["graded"], told["grade"]) == (40, 200, "top")
    (trait,) = [one for one in told["traits"] if one["held"]]
    assert trait["values"] == [{"question": "like", "attribute": "region", "value": "north"}]
    assert run(*company, "-o", "alike.csv", "--lang", "zh-hans").code == 0
    header, *rows = Path("alike.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "customer_id,grade,rule,traits,sentence"
    assert rows[0] == "C042,middle,1,1,地区：north"
    assert told["alike"] == {"grade": "middle", "customers": len(rows)}


def test_a_metric_and_a_scheme_are_refused_in_one_line(run: Run, company: tuple[str, ...]) -> None:
    said = run(*company, "--metric", "monetary", "--scheme", "abc")
    assert (said.code, said.line.startswith("--metric: a metric and a scheme both say who is best.")) == (2, True)
