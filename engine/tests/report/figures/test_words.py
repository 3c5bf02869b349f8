"""What the page says beside its figures: data quality, definitions, three languages, names of any kind."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from reported import OPTIONS, page_of_company, page_of_orders, portrait_of_company, records, section

from vitalfew.languages import speaking
from vitalfew.languages.metric_terms import TERMS, label_of, meaning_of
from vitalfew.metrics import METRICS
from vitalfew.report.figures import page, page_of
from vitalfew.report.figures.numerals import day, listing, money, percent
from vitalfew.report.figures.quality import TABLE_NAMES
from vitalfew.report.page_model import as_json
from vitalfew.run import Request
from vitalfew.schemas import TABLES
from vitalfew.scheme import load, names

HOSTILE = {
    "a": "<script>alert(1)</script>",
    "b": '=HYPERLINK("http://x","y")',
    "c": "\u202egnp.exe {name} {0} %s",
    "d": "金 'O\"Brien' & Söhne\u2028",
}
HAN = re.compile("[\u4e00-\u9fff]")


def texts(known: Any) -> Iterator[str]:
    """Every text of the page that is not a name, an id or a label of the scheme."""
    yield from (known.title, known.subtitle, *known.opening)
    yield from (word for key in known.strip for word in (key.label, key.remark) if word)
    for part in (*known.sections, known.quality):
        yield from filter(None, (part.title, part.remark, part.sentence, part.table.more))
        yield from (column.name for column in part.table.columns)
    yield from (column.name for column in known.customers.columns)
    yield from (text for pair in known.definitions for text in pair)


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_nothing_english_is_left_on_a_chinese_page(language: str) -> None:
    untouched = {"#", "F1", "F2", "F3", "F4", "F5", "A", "B", "C", "D", "20/60/20"}
    found = [
        text for text in texts(page_of_company("key_accounts", language)) if not (HAN.search(text) or text.isdigit())
    ]
    assert set(found) <= untouched


def test_simplified_and_traditional_differ() -> None:
    hans, hant = (page_of_company("key_accounts", language) for language in ("zh-hans", "zh-hant"))
    assert "客户" in hans.opening[0]
    assert "客戶" in hant.opening[0]
    assert not [text for text in texts(hant) if "户" in text or "销" in text]


def test_names_are_text_whatever_they_hold() -> None:
    lines = [(ident, "2026-01-05", 10 * place) for place, ident in enumerate("dcba", start=1)]
    known = page_of_orders(lines, names=HOSTILE)
    assert list(known.customers.cells["customer"]) == [(ident, HOSTILE[ident]) for ident in "abcd"]
    assert known.opening[0] == (
        f"3 of 4 customers bring 90\u202f% of the sales, led by {HOSTILE['a']}, {HOSTILE['b']} and {HOSTILE['c']}."
    )
    assert json.loads(json.dumps(as_json(known)))["customers"]["cells"]["customer"][2] == ["c", HOSTILE["c"]]


def test_without_names_customers_go_by_their_number() -> None:
    known = page_of_orders([("7", "2026-01-05", 10), ("8", "2026-01-05", 1)])
    assert known.customers.cells["customer"] == (("7", None), ("8", None))
    assert "Without 7," in section(known, "concentration").sentence


def test_rows_that_were_left_out_are_counted_with_their_money() -> None:
    rows = {
        "customer_id": ["ann", "", "bob", "cat", *["dan"] * 60],
        "order_date": ["2026-01-05", "2026-01-05", "never", "2026-01-09", *["2026-01-05"] * 60],
        "amount": ["10", "7.50", "1", "5", *["1"] * 60],
    }
    known = page({"orders": pa.table(rows)}, Request(load("abc")), OPTIONS)
    table = records(known.quality.table)[0]
    assert (table["rows"], table["accepted"], table["rejected"], table["unassigned"]) == (64, 62, 1, 1)
    assert table["unassigned_amount"] == Decimal("7.50")
    assert "Rejected rows, in no figure: 1." in known.opening[4]
    assert "Rows without a customer, in no figure: 1, orders of 7.50 among them." in known.opening[4]


def test_missing_values_of_a_scorecard_are_owned_up_to() -> None:
    known = page_of_company("key_accounts")
    graded = portrait_of_company("key_accounts").result.graded["coverage"].drop_null().to_pylist()
    share = Fraction(sum(graded)) / len(graded)
    assert known.opening[4] == (
        f"{round(100 * share)}\u202f% of what the grades weigh is known; a missing value counts as average."
    )


def test_every_metric_behind_the_grade_is_defined() -> None:
    known = page_of_company("key_accounts")
    defined = {term for term, _ in known.definitions}
    behind = {
        portrait_of_company("key_accounts").result.scheme.metrics[m.name].name for m in known.customers.why.metrics
    }
    assert {label_of(name) for name in behind} <= defined


def test_every_metric_and_table_has_words_of_its_own() -> None:
    assert sorted(TERMS) == sorted(METRICS)
    assert len({label_of(name) for name in TERMS}) == len(TERMS)
    assert all(meaning_of(name).endswith(".") for name in TERMS)
    assert sorted(TABLE_NAMES) == sorted(TABLES)


@pytest.mark.parametrize("scheme", names())
def test_every_scheme_makes_a_page_of_few_facts(scheme: str) -> None:
    """Orders, payments and attributes of three customers: the least that every ready-made scheme can grade by."""
    customers = {
        "customer_id": ["ann", "bob", "cat"],
        "name": ["Ann", "Bob", "Cat"],
        "region_class": ["city", "rural", "city"],
        "purchase_purpose": ["clear", "unclear", None],
        "guest_segment": ["business", None, "leisure"],
        "project_level": ["core", "other", None],
        "strategic": ["yes", "no", "no"],
    }
    rows = {
        "customer_id": ["ann", "bob", "cat", "ann"],
        "order_date": ["2026-01-05", "2026-01-20", "2026-02-01", "2026-02-05"],
        "amount": ["10", "20", "-3", "4"],
        "cost": ["1", "22", "-2", "4"],
    }
    costs = {"customer_id": ["bob"], "day": ["2026-01-21"], "kind": ["visit"], "amount": ["5"], "hours": ["1"]}
    sources = {"orders": pa.table(rows), "customers": pa.table(customers), "service_costs": pa.table(costs)}
    known = page(sources, Request(load(scheme)), OPTIONS)
    assert len(known.opening) == 5
    assert all(known.opening)
    assert known.customers.cells["customer"][0] == ("bob", "Bob")
    for part in known.sections:
        assert part.table.rows, part.id
        assert {len(row) for row in part.table.rows} == {len(part.table.columns)}


def test_the_foot_makes_the_page_again_and_names_no_time() -> None:
    known = page_of_company("abc")
    assert re.fullmatch(
        r"vitalfew grade --scheme abc --as-of 2026-10-31 · fingerprint [0-9a-f]{8} · vitalfew [0-9.]+", known.foot
    )


def test_the_order_of_the_rows_changes_nothing() -> None:
    lines = [(ident, f"2026-0{month}-05", 10) for ident in "abc" for month in (1, 2, 3)]
    one, other = page_of_orders(lines), page_of_orders(reversed(lines))
    assert as_json(one) | {"foot": ""} == as_json(other) | {"foot": ""}


@pytest.mark.parametrize(
    ("amount", "english", "chinese"),
    [
        (Decimal("6941045.09"), "6.94M", "694万"),
        (Decimal("-22944.24"), "−22,944", "−2.29万"),
        (Decimal("12345678901"), "12.3B", "123亿"),
        (Decimal("96.1"), "96.10", "96.10"),
        (Decimal("0"), "0", "0"),
        (Decimal("-0.001"), "0.00", "0.00"),
    ],
)
def test_amounts_in_sentences_are_short(amount: Decimal, english: str, chinese: str) -> None:
    assert money(amount) == english
    with speaking("zh-hans"):
        assert money(amount) == chinese


def test_numbers_in_sentences_follow_the_language() -> None:
    assert percent(Decimal("0.1234")) == "12\u202f%"
    assert percent(Fraction(1, 30)) == "3.3\u202f%"
    assert percent(None) == "–"
    assert day(date(2026, 10, 31)) == "31 Oct 2026"
    assert listing(["a", "b", "c"]) == "a, b and c"
    with speaking("zh-hant"):
        assert (percent(Decimal("0.7")), day(date(2026, 10, 31))) == ("70%", "2026年10月31日")
        assert listing(["甲", "乙", "丙"]) == "甲、乙和丙"


def test_a_portrait_speaks_the_language_of_the_moment() -> None:
    known = portrait_of_company("abc")
    with speaking("zh-hans"):
        assert page_of(known, company="恒益").title == "利润从哪里来"
    assert page_of(known).title == "Where the profit comes from"
