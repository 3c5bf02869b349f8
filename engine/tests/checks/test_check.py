"""What is wrong with a scheme: each rule finds its fault at its place, and nothing can break them."""

from datetime import date
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vitalfew.checks import Issue, check
from vitalfew.checks.document import LONGEST
from vitalfew.languages import speaking
from vitalfew.scheme import load, names, parse

TODAY = date(2026, 11, 22)

GOOD = """
scheme: mine
title: {en: Mine, zh-hans: 我的, zh-hant: 我的}
review: {last: 2026-01-31, every_months: 12}
metrics:
  monetary: {metric: monetary, window: all}
  frequency: {metric: frequency, window: 365d}
classifiers:
  q: {method: quantiles, of: frequency, k: 2}
  abc: {method: pareto, of: monetary, cuts: [80, 95], names: [A, B, C]}
grade: abc
labels:
  abc:
    A: {title: {en: a, zh-hans: 甲, zh-hant: 甲}}
    B: {title: {en: b, zh-hans: 乙, zh-hant: 乙}}
    C: {title: {en: c, zh-hans: 丙, zh-hant: 丙}}
"""


def found(text: str, today: date = TODAY) -> list[tuple[str, str]]:
    return [(issue.level, issue.place) for issue in check(text, today)]


def test_a_good_scheme_has_no_issue() -> None:
    assert check(GOOD, TODAY) == []


@pytest.mark.parametrize("name", names())
def test_the_ready_made_schemes_have_none(name: str) -> None:
    assert check(load(name), TODAY) == []


# what is changed in GOOD → into what → level and place of the one issue this makes
FAULTS = {
    "unknown metric": ("{metric: monetary,", "{metric: monetery,", "error", "metrics.monetary.metric"),
    "unknown method": ("{method: pareto,", "{method: parato,", "error", "classifiers.abc.method"),
    "unknown key of a metric": ("window: all", "windw: all", "error", "metrics.monetary.windw"),
    "unknown key of a method": ("k: 2", "k: 2, kk: 3", "error", "classifiers.q.kk"),
    "unknown key of the scheme": ("scheme: mine", "scheme: mine\nlabel: 1", "error", "label"),
    "missing key": ("\nscheme: mine", "\nversion: 1", "error", "scheme"),
    "missing parameter": ("of: frequency, k: 2", "k: 2", "error", "classifiers.q.of"),
    "wrong word": ("of: frequency, k: 2", "of: frequency, better: lots", "error", "classifiers.q.better"),
    "wrong number": ("k: 2", "k: two", "error", "classifiers.q.k"),
    "window that is none": ("window: 365d", "window: a year", "error", "metrics.frequency.window"),
    "cuts in the wrong order": ("[80, 95]", "[95, 80]", "error", "classifiers.abc"),
    "reads something unknown": ("of: monetary", "of: money", "error", "classifiers.abc"),
    "ranks another classifier": ("of: monetary", "of: q", "error", "classifiers.abc"),
    "grade of nothing": ("grade: abc", "grade: abd", "error", "grade"),
    "label nobody gets": ("    C: {title: {en: c", "    D: {title: {en: c", "error", "labels.abc.D"),
    "label of no classifier": ("labels:\n", "labels:\n  rfm: {}\n", "error", "labels.rfm"),
    "text without English": ("{en: Mine, ", "{", "error", "title"),
    "text without a language": ("zh-hans: 甲, ", "", "warning", "labels.abc.A.title"),
    "text in an unknown language": ("{en: Mine, ", "{en: Mine, zh: 我, ", "error", "title.zh"),
    "overdue review": ("2026-01-31", "2025-01-31", "warning", "review.last"),
    "review in the future": ("2026-01-31", "2027-01-31", "warning", "review.last"),
    "no review": ("review: {last: 2026-01-31, every_months: 12}", "", "warning", "review"),
    "impossible day": ("2026-01-31", "2026-02-30", "error", ""),
    "window of eleven years": ("365d", "11y", "warning", "metrics.frequency.window"),
    "metric that is only differently written": (
        "  frequency: {metric",
        "  Monetary: {metric: monetary}\n  frequency: {metric",
        "error",
        "metrics.Monetary",
    ),
    "name of a column of every run": ("  q: {", "  score: {", "error", "classifiers.score"),
    "name with a dot": ("  q: {", "  q.x: {", "error", "classifiers.q.x"),
    "name that is no text": ("  q: {", "  3: {", "error", "classifiers.3"),
    "key that stands twice": ("grade: abc", "grade: abc\ngrade: q", "error", "grade"),
}


