"""Texts that a spreadsheet would compute: made inert by a leading apostrophe, and given back as they were.

A text is dangerous where it begins, after spaces, with = + - @ or their full-width forms, a tab or a
carriage return, and is not a plain number (OWASP, "CSV injection"; safety.md, B-63). A text that already
begins with apostrophes before such a sign gets one more, so that taking the guard off is exact.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

SPACES = "\n\v\f \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
"""What may stand before the sign, as the inside of a character class; tab and return are signs themselves."""

_DANGEROUS = f"^'*[{SPACES}]*[=+\\-@＝＋－＠\t\r]"
_NUMBER = f"^'*[{SPACES}]*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)[{SPACES}]*$"

_is_dangerous = re.compile(_DANGEROUS).match
_is_number = re.compile(_NUMBER).match


def guard(text: str) -> str:
    """The text as it may stand in a cell of a file that spreadsheets open."""
    return f"'{text}" if _computes(text) else text


def unguard(text: str) -> str:
    """The inverse of `guard`; a text that bears no guard stays as it is."""
    return text[1:] if text.startswith("'") and _computes(text) else text


def guarded(texts: pa.StringArray) -> pa.StringArray:
    """`guard` for a whole column; missing stays missing."""
    danger = _computing(texts)
    if not pc.any(danger).as_py():
        return texts
    return pc.if_else(danger, pc.binary_join_element_wise("'", texts, ""), texts)


def unguarded(texts: pa.StringArray) -> pa.StringArray:
    """`unguard` for a whole column; missing stays missing."""
    marked = pc.starts_with(texts, "'")
    if not pc.any(marked).as_py():
        return texts
    bare = pc.utf8_slice_codeunits(texts, 1)
    return pc.if_else(pc.and_(marked, _computing(texts)), bare, texts)


def _computes(text: str) -> bool:
    return bool(_is_dangerous(text)) and not _is_number(text)


def _computing(texts: pa.StringArray) -> pa.BooleanArray:
    danger = pc.match_substring_regex(texts, _DANGEROUS)
    return pc.and_not(danger, pc.match_substring_regex(texts, _NUMBER))
