"""Every sentence of the engine stands in three languages, once, with the same places."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import vitalfew
from vitalfew import languages

SOURCE = Path(vitalfew.__file__).parent
SPEAKING = {"say": 0, "Note": 1, "sentence": 0}
"""Function → which argument is a sentence."""

AREAS = [import_module(f"vitalfew.languages.{area.name}") for area in iter_modules(languages.__path__)]


def sentences() -> Iterator[tuple[str, str]]:
    """Place and text of every sentence that is written out in the source."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
                at = SPEAKING[node.func.id]
                if len(node.args) > at and isinstance(text := node.args[at], ast.Constant):
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", str(text.value)


def places(sentence: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)", sentence))


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_every_sentence_of_the_source_is_translated(language: str) -> None:
    known = languages.catalogue(language)
    assert [(where, text) for where, text in sentences() if text not in known] == []


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.__name__.rpartition(".")[2])
def test_a_translation_has_the_places_of_its_sentence(area: object) -> None:
    wrong = [
        english
        for english, both in area.SENTENCES.items()  # type: ignore[attr-defined]
        if any(places(text) != places(english) for text in both)
    ]
    assert wrong == []


def test_a_sentence_stands_in_one_area_only() -> None:
    counted = Counter(english for area in AREAS for english in area.SENTENCES)
    assert [english for english, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("zh_CN.GBK", "zh-hans"),
        ("zh_SG", "zh-hans"),
        ("zh_TW.UTF-8", "zh-hant"),
        ("zh_HK", "zh-hant"),
        ("zh-Hant", "zh-hant"),
    ],
)
def test_the_language_follows_the_locale(locale: str, language: str) -> None:
    assert languages.from_locale(locale) == language
