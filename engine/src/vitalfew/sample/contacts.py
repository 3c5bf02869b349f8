"""What customers said, and when we met or they looked at our pages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from vitalfew.sample.columns import chosen, days, moments, numbers, same, where
from vitalfew.sample.company import YEAR, Company
from vitalfew.sample.dice import THOUSAND, Dice, Numbers
from vitalfew.sample.headers import MINUTES
from vitalfew.sample.products import products
from vitalfew.sample.sheets import Columns
from vitalfew.sample.words import COMPLAINTS, ROLES, SOURCES, SUGGESTIONS, words

_LAG = 60
"""Days after the last order in which a customer still speaks with us."""

_ANSWERS = {"csat": 900, "nps": 450, "complaint": 0, "suggestion": 130}
"""How often a customer answers or speaks in a year, in thousandths; complaints by its own character."""


def feedback(company: Company) -> Iterator[Columns]:
    """Answers, complaints and suggestions; those of the stories that say their own come last."""
    for kind, often in _ANSWERS.items():
        dice = company.dice("feedback", kind)
        rate = company.own("complaints") if kind == "complaint" else np.full(company.customers, often)
        customer = _happened(company, np.where(_speaks_itself(company), 0, rate), dice)
        yield {
            "customer_id": chosen(company.ids, customer),
            "day": days(company.last - _while_customer(company, customer, dice)),
            "kind": same(kind, len(customer)),
            "score": _scores(company, kind, customer, dice),
            "text": _texts(company, kind, len(customer), dice),
        }
    yield _told(company)


def _speaks_itself(company: Company) -> np.ndarray:
    silent = np.zeros(company.customers, dtype=np.bool_)
    silent[: len(company.stories)] = [bool(story.said) for story in company.stories]
    return silent


def _told(company: Company) -> Columns:
    rows = [(place, said) for place, story in enumerate(company.stories) for said in story.said]
    inside = [(place, said) for place, said in rows if said.ago < company.span]
    return {
        "customer_id": chosen(company.ids, np.array([place for place, _ in inside], dtype=np.int64)),
        "day": days(company.last - np.array([said.ago for _, said in inside], dtype=np.int64)),
        "kind": pa.array([said.kind for _, said in inside], pa.string()),
        "score": pa.array([said.score for _, said in inside], pa.int64()),
        "text": pa.array([said.text[company.speech] or None for _, said in inside], pa.string()),
    }


def _happened(company: Company, rate: Numbers, dice: Dice) -> Numbers:
    """The customer of each event, so many thousandths of an event in a year of its time with us."""
    with_us = np.where(company.own("most") == 0, company.since, company.first - company.quiet + _LAG)
    many = (rate * np.clip(with_us, _LAG, company.span) // YEAR + dice.below(THOUSAND, company.customers)) // THOUSAND
    return np.repeat(np.arange(company.customers, dtype=np.int64), many)


def _while_customer(company: Company, customer: Numbers, dice: Dice) -> Numbers:
    """Days ago of each event: from the first order to some weeks after the last; before it while only known."""
    known = np.minimum(company.since, company.span - 1)
    start = np.where(company.own("most") == 0, known, company.first)[customer]
    end = np.where(company.own("most") == 0, 0, np.maximum(company.quiet - _LAG, 0))[customer]
    return dice.between(np.minimum(end, start), start, len(customer))


def _scores(company: Company, kind: str, customer: Numbers, dice: Dice) -> pa.Array:
    if kind not in ("csat", "nps"):
        return same("", len(customer))
    felt = np.clip(company.own("happy")[customer] + dice.between(-9, 9, len(customer)), 0, 100)
    return numbers(felt if kind == "csat" else felt // 10)


def _texts(company: Company, kind: str, count: int, dice: Dice) -> pa.Array:
    said = {"complaint": COMPLAINTS, "suggestion": SUGGESTIONS}.get(kind)
    if said is None:
        return same("", count)
    return chosen(words(said, company.language), dice.below(len(said), count))


def interactions(company: Company) -> Iterator[Columns]:
    """Contacts by kind, then the pages that were looked at."""
    visits = company.own("visits") * THOUSAND
    person = company.person
    often = {
        "visit": np.where(person, 0, visits),
        "call": np.where(person, 300, visits + 700),
        "mail": np.full(company.customers, 1600),
        "social": np.full(company.customers, 500),
        "event": np.where(person, 80, 300),
    }
    for kind, rate in often.items():
        yield _met(company, kind, rate)
    yield _looked(company)


_MINUTES = {"visit": (30, 150), "call": (3, 30), "mail": (2, 10), "social": (2, 12), "event": (60, 240)}


def _met(company: Company, kind: str, rate: Numbers) -> Columns:
    dice = company.dice("interactions", kind)
    customer = _happened(company, rate, dice)
    count = len(customer)
    roles = words(ROLES, company.language)
    role = dice.pick((40, 18, 14, 12, 8, 8), count)
    minute = (company.last - _while_customer(company, customer, dice)) * MINUTES + dice.between(8 * 60, 18 * 60, count)
    return {
        "customer_id": chosen(company.ids, customer),
        "moment": moments(minute),
        "kind": same(kind, count),
        "contact_role": where(~company.person[customer], chosen(roles, role)),
        "source": same("", count),
        "page": same("", count),
        "minutes": numbers(dice.between(*_MINUTES[kind], count)),
    }


def _looked(company: Company) -> Columns:
    dice = company.dice("interactions", "web")
    rate = company.own("views") * company.trade.views * dice.between(4, 22, company.customers)
    customer = _happened(company, rate, dice)
    count, shelf = len(customer), products(company)
    ago = _while_customer(company, customer, dice)
    return {
        "customer_id": chosen(company.ids, customer),
        "moment": moments((company.last - ago) * MINUTES + dice.between(7 * 60, 23 * 60, count)),
        "kind": same("web", count),
        "contact_role": same("", count),
        "source": chosen(words(SOURCES, company.language), dice.pick((40, 25, 15, 12, 8), count)),
        "page": chosen(shelf.codes, dice.below(len(shelf.codes), count)),
        "minutes": numbers(1 + np.minimum(dice.below(25, count), dice.below(25, count))),
    }
