"""A comparison in people's words, in three languages."""

from decimal import Decimal

import pyarrow as pa
import pytest
from compare.companies import classes

import vitalfew as vf
from vitalfew.compare import Cause, movers
from vitalfew.compare.wording import change_of, signed, value
from vitalfew.languages import speaking
from vitalfew.metrics import METRICS
from vitalfew.registry import Unit
from vitalfew.scheme import load

BEFORE = {"ann": "800", "bob": "150", "cat": "50"}


def cause(metric: str, was: object, now: object, **parameters: object) -> Cause:
    return Cause(metric, was, now, None, METRICS[metric].model_validate(parameters))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("2 orders fewer in 12 months (12 → 10)", "One order more in all (1 → 2)", "Sales in 90 days — → 1,200.50")),
        ("zh-hans", ("12 个月内少下 2 单（12 → 10）", "累计多下 1 单（1 → 2）", "90 天内销售额 — → 1,200.50")),
        ("zh-hant", ("12 個月內少下 2 單（12 → 10）", "累計多下 1 單（1 → 2）", "90 天內銷售額 — → 1,200.50")),
    ],
)  # fmt: skip
def test_a_change_names_the_metric_its_time_and_its_figures(language: str, said: tuple[str, ...]) -> None:
    with speaking(language):
        assert said == (
            change_of(cause("frequency", 12, 10, window="12m")),
            change_of(cause("frequency", 1, 2)),
            change_of(cause("monetary", None, Decimal("1200.50"), window="90d")),
        )


def test_fractions_are_per_cent_and_minus_is_a_minus() -> None:
    said = change_of(cause("growth", Decimal("0.125000"), Decimal("-0.034500")))
    assert said == "Growth over the year before 12.5 % → −3.4 %"
    assert (signed(Decimal("-3.10")), signed(Decimal("0.40")), signed(Decimal("0.00"))) == ("−3.10", "+0.40", "0.00")


def test_a_metric_without_a_sentence_goes_by_its_name() -> None:
    assert change_of(cause("rhythm_days", Decimal("30.0"), Decimal("41.5"))) == "Rhythm 30.0 → 41.5"


def test_reasons_begin_with_the_largest_effect_and_name_the_others() -> None:
    (mover,) = movers(classes(**BEFORE), classes(ann="4000", bob="150", cat="50")).movers
    assert mover.reasons() == ("The movement of the other customers: −15.24",)
    with speaking("zh-hant"):
        assert mover.reasons() == ("其他客戶的變動：−15.24",)


def test_the_whole_counts_the_ways_and_what_decided() -> None:
    """Bob falls by ann's 4000 alone; the new dan would be B among the old customers and is C among the new; cat left."""
    found = movers(classes(**BEFORE), classes(ann="4000", bob="150", dan="50"))
    assert found.sentences() == (
        "3 of 4 customers have another grade: 0 up, 1 down, 1 graded for the first time, 1 no longer graded.",
        "What decided: own figures 1, the movement of others 2, changed parameters 0.",
        "Without the facts, corrections of what was known then are inside the own figures.",
    )


def test_given_facts_are_a_cause_of_their_own() -> None:
    corrected = classes(ann="800", bob="900", cat="50")
    found = movers(classes(**BEFORE), corrected, corrected=corrected)
    assert found.sentences() == (
        "1 of 3 customers have another grade: 1 up, 0 down.",
        "What decided: corrected facts of then 1, own figures 0, the movement of others 0, changed parameters 0.",
    )
    assert found.movers[0].reasons() == ("Corrected facts of then: +80.00",)


def test_metrics_that_the_schemes_count_differently_are_named() -> None:
    window = {"monetary": {"metric": "monetary", "window": "90d"}}
    after = classes(load("abc").changed(scheme="abc_90", metrics=window), ann="4000", bob="150", cat="50")
    sentences = movers(classes(**BEFORE), after).sentences()
    assert "The runs were graded by different schemes: abc and abc_90." in sentences
    assert (
        "The schemes count monetary differently; without the facts that change is inside the changed parameters."
        in sentences
    )


def test_metrics_that_one_run_lacks_are_named_and_told_with_the_others() -> None:
    rows = {
        "customer_id": ["ann", "bob", "ann", "bob"],
        "order_id": ["1", "2", "3", "4"],
        "order_date": ["2023-01-01", "2023-01-02", "2026-01-01", "2026-01-02"],
        "amount": ["100", "90", "100", "5"],
    }
    before = vf.grade(pa.table({**rows, "cost": ["10", "10", "10", "10"]}), scheme="key_accounts")
    after = vf.grade(pa.table(rows), scheme="key_accounts")
    found = movers(before, after)
    assert found.one_sided == ("contribution",)
    assert all(mover.parts["own"] == 0 for mover in found.movers)
    assert found.sentences()[-1] == (
        "Only one of the runs knows contribution; that change is inside the movement of others."
    )


@pytest.mark.parametrize(("cell", "words"), [("-0.0004", "0.0 %"), ("-0.0006", "−0.1 %"), ("0.5", "50.0 %")])
def test_a_fraction_near_zero_has_no_minus(cell: str, words: str) -> None:
    assert value(Decimal(cell), Unit.FRACTION) == words
