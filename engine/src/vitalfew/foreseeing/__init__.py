"""Facts → what is learned of how customers buy → a forecast for each of them."""

from vitalfew.foreseeing.forecasts import forecasts
from vitalfew.foreseeing.learning import Learned, Lesson, lesson
from vitalfew.foreseeing.metrics import Foreseen, foreseen, with_foreseen

__all__ = ["Foreseen", "Learned", "Lesson", "forecasts", "foreseen", "lesson", "with_foreseen"]
