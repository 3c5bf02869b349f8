"""Who the customers of the sample are: one array per trait, one place per customer, stories first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow as pa

from vitalfew.languages import LANGUAGES
from vitalfew.sample.characters import CHARACTERS, TRAITS, Character
from vitalfew.sample.dice import THOUSAND, Dice, Marks, Numbers, curve
from vitalfew.sample.industries import INDUSTRIES
from vitalfew.sample.stories import STORIES
from vitalfew.sample.story import Story
from vitalfew.sample.trades import Trade

EPOCH = date(1970, 1, 1).toordinal()
YEAR = 365


@dataclass(frozen=True)
class Company:
    """A sample company. Days are counted from 1970-01-01, money in cents, customers by their place from 0."""

    customers: int
    years: int
    seed: int
    trade: Trade
    name: str
    language: str
    last_day: date

    def dice(self, *purpose: str | int) -> Dice:
        """A stream of chance for one purpose."""
        return Dice(self.seed, self.name, *purpose)

    @property
    def speech(self) -> int:
        """Place of the language among the words."""
        return LANGUAGES.index(self.language)

    @property
    def last(self) -> int:
        """The last day."""
        return self.last_day.toordinal() - EPOCH

    @property
    def span(self) -> int:
        """Days that the sample covers."""
        return YEAR * self.years

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories that there is room for."""
        return STORIES[: self.customers]

    @cached_property
    def told(self) -> Marks:
        """Whether the customer has a story."""
        marks: Marks = np.arange(self.customers) < len(self.stories)
        return marks

    @cached_property
    def ids(self) -> pa.Array:
        """Numbers of the customers, in order by code point too."""
        width = max(5, len(str(self.customers)))
        return pa.array(f"C{number:0{width}}" for number in range(1, self.customers + 1))

    @cached_property
    def _kinds(self) -> tuple[tuple[Character, ...], Numbers]:
        """All characters, and which of them each customer has."""
        told = len(self.stories)
        drawn = self.dice("character").pick(tuple(one.weight for one in CHARACTERS), self.customers - told)
        characters = (*(story.character for story in self.stories), *CHARACTERS)
        return characters, np.concatenate([np.arange(told, dtype=np.int64), drawn + told])

    @cached_property
    def traits(self) -> Mapping[str, Numbers]:
        """Each customer's own value of every trait of its character."""
        return {name: self._drawn(name) for name in TRAITS}

    def _drawn(self, name: str) -> Numbers:
        characters, which = self._kinds
        low, high = (np.array([getattr(one, name)[end] for one in characters], dtype=np.int64) for end in (0, 1))
        return self.dice("trait", name).between(low[which], high[which], self.customers)

    def own(self, name: str) -> Numbers:
        """Each customer's value of a trait."""
        return self.traits[name]

    @cached_property
    def order_size(self) -> Numbers:
        """What an order of the customer usually comes to, at the end of the years."""
        return self.trade.order * curve(self.own("place"), self.trade.sizes) // THOUSAND * self.own("scale") // 100

    @cached_property
    def gap(self) -> Numbers:
        """Usual days between orders; large customers order more often."""
        eager = self.trade.gap * self.own("pace") * (1300 - self.own("place") * 6 // 10) // 100_000
        days = self.own("days")
        return np.maximum(np.where(days > 0, days, eager), 1)

    @cached_property
    def first(self) -> Numbers:
        """Days before the last day on which the customer first ordered, inside the years."""
        return np.maximum(np.minimum(self.own("first"), self.span - 1), 1)

    @cached_property
    def quiet(self) -> Numbers:
        """Days before the last day on which it last ordered; lost ones bought in the years, too."""
        ago = np.maximum(self.gap * self.own("quiet") // 100, self.own("gone"))
        inside: Numbers = np.minimum(ago, np.minimum(self.first, self.span * 4 // 5))
        return inside

    @cached_property
    def since(self) -> Numbers:
        """Days before the last day on which it became a customer, before the years where it is an old one."""
        return np.where(self.own("most") == 0, 0, self.first) + self.own("since")

    @cached_property
    def industry(self) -> Numbers:
        """Place of its industry among INDUSTRIES."""
        names, weights = list(INDUSTRIES), self.trade.industries
        drawn = self.dice("industry").pick(tuple(weights.get(name, 0) for name in names), self.customers)
        for place, story in enumerate(self.stories):
            drawn[place] = names.index(story.industry)
        return drawn

    @cached_property
    def person(self) -> Marks:
        """Whether it is a person; the customers of stories are companies, authorities those that are public."""
        drawn = self.dice("person").chance(self.trade.persons, self.customers)
        drawn[: len(self.stories)] = False
        return drawn

    @cached_property
    def parents(self) -> Numbers:
        """Place of its parent company, -1 where it has none: every fortieth company is the head of a small group."""
        told, places = len(self.stories), np.arange(self.customers)
        heads = places // 40 * 40
        belongs = self.dice("group").chance(90, self.customers) & (told <= heads) & (heads < places) & ~self.person
        found = np.where(belongs, heads, -1)
        found[:told] = [-1 if story.head is None else story.head for story in self.stories]
        return found

    @cached_property
    def introducers(self) -> Numbers:
        """Place of the customer that introduced it, -1 where none did."""
        dice = self.dice("introduced")
        known = dice.chance(150, self.customers)
        by = np.where(known, dice.below(np.maximum(np.arange(self.customers), 1), self.customers), -1)
        told = len(self.stories)
        by[:told] = -1
        at = told
        for place, story in enumerate(self.stories):
            by[at : at + story.brought] = place
            at += story.brought
        return by
