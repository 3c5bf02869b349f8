"""Lists: pages, order, and addresses that hold both."""

from typing import Any

import pytest
from django.http import QueryDict
from django.urls import reverse

from vitalfew_web.core.listing import (
    Column,
    address_with,
    asked_in,
    counted,
    headings,
    row_of,
    state_of,
    with_query,
    without_formulas,
)
from vitalfew_web.core.models import Job


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


@pytest.mark.parametrize("number", ["K-1001", "Müller & Söhne", "万达", "50%", "a?b#c", "x'y;z=1", "+(1)~:@"])
def test_an_address_with_a_number_is_the_one_that_django_gives(number: str) -> None:
    assert address_with("accounts:account", number) == reverse("accounts:account", args=[number])


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 40", "-1", "@SUM(A1)", "\t=1", " =1", "\u3000＝1", "\ufeff@x", "\r", "＋1"]
)
def test_no_cell_of_a_file_is_a_formula(text: str) -> None:
    assert without_formulas(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [without_formulas(text) for text in ("万达", "", "a=b")] == ["万达", "", "a=b"]


def test_a_row_escapes_what_it_has_and_an_empty_cell_that_is_edited_has_a_name() -> None:
    columns = [
        Column("kind", "Kind <b>", field="kind"),
        Column("plain", "Plain", value=lambda row: row.kind, place="vf-cell-end"),
    ]
    row = row_of(Job(pk=7, kind="<i>"), columns, url="/x/", fields={"kind"}, can_pick=True)
    assert row.whole == (
        '<tr class="vf-row" id="row-7" data-vf-row="/x/">'
        '<td class="vf-cell-pick"><input class="vf-check" type="checkbox" name="id" value="7:0" form="bulk"'
        ' aria-label="&lt;i&gt; 7"></td>'
        '<td><button class="vf-cell-edit" type="button" data-vf-edit="kind">&lt;i&gt;</button></td>'
        '<td class="vf-cell-end">&lt;i&gt;</td></tr>'
    )
    empty = row_of(Job(pk=7), columns, url="/x/?a&b", fields={"kind"}).whole
    assert 'title="Kind &lt;b&gt;"' in empty
    assert 'data-vf-row="/x/?a&amp;b"' in empty
    assert "checkbox" not in empty


def test_equal_lists_have_equal_states() -> None:
    assert state_of(QueryDict("b=2&a=1&page=3&view=7")) == state_of(QueryDict("a=1&b=2")) == "a=1&b=2"


def test_an_address_says_nothing_twice() -> None:
    columns = [Column("name", "Name", fixed=True), Column("a", "A"), Column("b", "B", shown=False)]
    given = QueryDict("q=&kind=x&kind=y&columns=name&columns=b&columns=a&columns=secret")
    assert asked_in(given, columns).urlencode() == "kind=y&columns=name%2Ca%2Cb"
    assert asked_in(QueryDict("columns=a,name"), columns).urlencode() == ""


def test_many_lists_are_counted_by_one_question(db: None, django_assert_num_queries: Any) -> None:
    jobs = Job.objects.all()
    with django_assert_num_queries(1):
        assert counted([jobs, jobs.filter(kind="x"), jobs.none()]) == [0, 0, 0]
