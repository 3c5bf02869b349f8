"""What a notebook shows: drawings in frames of their own, which ask no network and let no name out."""

from pathlib import Path

import pyarrow as pa
import pytest
from playwright.sync_api import Browser

import vitalfew as vf
from vitalfew.languages import speaking

HOSTILE = "</script><script>parent.document.title='taken'</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def result() -> vf.Result:
    rows = [(f"c{n}", n, f"2026-0{1 + n % 3}-10", 40 + 97 * n) for n in range(40)] + [(HOSTILE, 99, "2026-01-11", 9000)]
    names = ("customer_id", "order_id", "moment", "amount")
    facts = pa.table({name: [str(row[place]) for row in rows] for place, name in enumerate(names)})
    return vf.grade(facts, scheme="abc")


def test_a_drawing_has_the_figures_of_the_report(result: vf.Result) -> None:
    assert {"pareto", "grades", "rfm", "concentration"} <= set(result.charts)
    rows = result.chart("pareto").rows
    counts = {row["values"]: row["counts"] for row in result.rows["grade"].value_counts().to_pylist()}
    assert {row["class"]: row["customers"] for row in rows} == counts
    with pytest.raises(vf.WrongUse, match="These facts give: pareto"):
        result.chart("pie")


def test_it_is_said_in_the_language_of_the_moment(result: vf.Result) -> None:
    with speaking("zh-hans"):
        assert result.chart("pareto").title == "帕累托曲线"
    assert result.chart("pareto").title == "Pareto"


def test_names_are_text_in_the_table_of_a_result(result: vf.Result) -> None:
    shown = result._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("name", ["pareto", "concentration", "grades"])
def test_it_draws_itself_alone_and_silent(result: vf.Result, browser: Browser, tmp_path: Path, name: str) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<title>mine</title>{result.chart(name)._repr_html_()}", encoding="utf-8")
    heard: list[str] = []
    tab = browser.new_page()
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("request", lambda request: heard.append(request.url))
    tab.goto(notebook.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    assert frame.locator(".chart svg path").count() > 3
    assert frame.locator("table tbody tr").count() == len(result.chart(name).rows)
    assert tab.title() == "mine"
    tab.close()
    assert [line for line in heard if line not in (notebook.as_uri(), "about:srcdoc")] == []
