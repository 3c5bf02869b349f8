"""Files of vCards, versions 2.1, 3.0 and 4.0, as phones and mail programs write them: line by line, one after the other.

Written down here because of what phones do: values in quoted-printable over several lines, each value with an encoding of
its own, pictures of megabytes between (docs/decisions/0028-address-books.md).
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from vitalfew_web.facts.rules.cards import LONGEST, MOST_CARDS, Card, NotCards, joined_name, text_of

LONGEST_LINE = 65_536
_HEAD = re.compile(rb'(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):', re.ASCII)
_CHARSETS = {"GBK": "gb18030", "GB2312": "gb18030", "GB18030": "gb18030", "BIG5": "big5", "UTF-8": "utf-8"}


@dataclass
class Property:
    """A line of a card: its name, its parameters in capitals (those without a name as TYPE), its value still encoded."""

    name: str
    value: bytes
    traits: dict[str, set[str]] = field(default_factory=dict)

    def text(self) -> str:
        """The value as text."""
        value = self.value
        if "QUOTED-PRINTABLE" in self.traits.get("ENCODING", set()) | self.traits.get("TYPE", set()):
            value = quopri.decodestring(value)
        named = next((each for each in self.traits.get("CHARSET", ()) if each in _CHARSETS), "")
        return value.decode(_CHARSETS[named], "replace") if named else text_of(value)[0]

    def parts(self) -> list[str]:
        """The value between its semicolons."""
        return [plain(part) for part in re.split(r"(?<!\\);", self.text())]


def is_vcard(content: bytes) -> bool:
    """Whether a file begins as a vCard, whatever its name."""
    begin = content[:200]
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        begin = begin[: len(begin) // 2 * 2].decode("utf-16", "replace").encode()
    return begin.removeprefix(b"\xef\xbb\xbf").lstrip().upper().split(maxsplit=1)[:1] == [b"BEGIN:VCARD"]


def plain(text: str) -> str:
    """A value without its backslashes, on one line."""
    text = re.sub(r"\\([\\;,])", r"\1", re.sub(r"\\[nN]", " ", text))
    return " ".join(text.split())[:LONGEST]


def vcards_in(content: bytes) -> list[Card]:
    """The cards of a file in its order. One that breaks off is not whole. Raises NotCards."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    reader = _Reader()
    for line, text in _unfolded(content.removeprefix(b"\xef\xbb\xbf")):
        reader.take(line, text)
        if len(reader.cards) > MOST_CARDS:
            raise NotCards("many")
    if not reader.cards:
        raise NotCards("none")
    return reader.cards


class _Reader:
    """Where it stands: the cards so far, the one that is open, and how deep it is in parts of that one (AGENT)."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._open: Card | None = None
        self._depth = 0
        self._agent = False

    def take(self, line: int, text: bytes) -> None:
        """One line, put together."""
        word, is_part = text[:20].strip().upper(), self._agent
        self._agent = word.startswith(b"AGENT")
        if word == b"BEGIN:VCARD" and not self._depth and not is_part:
            self._open = Card(line, is_whole=False)
            self.cards.append(self._open)
        elif word.startswith((b"BEGIN:", b"END:")):
            self._bound(word)
        elif self._open and not self._depth and (found := _property(text)):
            _put(self._open, found)

    def _bound(self, word: bytes) -> None:
        if word.startswith(b"BEGIN:"):
            self._depth += 1
        elif self._depth:
            self._depth -= 1
        elif self._open:
            self._open.is_whole, self._open = True, None


def _unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines put together that belong together, with the number of the first."""
    held, begun = b"", 0
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", content), start=1):
        soft = held.endswith(b"=") and b"QUOTED-PRINTABLE" in held[:200].upper()
        if soft:
            held = _longer(held[:-1], line)
        elif line[:1] in (b" ", b"\t"):
            held = _longer(held, line[1:])
        else:
            if held:
                yield begun, held
            held, begun = line, number
    if held:
        yield begun, held


def _longer(held: bytes, line: bytes) -> bytes:
    """No line grows beyond what a value may be: pictures are cut, and skipped anyhow."""
    return held + line if len(held) < LONGEST_LINE else held


def _property(line: bytes) -> Property | None:
    found = _HEAD.match(line[:LONGEST_LINE])
    if not found:
        return None
    traits: dict[str, set[str]] = {}
    for each in found[2].decode("ascii", "replace").upper().split(";")[1:]:
        name, _, value = each.partition("=") if "=" in each else ("TYPE", "", each)
        traits.setdefault(name.strip(), set()).update(value.replace('"', "").split(","))
    return Property(found[1].decode().upper(), line[found.end() : LONGEST_LINE], traits)


def _put(card: Card, found: Property) -> None:
    """What a property says goes to its place in the card; most say nothing that is kept."""
    if found.name == "ADR" and "HOME" in found.traits.get("TYPE", ()):
        card.home = card.home or " ".join(part for part in found.parts() if part)
    elif found.name in PLACES:
        PLACES[found.name](card, found)


def _put_name(card: Card, found: Property) -> None:
    family, given, middle = (*found.parts(), "", "", "")[:3]
    card.name = card.name or joined_name(family, given, middle)


def _put_shown_name(card: Card, found: Property) -> None:
    card.name = plain(found.text()) or card.name


def _put_firm(card: Card, found: Property) -> None:
    card.firm = card.firm or found.parts()[0]


def _put_post(card: Card, found: Property) -> None:
    card.post = card.post or plain(found.text())


def _put_phone(card: Card, found: Property) -> None:
    card.phones.append(plain(found.text()).removeprefix("tel:"))


def _put_mail(card: Card, found: Property) -> None:
    card.mails.append(plain(found.text()).removeprefix("mailto:"))


def _put_birthday(card: Card, found: Property) -> None:
    card.birthday = plain(found.text())


PLACES: Mapping[str, Callable[[Card, Property], None]] = {
    "FN": _put_shown_name,
    "N": _put_name,
    "ORG": _put_firm,
    "TITLE": _put_post,
    "TEL": _put_phone,
    "EMAIL": _put_mail,
    "BDAY": _put_birthday,
}
"""Property → where it goes. Pictures and keys are nobody's business here; notes may hold anything, and nothing says what for."""
