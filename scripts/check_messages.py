"""What is wrong with a translation. Each check is a generator of findings, one line each.

The tests of the web application hold both catalogues to them; the terms come from GLOSSARY.md.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.messages.catalog import Catalog, Message
from opencc import OpenCC

from messages import KEYWORDS, ids, strings, texts

PLACE = re.compile(r"%%|%\(\w+\)[-#0+]*[\d.]*[a-zA-Z]|%[-#0+]*[\d.]*[sdfir]|\{[^{}\s]*\}|</?[a-zA-Z][^<>]*>")
"""What a translation must take over as it is: places for values, a doubled per cent sign, tags."""

ALLOWED = frozenset("占了台欲布回表")
"""Good Traditional Chinese of Taiwan in 佔／占, 瞭解／了解, 臺／台, 慾／欲, 佈／布, 迴／回, 錶／表, which OpenCC would change."""

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| [^|]+\|$", re.MULTILINE)
WORDINGS = re.compile(r"([^（）]+)(?:（([^（）]+)）)?")
MODULE = "django.utils.translation"
Key = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True)
class Term:
    """An English term of the glossary, and the wordings of each language of which any will do."""

    english: str
    simplified: tuple[str, ...]
    traditional: tuple[str, ...]

    def of(self, language: str) -> tuple[str, ...]:
        """The wordings of a language."""
        return {"zh_Hans": self.simplified, "zh_Hant": self.traditional}[language]


def untranslated(catalogue: Catalog) -> Iterator[str]:
    """Texts that have no translation, or one without words in any form."""
    for message in texts(catalogue):
        if not all(string.strip() for string in strings(message)):
            yield f"{named(message)} has no translation"


def missing(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Texts of the source that the catalogue does not hold."""
    for context, text in sorted(keys(template) - keys(catalogue), key=str):
        yield f"{text[0]!r} ({context or 'no context'}) stands in the source alone: make messages"


