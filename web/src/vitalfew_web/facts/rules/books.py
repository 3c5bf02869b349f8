"""Address books as tables: what Google Contacts, Outlook, iPhone and Xiaomi phones write, known by their headers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from vitalfew_web.facts.rules.cards import LONGEST, MOST_CARDS, Card, NotCards, joined_name, text_of
from vitalfew_web.facts.rules.rows import bare

WORDS: Mapping[str, str] = {
    "name": "name|full name|display name|file as|contact|contact name|姓名|名称|联系人|联系人姓名|顯示名稱|聯絡人|聯絡人姓名",
    "given": "given name|first name|名|名字",
    "family": "family name|last name|surname|姓|姓氏",
    "middle": "additional name|middle name",
    "firm": "company|organization|organization name|organization 1 name|organisation|account|customer|公司|公司名称|单位|工作单位|组织"
    "|客户|客户名称|公司名稱|單位|組織|客戶|客戶名稱",
    "number": "customer number|customer id|account number|客户编号|客户号|客戶編號",
    "post": "job title|organization title|organization 1 title|post|position|职务|职位|職務|職稱|職位",
    "birthday": "birthday|date of birth|生日|出生日期",
    "home": "home address|home street|home city|家庭住址|家庭地址|住址|住家地址",
}
_FIELDS = {bare(word): name for name, words in WORDS.items() for word in words.split("|")}
_PHONE = re.compile(
    r"(phone|tel|telephone)(\d+value|\d*)|(mobile|cell|business|work|home|main|primary|other|companymain|iphone)+"
    r"(phone|tel|telephone|number)?(number)?\d?|.*(电话|電話|手机|手機|座机|行動電話).*"
)
_MAIL = re.compile(
    r"(home|work|other|business)?e?mail(\d*value|\d?address|address\d?|\d*)|.*(邮箱|邮件|郵件|信箱|電郵).*"
)
SEVERAL = re.compile(r"\s*:::\s*")
"""How Google Contacts writes several values into one cell."""


def field_of_book(header: str) -> str:
    """What a column of an address book is: a field of a card, "phone", "mail", or nothing that is kept."""
    word = bare(header)
    if found := _FIELDS.get(word):
        return found
    if _MAIL.fullmatch(word):
        return "mail"
    return "phone" if _PHONE.fullmatch(word) and "fax" not in word and "address" not in word else ""


def book_in(content: bytes) -> list[Card]:
    """The cards of a table. Raises NotCards: no row, too many, no column with names beside one that is known."""
    text = text_of(content)[0]
    first, _, _ = text.partition("\n")
    mark = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=mark)
    fields = [field_of_book(header) for header in next(rows, [])]
    if not {"name", "given", "family"} & set(fields) or not {"phone", "mail", "firm"} & set(fields):
        raise NotCards("columns")
    cards = []
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                cards.append(_card(rows.line_num, fields, row))
            if len(cards) > MOST_CARDS:
                raise NotCards("many")
    except csv.Error:
        raise NotCards("columns") from None
    if not cards:
        raise NotCards("none")
    return cards


def _card(line: int, fields: list[str], row: list[str]) -> Card:
    said: dict[str, list[str]] = {}
    for name, cell in zip(fields, row, strict=False):
        values = [" ".join(value.split())[:LONGEST] for value in SEVERAL.split(cell)]
        said.setdefault(name, []).extend(value for value in values if value)
    one = {name: (said.get(name) or [""])[0] for name in (*WORDS, "")}
    name = one["name"] or joined_name(one["family"], one["given"], one["middle"])
    return Card(
        line,
        name=name,
        firm=one["firm"],
        number=one["number"],
        post=one["post"],
        birthday=one["birthday"],
        phones=said.get("phone", []),
        mails=said.get("mail", []),
        home=" ".join(said.get("home", [])),
    )
