"""vitalfew show: YAML to begin with, or words."""

from pathlib import Path

import pytest
from calls import Run

from vitalfew.cli.catalogue import names, text_of
from vitalfew.scheme import load, parse


@pytest.mark.parametrize("scheme", names())
def test_what_is_shown_is_the_scheme(run: Run, scheme: str) -> None:
    outcome = run("show", scheme)
    assert outcome.out == text_of(scheme)
    assert parse(outcome.out) == load(scheme)


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
@pytest.mark.parametrize("scheme", names())
def test_in_words_it_names_every_metric_classifier_and_grade(run: Run, scheme: str, language: str) -> None:
    said = run("show", scheme, "--describe", "--lang", language).out
    declared = load(scheme)
    assert all(name in said for name in (*declared.metrics, *declared.classifiers))
    assert all(str(label) in said for label in declared.grade_labels())
    assert declared.title[language] in said


def test_a_file_of_your_own(run: Run) -> None:
    Path("mine.yaml").write_text(text_of("abc"), encoding="utf-8-sig")
    assert run("show", "mine.yaml").out == text_of("abc")


def test_a_mistyped_name(run: Run) -> None:
    outcome = run("show", "lifecyle")
    assert outcome.code == 2
    assert "Did you mean lifecycle?" in outcome.line
