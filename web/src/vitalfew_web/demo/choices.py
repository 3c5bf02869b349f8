"""Who works at the example company, and what languages its customers speak."""

from __future__ import annotations

from dataclasses import dataclass

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.accounts.permissions import ASSIGN, EDIT, EXPORT, VIEW
from vitalfew_web.grading import permissions as grading
from vitalfew_web.messaging.permissions import LOOK_AFTER
from vitalfew_web.work.permissions import OVERSEE


@dataclass(frozen=True)
class Job:
    """A role as it is shipped."""

    permissions: tuple[str, ...]
    reach: Reach


ROLES = {
    "Account manager": Job((VIEW, EDIT, EXPORT, grading.VIEW), Reach.OWN),
    "Team lead": Job((VIEW, EDIT, ASSIGN, EXPORT, OVERSEE, grading.VIEW, grading.OVERRIDE), Reach.TEAM),
    "Sales director": Job((VIEW, EDIT, ASSIGN, EXPORT, OVERSEE, *grading.LABELS), Reach.ALL),
    "Service agent": Job((VIEW, grading.VIEW), Reach.ALL),
    "Data analyst": Job((VIEW, grading.VIEW, grading.FIGURES, grading.EDIT), Reach.ALL),
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
    Colleague("admin", "Robin Park", "Office", "Administrator", "en", "UTC"),
)


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