@pytest.mark.parametrize(("old", "new", "level", "place"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found_at_its_place(old: str, new: str, level: str, place: str) -> None:
    assert old in GOOD
    assert (level, place) in found(GOOD.replace(old, new, 1))
    assert (level, place) not in found(GOOD)


def test_an_issue_names_the_line_and_the_near_name() -> None:
    text = GOOD.replace("of: monetary", "of: monetry")
    (issue,) = [issue for issue in check(text, TODAY) if issue.level == "error"]
    assert issue == Issue(
        "error", "classifiers.abc", "it reads monetry, which is not in this scheme. Did you mean monetary?", 10
    )


def test_issues_are_said_in_the_language_asked_for() -> None:
    with speaking("zh-hant"):
        (issue, *_) = check(GOOD.replace("{method: pareto,", "{method: parato,"), TODAY)
    assert "沒有方法 parato" in issue.sentence


def test_several_faults_are_said_at_once() -> None:
    text = GOOD.replace("of: monetary", "of: money").replace("grade: abc", "grade: abd").replace("k: 2", "k: two")
    assert {place for level, place in found(text) if level == "error"} == {
        "classifiers.abc",
        "grade",
        "classifiers.q.k",
    }


def test_a_classifier_must_stand_before_its_reader() -> None:
    later = """
  seen: {method: segments, r: q, f: q, m: q, cells: [{r: [1, 2], x: [1, 2], label: all}]}
  q: {method: quantiles, of: frequency, k: 2}
"""
    text = GOOD.replace("\n  q: {method: quantiles, of: frequency, k: 2}\n", later)
    assert ("error", "classifiers.seen") in found(text)


def test_a_metric_nobody_reads() -> None:
    text = GOOD.replace("of: frequency", "of: monetary")
    assert found(text) == [("warning", "metrics.frequency")]


SCORECARD = """
scheme: mine
title: {{en: Mine, zh-hans: 我的, zh-hant: 我的}}
review: {{last: 2026-01-31}}
metrics:
  monetary: {{metric: monetary}}
  influence: {{metric: influence}}
classifiers:
  g:
    method: scorecard
    parts: {{facts: {{weight: {facts}, of: [monetary]}}, judged: {{weight: {judged}, of: [influence]}}}}
    grades: {{A: 70, B: 0}}
    prospect: null
grade: g
labels:
  g:
    A: {{title: {{en: a, zh-hans: 甲, zh-hant: 甲}}}}
    B: {{title: {{en: b, zh-hans: 乙, zh-hant: 乙}}}}
"""


def said(facts: object, judged: object) -> list[tuple[str, str]]:
    return [(issue.level, issue.sentence) for issue in check(SCORECARD.format(facts=facts, judged=judged), TODAY)]


@pytest.mark.parametrize(("facts", "judged"), [(50, 50), (99, 1), ("0.6", "0.4"), ("33.4", "66.6")])
def test_judgement_may_carry_half_of_the_weight(facts: object, judged: object) -> None:
    warned = [sentence for _, sentence in said(facts, judged)]
    assert warned == (
        ["67 % of the weight rests on judgement, more than 50 %; put facts beside it."] if judged == "66.6" else []
    )


def test_weights_add_up_to_a_hundred() -> None:
    assert said(60, 41) == [("warning", "the weights add up to 101 and not to 100; each counts as its share of that.")]


def test_weights_of_nothing() -> None:
    assert [level for level, _ in said(0, 0)] == ["error"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghi")
)
"""A billion values in nine lines."""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n# nothing\n",
        "just words",
        "- a\n- b\n",
        "42",
        "null",
        "{",
        "a: [1, 2",
        "\tscheme: x",
        "a: b: c",
        "--- {}\n--- {}\n",
        "scheme: &a [*a]",
        "a: &a {b: *a}",
        "<<: &a {<<: *a}",
        "? [1, 2]\n: 3",
        "? {a: b}\n: 3",
        "!!python/object/apply:os.system [echo]",
        "a: !!int ''",
        "a: !!float ''",
        "a: !!timestamp x",
        "a: !!binary '!'",
        "a: 2026-13-45",
        "a: \x00",
        "metrics: 3\nclassifiers: [1]\ngrade: {}\nlabels: []\ntitle: 1\nreview: 5",
        "metrics: {a: {metric: [1]}, b: {metric: {}}, c: null, d: 7}\nclassifiers: {a: {method: [1]}}",
        "metrics: {null: {}, 1: {}, true: {}, 2026-01-01: {}}",
        "labels: {1: {2: {title: {3: 4}}}, abc: [1], q: 7}",
        "review: {last: 9999-12-31, every_months: 60}",
        "review: {last: 2026-01-31, every_months: 99999999999999999999}",
        "[" * 100_000,
        "a: " + "[" * 50 + "]" * 50,
        "x" * (LONGEST + 1),
        "a: " + "9" * 5000,
        BOMB,
    ],
    ids=range(34),
)
def test_any_text_gives_issues_and_no_trace(text: str) -> None:
    issues = check(text, TODAY)
    assert any(issue.level == "error" for issue in issues)
    assert all("\n" not in issue.sentence for issue in issues)


SCALARS = st.none() | st.booleans() | st.integers(-5, 400) | st.floats() | st.dates() | st.text(max_size=8)
WORDS = st.sampled_from(
    ["monetary", "frequency", "pareto", "quantiles", "segments", "metric", "method", "of", "abc", "all"]
)
VALUES = st.recursive(
    SCALARS | WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS | WORDS, inner, max_size=4)
)
KEYS = ["scheme", "version", "title", "summary", "covers", "review", "metrics", "classifiers", "grade", "labels"]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_any_document_gives_issues_and_no_trace(changed: dict[str, object]) -> None:
    document = {**yaml.safe_load(GOOD), **changed}
    text = yaml.safe_dump(document, allow_unicode=True)
    if not any(issue.level == "error" for issue in check(text, TODAY)):
        assert parse(text).scheme == document["scheme"]
