"""A grade as it is shown, and why in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vitalfew_web.core.listing import address_with
from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.panels.amounts import language
from vitalfew_web.grading.selectors import grades_of


@dataclass(frozen=True)
class Chip:
    """A grade as it is shown: the letter that holds, what a run says, and why."""

    grade: Grade
    run: Run

    @property
    def run_id(self) -> int:
        """The run that it comes from."""
        return self.run.pk

    @property
    def by_hand(self) -> bool:
        """Whether a person gave it."""
        return bool(getattr(self.grade, "hand_label", None))

    @property
    def label(self) -> str:
        """The grade that holds: that of a person where there is one, else that of the run."""
        return str(self._hand("label")) if self.by_hand else self.grade.label

    def _hand(self, part: str) -> Any:
        return getattr(self.grade, f"hand_{part}", None)

    @property
    def letter(self) -> str:
        """What stands in the chip: the label where it is short, else its first letter."""
        return self.label if len(self.label) <= 2 else self.label[:1].upper()

    @property
    def tone(self) -> str:
        """The colour of the chip."""
        return tone_of(self.run, self.label)

    @property
    def was_tone(self) -> str:
        """The colour of the grade before."""
        return tone_of(self.run, self.grade.was)

    @property
    def was_letter(self) -> str:
        """The grade before, as short as the chip."""
        was = self.grade.was
        return was if len(was) <= 2 else was[:1].upper()

    @property
    def moved(self) -> bool:
        """Whether it is another grade than before."""
        return bool(self.grade.was) and self.grade.was != self.grade.label

    @property
    def title(self) -> str:
        """The grade in words."""
        return title_of(self.run, self.label)

    @property
    def sentence(self) -> str:
        """Why, in one sentence."""
        if self.by_hand:
            values = {"who": self._hand("by"), "until": date_format(self._hand("until"), "SHORT_DATE_FORMAT")}
            return _("Set by {who} until {until}: {reason}").format(**values, reason=self._hand("reason"))
        return self.run_sentence

    @property
    def run_sentence(self) -> str:
        """Why the run gave its grade, whatever a person made of it."""
        return sentence_of(self.run, self.grade.reason)

    @property
    def near(self) -> str:
        """How far it is to the next grade."""
        return near_to(self.run, self.grade)

    @property
    def bar(self) -> Bar | None:
        """The score on the scale of grades."""
        return bar_of(self.run, self.grade.score)


def tone_of(run: Run, label: str) -> str:
    """The colour of a grade in a run."""
    return next((one["tone"] for one in run.scale if one["label"] == label), "c")


def title_of(run: Run, label: str) -> str:
    """A grade in the words of its scheme."""
    titles: dict[str, str] = next((one["title"] for one in run.scale if one["label"] == label), {})
    return str(titles.get(language()) or titles.get("en") or label)


def playbook_of(run: Run, label: str) -> str:
    """What the scheme says that one does with customers of a grade."""
    texts: dict[str, str] = next((one["playbook"] for one in run.scale if one["label"] == label), {})
    return str(texts.get(language()) or texts.get("en") or "")


def measure_of(run: Run, name: str) -> str:
    """What a measure is called."""
    texts = run.measures.get(name, {})
    return str(texts.get(language()) or texts.get("en") or name)


def sentence_of(run: Run, reason: Mapping[str, Any]) -> str:
    """What carries a grade and what holds it back."""
    best, worst, ranks = (reason.get(key, []) for key in ("best", "worst", "ranks"))
    if best:
        carried = _listed(_pointed(run, *one) for one in best)
        said = _("Carried by {measures}.").format(measures=carried)
        return " ".join([said, *(_("Held back by {measure}.").format(measure=_pointed(run, *one)) for one in worst)])
    if ranks:
        return _listed(
            _("{measure}: rank {rank} of {n}").format(measure=measure_of(run, name), rank=_count(rank), n=_count(n))
            for name, rank, n in ranks
        )
    return _("No order yet, so there is nothing to rank.")


def _pointed(run: Run, name: str, points: float) -> str:
    return _points_of(measure_of(run, name), round(points), language())


@lru_cache(maxsize=10_000)
def _points_of(measure: str, points: int, _language: str) -> str:
    """Said a few times in every row of a list, and there are not many such words."""
    return _("{measure} ({points} of 100)").format(measure=measure, points=number_format(points, 0))


def _listed(parts: Iterable[str]) -> str:
    return pgettext("between the parts of a list", ", ").join(parts)


def _count(number: int) -> str:
    return number_format(number, 0, force_grouping=True)


def near_to(run: Run, grade: Grade) -> str:
    """How many points are missing to the next better grade, and lie above the next lower one."""
    bounds = [(one["label"], Decimal(str(one["least"]))) for one in run.scale if one["least"] is not None]
    if grade.score is None or not bounds:
        return ""
    above = [(label, least - grade.score) for label, least in bounds if least > grade.score]
    below = [(label, grade.score - least) for label, least in bounds if least <= grade.score][:1]
    said = [_("{points} below {grade}").format(points=_points(gap), grade=label) for label, gap in above[-1:]]
    if below and below[0][0] != bounds[-1][0]:
        said.append(_("{points} above the floor of {grade}").format(points=_points(below[0][1]), grade=below[0][0]))
    return " · ".join(said)


def _points(gap: Decimal) -> str:
    return number_format(gap, 1)


@dataclass(frozen=True)
class Bar:
    """The scale of grades from 0 to 100 as parts, the lowest first, and where the score stands."""

    parts: list[dict[str, Any]]
    at: float


def bar_of(run: Run, score: Decimal | None) -> Bar | None:
    """The scale with the score on it; nothing where grades do not follow from a score."""
    bounds = sorted(((one["least"], one) for one in run.scale if one["least"] is not None), key=lambda one: one[0])
    if score is None or not bounds:
        return None
    ends = [*(least for least, _one in bounds[1:]), 100]
    parts = [
        {"label": one["label"], "tone": one["tone"], "x": least, "width": max(end - least - 0.6, 0.4), "least": least}
        for (least, one), end in zip(bounds, ends, strict=True)
    ]
    return Bar(parts, round(float(min(max(score, Decimal(0)), Decimal(100))), 1))


def chips_of(keys: Sequence[int]) -> dict[int, Chip]:
    """Customer → its chip, of customers that somebody sees."""
    return {key: Chip(grade, grade.run) for key, grade in grades_of(keys, timezone.localdate()).items()}


def chip_of(chip: Chip, size: str = "") -> SafeString:
    """The chip: its title says why in one sentence, a click leads to the whole; where a pointer rests a card opens."""
    by_hand = " vf-grade-hand" if chip.by_hand else ""
    return format_html(
        '<a class="vf-grade vf-grade-{}{}{}" href="{}" aria-label="{}: {}" data-vf-card="{}">{}</a>',
        chip.tone,
        by_hand,
        size and f" vf-grade-{size}",
        address_with("grading:why", chip.grade.customer),
        chip.title,
        chip.sentence,
        address_with("grading:card", chip.grade.customer),
        chip.letter,
    )
