"""What the sample company sells, to whom and how often: one entry per industry scheme, and a wholesaler for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.sample.dice import Knots, Range
from vitalfew.sample.words import Word

WHOLESALER = "wholesale"

EVEN = (1000,) * 12


@dataclass(frozen=True, slots=True)
class Category:
    """A group of products: its words, how many products it has, and the cost of goods, per cent of the list price."""

    name: Word
    products: int
    cost: Range


@dataclass(frozen=True, slots=True)
class Trade:
    """How the customers of one industry buy. Money in cents; shares in a thousand, unless said otherwise."""

    gap: int  # usual days between the orders of a customer
    order: int  # usual size of an order of the customer in the middle
    sizes: Knots  # place among the customers, 0 to 999 → size of its orders, in a thousand of the usual
    lines: Range  # lines of an order
    prices: Knots  # place among the products, 0 to 999 → list price, in a thousand of the usual order
    categories: tuple[Category, ...]
    industries: Mapping[str, int]  # of the customers → weight
    roles: Mapping[str, int]  # in the trade → weight
    persons: int = 0  # customers that are persons
    online: int = 250  # orders by way of the web
    views: int = 6  # pages a customer looks at in a year
    visit: int = 50  # cost of one visit, in a thousand of the usual order
    terms: tuple[int, ...] = (14, 30, 30, 60)  # days until an invoice is due
    season: tuple[int, ...] = EVEN  # January to December, in a thousand


STEEP: Knots = ((0, 60), (300, 190), (600, 480), (800, 1250), (920, 4000), (980, 11000), (999, 32000))
GENTLE: Knots = ((0, 200), (300, 450), (600, 900), (800, 1700), (920, 4500), (980, 11000), (999, 30000))
PRICES: Knots = ((0, 4), (500, 14), (850, 45), (999, 150))

_SPREAD = {
    "retail": 24, "services": 18, "manufacturing": 18, "construction": 13, "hospitality": 8, "agriculture": 5,
    "automotive": 3, "finance": 3, "health": 2, "education": 2, "government": 1, "culture": 1, "news": 1, "police": 1,
}  # fmt: skip
_USERS = {"end_customer": 55, "dealer": 25, "wholesaler": 10, "distributor": 5, "agent": 4, "partner": 1}

TRADES: Mapping[str, Trade] = {
    WHOLESALER: Trade(
        gap=26, order=120_000, sizes=STEEP, lines=(1, 5), prices=PRICES, persons=90,
        categories=(
            Category(("tools", "工具", "工具"), 22, (58, 70)),
            Category(("fasteners", "紧固件", "緊固件"), 18, (48, 60)),
            Category(("electrical", "电气", "電氣"), 16, (62, 76)),
            Category(("safety", "劳保", "工安用品"), 10, (50, 62)),
            Category(("chemicals", "化学品", "化學品"), 8, (55, 68)),
            Category(("packaging", "包装", "包裝"), 6, (66, 80)),
        ),
        industries=_SPREAD, roles=_USERS,
        season=(820, 760, 1050, 1060, 1080, 1020, 960, 930, 1080, 1120, 1100, 1020),
    ),
    "distribution": Trade(
        gap=20, order=800_000, sizes=STEEP, lines=(2, 6), prices=PRICES, online=150, visit=20,
        categories=(
            Category(("beverages", "饮料", "飲料"), 14, (66, 78)),
            Category(("snacks", "休闲食品", "休閒食品"), 16, (60, 72)),
            Category(("household", "日化", "日用品"), 12, (58, 70)),
            Category(("care", "个人护理", "個人護理"), 10, (50, 62)),
        ),
        industries={"retail": 60, "services": 18, "hospitality": 16, "agriculture": 6},
        roles={"distributor": 30, "dealer": 40, "wholesaler": 18, "agent": 9, "partner": 3},
        season=(1350, 900, 860, 900, 1000, 1080, 1120, 1100, 1020, 900, 860, 1150),
    ),
    "retail_key_account": Trade(
        gap=13, order=2_400_000, sizes=STEEP, lines=(2, 7), prices=PRICES, online=600, terms=(30, 60, 90), visit=15,
        categories=(
            Category(("grocery", "食品", "食品"), 16, (68, 80)),
            Category(("fresh", "生鲜", "生鮮"), 10, (72, 84)),
            Category(("textile", "纺织", "紡織"), 10, (48, 60)),
            Category(("non-food", "非食品", "非食品"), 12, (58, 70)),
            Category(("home", "家居", "家居"), 10, (54, 66)),
        ),
        industries={"retail": 88, "hospitality": 7, "services": 5},
        roles={"dealer": 74, "end_customer": 6, "distributor": 12, "wholesaler": 6, "agent": 2},
        season=(1250, 880, 900, 940, 1000, 1000, 960, 960, 1040, 1080, 1060, 1240),
    ),
    "project_business": Trade(
        gap=75, order=18_000_000, sizes=GENTLE, lines=(1, 3), online=40, terms=(30, 60, 60, 90), views=4, visit=3,
        prices=((0, 20), (500, 90), (850, 300), (999, 700)),
        categories=(
            Category(("feasibility", "可行性研究", "可行性研究"), 5, (55, 66)),
            Category(("design", "设计", "設計"), 8, (60, 72)),
            Category(("supervision", "监理", "監造"), 5, (66, 78)),
            Category(("survey", "勘察", "勘察"), 4, (62, 74)),
        ),
        industries={"construction": 48, "manufacturing": 18, "government": 9, "health": 4, "education": 5, "services": 16},
        roles={"end_customer": 78, "partner": 8, "agent": 8, "distributor": 6},
    ),
    "bank": Trade(
        gap=30, order=14_000, sizes=STEEP, lines=(1, 4), online=620, persons=620, terms=(0, 15, 15, 30), views=26, visit=90,
        prices=((0, 20), (500, 60), (850, 160), (999, 400)),
        categories=(
            Category(("account", "账户", "帳戶"), 4, (30, 50)),
            Category(("card", "银行卡", "信用卡"), 5, (40, 58)),
            Category(("loan", "贷款", "貸款"), 6, (52, 70)),
            Category(("fund", "理财", "理財"), 6, (35, 52)),
            Category(("insurance", "保险", "保險"), 5, (50, 66)),
        ),
        industries={"services": 34, "retail": 20, "manufacturing": 20, "construction": 10, "finance": 6, "health": 5, "education": 5},
        roles={"end_customer": 92, "partner": 4, "agent": 4},
    ),
    "hotel": Trade(
        gap=62, order=46_000, sizes=STEEP, lines=(1, 4), online=560, persons=520, terms=(0, 0, 15, 30), views=18, visit=120,
        prices=((0, 30), (500, 160), (850, 380), (999, 900)),
        categories=(
            Category(("rooms", "客房", "客房"), 7, (38, 52)),
            Category(("dining", "餐饮", "餐飲"), 8, (52, 66)),
            Category(("meeting", "meeting", "meeting"), 5, (42, 58)),  # the hotel scheme reads this word
            Category(("wellness", "康体", "康體"), 4, (45, 60)),
        ),
        industries={"services": 40, "finance": 12, "manufacturing": 18, "education": 8, "culture": 4, "government": 4, "retail": 14},
        roles={"end_customer": 78, "agent": 16, "partner": 6},
        season=(800, 900, 950, 1080, 1100, 1050, 1250, 1280, 1060, 1120, 860, 880),
    ),
    "ecommerce": Trade(
        gap=48, order=7_200, sizes=STEEP, lines=(1, 4), online=940, persons=900, terms=(0,), views=34, visit=600,
        prices=((0, 60), (500, 200), (850, 520), (999, 1600)),
        categories=(
            Category(("fashion", "服饰", "服飾"), 24, (46, 60)),
            Category(("electronics", "数码", "3C"), 16, (72, 86)),
            Category(("home", "家居", "居家"), 18, (52, 66)),
            Category(("beauty", "美妆", "美妝"), 14, (42, 56)),
            Category(("books", "图书", "圖書"), 14, (60, 72)),
        ),
        industries={"retail": 55, "services": 30, "education": 8, "health": 7},
        roles={"end_customer": 96, "dealer": 3, "agent": 1},
        season=(900, 820, 960, 940, 1000, 1180, 900, 920, 980, 1000, 1500, 1060),
    ),
}  # fmt: skip


def trade(industry: str | None) -> Trade:
    """The trade of an industry scheme; None is a wholesaler. Unknown names are refused."""
    name = industry or WHOLESALER
    if name not in TRADES:
        raise WrongUse(
            say("there is no sample company of the industry {industry}.", industry=name),
            remedy=say("Choose one of {names}.", names=", ".join(TRADES)),
        )
    return TRADES[name]
