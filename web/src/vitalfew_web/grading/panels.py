"""What grading hangs on the list and the pages of customers, and how a grade is said in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from babel.numbers import format_compact_decimal
from django.db.models import F, FilteredRelation, OrderBy, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext, to_locale
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from vitalfew_web.core.listing import Column
from vitalfew_web.grading.choices import SQUARES, CustomerType
from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.rules import line_of
from vitalfew_web.grading.selectors import current_run, grades_now, grades_of, overrides_on

if TYPE_CHECKING:
    from vitalfew_web.access.models import User
    from vitalfew_web.accounts.models import Account
    from vitalfew_web.core.registries import Text

FALL = 1.25
"""A half year that brought so many times more than the one after it is a fall."""


def language() -> str:
    """The language of the page, as the engine's texts are kept by."""
    return get_language() or "en"


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
    return _("{measure} ({points} of 100)").format(measure=measure_of(run, name), points=number_format(points, 0))


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
        said.append(_("{points} above the end of {grade}").format(points=_points(below[0][1]), grade=below[0][0]))
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


def short_amount(minor: int | None, digits: int) -> str:
    """An amount in few signs: 18.7M, 1870万."""
    if minor is None:
        return "–"
    amount = Decimal(minor).scaleb(-digits)
    locale = to_locale(language())
    places = 0 if abs(amount) < 10_000 else 1
    return format_compact_decimal(amount, locale=locale, fraction_digits=places).replace("-", "−")


def exact_amount(minor: int | None, run: Run) -> str:
    """An amount with all its digits and the currency."""
    if minor is None:
        return ""
    return (
        f"{number_format(Decimal(minor).scaleb(-run.digits), run.digits, force_grouping=True)} {run.currency}".strip()
    )


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
        reverse("grading:why", args=[chip.grade.customer]),
        chip.title,
        chip.sentence,
        reverse("grading:card", args=[chip.grade.customer]),
        chip.letter,
    )


SQUARE = format_html_join(
    "",
    '<rect{}{} width="6" height="6" rx="1"/>',
    [("", ""), (SafeString(' x="7"'), ""), ("", SafeString(' y="7"')), (SafeString(' x="7"'), SafeString(' y="7"'))],
)


def _type(grade: Grade) -> SafeString | str:
    if not grade.type:
        return ""
    return format_html(
        '<svg class="vf-quad vf-quad-{}" viewBox="0 0 13 13" aria-hidden="true" focusable="false">{}</svg> {}',
        SQUARES[CustomerType(grade.type)],
        SQUARE,
        grade.get_type_display(),
    )


def _amount(grade: Grade, minor: int | None, line: tuple[str, float, float] | None = None) -> SafeString:
    return format_html(
        '{} <span class="vf-beside{}" title="{}">{}</span>',
        _spark(grade, *line) if line else "",
        " vf-bad" if minor is not None and minor < 0 else "",
        exact_amount(minor, grade.run),
        short_amount(minor, grade.run.digits),
    )


def _spark(grade: Grade, points: str, x: float, y: float) -> SafeString:
    months = grade.months or []
    falls = " vf-spark-bad" if sum(months[:6]) > FALL * sum(months[6:]) else ""
    return format_html(
        '<svg class="vf-spark{}" viewBox="0 0 62 20" aria-hidden="true" focusable="false"><polyline points="{}"/>'
        '<circle r="1.8" cx="{}" cy="{}"/></svg>',
        falls,
        points,
        str(x),
        str(y),
    )


def prepare(rows: Sequence[Any]) -> None:
    """Keep with each row of a list its chip, or None."""
    found = chips_of([row.pk for row in rows])
    for row in rows:
        row.chip = found.get(row.pk)


def _of_grade(name: str) -> Callable[[Any], Any]:
    """What the grade of a row says under a name; nothing without one."""
    return lambda row: getattr(row.chip.grade, name) if row.chip else None


def _money(name: str) -> Callable[[Any], Any]:
    def amount(row: Any) -> Any:
        minor = _of_grade(name)(row)
        return None if minor is None else Decimal(minor).scaleb(-row.chip.run.digits)

    return amount


def _drawn(draw: Callable[[Chip], Any]) -> Callable[[Any], Any]:
    return lambda row: draw(row.chip) if row.chip else ""


def _day(chip: Chip) -> str:
    return date_format(chip.grade.last_order, "SHORT_DATE_FORMAT") if chip.grade.last_order else ""


def _sales(chip: Chip) -> SafeString:
    return _amount(chip.grade, chip.grade.sales, line_of(chip.grade.months))


def _contribution(chip: Chip) -> SafeString:
    return _amount(chip.grade, chip.grade.contribution)


LEADING: tuple[Column[Any], ...] = (
    Column(
        "grade",
        _lazy("Grade"),
        lambda row: row.chip.label if row.chip else None,
        sort="grade",
        draw=_drawn(chip_of),
        place="vf-cell-mark",
    ),
    Column(
        "type",
        _lazy("Type"),
        lambda row: row.chip.grade.get_type_display() if row.chip else None,
        draw=_drawn(lambda chip: _type(chip.grade)),
        place="vf-cell-plain",
    ),
)
"""Columns before the name."""

COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "order",
        _lazy("Last order"),
        _of_grade("last_order"),
        sort="order",
        draw=_drawn(_day),
        place="vf-cell-plain",
    ),
    Column(
        "sales",
        _lazy("Sales, 12 months"),
        _money("sales"),
        sort="sales",
        draw=_drawn(_sales),
        place="vf-number",
    ),
    Column(
        "contribution",
        _lazy("Contribution"),
        _money("contribution"),
        sort="contribution",
        draw=_drawn(_contribution),
        place="vf-number vf-cell-plain",
    ),
    Column("score", _lazy("Score"), _of_grade("score"), sort="score", place="vf-number vf-cell-plain", shown=False),
    Column("rank", _lazy("Rank"), _of_grade("rank"), place="vf-number vf-cell-plain", shown=False),
)
"""Columns behind it."""

SORTS = {"grade": "score", "score": "score", "order": "last_order", "sales": "sales", "contribution": "contribution"}
"""What the list may be sorted by → the column of the grades."""


def head_of(user: User, account: Account) -> Any:  # noqa: ARG001  (who sees the page sees its grade)
    """The chip beside the name, and the grades of the last months."""
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        return ""
    content = {"mark": chip_of(chip, "large"), "past": past_of(chip.run, chip.grade)}
    return render_to_string("grading/parts/head.html", content)


def past_of(run: Run, grade: Grade) -> list[dict[str, Any]]:
    """The grades of the months as small bars: the better, the higher."""
    order = {one["label"]: place for place, one in enumerate(run.scale)}
    most = max(len(order), 1)
    return [
        {
            "x": 5 * at,
            "height": round(4 + 12 * (most - order[label]) / most, 1),
            "y": round(16 - (4 + 12 * (most - order[label]) / most), 1),
            "tone": tone_of(run, label),
            "title": f"{month} {label}",
        }
        for at, (month, label) in enumerate(grade.past)
        if label in order
    ]


def figures_of(user: User, account: Account) -> Any:  # noqa: ARG001  (who sees the page sees its grade)
    """Sales, contribution and place, at the side of a customer's page."""
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        return ""
    grade, run = chip.grade, chip.run
    content = {
        "chip": chip,
        "account": account,
        "sales": short_amount(grade.sales, run.digits),
        "sales_exact": exact_amount(grade.sales, run),
        "contribution": short_amount(grade.contribution, run.digits),
        "contribution_exact": exact_amount(grade.contribution, run),
        "loses": grade.contribution is not None and grade.contribution < 0,
        "playbook": playbook_of(run, chip.label),
    }
    return render_to_string("grading/parts/side.html", content)


def grade_choices() -> list[tuple[str, Text]]:
    """The grades of the run that holds."""
    run = current_run()
    return [(one["label"], title_of(run, one["label"])) for one in run.scale] if run else []


def with_grade(rows: Any, label: str) -> Any:
    """Customers of a grade, as the run says it or a person."""
    held = overrides_on(timezone.localdate())
    by_run = grades_now().filter(label=label).exclude(account__in=held.values("account")).values("account")
    return rows.filter(pk__in=by_run) | rows.filter(pk__in=held.filter(label=label).values("account"))


def type_choices() -> list[tuple[str, Text]]:
    """The four types."""
    return list(CustomerType.choices)


def with_type(rows: Any, value: str) -> Any:
    """Customers of a type."""
    return rows.filter(pk__in=grades_now().filter(type=value).values("account"))


def cell_choices() -> list[tuple[str, Text]]:
    """The cells of the grid of recency and frequency."""
    said = _("recency {r}, frequency {f}")
    return [(f"{r}{f}", said.format(r=r, f=f)) for r in range(1, 6) for f in range(1, 6)]


def with_cell(rows: Any, value: str) -> Any:
    """Customers of a cell of the grid."""
    return rows.filter(pk__in=grades_now().filter(cell=value).values("account"))


def move_choices() -> list[tuple[str, Text]]:
    """Which way a grade went."""
    return [("up", _("grade went up")), ("down", _("grade went down")), ("loss", _("costs more than it earns"))]


def with_move(rows: Any, value: str) -> Any:
    """Customers whose grade went up or down in the run that holds, or that cost more than they earn."""
    run = current_run()
    if value == "loss":
        return rows.filter(pk__in=grades_now().filter(contribution__lt=0).values("account"))
    order = [one["label"] for one in run.scale] if run else []
    pairs = [(was, now) for was in order for now in order if (order.index(now) < order.index(was)) == (value == "up")]
    found = grades_now().none()
    for was, now in pairs:
        if was != now:
            found = found | grades_now().filter(was=was, label=now)
    return rows.filter(pk__in=found.values("account"))


def sorted_by(column: str) -> Any:
    """A function that puts the list in the order of a column of the grades; customers without one stand last."""

    def sort(rows: Any, descending: bool) -> Any:  # noqa: FBT001  (as the registry calls it)
        run = current_run()
        held = rows.alias(held=FilteredRelation("grades", condition=Q(grades__run=run and run.pk)))
        by = OrderBy(F(f"held__{column}"), descending=descending, nulls_last=True)
        return held.order_by(by, OrderBy(F("id"), descending=descending))

    return sort
