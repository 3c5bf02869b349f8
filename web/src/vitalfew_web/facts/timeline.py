"""What the facts tell in a customer's timeline: orders, payments, returns, what they said, visits and calls.

Large orders, late payments, complaints and visits are told one by one; what is small between two of them is one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from zlib import crc32

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.timeline import Cursor, Told, stretch_of
from vitalfew_web.facts.panels import Order, orders_by, rows_of

SOURCE = "facts"

LARGE = 2
"""So many times the median of a customer's orders is told alone."""

FEW = 8
"""So many orders are all told."""

GRACE = 14
"""Days behind the due date from which a payment is told alone."""

PRODUCTS = 3
"""Products that a sentence names."""


@dataclass(frozen=True)
class Happening:
    """One thing that the facts tell; `name` tells it from others of its kind, `loud` is told alone."""

    kind: str
    name: str
    moment: datetime
    title: str
    sentence: str = ""
    icon: str = ""
    amount: Decimal = Decimal(0)
    loud: bool = True

    @property
    def key(self) -> int:
        """The same for it on every page."""
        return crc32(f"{self.kind} {self.name}".encode())


def happened(account: Account, _who: User, before: Cursor | None, most: int) -> list[Told]:
    """Of the timeline: what the fact store knows."""
    orders = orders_by(account.number)
    show = f"{reverse('facts:orders', args=[account.number])}?all=1"
    entries = [
        *_folded(list(_bought(orders)), _smaller_orders, show),
        *_folded(list(_paid(account.number, orders)), _payments, show),
        *_folded(list(_met(account.number)), _contacts, ""),
        *map(_told, _returned(account.number)),
        *map(_told, _said(account.number)),
    ]
    return stretch_of(entries, before, most)


def _told(one: Happening) -> Told:
    when = one.moment.replace(tzinfo=get_current_timezone())
    return Told(one.icon, one.title, when, "", (), SOURCE, one.key, sentence=one.sentence, whole_day=True)


def _folded(all_: list[Happening], said: Callable[[Sequence[Happening]], str], show: str) -> Iterator[Told]:
    """Each loud one alone, quiet ones between two loud ones as one line at the moment of the last."""
    all_.sort(key=lambda one: (one.moment, one.name), reverse=True)
    for loud, run in groupby(all_, key=lambda one: one.loud):
        some = list(run)
        if loud or len(some) == 1:
            yield from map(_told, some)
            continue
        when = some[0].moment.replace(tzinfo=get_current_timezone())
        yield Told("", said(some), when, "", (), SOURCE, some[0].key, whole_day=True, quiet=True, more=show)


def amount_words(amount: Decimal) -> str:
    """An amount as it is read in a sentence: whole units where there are enough of them."""
    if abs(amount) >= 100:
        return number_format(round(amount), force_grouping=True)
    return number_format(amount, 2, force_grouping=True)


def _since(some: Sequence[Happening]) -> dict[str, str]:
    total = sum((one.amount for one in some), Decimal(0))
    return {"since": date_format(some[-1].moment, "SHORT_DATE_FORMAT"), "amount": amount_words(total)}


