"""How windows are written."""

import pytest
from pydantic import ValidationError

from vitalfew.metrics.growth import Growth
from vitalfew.metrics.sales import Monetary
from vitalfew.registry import Metric


@pytest.mark.parametrize(
    ("written", "days"), [("365d", 365), ("52w", 364), ("12m", 365), ("6m", 180), ("3y", 1095), (90, 90), ("all", None)]
)
def test_a_window_is_a_number_of_days_or_all(written: object, days: int | None) -> None:
    assert Monetary(window=written).window == days


@pytest.mark.parametrize("wrong", ["", "soon", "0d", "-3d", "1.5y", 0, "²d", "101y", "9" * 5000])
def test_anything_else_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError, match="a window is"):
        Monetary(window=wrong)


def test_a_comparison_of_two_windows_cannot_take_all_history() -> None:
    with pytest.raises(ValidationError, match="cannot be `all`"):
        Growth(window="all")


@pytest.mark.parametrize("metric", [Monetary(window="90d"), Monetary(), Growth()])
def test_a_window_is_written_as_it_is_read(metric: Metric) -> None:
    assert type(metric).model_validate(metric.model_dump(mode="json")) == metric
