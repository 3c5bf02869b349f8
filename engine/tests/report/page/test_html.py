"""The page as a file: whole, small, the same every time, allowed to do nothing but draw itself."""

import base64
import hashlib
import html
import json
import re
from pathlib import Path

import pytest
from drawn_page import page

from vitalfew.errors import Refusal
from vitalfew.report.page import render, sources
from vitalfew.report.page.html import sheets

LIMIT = 2_000_000


def written(**given: object) -> str:
    return render(page(**given)).decode()  # type: ignore[arg-type]


def bare(text: str) -> str:
    """The page without its style and scripts."""
    return re.sub(r"<(style|script)\b.*?</\1>", "", text, flags=re.DOTALL)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render(page(40)) == render(page(40))


def test_five_thousand_customers_fit_into_two_megabytes() -> None:
    assert len(render(page(5_000))) < LIMIT


def test_the_policy_allows_exactly_the_style_and_the_scripts_of_the_page() -> None:
    text = written(customers=5)
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])  # type: ignore[index]
    inline = re.findall(r"<(style|script)>(.*?)</\1>", text, flags=re.DOTALL)
    hashed = {f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for _, body in inline}
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashed
    assert re.sub(r" '?sha256-[^ ;]+", "", policy) == (
        "default-src 'none'; script-src; style-src; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_no_element_carries_a_style_a_handler_or_an_address() -> None:
    text = bare(written(customers=50))
    assert re.findall(r"<[^>]*\s(?:style|on\w+|src|srcset)\s*=", text) == []
    assert re.findall(r'href="(?!#)[^"]*"', text) == []


def test_the_data_can_hold_no_markup() -> None:
    text = written(customers=4, names=("</script><script>x</script>", "a & b \u2028", "<!--"))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, flags=re.DOTALL)
    assert data is not None
    assert not set(data[1]) & set("<>&\u2028\u2029")
    assert json.loads(data[1])["list"]["names"][:2] == ["</script><script>x</script>", "a & b \u2028"]


def test_every_cell_of_a_table_stands_in_the_page_to_its_last_digit() -> None:
    known = page(50)
    text = bare(render(known).decode())
    values = re.findall(r'<data value="([^"]*)" data-kind="money">', text)
    expected = [
        f"{cell:f}"
        for part in known.sections
        for row in (*part.table.rows, *((part.table.total,) if part.table.total else ()))
        for cell, column in zip(row, part.table.columns, strict=True)
        if column.kind == "money"
    ]
    assert [value for value in expected if value not in values] == []


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_the_page_says_which_language_it_is_in(language: str) -> None:
    tag = {"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}[language]
    search = {"en": "Name or number", "zh-hans": "名称或编号", "zh-hant": "名稱或編號"}[language]
    text = written(customers=3, language=language)
    assert f'<html lang="{tag}">' in text
    assert f'placeholder="{search}"' in text


def test_the_foot_of_paper_cannot_leave_its_style() -> None:
    foot = '"; } </style><script>x</script> \\ {'
    style = re.search(r"<style>(.*?)</style>", written(customers=2, foot=foot), flags=re.DOTALL)
    assert style is not None
    running = style[1].rpartition("@bottom-left")[2]
    assert running.startswith(' { content: "\\22 \\3b  \\7d  \\3c \\2f style\\3e ')


def test_a_page_of_one_customer_and_no_figure_is_a_page() -> None:
    assert b"Nordwind GmbH" in render(page(1, sections=(), strip=(), opening=("One customer.",), definitions=()))


def test_parts_stand_side_by_side_until_a_row_is_full() -> None:
    known = page(30).sections
    rows = sheets(known)
    assert [part for row in rows for part in row] == list(known)
    assert [[part.id for part in row] for row in rows[:2]] == [["pareto", "grades"], ["rfm", "types"]]


def test_without_the_built_charts_a_report_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "CHARTS", tmp_path / "absent.js")
    with pytest.raises(Refusal, match="were not built"):
        render(page(2))
