"""Notes in Markdown: what is meant is shown, nothing runs, nothing is fetched."""

import nh3
import pytest

from vitalfew_web.core.markup import SCHEMES, TAGS, rendered


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("**big** and *small*", "<p><strong>big</strong> and <em>small</em></p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("# Head", "<h4>Head</h4>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("万达：**涨价**", "<p>万达：<strong>涨价</strong></p>"),
    ],
)
def test_what_is_meant_is_shown(text: str, markup: str) -> None:
    assert rendered(text).strip() == markup


def test_a_link_leads_out_without_telling_from_where() -> None:
    assert 'href="https://example.com" rel="noopener noreferrer nofollow"' in rendered("[us](https://example.com)")


HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="B-58-script"),
    pytest.param("<img src=x onerror=alert(1)>", id="B-58-handler"),
    pytest.param("<svg/onload=alert(1)>", id="B-58-svg"),
    pytest.param("[x](javascript:alert(1))", id="B-58-javascript"),
    pytest.param("[x](data:text/html;base64,PHNjcmlwdD4=)", id="B-58-data"),
    pytest.param("[x](JaVaScRiPt&#58;alert(1))", id="B-58-entity"),
    pytest.param("![x](http://evil.example/p.png)", id="B-58-picture"),
    pytest.param("<b><p style='x:expression(alert(1))'>", id="B-59-style"),
    pytest.param("<iframe src=//evil.example></iframe>", id="B-59-iframe"),
    pytest.param("<form action=//evil.example><input></form>", id="B-59-form"),
    pytest.param("<base href=//evil.example>", id="B-59-base"),
    pytest.param("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", id="B-59-mutation"),
    pytest.param("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", id="B-59-noscript"),
    pytest.param("<a href='x' onclick=alert(1)>y", id="B-59-malformed"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_and_nothing_is_fetched(text: str) -> None:
    markup = rendered(text).lower()
    for tag in ("<script", "<img", "<svg", "<iframe", "<form", "<base", "<math", "<style", "<noscript", "<input"):
        assert tag not in markup
    assert 'href="javascript' not in markup
    assert 'href="data' not in markup
    assert "<a href" not in markup or "onclick" not in markup


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_cleaned_is_clean(text: str) -> None:
    once = rendered(text)
    link = "noopener noreferrer nofollow"
    assert nh3.clean(once, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=link) == once
