"""What a cell that could not be read was probably meant to be."""

import pytest

from vitalfew_web.facts.rules import guess


@pytest.mark.parametrize(
    ("kind", "cell", "meant"),
    [
        ("money", "1,2O4,500", "1,204,500"),
        ("money", "l20.5O", "120.50"),
        ("money", "约1200", "1200"),
        ("money", "1200左右", "1200"),
        ("money", "1.2万", "12000"),
        ("number", "３萬", "30000"),
        ("number", "0.5亿", "50000000"),
        ("money", "lol", ""),
        ("money", "much", ""),
        ("money", "", ""),
        ("day", "2O26-03-01", "2026-03-01"),
        ("moment", "2026-13-05", "2026-05-13"),
        ("moment", "2026-02-30", ""),
        ("moment", "2026-13-13", ""),
        ("day", "民國113年3月5日", "2024-03-05"),
        ("day", "113/03/05", "2024-03-05"),
        ("day", "98年3月5日", ""),
        ("day", "45-03-05", "2045-03-05"),
        ("day", "05-03-24", ""),
        ("text", "1O", ""),
        ("id", "1.23E+15", ""),
    ],
)
def test_a_guess_is_readable_or_none_is_made(kind: str, cell: str, meant: str) -> None:
    assert guess(kind, cell) == meant


def test_a_currency_that_is_unknown_is_that_of_the_file() -> None:
    assert guess("text", "国币", name="currency", currency="CNY") == "CNY"
    assert guess("text", "国币", name="region", currency="CNY") == ""
