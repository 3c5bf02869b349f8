"""A sample in Chinese has Chinese names and words; in any language the names of its companies differ."""

import pytest
from sample.rows import Facts, Make

WORDS = {
    "orders": ("category", "promotion"),
    "customers": ("name", "industry", "region", "personality"),
    "returns": ("reason",),
    "feedback": ("text",),
    "interactions": ("contact_role", "source"),
}


def words_of(facts: Facts) -> set[str]:
    return {
        row[header] for table, headers in WORDS.items() for header in headers for row in facts[table] if row[header]
    }


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@pytest.mark.parametrize(("language", "currency"), [("zh-hans", "CNY"), ("zh-hant", "TWD")])
def test_every_word_is_chinese(company: Make, language: str, currency: str) -> None:
    facts = company(language=language)
    assert [text for text in words_of(facts) if not is_chinese(text)] == []
    assert {row["currency"] for row in facts["orders"]} == {currency}


def test_simplified_and_traditional_words_differ(company: Make) -> None:
    simplified, traditional = (words_of(company(language=language)) for language in ("zh-hans", "zh-hant"))
    assert not {text for text in simplified if text[0] in "买卖发农医货销"} & traditional
    assert len(simplified & traditional) < len(simplified) / 2


def test_no_word_is_chinese_in_english(company: Make) -> None:
    assert [text for text in words_of(company()) if is_chinese(text)] == []


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_names_are_all_different(company: Make, language: str) -> None:
    names = [row["name"] for row in company(language=language, industry="bank")["customers"]]
    assert len(set(names)) == len(names)


def test_the_figures_are_the_same_in_every_language(company: Make) -> None:
    figures = [[row["amount"] for row in company(language=one)["orders"]] for one in ("en", "zh-hans", "zh-hant")]
    assert figures[0] == figures[1] == figures[2]
