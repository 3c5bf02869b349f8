"""vitalfew segments: on the screen, in a file that is read as customers again, and as JSON."""

import json
from pathlib import Path

import pytest
from calls import Run


@pytest.fixture
def company() -> tuple[str, ...]:
    """Twelve customers that buy small every week and twelve that buy large twice a year."""
    weekly = [
        (f"W{n:02}", f"2025-{month:02}-{day:02}", 90 + n)
        for n in range(12)
        for month in range(1, 13)
        for day in (3, 17)
    ]
    yearly = [(f"Y{n:02}", f"2025-{month:02}-{5 + n:02}", 4000 + n) for n in range(12) for month in (2, 8)]
    lines = [f"{who},{number},{day},{amount}\n" for number, (who, day, amount) in enumerate([*weekly, *yearly])]
    Path("orders.csv").write_text("customer_id,order_id,order_date,amount\n" + "".join(lines), encoding="utf-8")
    return "segments", "orders.csv", "--as-of", "2025-12-31"


def test_segments_with_most_sales_come_first(run: Run, company: tuple[str, ...]) -> None:
    said = run(*company)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    first = next(line for line in lines if "large orders" in line)
    assert first == "buy seldom, large orders 12 50 78 silent for 142 days, 2 purchases a year, 4,006 each,"


def test_a_file_is_read_as_customers_and_its_segment_grades(run: Run, company: tuple[str, ...]) -> None:
    assert run(*company, "-o", "segments.csv").code == 0
    header, *rows = Path("segments.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("customer_id,buying_segment,fit,sales,silence,purchases,spend,known")
    names = {row.split(",")[1] for row in rows}
    assert len(names) == 2
    large = next(name for name in names if "large" in name)
    Path("scheme.yaml").write_text(
        f"""
scheme: by_segment
version: 1
title: {{en: By segment}}
metrics:
  segment: {{metric: buying_segment}}
classifiers:
  kind:
    method: rules
    rules:
      - {{label: projects, when: [{{of: segment, test: "==", value: {large}}}]}}
    otherwise: daily
grade: kind
""",
        encoding="utf-8",
    )
    graded = run(
        "grade",
        "orders.csv",
        "--customers",
        "segments.csv",
        "--scheme",
        "scheme.yaml",
        "--as-of",
        "2025-12-31",
        "-o",
        "out.csv",
    )
    assert graded.code == 0, graded.err
    told = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert {row.split(",")[0][0] for row in told if "projects" in row} == {"Y"}
    assert {row.split(",")[0][0] for row in told if "daily" in row} == {"W"}


def test_json_and_a_number_that_is_none(run: Run, company: tuple[str, ...]) -> None:
    told = json.loads(run(*company, "--json").out)
    assert [one["customers"] for one in told["segments"]] == [12, 12]
    assert told["drift"] is None
    wrong = run(*company, "--segments", "1")
    assert (wrong.code, "between 2 and 8" in wrong.err) == (2, True)
