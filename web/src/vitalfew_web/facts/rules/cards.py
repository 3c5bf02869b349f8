"""Cards of address books: what one says, whatever file it came in, and the days of birth that stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

MOST_CARDS = 10_000
LONGEST = 500
"""Signs of a value that are looked at; nobody's name or post is longer."""


@dataclass
class Card:
    """One person of an address book. `birthday` is as it stands in the file, `line` where the card begins."""

    line: int
    name: str = ""
    firm: str = ""
    number: str = ""
    post: str = ""
    phones: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    birthday: str = ""
    home: str = ""
    is_whole: bool = True


class NotCards(Exception):
    """A file that is no address book: "none" no card in it, "many" too many, "columns" none that is known."""


def text_of(content: bytes) -> tuple[str, str]:
    """A file as text, and its encoding: what its first bytes say, UTF-8 where it is that, else GB18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace"), "gb18030"


def joined_name(family: str, given: str, middle: str = "") -> str:
    """Parts of a name in the order of its script: Han names begin with the family and have no space."""
    parts = [part.strip() for part in (family, given, middle)]
    if any("\u2e80" <= sign <= "\uffef" for sign in parts[0] + parts[1]) and not any(
        map(str.isascii, filter(None, parts))
    ):
        return "".join(parts)
    return " ".join(filter(None, (parts[1], parts[2], parts[0])))


_FULL = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?")
_PART = re.compile(r"(?:--|-)?(\d{1,2})[-/.月]?(\d{2})日?")


def birthday_of(text: str) -> tuple[int | None, int, int] | None:
    """Year (None where it is not known), month and day of a birthday; None for what is none.

    Of months and days without a year there are --0415, --04-15 and 04-15; phones that must have a year write 1604.
    """
    text = text.strip()
    whole = _FULL.fullmatch(text)
    if whole:
        year, month, day = map(int, whole.groups())
        return (None if year == 1604 else year), month, day
    part = _PART.fullmatch(text)
    return (None, int(part[1]), int(part[2])) if part else None


def as_kept(card: Card) -> dict[str, Any]:
    """A card as it lies between dry run and commit."""
    return {name: getattr(card, name) for name in Card.__dataclass_fields__}
