"""Who works at the example company, and what languages its customers speak."""

from __future__ import annotations

from dataclasses import dataclass

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.accounts.permissions import ASSIGN, EDIT, EXPORT, NOTE, REVEAL, VIEW
from vitalfew_web.core.permissions import ACCESS_LOG
from vitalfew_web.facts.permissions import IMPORT, PULL, UNDO
from vitalfew_web.facts.permissions import VIEW as ORDERS
from vitalfew_web.grading import permissions as grading
from vitalfew_web.messaging.permissions import LOOK_AFTER
from vitalfew_web.work.permissions import BEYOND, OVERSEE


@dataclass(frozen=True)
class Job:
    """A role as it is shipped."""

    permissions: tuple[str, ...]
    reach: Reach


ROLES = {
    "Account manager": Job((VIEW, EDIT, NOTE, EXPORT, ORDERS, grading.VIEW), Reach.OWN),
    "Team lead": Job(
        (VIEW, EDIT, NOTE, ASSIGN, EXPORT, REVEAL, ORDERS, IMPORT, UNDO, OVERSEE, grading.VIEW, grading.OVERRIDE),
        Reach.TEAM,
    ),
    "Sales director": Job(
        (VIEW, EDIT, NOTE, ASSIGN, EXPORT, REVEAL, ORDERS, IMPORT, UNDO, OVERSEE, BEYOND, *grading.LABELS), Reach.ALL
    ),
    "Service agent": Job((VIEW, NOTE, grading.VIEW), Reach.ALL),
    "Data analyst": Job((VIEW, ORDERS, IMPORT, UNDO, PULL, grading.VIEW, grading.FIGURES, grading.EDIT), Reach.ALL),
    "Privacy officer": Job((VIEW, REVEAL, ACCESS_LOG), Reach.ALL),
    "Administrator": Job((MANAGE, LOOK_AFTER), Reach.OWN),
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

HEADS = {"Sales": "gao.ming", "East": "lin.yue", "Overseas": "tom.becker"}
"""Team → who leads it."""

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
    Colleague("wang.fang", "Wang Fang", "Office", "Privacy officer", "zh-hans", "Asia/Shanghai"),
    Colleague("admin", "Robin Park", "Office", "Administrator", "en", "UTC"),
)

HOST = "example.com"
PASSWORD = "vital-few-demo"  # noqa: S105  (a login to look at invented data with)
ADDRESSES = {one.key: f"{one.key}@{HOST}" for one in PEOPLE}
"""Key of a person → what they log in with."""

ADMINISTRATOR = "admin"
DIRECTOR = "gao.ming"
ANALYST = "maria.ortiz"

SOURCE = "demo"
"""Where its facts come from, as imports name it."""

GROUPS = (("Fair 2026", "teal", True, 3), ("Win back", "amber", False, 5))
"""Groups of a team lead: name, colour, whether others see it, and that every so many of her first customers is in it."""


@dataclass(frozen=True)
class Script:
    """A language that customers' names are in: how many of ten have it, who looks after them, where they telephone."""

    language: str
    weight: int
    owners: tuple[str, ...]
    phone: str
    brackets: str
    buyers: str

    def beside(self, name: str, remark: str) -> str:
        """A name with a remark that tells it from another of the same name."""
        return name + self.brackets.format(remark)


SCRIPTS = (
    Script("zh-hans", 5, ("lin.yue", "chen.wei", "zhou.kai"), "+86 21 5{:03d} {:04d}", "（{}）", "采购部"),
    Script("zh-hant", 2, ("hsu.meiling",), "+886 2 2{:03d} {:04d}", "（{}）", "採購部"),
    Script("en", 3, ("anna.keller", "tom.becker"), "+49 40 7{:03d} {:04d}", " ({})", "Purchasing"),
)

BUYERS = {
    "zh-hans": (
        ("罗建", "赵磊", "何敏", "郭静", "陈国强", "吴倩", "马国庆", "黄珊", "冯磊", "邓凯", "万志远"),
        ("厂长", "采购经理", "财务总监", "设备工程师", "总经理", "物流主管"),
    ),
    "zh-hant": (
        ("林志明", "陳怡君", "黃俊傑", "張淑芬", "李家豪", "王雅婷"),
        ("廠長", "採購經理", "財務長", "工程師", "總經理"),
    ),
    "en": (
        ("Jonas Weber", "Ingrid Solberg", "Lena Fischer", "Marco Rossi", "Sophie Martin", "Peter de Vries"),
        ("Plant manager", "Head of purchasing", "Finance director", "Engineer", "Managing director"),
    ),
}
"""Language → names and posts of people at customers."""
