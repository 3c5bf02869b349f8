"""Who works at the example company, and what names, places and trades its customers have."""

from __future__ import annotations

from dataclasses import dataclass

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.accounts.permissions import ASSIGN, EDIT, EXPORT, VIEW


@dataclass(frozen=True)
class Job:
    """A role as it is shipped."""

    permissions: tuple[str, ...]
    reach: Reach


ROLES = {
    "Account manager": Job((VIEW, EDIT, EXPORT), Reach.OWN),
    "Team lead": Job((VIEW, EDIT, ASSIGN, EXPORT), Reach.TEAM),
    "Sales director": Job((VIEW, EDIT, ASSIGN, EXPORT), Reach.ALL),
    "Service agent": Job((VIEW,), Reach.ALL),
    "Data analyst": Job((VIEW,), Reach.ALL),
    "Administrator": Job((MANAGE,), Reach.OWN),
}


@dataclass(frozen=True)
class Colleague:
    """Somebody of the example company."""

    key: str
    name: str
    team: str
    role: str
    language: str = "en"
    time_zone: str = "UTC"


TEAMS = {"Sales": None, "East": "Sales", "North": "Sales", "Overseas": "Sales", "Office": None}
"""Team → the team it belongs to."""

PEOPLE = (
    Colleague("gao.ming", "Gao Ming", "Sales", "Sales director", "zh-hans", "Asia/Shanghai"),
    Colleague("lin.yue", "Lin Yue", "East", "Team lead", "en", "Asia/Shanghai"),
    Colleague("chen.wei", "Chen Wei", "East", "Account manager", "zh-hans", "Asia/Shanghai"),
    Colleague("zhou.kai", "Zhou Kai", "North", "Account manager", "zh-hans", "Asia/Shanghai"),
    Colleague("hsu.meiling", "Hsu Mei-ling", "Overseas", "Account manager", "zh-hant", "Asia/Taipei"),
    Colleague("anna.keller", "Anna Keller", "Overseas", "Account manager", "en", "Europe/Berlin"),
    Colleague("tom.becker", "Tom Becker", "Overseas", "Team lead", "en", "Europe/Berlin"),
    Colleague("sun.li", "Sun Li", "Office", "Service agent", "zh-hans", "Asia/Shanghai"),
    Colleague("maria.ortiz", "Maria Ortiz", "Office", "Data analyst", "en", "Europe/Madrid"),
    Colleague("admin", "Robin Park", "Office", "Administrator", "en", "UTC"),
)

INDUSTRIES = ("Electromechanical", "Automation", "Machine tools", "Food", "Packaging", "Textile", "Logistics", "Energy")


@dataclass(frozen=True)
class Script:
    """Parts of names in one script, and where such firms are."""

    places: tuple[str, ...]
    words: tuple[str, ...]
    trades: tuple[str, ...]
    regions: tuple[str, ...]
    owners: tuple[str, ...]
    phone: str


SCRIPTS = (
    Script(
        ("苏州", "宁波", "无锡", "合肥", "南京", "惠州", "佛山", "成都", "青岛", "昆明", "厦门", "长沙"),
        (
            "宏远",
            "明志",
            "海顺",
            "恒立",
            "睿驰",
            "金丰",
            "华东",
            "锐控",
            "万达",
            "嘉汇",
            "凌云",
            "国泰",
            "天工",
            "瑞丰",
        ),
        ("机电", "泵业", "物流装备", "液压", "新能源", "精密机床", "自动化", "商贸", "包装", "纺织", "食品", "水务"),
        ("East China", "North China", "South China", "West China"),
        ("chen.wei", "zhou.kai", "lin.yue"),
        "+86 21 5{:03d} {:04d}",
    ),
    Script(
        ("台北", "高雄", "臺南", "新竹", "香港", "桃園", "臺中"),
        ("聯合", "金豐", "宏達", "永興", "遠東", "國際", "萬達", "新光", "順發", "大同"),
        ("實業", "機工程", "電機", "貿易", "精密", "包裝", "食品", "物流"),
        ("Taiwan", "Hong Kong"),
        ("hsu.meiling",),
        "+886 2 2{:03d} {:04d}",
    ),
    Script(
        ("Nord", "Brück", "Sol", "West", "Alpen", "Rhein", "Stein", "Linden", "Hafen", "Berg", "Silber", "Eich"),
        ("wind", "ner", "bakken", "mark", "tal", "feld", "hof", "werk", "bach", "stein"),
        ("GmbH", "Antriebe AG", "AS", "Bearings", "Automation", "Foods Ltd", "Logistics", "Packaging BV", "Energie"),
        ("Europe", "North America"),
        ("anna.keller", "tom.becker"),
        "+49 40 7{:03d} {:04d}",
    ),
)
