"""Looks with a page of their own: what it says is what was found, in each language, written whole."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from weighing.test_sensitivity import PLAIN, company

import vitalfew as vf
from vitalfew.languages import speaking
from vitalfew.report.paged import page_of

WEEKLY = [f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 8, 15, 22)]


@pytest.fixture(scope="module")
def walk() -> vf.WalkForward:
    """One customer that buys every week, and another that stopped in August."""
    rows = [(day, name) for day in WEEKLY for name in ("Acme", "Quit") if name == "Acme" or day < "2025-08-15"]
    return vf.walkforward(
        pa.table(
            {
                "customer_id": [name for _, name in rows],
                "order_id": [str(place) for place in range(len(rows))],
                "order_date": [day for day, _ in rows],
                "amount": ["10.00"] * len(rows),
            }
        ),
        horizon=60,
    )


@pytest.fixture(scope="module")
def weights() -> vf.Sensitivity:
    """Five customers near the boundary of two grades."""
    return vf.sensitivity(**company(), scheme=vf.Scheme.model_validate(PLAIN))


def test_the_page_of_a_walk_shows_each_month_as_it_was_counted(walk: vf.WalkForward) -> None:
    page = page_of(walk)
    methods, months = page.sections
    assert [row[0] for row in methods.table.rows] == [
        "points",
        "days since the last order",
        "last year's value",
        "chance",
    ]
    assert [row[0] for row in months.table.rows] == [f"{at:%Y-%m}" for at in walk.origins]
    counted = {(row["as_of"], row["method"]): row["precision"] for row in walk.rows.to_pylist()}
    for at, row in zip(walk.origins, months.table.rows, strict=True):
        ours = counted[at, "points"]
        assert row[1] == (None if ours is None else round(Decimal(str(ours)), 4))
    assert page.opening
    assert set(page.opening).isdisjoint(page.quality.sentence.split(". "))
    assert page.foot.startswith("vitalfew walkforward --list 20 --horizon 60 · fingerprint ")


def test_the_page_of_weights_has_two_rows_for_each_and_who_is_steady(weights: vf.Sensitivity) -> None:
    page = page_of(weights)
    [section] = page.sections
    rows = {(row[0], row[1]): row for row in section.table.rows}
    assert rows["content", "more"][2:5] == (50, 60, rows["content", "more"][4])
    assert [row[4] for row in section.table.rows] == weights.rows["changed"].to_pylist()
    shown = {key.label: key.value for key in page.strip}
    assert shown["Customers"] == weights.customers
    assert shown["unmoved"] == Decimal(weights.steady) / weights.customers
    assert f"{weights.steady} of {weights.customers} customers keep their grade" in " ".join(page.opening)


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh-hans", ("预警预见得有多准", "有多少等级取决于权重")),
        ("zh-hant", ("預警預見得有多準", "有多少等級取決於權重")),
    ],
)
def test_both_pages_speak_chinese(
    walk: vf.WalkForward, weights: vf.Sensitivity, language: str, titles: tuple[str, str]
) -> None:
    with speaking(language):
        assert (page_of(walk).title, page_of(weights).title) == titles


def test_they_are_saved_as_pages_and_nothing_else_ends_so(
    walk: vf.WalkForward, weights: vf.Sensitivity, tmp_path: Path
) -> None:
    for found, said in ((walk, "How well warnings foresaw"), (weights, "How many grades hang on weights")):
        written = found.save(tmp_path / "page.html").read_text()
        assert said in written
    with pytest.raises(vf.WrongUse, match="no format"):
        weights.save(tmp_path / "page.pdf")
    with pytest.raises(vf.WrongUse, match="no format"):
        vf.lost(company()["orders"]).save(tmp_path / "lost.html")
