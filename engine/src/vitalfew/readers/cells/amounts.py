"""The amount of a line: its amount column, or else quantity × unit price; in the currency of the run."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.currencies import SIGNS, code_of, digits_of
from vitalfew.readers.cells.decimals import product, rounded
from vitalfew.readers.cells.kinds import Form
from vitalfew.readers.cells.number_cells import sign_cells
from vitalfew.readers.cells.texts import mapped
from vitalfew.readers.rows.currency import Rates
from vitalfew.readers.rows.draft import Draft
from vitalfew.schemas import Kind


@dataclass(frozen=True, slots=True)
class Money:
    """How money is counted: in one currency (`several` is then empty), or turned from several into `target`."""

    target: str | None
    several: frozenset[str] = frozenset()
    signs: Mapping[tuple[str, ...], str] | None = None
    rates: Rates | None = None

    @property
    def digits(self) -> int:
        """Digits of the minor unit of the result."""
        return digits_of(self.target)

    @property
    def widest(self) -> int:
        """Digits in which amounts are read before they are turned."""
        return max(self.digits, *map(digits_of, self.several), 0)


def with_amount(draft: Draft, forms: Mapping[str, Form], digits: int) -> None:
    """Fill empty amounts with quantity × unit price, rounded half-even; rows that have neither are faults."""
    given = draft.columns.get("amount")
    if given is not None and not given.null_count:
        return
    place = forms["amount" if "amount" in forms else "unit_price" if "unit_price" in forms else "quantity"].position
    amount = given
    if {"quantity", "unit_price"} <= forms.keys():
        computed, over = product(draft.columns["quantity"], draft.columns["unit_price"], digits)
        if given is not None:
            over = pc.and_(over, pc.is_null(given))
            computed = pc.coalesce(given, computed)
        draft.fail_where(over, place, say("more digits than can be held"))
        amount = computed
    draft.columns["amount"] = amount
    draft.fail_where(pc.is_null(amount), place, say("no amount, and no quantity × unit price"))


def row_currencies(
    draft: Draft, texts: Mapping[str, pa.StringArray], forms: Mapping[str, Form], money: Money
) -> pa.StringArray:
    """The ISO code of each row: from its currency cell, else from the sign at its first signed amount.

    A sign that cannot stand for the currency in the cell beside it is a fault.
    """
    signs = {name: sign_cells(texts[name]) for name in forms if _is_money(name, forms)}
    meanings = money.signs or {}
    meant = [
        mapped(cells, pc.is_valid(cells), lambda sign: meanings.get(SIGNS.get(sign, ()))) for cells in signs.values()
    ]
    if "currency" not in texts:
        return pc.coalesce(*meant)
    codes = mapped(texts["currency"], pc.is_valid(texts["currency"]), code_of)
    for name, cells in signs.items():
        for sign in cells.drop_null().unique().to_pylist():
            foreign = pc.invert(pc.is_in(codes, pa.array(SIGNS.get(sign, ()), pa.string())))
            reason = say("the sign {sign} does not stand for the currency of the row", sign=sign)
            draft.fail_where(
                pc.and_(pc.equal(cells, sign), pc.and_(foreign, pc.is_valid(codes))), forms[name].position, reason
            )
    return pc.coalesce(codes, *meant)


def turn(draft: Draft, codes: pa.StringArray, day: str, forms: Mapping[str, Form], money: Money) -> None:
    """Turn all money of the draft into the run's currency; rows without a currency or a rate are faults."""
    place = forms["currency"].position if "currency" in forms else forms[day].position
    days = draft.columns[day].cast(pa.date32(), safe=False)
    rates = money.rates.on(codes, days, money.target or "") if money.rates else pa.nulls(len(codes))
    draft.fail_where(pc.is_null(codes), place, say("no currency, in a file of several"))
    _fail_unrated(draft, codes, days, pc.is_null(rates), place)
    for name in [name for name in draft.columns if _is_money(name, forms)]:
        kind = forms[name].column.kind if name in forms else Kind.MONEY
        values = draft.columns[name]
        if kind is Kind.MONEY:
            values = _minor(values, codes, money)
        turned, over = product(values, rates, money.digits if kind is Kind.MONEY else 6)
        draft.fail_where(over, forms[name].position if name in forms else place, say("more digits than can be held"))
        draft.columns[name] = turned


def _is_money(name: str, forms: Mapping[str, Form]) -> bool:
    return name == "amount" or (name in forms and forms[name].column.kind in (Kind.MONEY, Kind.PRICE))


def _minor(values: pa.Array, codes: pa.StringArray, money: Money) -> pa.Array:
    """Each amount in the minor unit of its own currency, before it is turned."""
    for code in money.several:
        if digits_of(code) < money.widest:
            coarse = rounded(values, digits_of(code))[0].cast(values.type)
            values = pc.if_else(pc.equal(codes, code), coarse, values)
    return values


def _fail_unrated(draft: Draft, codes: pa.Array, days: pa.Array, missing: pa.BooleanArray, place: int) -> None:
    missing = pc.and_(missing, pc.and_(pc.is_valid(codes), pc.is_valid(days)))
    if not pc.any(missing).as_py():
        return
    rows = pc.indices_nonzero(missing)
    pairs = zip(rows.to_pylist(), codes.take(rows).to_pylist(), days.take(rows).to_pylist(), strict=True)
    draft.fail({row: say("no rate for {currency} on {day}", currency=code, day=day) for row, code, day in pairs}, place)
