"""Which encoding a text is in, decided by its own bytes; strict decoding to UTF-8, block by block.

The rule (engine-study.md, section 2.3): byte order mark; zero bytes with whole code units as line ends mean
UTF-16; strict UTF-8; else GB18030 or Big5, whichever gives more known header words, then the larger share of
everyday characters among the Han characters. Where nothing fits, the text is held for UTF-8, and decoding
names the line that is not.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

import numpy as np

from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.schemas import TABLES

SAMPLE = 1 << 20
"""Bytes that decide."""

ENOUGH = 40
"""Han characters from which on the guess between GB18030 and Big5 was right in 120 of 120 trials."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
}
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "utf-8-sig": "utf-8"}
"""Asked for by a name that people use for more than it says: the larger set is meant."""

_NAMED = ("utf-8", "utf-16", "gb18030", "gbk", "big5", "windows-1252", "latin-1")

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_SIGNS = re.compile("[\0-\x7f\u2010-\u206f\u3000-\u303f\uff00-\uffef]+")
_EVERYDAY = (
    ("gb18030", "gb2312", 0xB0, 0xD7),
    ("cp950", "big5", 0xA4, 0xC6),
    ("big5hkscs", "big5", 0xA4, 0xC6),
)
"""Candidate, set of two-byte characters, first and last lead byte of its everyday characters."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding: Python's codec, the name for people, bytes of its mark, and whether it had to be guessed."""

    codec: str
    name: str
    mark: int = 0
    guessed: bool = False
    sure: bool = True


def detect(sample: bytes, given: str | None = None) -> Encoding:
    """The encoding of a text that begins with, or holds, this sample. `given` overrides; unknown: WrongUse."""
    mark, marked = next(((len(mark), codec) for mark, codec in _MARKS if sample.startswith(mark)), (0, None))
    if given is not None:
        wanted = _given(given)
        if wanted == "utf-16":
            wanted = marked if marked and marked != "utf-8" else _utf16(sample) or "utf-16-le"
        return Encoding(wanted, _NAMES.get(wanted, wanted.upper()), mark if wanted == marked else 0)
    codec = marked or _utf16(sample)
    if codec or _is_utf8(sample):
        return Encoding(codec or "utf-8", _NAMES[codec or "utf-8"], mark)
    return _chinese(sample) or Encoding("utf-8", "UTF-8")


def _given(name: str) -> str:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        close = get_close_matches(name.lower(), _NAMED, 1, 0.5)
        raise WrongUse(
            say("unknown encoding: {name}.", name=name),
            where="--encoding",
            remedy=say("Did you mean {name}?", name=close[0])
            if close
            else say("Known are: {names}.", names=", ".join(_NAMED)),
        ) from None
    codec = codecs.lookup(name).name
    return _WIDER.get(codec, codec)


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: many zero bytes, a line end that is a whole code unit, no character 0."""
    if sample.count(0) * 20 < len(sample) or not sample.count(0):
        return None
    units = np.frombuffer(sample[: len(sample) // 2 * 2], "<u2")
    ends = {"utf-16-le": int(np.isin(units, (10, 13)).sum()), "utf-16-be": int(np.isin(units, (0x0A00, 0x0D00)).sum())}
    codec = max(ends, key=ends.__getitem__)
    return codec if ends[codec] and not (units == 0).any() and _decodes(sample, codec) is not None else None


def _decodes(sample: bytes, codec: str) -> str | None:
    """The text, or None where it is not in this encoding; a character cut off at the end is no fault."""
    try:
        return codecs.getincrementaldecoder(codec)("strict").decode(sample)
    except UnicodeDecodeError:
        return None


def _is_utf8(sample: bytes) -> bool:
    """Also a text with a few broken characters is UTF-8: its line has to be named, not read as something else."""
    if _decodes(sample, "utf-8") is not None:
        return True
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * broken


def _chinese(sample: bytes) -> Encoding | None:
    """GB18030 or Big5, or None where most characters would be rare ones: then it is neither."""
    found = [
        (*_likeness(text, charset, first, last), codec)
        for codec, charset, first, last in _EVERYDAY
        if (text := _decodes(sample, codec)) is not None
    ]
    known, share, count, codec = max(found, default=(0, 0.0, 0, ""))
    if not known and share < 0.5:
        return None
    return Encoding(codec, _NAMES[codec], guessed=True, sure=bool(known) or count >= ENOUGH)


def _likeness(text: str, charset: str, first: int, last: int) -> tuple[int, float, int]:
    """Known header words, share of everyday characters among all that are not signs, and how many Han ones."""
    han = "".join(_HAN.findall(text))
    leads = np.frombuffer(han.encode(charset, "ignore"), np.uint8)[::2]
    everyday = int(((leads >= first) & (leads <= last)).sum())
    letters = len(_SIGNS.sub("", text))
    rare = sum(character > "\uffff" for character in han)
    known = sum(word in text[:4096] for word in _known_words())
    return known, (everyday + rare) / max(1, letters), len(han)


@cache
def _known_words() -> frozenset[str]:
    """Header words of two or more Han characters, as they stand in the tables of facts."""
    names = (name for table in TABLES.values() for column in table.columns for name in column.names)
    return frozenset(name for name in names if len(name) > 1 and _HAN.fullmatch(name))


def sample_of(blocks: Iterator[bytes]) -> bytes:
    """The bytes that decide: the head, or, where the head is plain ASCII, what follows from the first byte that is not."""
    head = next(blocks, b"")
    if 0 in head[:SAMPLE] or not head[:SAMPLE].isascii():
        return head[:SAMPLE]
    block = head
    while block and block.isascii():
        block = next(blocks, b"")
    if not block:
        return head[:SAMPLE]
    start = re.search(rb"[\x80-\xff]", block)
    assert start
    return (block[start.start() :] + next(blocks, b""))[:SAMPLE]
