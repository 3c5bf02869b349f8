"""vitalfew potential: what is open on the screen, in a file and as JSON."""

import json
from pathlib import Path

import pytest
from calls import Run


@pytest.fixture
def company() -> tuple[str, ...]:
    """21 customers that buy every month of two years, each for its number."""
    lines = [
        f"C{n:02},{year}{month:02},{year}-{month:02}-05,{n}\n"
        for n in range(1, 22)
        for year in (2024, 2025)
        for month in range(1, 13)
    ]
    Path("orders.csv").write_text("customer_id,order_id,order_date,amount\n" + "".join(lines), encoding="utf-8")
    Path("wallet.csv").write_text("customer_id,amount\nC03,1000\n", encoding="utf-8")
    return "potential", "orders.csv", "--wallet", "wallet.csv", "--as-of", "2025-12-31"


def test_who_has_most_open_comes_first(run: Run, company: tuple[str, ...]) -> None:
    said = run(*company)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    first, second = [line for line in lines if line.startswith("C0")][:2]
    assert first.startswith("C03 964.00 4 36.00 in the last 365 days; 20 customers alike")
    assert second.startswith("C01 180.00 6 12.00 in the last 365 days; 20 customers alike")


def test_json_and_file(run: Run, company: tuple[str, ...]) -> None:
    told = json.loads(run(*company, "--json").out)
    assert (told["judged"], told["alike_by"], told["trial"]) == (21, ["purchases"], None)
    assert run(*company, "-o", "out.csv", "--lang", "zh-hans").code == 0
    header, first, *_ = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("customer_id,sales,peers,alike,typical,potential,wallet,basis,share,gap,expected")
    assert first.replace('"', "").startswith("C01,12.00,20,一年购买次数：8–15,132.00,192.00,,peers,0.0625,180.00,")
