"""Old or new, big or small: four types of customers, with caps on the old and big (M1-M14, M190, B4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pyarrow as pa
from pydantic import Field

from vitalfew.classifiers.expectation import YEAR, Amounts, Expectation, among_the_few, finest, quotients, units
from vitalfew.expressions import HAS_ORDERS, decimal, first_where, known, total, total_above, worse
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Parameters, Row, Sentence, Verdict, method


class Caps(Parameters):
    """How many old big customers there may be, and how fast one of them may grow; no limit where left out."""

    number: int | None = Field(None, ge=0, description="At most so many.")
    share: Decimal | None = Field(None, ge=0, le=100, description="At most so many per cent of all buyers.")
    growth: Decimal | None = Field(None, description="At most this growth of one, as a fraction of the year before.")


class FourTypes(MethodParameters):
    """`old_big, new_big, new_small, old_small`, by days since the earlier of `since` and the first order.

    - New: fewer than `new_days` of them. An old customer is big when it is in the first class of a value pareto over
      the old customers' sales of the last 365 days: 100 × B < cut × T, B the sales of the old ones with strictly
      more; sales not above zero are small, and so is one without a valid order in them (`asleep`).
    - A new one is judged by what is expected of it: big where its regional standing is leading; else by
      expected spend, else wallet, a year; where neither is given, its own sales × 365 ÷ max(180, days), exactly, and
      not scaled where it has one valid order. Big when that is not below the sales of the smallest big old customer;
      where there is no big old one, by the same pareto over the amounts of the new ones that are not leading.
    - A customer without an order but with an expectation or a leading standing is new; without either it has no type.

    Equal amounts are of equal size. A missing amount is not given; zero is given, and small. `over_cap` names the
    caps (number, share, growth) that an old big customer breaks; customers of equal sales break them together. There
    is no score. Contract section 4.
    """

    sales: str = Field("monetary", description="Metric: net sales of the last 365 days.")
    age: str = Field("tenure_days", description="Metric: days since the earlier of `since` and the first order.")
    orders: str = Field("frequency", description="Metric: number of valid orders.")
    last: str = Field("recency_days", description="Metric: days since the last valid order.")
    standing: str = Field("regional_standing", description="Metric: standing in the region.")
    expected: tuple[str, ...] = Field(("expected_spend", "wallet_amount"), description="Yearly amounts, first known.")
    growth: str = Field("growth", description="Metric: growth over the year before, for the cap.")
    leading: str = Field("leading", description="The standing that makes a new customer big.")
    cut: Decimal = Field(Decimal(80), gt=0, lt=100, description="Per cent of the sales that the big ones bring.")
    new_days: int = Field(YEAR, ge=1, description="New: fewer days than this.")
    least_days: int = Field(180, ge=1, description="The shortest time that own sales are scaled up from.")
    caps: Caps = Field(Caps(), description="Limits for the old and big.")

    def reads(self) -> tuple[str, ...]:
        return (self.sales, self.age, self.orders, self.last, self.standing, *self.expected, self.growth)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return tuple(name for name in (self.sales, self.age, self.orders, self.last) if name not in columns)

    def ranks(self) -> tuple[str, ...]:
        return (self.sales, *self.expected)

    def labels(self) -> tuple[str | int, ...]:
        return ("old_big", "new_big", "new_small", "old_small")

    @property
    def expectation(self) -> Expectation:
        """What a new customer is judged by."""
        return Expectation(self.sales, self.age, self.orders, self.expected, self.least_days)


def classify(customers: ir.Table, parameters: FourTypes) -> ir.Table:
    """Types in columns; with `asleep`, `expected_amount` (a year, of new ones judged by it) and `over_cap`."""
    kinds = _with_kinds(customers, parameters)
    sized = _with_old_sizes(kinds, parameters)
    typed = _with_new_sizes(sized, parameters)
    label = first_where(
        [
            (typed._old_big, "old_big"),
            (typed._old, "old_small"),
            (typed._new_big, "new_big"),
            (typed._new, "new_small"),
        ],
        ibis.null("string"),
    )
    graded = typed.mutate(
        label=label,
        score=ibis.null(dt.Decimal(38, 2)),
        asleep=ibis.ifelse(label.isnull(), None, typed._asleep),
        expected_amount=decimal(typed._amount.cast("float64") / 10 ** _digits(customers, parameters), 2),
        over_cap=ibis.ifelse(typed._old_big, _over_cap(typed, parameters), None),
    )
    return graded.drop(*(name for name in typed.columns if name not in customers.columns))


def _with_kinds(customers: ir.Table, parameters: FourTypes) -> ir.Table:
    buyer = customers[HAS_ORDERS] if HAS_ORDERS in customers.columns else ibis.literal(True)
    given = [customers[name].notnull() for name in parameters.expected if name in customers.columns]
    leading = ibis.literal(False)
    if parameters.standing in customers.columns:
        leading = (customers[parameters.standing] == parameters.leading).fill_null(False)
    hoped = leading | (ibis.or_(*given) if given else ibis.literal(False))
    age, last = customers[parameters.age], customers[parameters.last]
    return customers.mutate(
        _leading=leading,
        _old=buyer & (age >= parameters.new_days),
        _new=(buyer & (age < parameters.new_days)) | (~buyer & hoped),
        _asleep=buyer & (age >= parameters.new_days) & (last.isnull() | (last >= YEAR)),
    ).mutate(_old=lambda t: t._old.fill_null(False), _new=lambda t: t._new.fill_null(False))


def _with_old_sizes(kinds: ir.Table, parameters: FourTypes) -> ir.Table:
    awake = kinds.mutate(_sales=ibis.ifelse(kinds._old & ~kinds._asleep, kinds[parameters.sales], None))
    sales = awake._sales
    counted = awake.mutate(
        _above=total_above(awake, sales),
        _total=total(awake, sales),
        _as_many=known(awake, sales) - worse(awake, sales),
    )
    numerator, denominator = parameters.cut.as_integer_ratio()
    few = counted._above * (100 * denominator) < counted._total * numerator
    return counted.mutate(_old_big=((counted._sales > 0) & few).fill_null(False))


def _with_new_sizes(sized: ir.Table, parameters: FourTypes) -> ir.Table:
    over, under = parameters.expectation.in_columns(sized)
    judged = sized._new & ~sized._leading
    big_sales = units(ibis.ifelse(sized._old_big, sized._sales, None), _digits(sized, parameters))
    hoped = sized.mutate(
        _over=ibis.ifelse(judged, over, None),
        _under=ibis.ifelse(judged, under, None),
        _least=big_sales.min().over(ibis.window()),
    )
    valued = hoped.mutate(_amount=quotients(hoped._over, hoped._under))
    few = among_the_few(valued, valued._amount, *parameters.cut.as_integer_ratio())
    enough = ibis.ifelse(valued._least.isnull(), few, valued._over >= valued._least * valued._under)
    return valued.mutate(_new_big=valued._new & (valued._leading | enough.fill_null(_NO)))


_NO = ibis.literal(False)


def _digits(customers: ir.Table, parameters: FourTypes) -> int:
    amounts = (parameters.sales, *parameters.expected)
    return finest(customers[name] for name in amounts if name in customers.columns)


def _over_cap(typed: ir.Table, parameters: FourTypes) -> Any:
    """The caps that a customer breaks, in one text; missing where none."""
    caps, broken = parameters.caps, []
    if caps.number is not None:
        broken.append(ibis.ifelse(typed._as_many > caps.number, "number ", ""))
    if caps.share is not None:
        numerator, denominator = caps.share.as_integer_ratio()
        buyers = typed[HAS_ORDERS].cast("int64").sum() if HAS_ORDERS in typed.columns else typed.customer_id.count()
        within = buyers.over(ibis.window()) * numerator
        broken.append(ibis.ifelse(typed._as_many * (100 * denominator) > within, "share ", ""))
    if caps.growth is not None and parameters.growth in typed.columns:
        numerator, denominator = caps.growth.as_integer_ratio()
        grown = (typed[parameters.growth] * denominator > numerator).fill_null(_NO)
        broken.append(ibis.ifelse(grown, "growth ", ""))
    return reduce(add, broken).strip().nullif("") if broken else ibis.null("string")


@dataclass(frozen=True)
class _Others:
    """What is asked of the other customers: sales of the old ones that are awake, amounts of the new ones."""

    old: Amounts
    new: Amounts
    buyers: int


def _others(others: Population, parameters: FourTypes) -> _Others:
    return others.folded(
        parameters,
        lambda everyone: _worked_out(everyone, parameters),
        lambda known, one: _without(known, one, parameters),
    )


def _worked_out(others: Population, parameters: FourTypes) -> _Others:
    rows = others.table.select(_there(parameters, others.table.column_names)).to_pylist()
    old = (_old_sales(row, parameters) for row in rows)
    hoped = (_new_amount(row, parameters) for row in rows)
    return _Others(
        Amounts.of(sales for sales in old if sales is not None),
        Amounts.of(amount for amount in hoped if amount is not None),
        sum(1 for row in rows if row.get(HAS_ORDERS, True)),
    )


def _without(known_of: _Others, one: Row, parameters: FourTypes) -> _Others:
    sales, amount = _old_sales(one, parameters), _new_amount(one, parameters)
    return _Others(
        known_of.old if sales is None else known_of.old.without(sales),
        known_of.new if amount is None else known_of.new.without(amount),
        known_of.buyers - bool(one.get(HAS_ORDERS, True)),
    )


def _old_sales(row: Row, parameters: FourTypes) -> Fraction | None:
    """Sales of an old customer that is awake."""
    sales = row[parameters.sales]
    awake = _is_old(row, parameters) and not _asleep(row, parameters)
    return Fraction(sales) if awake and sales is not None else None


def _new_amount(row: Row, parameters: FourTypes) -> Fraction | None:
    """What is expected of a new customer that is judged by it."""
    return parameters.expectation.of_one(row) if _is_judged(row, parameters) else None


def _there(parameters: FourTypes, columns: Collection[str]) -> list[str]:
    return [name for name in (HAS_ORDERS, *dict.fromkeys(parameters.reads())) if name in columns]


def _is_old(one: Row, parameters: FourTypes) -> bool:
    age = one[parameters.age]
    return one.get(HAS_ORDERS, True) and age is not None and age >= parameters.new_days


def _is_new(one: Row, parameters: FourTypes) -> bool:
    if one.get(HAS_ORDERS, True):
        age = one[parameters.age]
        return age is not None and age < parameters.new_days
    return _is_leading(one, parameters) or any(one.get(name) is not None for name in parameters.expected)


def _is_leading(one: Row, parameters: FourTypes) -> bool:
    return one.get(parameters.standing) == parameters.leading


def _is_judged(one: Row, parameters: FourTypes) -> bool:
    return _is_new(one, parameters) and not _is_leading(one, parameters)


def _asleep(one: Row, parameters: FourTypes) -> bool:
    return one[parameters.last] is None or one[parameters.last] >= YEAR


def judge(one: Row, others: Population, parameters: FourTypes) -> Verdict:
    """The type of one customer among the others."""
    known_of = _others(others, parameters)
    if _is_old(one, parameters):
        return _old(one, known_of, parameters)
    if _is_new(one, parameters):
        return _new(one, known_of, parameters)
    return Verdict(None, reasons=_reasons())


def _old(one: Row, others: _Others, parameters: FourTypes) -> Verdict:
    if _asleep(one, parameters):
        return Verdict("old_small", reasons=_reasons(asleep=True))
    sales = Fraction(one[parameters.sales] or 0)
    if not others.old.few(sales, Fraction(parameters.cut)):
        return Verdict("old_small", reasons=_reasons(asleep=False))
    return Verdict("old_big", reasons=_reasons(asleep=False, over_cap=_one_over_cap(one, sales, others, parameters)))


def _new(one: Row, others: _Others, parameters: FourTypes) -> Verdict:
    if _is_leading(one, parameters):
        return Verdict("new_big", reasons=_reasons(asleep=False))
    amount = parameters.expectation.of_one(one)
    if amount is None:
        return Verdict("new_small", reasons=_reasons(asleep=False))
    least = others.old.smallest_few(Fraction(parameters.cut))
    big = others.new.few(amount, Fraction(parameters.cut)) if least is None else amount >= least
    return Verdict("new_big" if big else "new_small", reasons=_reasons(asleep=False, amount=amount))


def _reasons(*, asleep: bool | None = None, amount: Fraction | None = None, over_cap: str | None = None) -> Row:
    shown = None if amount is None else Decimal(round(amount * 100)).scaleb(-2)
    return {"asleep": asleep, "expected_amount": shown, "over_cap": over_cap}


def _one_over_cap(one: Row, sales: Fraction, others: _Others, parameters: FourTypes) -> str | None:
    caps, growth = parameters.caps, one.get(parameters.growth)
    as_many = others.old.at_least(sales) + 1
    broken = {
        "number": caps.number is not None and as_many > caps.number,
        "share": caps.share is not None and 100 * as_many > Fraction(caps.share) * (others.buyers + 1),
        "growth": caps.growth is not None and growth is not None and growth > caps.growth,
    }
    return " ".join(name for name, over in broken.items() if over) or None


def notes(graded: pa.Table, label: str, parameters: FourTypes) -> tuple[Sentence, ...]:
    """What the summary says of a finished table whose types stand in the column `label`."""
    count, cap = graded[label].to_pylist().count("old_big"), parameters.caps.number
    said: list[Sentence] = []
    if not count:
        said.append(("There is no old big customer; new ones are compared with each other.", {}))
    if cap is not None and count > cap:
        said.append(("{count} customers are old and big; the cap is {cap}.", {"count": count, "cap": cap}))
    return tuple(said)


method(
    Method(
        "four_types",
        FourTypes,
        classify,
        judge,
        reasons=("asleep", "expected_amount", "over_cap"),
        speaks_of_prospects=True,
        notes=notes,
    )
)
