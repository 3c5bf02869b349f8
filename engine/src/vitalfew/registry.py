"""Name → metric, name → grading method: the two lists everything else is made from.

Validation, the YAML form, the command-line help, the reference pages and the property tests come
from what stands here; nothing is written twice.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from vitalfew.population import Population

Better = Literal["more", "less"]
Row = Mapping[str, Any]
"""One customer: column → value. Numbers are int or Decimal, never float; missing is None."""


class Parameters(BaseModel):
    """A frozen set of parameters; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Unit(StrEnum):
    """What a metric is counted in; decides its stored type and the smallest step it can change by."""

    MONEY = "money"
    COUNT = "count"
    DAYS = "days"
    SPAN = "span"
    """Days with one digit behind the point: medians and means of days."""
    PIECES = "pieces"
    """Quantities: pieces, nights, kilograms; two digits."""
    FRACTION = "fraction"
    POINTS = "points"
    HOURS = "hours"
    DAY = "day"
    WORD = "word"
    FLAG = "flag"

    @property
    def numeric(self) -> bool:
        """Whether values can be ranked and added."""
        return self not in (Unit.DAY, Unit.WORD, Unit.FLAG)

    def digits(self, money_digits: int) -> int:
        """Digits behind the point that a value is kept and shown with; one of the last is one step."""
        return money_digits if self is Unit.MONEY else _DIGITS.get(self, 0)


_DIGITS = {Unit.SPAN: 1, Unit.PIECES: 2, Unit.FRACTION: 6, Unit.POINTS: 2, Unit.HOURS: 2}


Cells = Callable[[Any], "ir.Value"]
"""From the columns of one row to a value."""

Grain = Literal["line", "order", "gap", "product", "category", "invoice", "year", "day"]

Columns = Mapping[str, tuple[str, ...]]
"""Table → some of its columns."""


@dataclass(frozen=True)
class Aggregate:
    """One number per customer, folded from the rows of one table.

    `fold` knows integers, decimals and days only: sums of floats would give other bytes in every
    parallel run. `latest` takes `of` where `by` is largest. With a grain other than `line`, rows are
    first put together per order (product, category, invoice, year, day), each of `inputs` folded from the lines of
    the group; `of` and `where` then see the group. Grain `gap` are the customer's valid orders of all history in
    order of time, with `gap`, the days since the valid order before. Without one of the columns `needs` the
    aggregate is left out. `from_orders` says that rows of whole orders, each with the sums of its lines, give what
    the lines give (compile/condensed.py): sums of money, moments and orders do, and counts of lines of which the
    metric only asks whether there is one. Rows dated before the day `since` are left out; `inputs` have their own.
    """

    table: str
    fold: Literal["sum", "count", "min", "max", "median", "latest"]
    of: Cells | None = None
    where: Cells | None = None
    by: Cells | None = None
    grain: Grain = "line"
    inputs: Mapping[str, Aggregate] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    from_orders: bool = False
    since: date | None = None


class Metric(Parameters, ABC):
    """One number or word per customer. A subclass is the declaration and, in `value`, the arithmetic.

    `needs` are the columns without which the metric is not available, by table; `uses` are taken
    where they are there. Of the (table, column) pairs in `one_of`, one must be there.
    """

    name: ClassVar[str]
    unit: ClassVar[Unit]
    better: ClassVar[Better] = "more"
    judged: ClassVar[bool] = False
    """Whether the value is somebody's judgement and not a fact."""
    needs: ClassVar[Columns] = {}
    uses: ClassVar[Columns] = {}
    one_of: ClassVar[tuple[tuple[str, str], ...]] = ()

    def required(self) -> Columns:
        """The columns this metric needs with its parameters."""
        return self.needs

    @abstractmethod
    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        """What is folded from the facts as of the day `at`."""

    @abstractmethod
    def value(self, parts: Any, at: date) -> ir.Value:
        """The metric from its aggregates (attributes of `parts`; missing tables give None)."""

    def available_since(self, at: date) -> date | None:  # noqa: ARG002  (metrics that compare years look at it)
        """The facts must begin on or before this day, else the metric is not available; None: no need."""
        return None


@dataclass(frozen=True)
class Verdict:
    """What a method says of one customer."""

    label: str | int | None
    score: Any = None
    reasons: Row = field(default_factory=dict)
    points: Row = field(default_factory=dict)
    """Metric → what it was worth here: a percentile, a quantile score, a share of the points."""
    remark: str = ""
    """A sentence with the figures behind the label, where the label alone says too little."""


class MethodParameters(Parameters, ABC):
    """Parameters of a grading method."""

    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """The columns (metrics, or classifiers named before it) that the method looks at."""

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        """The columns without which the method says nothing and that are not among these."""
        return tuple(name for name in self.reads() if name not in columns)

    def ranks(self) -> tuple[str, ...]:
        """Those of them that are compared with other customers' values; they must be metrics."""
        return ()

    def places(self) -> Collection[str]:
        """The columns of places that it reads, see vitalfew.places; they are worked out before the method runs."""
        return ()

    def weights(self) -> Mapping[str, Any]:
        """Column → weight in the score, where the method weighs."""
        return {}

    def reasons(self) -> tuple[str, ...]:
        """Reason columns that hang on the parameters, beside those that every use of the method has."""
        return ()

    @abstractmethod
    def labels(self) -> tuple[str | int, ...]:
        """Every label the method can give, best first."""


Sentence = tuple[str, Mapping[str, Any]]
"""An English sentence with {places}, and what stands in them."""
Classify = Callable[["ir.Table", Any], "ir.Table"]
Judge = Callable[[Row, "Population", Any], Verdict]
Notes = Callable[["pa.Table", str, Any], Iterable[Sentence]]


@dataclass(frozen=True)
class Method:
    """A grading method: parameters, the reading in columns and the plain reading of one customer.

    `classify(customers, parameters)` returns the customers with the columns `label`, `score` and the
    `reasons` added. `judge(one, others, parameters)` says the same of one customer in plain Python;
    explanations search with it, and a test holds the two against each other for every method.
    """

    name: str
    parameters: type[MethodParameters]
    classify: Classify
    judge: Judge
    reasons: tuple[str, ...] = ()
    speaks_of_prospects: bool = False
    """Whether customers without any order get a label; the others' methods leave them empty."""
    notes: Notes | None = None
    """What the summary of a run is to say once, from the graded table and the name of the classifier's column."""


METRICS: dict[str, type[Metric]] = {}
METHODS: dict[str, Method] = {}

M = TypeVar("M", bound=type[Metric])


def metric(declared: M) -> M:
    """Class decorator: put a metric on the list. A second one of the same name is refused."""
    if declared.name in METRICS:
        raise ValueError(f"two metrics are named {declared.name}")
    METRICS[declared.name] = declared
    return declared


def method(method: Method) -> Method:
    """Put a grading method on the list. A second one of the same name is refused."""
    if method.name in METHODS:
        raise ValueError(f"two methods are named {method.name}")
    METHODS[method.name] = method
    return method
