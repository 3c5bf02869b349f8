"""Sorts of customers: how they buy, pay, cost and talk. A customer's own value is drawn from each range."""

from __future__ import annotations

from dataclasses import dataclass, fields

from vitalfew.sample.dice import Range

EVER = (100_000, 100_000)
"""Days or orders without a limit; cut to what the years of the sample allow."""


@dataclass(frozen=True, slots=True)
class Character:
    """One sort of customer; both ends of a range are included, shares are in a thousand."""

    weight: int = 0  # of a thousand customers
    first: Range = EVER  # days since the first order
    quiet: Range = (0, 130)  # since the last order, per cent of its own gap
    gone: Range = (0, 0)  # days since the last order at least
    pace: Range = (60, 160)  # its gap, per cent of what is usual in the trade
    days: Range = (0, 0)  # its gap in days, where it does not follow the trade
    jitter: Range = (5, 35)  # how irregular, per cent of the gap
    most: Range = EVER  # orders
    place: Range = (0, 999)  # place in the order of sizes
    scale: Range = (100, 100)  # size of an order, per cent of what goes with the place
    trend: Range = (-120, 180)  # growth of orders a year
    slump: Range = (0, 0)  # days since orders fell to a third
    pieces: Range = (0, 0)  # every order so many of the first product at the list price, where above 0
    sign: Range = (1, 1)  # -1: nothing but refunds
    since: Range = (0, 3000)  # days that it was known before the first order
    promoted: Range = (20, 160)  # orders under a promotion
    haggled: Range = (0, 120)  # orders with a discount of its own
    burden: Range = (-3, 3)  # points on the cost of goods where the margin is a third; more where it is more
    refunds: Range = (0, 25)  # orders followed by a credit note
    returns: Range = (0, 35)  # orders with a return
    service: Range = (15, 70)  # cost to serve of the sales
    late: Range = (0, 220)  # invoices paid late
    unpaid: Range = (0, 12)  # invoices never paid
    owing: Range = (0, 0)  # days: invoices due in them are still open
    happy: Range = (62, 94)  # satisfaction
    complaints: Range = (0, 350)  # a year
    visits: Range = (0, 5)  # visits and calls a year
    views: Range = (40, 160)  # pages looked at, per cent of what is usual in the trade
    fame: Range = (-12, 12)  # points on what goes with the size
    potential: Range = (20, 78)  # room to grow
    tie: Range = (5, 66)  # tie in the value chain
    courted: Range = (150, 150)  # chance that rivals court it
    leading: Range = (60, 60)  # chance that it leads its region
    share: Range = (250, 900)  # share of its wallet
    hope: Range = (85, 135)  # expected spend, per cent of the last year's sales


TRAITS = tuple(field.name for field in fields(Character) if field.name != "weight")

STEADY = Character(weight=270, since=(0, 4500), happy=(70, 96), late=(0, 130))

CHARACTERS: tuple[Character, ...] = (
    STEADY,
    # Growing
    Character(weight=110, trend=(250, 420), first=(500, 2000), happy=(74, 97), potential=(50, 95), courted=(350, 350)),
    # Declining: more of its wallet goes elsewhere, and it pays later
    Character(weight=95, trend=(-700, -300), happy=(38, 78), complaints=(200, 1500), share=(80, 400), hope=(50, 90)),
    # Twice a year, with the season
    Character(weight=45, days=(150, 200), quiet=(20, 110), jitter=(2, 8), scale=(250, 450)),
    # Sleeping: two to four of its own gaps without an order
    Character(weight=70, quiet=(225, 380), first=(300, 2000), happy=(45, 85), hope=(60, 100)),
    # Lost: more than four of its own gaps, and at least some months
    Character(weight=130, quiet=(520, 1200), gone=(120, 950), pace=(60, 120), happy=(25, 80), complaints=(0, 900), hope=(10, 60)),
    # One order and never again; some of them large
    Character(weight=65, days=(1, 1), quiet=(3000, 95000), most=(1, 1), scale=(80, 700), since=(0, 60), hope=(0, 60)),
    # Buys only when there is a promotion
    Character(weight=50, promoted=(930, 1000), burden=(6, 14), place=(0, 860), happy=(50, 85), hope=(60, 110)),
    # Costs more than it brings
    Character(weight=45, service=(280, 520), burden=(4, 12), visits=(5, 14), returns=(60, 180), complaints=(300, 2500)),
    # Came within the last year
    Character(weight=75, first=(15, 355), since=(0, 9), place=(0, 900), hope=(110, 300), potential=(35, 90)),
    # Came within the last year, and is large in its region: small sales so far, much expected
    Character(
        weight=15, first=(25, 300), since=(0, 30), place=(700, 960), leading=(650, 650), hope=(400, 1200),
        visits=(10, 24), service=(200, 420), potential=(70, 98), courted=(700, 700), share=(40, 200),
    ),
    # No order yet
    Character(weight=30, most=(0, 0), leading=(150, 150), potential=(20, 96), courted=(300, 300)),
)  # fmt: skip