def _bought(orders: Sequence[Order]) -> Iterator[Happening]:
    """Orders; the newest, and those that are large for this customer, are told alone."""
    amounts = sorted(abs(order.amount) for order in orders)
    large = amounts[len(amounts) // 2] * LARGE if len(orders) > FEW else Decimal(0)
    for place, order in enumerate(orders):
        title = _("Order {number}").format(number=order.number) if order.number else _("Order")
        name = order.number or f"{order.moment}"
        loud = place == 0 or abs(order.amount) >= large
        yield Happening("order", name, order.moment, title, _order_words(order), amount=order.amount, loud=loud)


def _order_words(order: Order) -> str:
    products = list(dict.fromkeys(line.product for line in order.lines if line.product))
    named = " · ".join(products[:PRODUCTS])
    if len(products) > PRODUCTS:
        named = _("{products} and {n} more").format(products=named, n=len(products) - PRODUCTS)
    amount = amount_words(order.amount)
    return _("{amount}: {products}.").format(amount=amount, products=named) if named else amount


def _smaller_orders(some: Sequence[Happening]) -> str:
    text = ngettext(
        "{n} smaller order since {since}, together {amount}",
        "{n} smaller orders since {since}, together {amount}",
        len(some),
    )
    return text.format(n=len(some), **_since(some))


def _paid(number: str, orders: Sequence[Order]) -> Iterator[Happening]:
    """Invoices that were paid, and those that fell due before the last order and are open."""
    last = orders[0].moment.date() if orders else None
    for row in rows_of(number, "payments"):
        name = row["invoice_id"] or ""
        late = (row["paid_on"] - row["due"]).days if row["paid_on"] and row["due"] else 0
        amount = row["amount"] or Decimal(0)
        if row["paid_on"]:
            title = _("Invoice {number} paid").format(number=name).strip()
            said = _payment_words(row["paid_amount"] or amount, late)
            yield Happening("paid", name, _day(row["paid_on"]), title, said, "coins", amount, late >= GRACE)
        elif row["due"] and last and row["due"] < last:
            title = _("Invoice {number} fell due").format(number=name)
            said = _("{amount} are not paid.").format(amount=amount_words(amount - (row["paid_amount"] or 0)))
            yield Happening("due", name, _day(row["due"]), title, said, "alert-circle", amount)


def _payment_words(amount: Decimal, late: int) -> str:
    if late <= 0:
        return _("{amount}, in time.").format(amount=amount_words(amount))
    text = ngettext("{amount}, {n} day late.", "{amount}, {n} days late.", late)
    return text.format(amount=amount_words(amount), n=late)


def _payments(some: Sequence[Happening]) -> str:
    text = ngettext(
        "{n} payment since {since}, together {amount}", "{n} payments since {since}, together {amount}", len(some)
    )
    return text.format(n=len(some), **_since(some))


def _returned(number: str) -> Iterator[Happening]:
    for place, row in enumerate(rows_of(number, "returns")):
        order = row["order_id"]
        title = _("Return of order {number}").format(number=order) if order else _("Return")
        words = [amount_words(row["amount"])] if row["amount"] is not None else []
        said = ": ".join([*words, *filter(None, [row["reason"]])])
        yield Happening("return", f"{order} {row['day']} {place}", _day(row["day"]), title, said, "arrow-back-up")


def _said(number: str) -> Iterator[Happening]:
    """Complaints, suggestions and answers to questions."""
    titles = {"complaint": _("Complaint"), "suggestion": _("Suggestion"), "nps": _("Asked whether they recommend us")}
    titles["csat"] = _("Asked how content they are")
    most = {"csat": 100, "nps": 10}
    for place, row in enumerate(rows_of(number, "feedback")):
        kind, score, said = row["kind"] or "", row["score"], row["text"] or ""
        if kind in most and score is not None:
            points = _("{score} of {most}.").format(score=number_format(score, 0), most=most[kind])
            said = f"{points} {said}".strip()
        icon = "alert-triangle" if kind == "complaint" else "message-2"
        title = titles.get(kind, _("Feedback"))
        yield Happening("said", f"{kind} {row['day']} {place}", _day(row["day"]), title, said, icon)


def _met(number: str) -> Iterator[Happening]:
    """Visits and events, told one by one; calls, mails and what they looked at, told in one line."""
    titles = {"visit": _("Visit"), "call": _("Call"), "mail": _("Mail"), "web": _("Pages looked at")}
    titles |= {"social": _("Message"), "event": _("Event")}
    icons = {"visit": "map-pin", "call": "phone", "mail": "mail", "event": "calendar-check"}
    for row in rows_of(number, "interactions"):
        kind = row["kind"] or ""
        length = _("{n} min").format(n=number_format(row["minutes"], 0)) if row["minutes"] else ""
        said = capfirst(" · ".join(filter(None, [row["contact_role"], row["page"], length])))
        name, title = f"{kind} {row['moment']}", titles.get(kind, _("In touch"))
        yield Happening("met", name, row["moment"], title, said, icons.get(kind, ""), loud=kind in {"visit", "event"})


def _contacts(some: Sequence[Happening]) -> str:
    text = ngettext(
        "{n} call, mail or look at our pages since {since}",
        "{n} calls, mails and looks at our pages since {since}",
        len(some),
    )
    return text.format(n=len(some), since=_since(some)["since"])


def _day(day: date) -> datetime:
    return datetime.combine(day, time())
