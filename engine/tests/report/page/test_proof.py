"""The page of a backtest: a director's sentence, lists of equal length, all measures, and how far chances held."""

from pathlib import Path

import pyarrow as pa
import pytest
from reported import company

import vitalfew as vf
from vitalfew.languages import speaking
from vitalfew.report.page_model import Page, Section
from vitalfew.report.proof import page_of


@pytest.fixture(scope="module")
def found() -> vf.Tested:
    tables = {("costs" if name == "service_costs" else name): rows for name, rows in company().items()}
    return vf.backtest(**tables, scheme="key_accounts", as_of=["2025-04-30", "2025-10-31"], horizon=180)


def part(page: Page, ident: str) -> Section:
    return next(section for section in page.sections if section.id == ident)


def test_it_opens_with_what_the_best_list_brought_and_what_spend_would_have_found(found: vf.Tested) -> None:
    origin = found.origins[-1]
    ours, spend = (origin.lists[method].profit_share for method in ("scheme", "last_period"))
    first, *_ = page_of(found).opening
    assert first == (
        f"The Grade A list of 31 Oct 2025 ({origin.lists['scheme'].customers} of {origin.customers} customers) brought "
        f"{100 * ours:.0f}\u202f% of the profit since; the spend of the 180 days before alone would have found "
        f"{100 * spend:.0f}\u202f%."
    )


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh-hans", "只看此前 180 天消费额，"), ("zh-hant", "只看此前 180 天消費額，")]
)
def test_it_says_so_in_chinese(found: vf.Tested, language: str, sentence: str) -> None:
    with speaking(language):
        page = page_of(found)
    assert sentence in page.opening[0]
    assert page.language == language


def test_every_day_has_its_parts_the_newest_first(found: vf.Tested) -> None:
    page = page_of(found)
    assert [section.id for section in page.sections] == [
        f"{part}-{day}"
        for day in ("2025-10-31", "2025-04-30")
        for part in ("lists", "grades", "measures", "reliability")
    ]
    told = part(page, "measures-2025-10-31").table
    assert [row[0] for row in told.rows] == [
        "hit_rate_top20",
        "capture_top20",
        "spearman",
        "gini",
        "auc",
        "brier",
        "mae",
        "bias",
    ]
    assert {len(row) for row in told.rows} == {len(told.columns)}
    assert {row[1] for row in part(page, "lists-2025-10-31").table.rows} == {
        found.origins[-1].lists["scheme"].customers
    }


def test_without_a_chance_there_is_no_part_on_it_and_without_costs_no_profit() -> None:
    facts = pa.table(
        {
            "customer_id": ["A", "B", "A"],
            "order_date": ["2025-01-01", "2025-01-02", "2025-02-01"],
            "amount": ["9", "5", "7"],
        }
    )
    page = page_of(vf.backtest(facts, scheme="abc", as_of="2025-01-15", horizon=30))
    assert [section.id.partition("-")[0] for section in page.sections] == ["lists", "grades", "measures"]
    assert [column.key for column in page.sections[1].table.columns] == [
        "grade",
        "customers",
        "bought",
        "revenue_after",
        "share",
    ]


def test_it_opens_in_a_browser_and_is_the_same_every_time(found: vf.Tested, open_page: object, tmp_path: Path) -> None:
    page = page_of(found)
    tab = open_page(page)  # type: ignore[operator]
    assert tab.locator("#list").count() == 0
    assert tab.locator("[data-chart] svg").count() == 4
    assert "Grade A list of 31 Oct 2025" in tab.locator(".opening .first").inner_text()
    once = found.save(tmp_path / "one.html").read_bytes()
    assert found.save(tmp_path / "other.html").read_bytes() == once