def obsolete(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Texts of the catalogue that the source does not hold, those that were put aside included."""
    put_aside = {(message.context, ids(message)) for message in catalogue.obsolete.values()}
    for context, text in sorted(keys(catalogue) - keys(template) | put_aside, key=str):
        yield f"{text[0]!r} ({context or 'no context'}) stands in the catalogue alone: make messages"


def doubtful(catalogue: Catalog) -> Iterator[str]:
    """Translations marked as fuzzy: Django would not show them."""
    yield from (f"{named(message)} is marked as fuzzy" for message in texts(catalogue) if message.fuzzy)


def misplaced(catalogue: Catalog) -> Iterator[str]:
    """Translations with other places for values, or other tags, than their text; of a plural its last form counts."""
    for message in texts(catalogue):
        wanted = sorted(PLACE.findall(ids(message)[-1]))
        for string in filter(None, strings(message)):
            if (found := sorted(PLACE.findall(string))) != wanted:
                yield f"{named(message)} has {wanted}, its translation {found}"


def simplified(catalogue: Catalog) -> Iterator[str]:
    """Letters that only Simplified Chinese has, or has in this word, in a catalogue of Traditional Chinese."""
    for message in texts(catalogue):
        for string in strings(message):
            if letters := simplified_letters(string):
                yield f"{named(message)}: {string!r} has {letters} of Simplified Chinese"


def simplified_letters(text: str) -> str:
    """Letters that OpenCC would write otherwise in Taiwan.

    Words are looked at whole: 皇后 keeps its 后, 然后 does not. It knows some words only as they stand and some only when
    they are all Simplified (干預, 干预); a letter must be wrong in both.
    """
    readings = zip(text, to_traditional(text), to_traditional(to_simplified(text)), strict=False)
    return "".join(old for old, *new in readings if old not in new and old not in ALLOWED)


def to_traditional(text: str) -> str:
    """The letters of Taiwan for a text in Simplified Chinese; its words stay."""
    converted: str = converter("s2tw").convert(text)
    return converted


def to_simplified(text: str) -> str:
    """The letters of Simplified Chinese for a text as it is written in Taiwan; its words stay."""
    converted: str = converter("tw2s").convert(text)
    return converted


@cache
def converter(direction: str) -> OpenCC:
    """Made once: it reads its dictionaries from files."""
    return OpenCC(direction)


def off_glossary(catalogue: Catalog, language: str, terms: list[Term]) -> Iterator[str]:
    """Texts that are a term of the glossary, in singular or plural, and translated otherwise.

    A text with a context is exempt: there the word means something else.
    """
    for message in plain(catalogue):
        for term in terms:
            if term.english in singulars(ids(message)[0]) and not says(message, term.of(language)):
                yield f"{named(message)} is {'／'.join(term.of(language))} in the glossary, not {strings(message)}"


def merely_converted(catalogue: Catalog, terms: list[Term]) -> Iterator[str]:
    """Traditional Chinese that has the Simplified word in other letters where the glossary has a word of its own."""
    for message in plain(catalogue):
        for term in filter(lambda one: speaks_of(message, one), terms):
            for word in foreign(term):
                if word in "\n".join(strings(message)) and not says(message, term.traditional):
                    yield f"{named(message)} says {word}; the glossary has {'／'.join(term.traditional)}"


def foreign(term: Term) -> list[str]:
    """The Simplified wordings in Traditional letters, as far as no Traditional wording is or holds one."""
    converted = map(to_traditional, term.simplified)
    return [word for word in converted if not any(word in own for own in term.traditional)]


def speaks_of(message: Message, term: Term) -> bool:
    """Whether the English text has the term in it as a word, in singular or plural."""
    return any(re.search(rf"(?<!\w){re.escape(term.english)}(?:e?s)?(?!\w)", text.lower()) for text in ids(message))


def says(message: Message, wordings: tuple[str, ...]) -> bool:
    """Whether each form of the translation has one of the wordings in it."""
    return all(any(word in string for word in wordings) for string in strings(message))


def singulars(text: str) -> set[str]:
    """What a text may be the plural of, itself included, in small letters."""
    word = text.lower().strip(" :…")
    return {word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)}


def glossary(page: str) -> list[Term]:
    """The terms of the tables of a page; a row of two terms gives both."""
    rows = [row for row in ROW.findall(page) if row[0] != "English"]
    return [Term(*term) for row in rows for term in terms_of(*row)]


def terms_of(english: str, hans: str, hant: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """`a, b | 甲、乙 | …` are two terms with a word each; `a, b | 甲 | …` are two words for one."""
    names = english.lower().split(", ")
    for place, name in enumerate(names):
        yield name, wordings(nth(hans, place, len(names))), wordings(nth(hant, place, len(names)))


def nth(cell: str, place: int, count: int) -> str:
    """The part of a cell that belongs to one of its terms; the whole cell where it has no parts."""
    parts = cell.split("、")
    return parts[place] if len(parts) == count else cell


def wordings(cell: str) -> tuple[str, ...]:
    """`甲（乙）` are two wordings of which either will do."""
    found = WORDINGS.fullmatch(cell.strip())
    return tuple(filter(None, found.groups())) if found else (cell.strip(),)


def unreadable(source: str) -> Iterator[str]:
    """What hides a text from `messages.py extract`: a function under another name, a text that is no plain string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == MODULE:
            yield from (f"line {node.lineno}: {alias.name} as {alias.asname}" for alias in node.names if hides(alias))
        if isinstance(node, ast.Call) and called(node) in KEYWORDS and not is_readable(node):
            yield f"line {node.lineno}: a text of {called(node)} is not a plain string"


def hides(alias: ast.alias) -> bool:
    """Whether a function of translation is imported under a name that means another one."""
    short = alias.name in {"gettext", "gettext_lazy"} and alias.asname == "_"
    return alias.name in KEYWORDS and alias.asname not in {None, alias.name} and not short


def called(node: ast.Call) -> str:
    """The name of the function that is called, or nothing."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def is_readable(node: ast.Call) -> bool:
    """Whether all texts and contexts of a call are plain strings, given by place."""
    count = len(KEYWORDS[called(node)] or (1,))
    given = [part for part in node.args[:count] if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return len(given) == count


def plain(catalogue: Catalog) -> list[Message]:
    """The messages that have a translation and no context."""
    return [message for message in texts(catalogue) if all(strings(message)) and not message.context]


def keys(catalogue: Catalog) -> set[Key]:
    """What tells the messages of a catalogue apart."""
    return {(message.context, ids(message)) for message in texts(catalogue)}


def named(message: Message) -> str:
    """A message by its text."""
    return repr(ids(message)[0])
