"""Amounts of several currencies turned into one, each at the last rate known on its day (contract, "Money")."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NoReturn

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.cells.currencies import code_of

ONE = pa.scalar(1, pa.decimal128(18, 6))


@dataclass(frozen=True, slots=True)
class Rates:
    """Units of the run's currency for one unit of another, by currency and first day."""

    days: Mapping[str, npt.NDArray[np.int64]]
    values: Mapping[str, pa.Array]

    @classmethod
    def of(cls, rows: pa.Table) -> "Rates":
        """Rates from typed rows of `exchange_rates`. Two rates for one currency and day are refused."""
        codes = pa.array([code_of(text) for text in rows["currency"].to_pylist()], pa.string())
        table = pa.table({"code": codes, "day": rows["date"], "rate": rows["rate"]})
        table = (
            table.group_by(["code", "day", "rate"]).aggregate([]).sort_by([("code", "ascending"), ("day", "ascending")])
        )
        days, values = {}, {}
        for code in pc.unique(table["code"]).to_pylist():
            known = table.filter(pc.equal(table["code"], code))
            days[code] = np.asarray(known["day"].cast(pa.int32()).cast(pa.int64()))
            values[code] = known["rate"].combine_chunks()
            _refuse_two(code, known["day"].to_pylist())
        return cls(days, values)

    def on(self, codes: pa.Array, days: pa.Array, target: str) -> pa.Array:
        """The rate for each row, one for the target itself; missing where none is known on the day."""
        wanted = np.asarray(pc.fill_null(days.cast(pa.int32()), 0)).astype(np.int64)
        rates = pc.if_else(pc.equal(codes, target), ONE, pa.nulls(len(codes), ONE.type))
        for code in self.days:
            if code == target:
                continue
            place = np.searchsorted(self.days[code], wanted, side="right") - 1
            known = self.values[code].take(pa.array(place, mask=place < 0))
            rates = pc.if_else(pc.equal(codes, code), known, rates)
        return rates


def _refuse_two(code: str, days: list[object]) -> None:
    for day, after in pairwise(days):
        if day == after:
            raise Refusal(
                say("two different rates for {currency} on {day}", currency=code, day=day),
                remedy=say("Leave one of them in the table of rates."),
            )


def target_of(found: frozenset[str], rates: Rates | None, wanted: str | None) -> str | None:
    """The currency of the run: the one asked for, else the only one found, else the only one without a rate.

    Several currencies without rates, or with no way to tell the one they are turned into, are refused.
    """
    if wanted is None and len(found) <= 1:
        return next(iter(found), None)
    names = ", ".join(sorted(found))
    if rates is None and found - {wanted}:
        if len(found) > 1:
            refuse_several(found)
        raise _unrated(names, wanted)
    if wanted is not None:
        return wanted
    unrated = found - set(rates.days) if rates else found
    if len(unrated) != 1:
        raise Refusal(
            say(
                "amounts in {currencies}, and nothing says which of them is the currency of the result",
                currencies=names,
            ),
            remedy=say("Name it with --currency CODE."),
        )
    return next(iter(unrated))


def refuse_several(found: frozenset[str]) -> NoReturn:
    """Amounts of several currencies that nothing can turn into one."""
    raise Refusal(
        say("amounts in several currencies ({currencies}) cannot be added up", currencies=", ".join(sorted(found))),
        remedy=say("Give exchange rates with --rates FILE and the currency of the result with --currency CODE."),
    )


def _unrated(name: str, wanted: str | None) -> Refusal:
    return Refusal(
        say("amounts are in {found}, the result is to be in {wanted}", found=name, wanted=wanted),
        remedy=say("Give exchange rates with --rates FILE, or leave out --currency."),
    )
