"""A file as people have it: titles, blank rows, totals, full-width digits, dates written in five ways, some bad cells."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from vitalfew.sample.dice import Dice
from vitalfew.sample.names import Names

HEADERS = ("客户编号", "客户名称", "订单号", "日期", "产品", "数量", "单价", "金额")
WALK_IN = ("散客", "散客")
BAD_CELLS = {7: (3, "2026-13-45"), 23: (5, "十二盒"), 61: (7, "待定"), 88: (7, "#REF!")}
"""Line of data → place of the cell and what stands there; so few that the file is still read."""

_PRODUCTS = (("茶叶礼盒", 16_800), ("陶瓷杯", 2_950), ("竹制托盘", 5_600), ("棉麻桌布", 8_900), ("手工香皂", 1_250))
_TRADES = ("商贸", "酒店管理", "文化", "餐饮", "百货")
_LAST_DAY = date(2026, 10, 31)
_DAYS = 600
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

_DATES: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}{day.month:02}{day.day:02}",
)


def messy(folder: Path, *, lines: int = 240, seed: int = 1) -> Path:
    """Write `messy.csv` in GB18030 with Chinese headers and give its path; the same bytes for the same seed.

    Two title rows and a blank one stand above the header, blank rows and subtotals between the lines, and a total row
    below them. The walk-in bucket is the largest "customer". The cells of BAD_CELLS cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "messy.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(["2025—2026年度销售明细表", *[""] * 7])
        writer.writerow(["制表部门：销售部", "", "", "导出日期：2026年11月2日", *[""] * 4])
        writer.writerow([""] * 8)
        writer.writerow(HEADERS)
        writer.writerows(_body(lines, seed))
    return path


def _body(lines: int, seed: int) -> list[list[str]]:
    dice = Dice(seed, "messy")
    people, rows, pieces, cents = _customers(dice), [], 0, 0
    for number in range(lines):
        row, quantity, amount = _line(number, lines, people, dice)
        pieces, cents = pieces + quantity, cents + amount
        rows.append(row)
        if number % 80 == 79:
            rows.append(["小计", *[""] * 4, str(pieces), "", _money(cents)])
            rows.append([""] * 8)
    return [*rows, ["合计", *[""] * 4, str(pieces), "", f"¥{_money(cents)}"]]


def _customers(dice: Dice) -> list[tuple[str, str]]:
    names = Names(dice, "zh-hans")
    return [(f"C{number:03}", names.company(_TRADES[number % len(_TRADES)], number)) for number in range(1, 25)]


def _line(number: int, lines: int, people: list[tuple[str, str]], dice: Dice) -> tuple[list[str], int, int]:
    """One line with its pieces and cents; two lines make an order, every fifth order is a walk-in's."""
    order = number // 2
    product, many, style = (int(one) for one in dice.below(1_000_000, 3))
    customer = WALK_IN if order % 5 == 0 else people[min(order * 5 % 23, order * 11 % 24)]
    name, price = _PRODUCTS[(product + number) % len(_PRODUCTS)]
    quantity = 1 + many % 12 + (20 if customer is WALK_IN else 0)
    ago = _DAYS * (lines // 2 - 1 - order) // lines * 2
    when = _DATES[style % len(_DATES)](_LAST_DAY - timedelta(days=ago))
    pieces = str(quantity).translate(_FULL_WIDTH) if style % 4 == 0 else str(quantity)
    sign = "¥" if style % 3 == 0 else ""
    row = [*customer, f"XS{order + 1:05}", when, name, pieces, f"{_money(price)}", f"{sign}{_money(quantity * price)}"]
    if number in BAD_CELLS:
        place, text = BAD_CELLS[number]
        row[place] = text
    return row, quantity, quantity * price


def _money(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"
