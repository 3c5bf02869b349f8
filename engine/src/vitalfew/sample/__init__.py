"""A believable sample company: any size, one per industry scheme, the same bytes for the same seed.

About a fifth of the customers bring about four fifths of the money. Some grow, some decline, some sleep or are lost,
some came once, some come only under promotions, some cost more than they bring, some have not bought yet. The first
ones have a fate of their own that a reader can recognise: vitalfew.sample.stories.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vitalfew.errors import WrongUse
from vitalfew.languages import LANGUAGES, say
from vitalfew.sample.company import Company
from vitalfew.sample.contacts import feedback, interactions
from vitalfew.sample.customers import customers as customer_rows
from vitalfew.sample.headers import headers
from vitalfew.sample.lines import blocks
from vitalfew.sample.messy import messy
from vitalfew.sample.money import payments, returns, wallet
from vitalfew.sample.readme import readme
from vitalfew.sample.service import service_costs
from vitalfew.sample.sheets import Sheets
from vitalfew.sample.trades import WHOLESALER, trade

__all__ = ["messy", "write"]

MOST_CUSTOMERS = 1_000_000
MOST_YEARS = 20


def write(
    folder: Path,
    *,
    customers: int = 300,
    years: int = 3,
    seed: int = 1,
    industry: str | None = None,
    language: str = "en",
    last_day: date = date(2026, 10, 31),
) -> list[Path]:
    """Write the facts of a sample company as text files and give their paths, the orders first.

    One file per table of facts, named after it, with the standard headers, and a README.txt that tells the stories;
    money in one currency, so there are no exchange rates. `industry` is the
    name of an industry scheme, None a wholesaler. Unknown names, no customers and no years are refused; existing files
    of these names are replaced together at the end.
    """
    _check(customers, years, seed, language)
    company = Company(customers, years, seed, trade(industry), industry or WHOLESALER, language, last_day)
    orders = headers(company)
    with Sheets(folder) as sheets:
        for number, block in enumerate(blocks(company, orders)):
            sheets.add("orders", block.rows)
            sheets.add("payments", payments(company, block, number))
            sheets.add("returns", returns(company, block, number))
        sheets.add("customers", customer_rows(company, orders))
        sheets.add("service_costs", service_costs(company, orders))
        for rows in feedback(company):
            sheets.add("feedback", rows)
        for rows in interactions(company):
            sheets.add("interactions", rows)
        sheets.add("wallet", wallet(company, orders))
        sheets.note("README.txt", readme(company))
    return sheets.paths


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
