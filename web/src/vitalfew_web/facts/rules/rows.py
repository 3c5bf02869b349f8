"""Arithmetic of imports: names of files, headers that mean fields of customers, rows that change their customer."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

NO_LABELS: Mapping[str, str] = {}

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".parquet", ".gz", ".xz", ".vcf", ".zip"})
"""Endings that a stored file may keep; what it is, its content decides."""

LONGEST_NAME = 120


def shown_name(name: str) -> str:
    """The name of a file as it is shown: its last part, without signs that cannot be seen or turn round what follows."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    return seen.strip()[-LONGEST_NAME:] or "file"


def kept_name(place: int, name: str) -> str:
    """The name under which a file is stored: a number, and its ending where that is a known one."""
    endings = re.findall(r"\.[a-z0-9]{1,7}", name.lower())[-2:]
    kept = [ending for ending in endings if ending in ENDINGS]
    return f"{place}{''.join(kept)}"


SYNONYMS: Mapping[str, str] = {
    "phone": "phone|telephone|tel|mobile|cell|phone number|contact phone|电话|联系电话|手机|手机号|手机号码|座机|電話|聯絡電話|手機|手機號碼",
    "email": "email|e mail|mail|email address|邮箱|电子邮箱|邮件|电子邮件|電子郵件|信箱|電郵|電子信箱",
    "website": "website|web site|url|homepage|web|网址|网站|官网|網址|網站|官網",
    "address": "address|street address|postal address|地址|公司地址|联系地址|通讯地址|通訊地址|聯絡地址",
    "owner": "owner|account owner|sales rep|sales person|salesperson|account manager|responsible|负责人|业务员|销售|销售员"
    "|客户经理|跟进人|負責人|業務|業務員|業務人員|客戶經理",
    "situation": "situation|remark|remarks|notes|note|comment|comments|description|备注|说明|简介|备注说明|備註|說明|簡介",
    "needs": "needs|requirements|需求|客户需求|需求說明|客戶需求",
    "pain_points": "pain points|problems|痛点|問題|痛點",
    "business_model": "business model|经营模式|商业模式|經營模式|商業模式",
    "strategy": "strategy|战略|策略|戰略",
}
"""Field of a customer that the engine does not know → headers that mean it."""


def bare(header: str) -> str:
    """A header as it is compared: letters and digits in one width and case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", header).casefold()))


_FIELD_OF = {bare(name): field for field, names in SYNONYMS.items() for name in names.split("|")}


def field_of(header: str) -> str:
    """The field of a customer that a header means; empty where it means none."""
    return _FIELD_OF.get(bare(header), "")


_FLAG = re.compile(r"--\w|vitalfew|TMPDIR")
_BRACKET = re.compile(r"\s*[(（][^()（）]*--\w[^()（）]*[)）]")
_CLAUSE = re.compile(r"(?<=[;；])\s*|(?<=[.。])(?:\s+|$)")
_NAME = re.compile(r"(?<![\w\u2e80-\uffff])[a-z]+_[a-z]+(?!\w)")


def without_flags(text: str, labels: Mapping[str, str] = NO_LABELS) -> str:
    """A sentence of the engine without what it says of the command line, and with names of columns for people."""
    plain = _BRACKET.sub("", text)
    kept = [part for part in _CLAUSE.split(plain) if part and not _FLAG.search(part)]
    joined = (" " if plain.isascii() or " " in plain else "").join(kept).strip() or plain
    ended = re.sub(r"[;；]$", ".", joined)
    return _NAME.sub(lambda found: str(labels.get(found[0], found[0])), ended)


def translated(rows: pa.Table, numbers: Mapping[str, str | None]) -> pa.Table:
    """Rows with other customers: id in the file → number of the customer, None where its rows are left out."""
    if not numbers or "customer_id" not in rows.column_names:
        return rows
    place = rows.column_names.index("customer_id")
    out = [id_ for id_, number in numbers.items() if number is None]
    if out:
        rows = rows.filter(pc.invert(pc.is_in(rows["customer_id"], pa.array(out, pa.string()))))
    chunks = [_renamed(chunk, numbers) for chunk in rows["customer_id"].chunks]
    return rows.set_column(place, "customer_id", pa.chunked_array(chunks, pa.string()))


def _renamed(chunk: pa.Array, numbers: Mapping[str, str | None]) -> pa.Array:
    encoded = chunk.dictionary_encode()
    words = [numbers.get(word) or word for word in encoded.dictionary.to_pylist()]
    return pa.array(words, pa.string()).take(encoded.indices)


def amount_in(rows: pa.Table) -> tuple[int | None, int]:
    """The sum of a table's amounts in minor units, and their digits; None where it has no amounts."""
    if "amount" not in rows.column_names or not pa.types.is_decimal(rows.schema.field("amount").type):
        return None, 2
    digits = rows.schema.field("amount").type.scale
    total = pc.sum(pc.cast(rows["amount"], pa.decimal128(38, digits))).as_py()
    return (None if total is None else int(total.scaleb(digits))), digits


def counted(changes: Iterable[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Field → in how many changes it stands, most first."""
    found: dict[str, int] = {}
    for change in changes:
        for name in change:
            found[name] = found.get(name, 0) + 1
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def first(values: Sequence[Any], most: int) -> list[Any]:
    """The first of them."""
    return list(values[:most])


class NotRows(Exception):
    """What a program sent as rows cannot be them: why, in one word, and what the sentence about it speaks of."""

    def __init__(self, why: str, **values: Any) -> None:
        super().__init__(why)
        self.why, self.values = why, values


def as_csv(rows: Any, *, known: Collection[str], most: int) -> tuple[str, list[str]]:
    """Rows of a program as a file of text, and its columns in the order in which they first come.

    Raises NotRows: "list" no list of objects, "many" too many, "column" one that is not known, "cell" neither a text, a
    number, true, false nor null, "sign" half a sign.
    """
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) and row for row in rows):
        raise NotRows("list")
    if len(rows) > most:
        raise NotRows("many", n=len(rows), most=most)
    names = list(dict.fromkeys(name for row in rows for name in row))
    strange = [name for name in names if name not in known]
    if strange:
        raise NotRows("column", names=", ".join(strange[:5])[:200])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for place, row in enumerate(rows, start=1):
        writer.writerow([_cell(row.get(name), place, name) for name in names])
    return text.getvalue(), names


def _cell(value: Any, place: int, name: str) -> str:
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if not isinstance(value, str):
        raise NotRows("cell", n=place, name=name)
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in value):
        raise NotRows("sign", n=place, name=name)
    return value
