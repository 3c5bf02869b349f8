"""A believable sample company: any size, one per industry scheme, the same bytes for the same seed.

About a fifth of the customers bring about four fifths of the money. Some grow, some decline, some sleep or are lost,
some came once, some come only under promotions, some cost more than they bring, some have not bought yet. The first
ones have a fate of their own that a reader can recognise: vitalfew.sample.stories.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from vitalfew.errors import WrongUse
from vitalfew.languages import LANGUAGES, say
from vitalfew.sample.company import Company
from vitalfew.sample.contacts import feedback, interactions
from vitalfew.sample.customers import customers as customer_rows
from vitalfew.sample.headers import Headers, headers
from vitalfew.sample.lines import blocks
from vitalfew.sample.messy import messy
from vitalfew.sample.money import payments, returns, wallet
from vitalfew.sample.readme import readme
from vitalfew.sample.service import service_costs
from vitalfew.sample.sheets import Columns, Sheets
from vitalfew.sample.trades import WHOLESALER, trade

__all__ = ["messy", "write"]

MOST_CUSTOMERS = 1_000_000
MOST_YEARS = 20

TABLES = ("orders", "payments", "returns", "customers", "service_costs", "feedback", "interactions", "wallet")
"""What a sample has, in the order in which it is written."""


def write(
    folder: Path,
    *,
    customers: int = 300,
    years: int = 3,
    seed: int = 1,
    industry: str | None = None,
    language: str = "en",
    last_day: date = date(2026, 10, 31),
    tables: Collection[str] = TABLES,
) -> list[Path]:
    """Write the facts of a sample company as text files and give their paths, the orders first.

    One file per table of facts, named after it, with the standard headers, and a README.txt that tells the stories;
    money in one currency, so there are no exchange rates. `industry` is the
    name of an industry scheme, None a wholesaler. Unknown names, no customers and no years are refused; existing files
    of these names are replaced together at the end. `tables` are those to write.
    """
    _check(customers, years, seed, language)
    company = Company(customers, years, seed, trade(industry), industry or WHOLESALER, language, last_day)
    with Sheets(folder) as sheets:
        for table, rows in _rows(company, tables):
            sheets.add(table, rows)
        sheets.note("README.txt", readme(company))
    return sheets.paths


def _rows(company: Company, tables: Collection[str]) -> Iterator[tuple[str, Columns]]:
    """Table by table; those that follow from the lines of orders together with them, block by block."""
    orders = headers(company)
    if not {"orders", "payments", "returns"}.isdisjoint(tables):
        yield from ((table, rows) for table, rows in _bought(company, orders) if table in tables)
    if "customers" in tables:
        yield "customers", customer_rows(company, orders)
    if "service_costs" in tables:
        yield from (("service_costs", rows) for rows in service_costs(company, orders))
    if "feedback" in tables:
        yield from (("feedback", rows) for rows in feedback(company))
    if "interactions" in tables:
        yield from (("interactions", rows) for rows in interactions(company))
    if "wallet" in tables:
        yield "wallet", wallet(company, orders)


def _bought(company: Company, orders: Headers) -> Iterator[tuple[str, Columns]]:
    for number, block in enumerate(blocks(company, orders)):
        yield "orders", block.rows
        yield "payments", payments(company, block, number)
        yield "returns", returns(company, block, number)


def _check(customers: int, years: int, seed: int, language: str) -> None:
    if not 1 <= customers <= MOST_CUSTOMERS or not 1 <= years <= MOST_YEARS or seed < 0:
        raise WrongUse(
            say("a sample has from 1 to {customers} customers, from 1 to {years} years, and a seed from 0.",
                customers=MOST_CUSTOMERS, years=MOST_YEARS),
            remedy=say("Give whole numbers in these limits."),
        )  # fmt: skip
    if language not in LANGUAGES:
        raise WrongUse(
            say("there is no sample in the language {language}.", language=language),
            remedy=say("Choose one of {names}.", names=", ".join(LANGUAGES)),
        )
