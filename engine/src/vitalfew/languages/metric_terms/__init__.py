"""What each metric is called and what it means, for people, in three languages.

The English texts are the keys of the catalogue like every other sentence.
"""

from vitalfew.languages.metric_terms import ahead, attributes, purchases, service

TERMS = {**ahead.TERMS, **attributes.TERMS, **purchases.TERMS, **service.TERMS}
"""Metric → (name, meaning), each in English, Simplified and Traditional Chinese."""

SENTENCES: dict[str, tuple[str, str]] = {
    english: (simplified, traditional) for both in TERMS.values() for english, simplified, traditional in both
}


def label_of(metric: str) -> str:
    """What a metric is called in the current language; its own name where it is not known here."""
    from vitalfew.languages import say

    return say(TERMS[metric][0][0]) if metric in TERMS else metric


def meaning_of(metric: str) -> str:
    """What a metric means, in one sentence of the current language; empty where it is not known here."""
    from vitalfew.languages import say

    return say(TERMS[metric][1][0]) if metric in TERMS else ""
