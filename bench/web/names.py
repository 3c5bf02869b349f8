"""Customers that nobody knows: names in three scripts, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

SEED = 2026
SCRIPTS = (
    (
        "苏州 宁波 无锡 合肥 南京 惠州 佛山 成都 青岛",
        "宏远 明志 海顺 恒立 金丰 华东 万达 国泰 瑞丰",
        "机电 泵业 液压 精密机床 商贸 包装",
    ),
    ("台北 高雄 臺南 新竹 香港 桃園", "聯合 金豐 宏達 永興 遠東 國際 萬達", "實業 電機 貿易 精密 包裝"),
    (
        "Nord Brück Sol Alpen Rhein Stein Berg",
        "wind ner bakken mark tal feld werk",
        " GmbH| AG| AS| Bearings| Foods Ltd",
    ),
)
ROLES = ("distributor", "dealer", "wholesaler", "agent", "partner", "end_customer")
REGIONS = ("East China", "North China", "Taiwan", "Europe", "North America")
INDUSTRIES = ("Automation", "Machine tools", "Food", "Packaging", "Textile", "Energy")


def invented(customers: int) -> Iterator[dict[str, Any]]:
    """So many customers; names that come again carry their place."""
    chance = Random(SEED)
    for place in range(customers):
        places, words, trades = chance.choices(SCRIPTS, weights=(5, 2, 3))[0]
        parts = chance.choice(places.split()), chance.choice(words.split())
        trade = chance.choice(trades.split("|") if "|" in trades else trades.split())
        yield {
            "number": f"K-{1001 + place}",
            "name": f"{parts[0]}{parts[1]}{trade} {place}",
            "kind": "person" if chance.random() < 0.03 else "company",
            "channel_role": chance.choice(ROLES),
            "industry": chance.choice(INDUSTRIES),
            "region": chance.choice(REGIONS),
            "phone": f"+86 21 5{chance.randint(0, 999):03d} {chance.randint(0, 9999):04d}",
        }
