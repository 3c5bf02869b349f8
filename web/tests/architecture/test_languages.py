"""Both catalogues are complete, in step with the source, and speak the words of the glossary."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

import check_messages
import messages

LANGUAGES = pytest.mark.parametrize("language", messages.LANGUAGES)
MODULES = sorted(messages.PACKAGE.rglob("*.py"))


@pytest.fixture
def terms(root: Path) -> list[check_messages.Term]:
    return check_messages.glossary((root / "GLOSSARY.md").read_text(encoding="utf-8"))


@LANGUAGES
def test_every_text_of_the_source_is_translated(language: str) -> None:
    catalogue = messages.stored(language)
    assert [*check_messages.missing(catalogue, messages.wanted())] == []
    assert [*check_messages.untranslated(catalogue)] == []


@LANGUAGES
def test_no_text_outlives_the_source(language: str) -> None:
    assert [*check_messages.obsolete(messages.stored(language), messages.wanted())] == []


@LANGUAGES
def test_no_translation_is_doubtful(language: str) -> None:
    assert [*check_messages.doubtful(messages.stored(language))] == []


@LANGUAGES
def test_places_for_values_and_tags_are_those_of_the_text(language: str) -> None:
    assert [*check_messages.misplaced(messages.stored(language))] == []


@LANGUAGES
def test_a_catalogue_is_what_make_messages_writes(language: str) -> None:
    fresh = messages.merged(messages.wanted(), messages.stored(language), language)
    assert messages.path(language).read_bytes() == messages.written(fresh), "run: make messages"


@LANGUAGES
def test_what_django_reads_is_compiled_from_the_catalogue(language: str) -> None:
    assert messages.path(language).with_suffix(".mo").read_bytes() == messages.compiled(language), "run: make setup"


@LANGUAGES
def test_terms_are_those_of_the_glossary(language: str, terms: list[check_messages.Term]) -> None:
    assert [*check_messages.off_glossary(messages.stored(language), language, terms)] == []


def test_traditional_chinese_holds_no_letter_of_simplified() -> None:
    assert [*check_messages.simplified(messages.stored("zh_Hant"))] == []


def test_traditional_chinese_has_words_of_its_own(terms: list[check_messages.Term]) -> None:
    assert [*check_messages.merely_converted(messages.stored("zh_Hant"), terms)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(messages.PACKAGE).as_posix())
def test_no_text_hides_from_extraction(module: Path) -> None:
    assert [*check_messages.unreadable(module.read_text(encoding="utf-8"))] == []


def test_there_is_a_catalogue_for_each_language_but_english() -> None:
    assert {translation.to_locale(code) for code, _ in settings.LANGUAGES} == {"en", *messages.LANGUAGES}
    assert {path.name for path in (messages.PACKAGE / "locale").iterdir()} == set(messages.LANGUAGES)


@pytest.mark.parametrize(("language", "words"), [("en", "Log in"), ("zh-hans", "登录"), ("zh-hant", "登入")])
@pytest.mark.django_db
def test_a_page_speaks_the_language_of_its_reader(client: Client, language: str, words: str) -> None:
    page = client.get("/login/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}">' in page
    assert words in page
