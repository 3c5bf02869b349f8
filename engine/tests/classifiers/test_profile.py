"""The customer profile: classes by personality, and texts that a salesperson can act on."""

import pytest
from two_readings import customers, graded_by, label_of

from vitalfew.languages import LANGUAGES
from vitalfew.scheme import load


def test_personality_is_told_by_the_words_people_write() -> None:
    words = ["grace", "恩客", "VIP客户", "準優質客戶", "牛客", "shy", None]
    rows = graded_by(load("customer_profile"), customers(personality=words))
    assert label_of(rows, "temper") == ["grace", "grace", "vip", "vip", "bull", None, None]


@pytest.mark.parametrize(
    ("scheme", "classifier", "label", "told"),
    [
        ("customer_profile", "temper", "grace", "delay lowers the odds"),
        ("customer_profile", "temper", "vip", "call before every holiday"),
        ("customer_profile", "temper", "bull", "quotes competitors"),
        ("customer_profile", "organisation", "state_owned", "decision process"),
        ("four_types", "type", "old_big", "the weaker position"),
        ("ecommerce", "purpose", "clear", "mostly men, business purchases, higher education"),
    ],
)
def test_the_treatment_says_what_the_source_says(scheme: str, classifier: str, label: str, told: str) -> None:
    playbook = load(scheme).labels[classifier][label].playbook
    assert told in playbook["en"]
    assert set(playbook) == set(LANGUAGES)


def test_the_number_of_internet_users_is_quoted() -> None:
    assert "253 million" in load("ecommerce").summary["en"]
