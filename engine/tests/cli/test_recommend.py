"""vitalfew recommend: on the screen, in a file and as JSON."""

import json
from pathlib import Path

import pytest
from calls import Run


@pytest.fixture
def company() -> tuple[str, ...]:
    """Eight customers that buy paper and ink, one that buys paper alone, one that sent ink back, two that buy something else."""
    rows = [(f"C{n}", product, 10 + n) for n in range(8) for product in ("paper", "ink")]
    rows += [("new", "paper", 3), ("back", "paper", 3), ("back", "ink", -3), ("X", "glue", 1), ("Y", "glue", 1)]
    text = "".join(f"{who},{n},2026-01-{5 + n % 20:02},{what},{money}\n" for n, (who, what, money) in enumerate(rows))
    Path("orders.csv").write_text(f"customer_id,order_id,order_date,product_id,amount\n{text}", encoding="utf-8")
    return "recommend", "orders.csv", "--as-of", "2026-01-31"


def test_why_stands_beside_each_product(run: Run, company: tuple[str, ...]) -> None:
    said = run(*company)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "new 13.50 ink: 8 of 10 customers who bought paper bought it too" in lines
    assert not [line for line in lines if line.startswith("back")]


def test_file_json_and_a_number_that_is_none(run: Run, company: tuple[str, ...]) -> None:
    assert run(*company, "-o", "next.csv").code == 0
    header, *others, row = Path("next.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "customer_id,place,product_id,worth,because,both,buyers,popular,sentence"
    assert row.replace('"', "").startswith("new,1,ink,13.50,paper,8,10,8,")
    assert [one.split(",")[0].strip('"') for one in others] == ["X", "X", "Y", "Y"]
    told = json.loads(run(*company, "--json").out)
    assert (told["method"], told["products"], told["trial"]) == ("association", 2, None)
    wrong = run(*company, "--products", "21")
    assert (wrong.code, "between 1 and 20" in wrong.err) == (2, True)
