"""Sentences for people in English, Simplified and Traditional Chinese.

The English sentence is the key, as in gettext; a catalogue maps it to its translation. A sentence
without a translation is shown in English, and a test fails.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

LANGUAGES = ("en", "zh-hans", "zh-hant")

_current: ContextVar[str] = ContextVar("language", default="en")
_files: ContextVar[str] = ContextVar("language of files", default="en")


def language() -> str:
    """The language that sentences are written in at this place."""
    return _current.get()


@contextmanager
def speaking(name: str, *, files: str | None = None) -> Iterator[None]:
    """Write sentences in this language inside the block, those that go into files in `files`. Unknown names are refused.

    A command speaks the language of its surroundings; its files are in the one that was asked for, or the same facts
    would give other bytes on another machine.
    """
    for wanted in (name, files or name):
        if wanted not in LANGUAGES:
            raise ValueError(f"unknown language {wanted!r}: one of {', '.join(LANGUAGES)}")
    tokens = _current.set(name), _files.set(files or name)
    try:
        yield
    finally:
        _current.reset(tokens[0])
        _files.reset(tokens[1])


@contextmanager
def writing_files() -> Iterator[None]:
    """Write sentences in the language of files inside the block."""
    with speaking(_files.get()):
        yield


def say(sentence: str, /, **values: object) -> str:
    """The sentence in the current language, its {places} filled with the values."""
    text = catalogue(language()).get(sentence, sentence)
    return text.format(**values) if values else text


def pick(texts: Mapping[str, str]) -> str:
    """Of a text given in several languages the one for now, else the English one."""
    return texts.get(language()) or texts.get("en", "")


@cache
def catalogue(name: str) -> Mapping[str, str]:
    """English sentence → translation for one language; empty for English.

    Each module of `languages/` holds the sentences of one area, the three languages side by side.
    """
    if name == "en":
        return {}
    place = LANGUAGES.index(name) - 1
    sentences: dict[str, str] = {}
    for area in iter_modules(__path__):
        translations = import_module(f"{__name__}.{area.name}").SENTENCES
        sentences.update({english: both[place] for english, both in translations.items()})
    return sentences


def from_locale(locale: str) -> str:
    """The language of a LANG value: zh_TW, zh_HK, zh_MO and zh_Hant are Traditional, other zh Simplified."""
    code = locale.replace("-", "_").lower()
    if not code.startswith("zh"):
        return "en"
    return "zh-hant" if any(mark in code for mark in ("_tw", "_hk", "_mo", "hant")) else "zh-hans"
