"""Ids and names: text as it stands, without outer spaces; never merged, never shown so that they deceive."""

import re
import unicodedata
from collections import defaultdict

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.characters import holds, longest
from vitalfew.readers.cells.texts import Cells, Unreadable, carefully, mapped, usable

LONGEST = 200
"""Characters of an id or a customer's name."""

_SCIENTIFIC = r"^[+-]?[0-9](\.[0-9]+)?[eE]\+[0-9]{2,3}$"
_WHOLE = r"^-?[0-9]+\.0+$"
_ASCII_SPACES = b"\t\n\v\f\r\x1c\x1d\x1e\x1f "
_SPACES = f"[{_ASCII_SPACES.decode()}]+"
_UNSAFE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"


def id_cells(column: pa.StringArray, *, floats: bool = False) -> Cells:
    """Trimmed texts as ids: leading zeros kept; `floats` (a column of binary numbers) reads 17850.0 as 17850.

    Refused: more than 200 characters, and numbers of which a spreadsheet kept only the first digits.
    """
    cells = short(column)
    if holds(column, b"+"):
        lost = pc.match_substring_regex(cells.values, _SCIENTIFIC)
        cells = carefully(cells, cells.values, lost, _lost)
    if not floats:
        return cells
    whole = pc.match_substring_regex(cells.values, _WHOLE)
    return Cells(pc.if_else(whole, pc.replace_substring_regex(cells.values, r"\.0+$", ""), cells.values), cells.failed)


def short(column: pa.StringArray) -> Cells:
    """Trimmed texts of at most 200 characters without error cells; the others fail."""
    cells = usable(column)
    if longest(column) <= LONGEST:
        return cells
    long = pc.greater(pc.utf8_length(cells.values), LONGEST)
    return carefully(cells, cells.values, long, _too_long)


def _lost(text: str) -> str:
    """1.23457E+17 is what a spreadsheet shows of an 18-digit number; 12E+05 may be an article."""
    digits = int(re.split("[eE]", text)[1]) + 1
    if digits > 15 or "." in text:
        raise Unreadable(say("number lost digits; format as text"))
    return text


def _too_long(text: str) -> str:
    raise Unreadable(say("{count:,} characters; at most {limit}", count=len(text), limit=LONGEST))


def alike(ids: pa.StringArray) -> list[list[str]]:
    """Groups of different ids that are equal after NFKC, case folding and dropping inner spaces, by code point."""
    codes = np.asarray(folded_column(ids).dictionary_encode().indices)
    several = np.bincount(codes)[codes] > 1
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for code, one in zip(codes[several].tolist(), ids.filter(pa.array(several)).to_pylist(), strict=True):
        groups[code].append(one)
    return sorted(map(sorted, groups.values()))


def folded_column(texts: pa.StringArray) -> pa.StringArray:
    """`folded` for each text; ASCII ones at once."""
    lower = pc.ascii_lower(texts)
    plain = pc.replace_substring_regex(lower, _SPACES, "") if holds(lower, _ASCII_SPACES) else lower
    ascii_only = pc.string_is_ascii(texts)
    return mapped(pc.if_else(ascii_only, plain, texts), pc.invert(ascii_only), folded)


def folded(text: str) -> str:
    """What is left of an id when width, case and spaces are no difference."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def isolated(text: str) -> str:
    """A name for display among other text: what runs from right to left in it cannot turn its neighbours.

    First-strong isolates (Unicode UAX 9) are put around it and its own unbalanced ones taken out; line ends,
    which would end an isolate, become spaces.
    """
    if _UNSAFE.search(text) is None:
        return text
    kept, depth = [], 0
    for character in " ".join(text.splitlines()):
        if character in _CLOSES and depth == 0:
            continue
        depth += (character in _OPENS) - (character in _CLOSES)
        kept.append(character)
    return "\u2068" + "".join(kept) + _CLOSES * (depth + 1)
