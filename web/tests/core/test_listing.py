"""Lists: pages, order, and addresses that hold both."""

import pytest
from django.http import QueryDict

from vitalfew_web.core.listing import Column, headings, with_query, without_formulas


def test_a_click_sorts_and_the_next_turns_the_order_round() -> None:
    columns = [Column("name", "Name", sort="name"), Column("region", "Region")]
    first = headings(columns, "number", QueryDict("q=x&page=3"), descending=False)
    assert [(each.url, each.order) for each in first] == [("?q=x&sort=name", ""), ("", "")]
    again = headings(columns, "name", QueryDict("sort=name"), descending=False)[0]
    assert (again.url, again.order) == ("?sort=-name", "ascending")
    back = headings(columns, "name", QueryDict("sort=-name"), descending=True)[0]
    assert (back.url, back.order) == ("?sort=name", "descending")


def test_an_address_keeps_what_is_not_changed() -> None:
    assert with_query(QueryDict("a=1&b=2"), b=None, c="x y") == "?a=1&c=x+y"


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 40", "-1", "@SUM(A1)", "\t=1", " =1", "\u3000＝1", "\ufeff@x", "\r", "＋1"]
)
def test_no_cell_of_a_file_is_a_formula(text: str) -> None:
    assert without_formulas(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [without_formulas(text) for text in ("万达", "", "a=b")] == ["万达", "", "a=b"]
