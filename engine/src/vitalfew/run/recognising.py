"""Which table of facts a file holds: by its name, and by the headers in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from vitalfew.readers import look
from vitalfew.readers.headers.headings import fold
from vitalfew.readers.headers.recognise import missing, named
from vitalfew.readers.reading import Options
from vitalfew.schemas import TABLES

WORDS: Mapping[str, tuple[str, ...]] = {
    "customers": ("customer", "client", "account master", "客户", "客戶"),
    "payments": ("payment", "invoice", "receivable", "付款", "收款", "回款", "发票", "發票", "应收", "應收"),
    "returns": ("return", "refund", "退货", "退貨", "退款"),
    "service_costs": ("service cost", "cost", "服务成本", "服務成本", "费用", "費用"),
    "feedback": ("feedback", "survey", "complaint", "反馈", "回饋", "满意", "滿意", "投诉", "投訴"),
    "interactions": ("interaction", "visit", "contact", "联系", "聯絡", "拜访", "拜訪"),
    "wallet": ("wallet", "钱包", "錢包"),
    "exchange_rates": ("exchange rate", "rates", "汇率", "匯率"),
    "orders": ("order", "sale", "transaction", "订单", "訂單", "销售", "銷售"),
}
"""What the name of a file says of its table. Of two words the last counts: customer orders are orders."""

ENOUGH = 2
"""Columns that must be known before a file is taken for a table: an id alone is in every list of customers."""


def by_name(path: Path) -> str | None:
    """The table that the name of a file tells; None where it tells nothing."""
    name = fold(re.sub(r"\.\w+$", "", path.name))
    found = {table: max(name.rfind(fold(word)) for word in words) for table, words in WORDS.items()}
    best = max(found, key=lambda table: found[table])
    return best if found[best] >= 0 else None


def by_header(header: Sequence[str]) -> str | None:
    """The table whose columns stand in a header: none is missing, and most are known, by their standard names first."""
    fitting = {table: rank for table in TABLES if (rank := _fit(header, table)) is not None}
    return max(fitting, key=lambda table: (fitting[table], table == "orders")) if fitting else None


def table_of(path: Path, options: Options, work: Path) -> str | None:
    """The table of a file: what its name says where the header agrees, else what the header says; None for neither.

    A file that is named for orders is taken at its word. Refused is what cannot be opened as a table at all.
    """
    said = by_name(path)
    if said == "orders":
        return said
    header = [column["header"] for column in look(path, "orders", options, work)["columns"]]
    return said if said is not None and _fit(header, said) is not None else by_header(header)


def _fit(header: Sequence[str], table: str) -> tuple[int, int] | None:
    """How many columns stand there under standard names, and how many at all; None where a needed one is missing."""
    columns, how = named(header, TABLES[table], {})
    if missing(columns, TABLES[table]) or len(columns) < ENOUGH:
        return None
    return sum(way == "exact" for way in how.values()), len(columns)
