"""When we met, and when we met those who decide."""

import pytest
from small_company import Company

from vitalfew.metrics.contacts import Interactions, KeyPersonDays, TouchDays
from vitalfew.registry import Metric

INTERACTIONS = """
customer_id moment           kind  contact_role
A           2025-12-30T23:59 visit buyer
A           2025-12-01       call  director
A           2025-12-31       web   director
A           2026-01-01       visit director
B           2024-01-01       -     -
C           2025-12-31       web   -
"""
CUSTOMERS = "customer_id key_person_touch\nA 2025-12-11\nB 2025-12-26\nC 2026-01-05\nD -"


def test_contacts_are_counted_and_a_page_looked_at_is_none(company: Company) -> None:
    found = company.measure(Interactions(), interactions=INTERACTIONS, customers=CUSTOMERS)
    assert found == {"A": 2, "B": 0, "C": 0, "D": 0}


def test_days_since_the_last_contact(company: Company) -> None:
    found = company.measure(TouchDays(), interactions=INTERACTIONS, customers=CUSTOMERS)
    assert found == {"A": 1, "B": 730, "C": None, "D": None}


def test_without_kinds_every_row_is_a_contact(company: Company) -> None:
    interactions = "customer_id moment\nA 2025-12-31"
    assert company.measure(TouchDays(), interactions=interactions, customers="customer_id\nA") == {"A": 0}


def test_key_people_are_as_fresh_as_the_later_of_file_and_contacts(company: Company) -> None:
    tables = {"interactions": INTERACTIONS, "customers": CUSTOMERS}
    assert company.measure(KeyPersonDays(), **tables) == {"A": 1, "B": 5, "C": None, "D": None}
    assert company.measure(KeyPersonDays(roles=("director",)), **tables)["A"] == 20


def test_key_people_live_on_either_table(company: Company) -> None:
    assert company.measure(KeyPersonDays(), customers=CUSTOMERS)["A"] == 20
    customers = "customer_id\nA\nB\nC"
    found = company.measure(KeyPersonDays(roles=("director",)), interactions=INTERACTIONS, customers=customers)
    assert found == {"A": 30, "B": None, "C": None}
    assert company.lacks(KeyPersonDays()) == "customers.key_person_touch / interactions.contact_role"


@pytest.mark.parametrize("metric", [Interactions(), TouchDays()])
def test_without_the_table_it_is_not_available(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "interactions"
