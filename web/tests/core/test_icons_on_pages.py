"""The frame and the parts of pages: clean for the content policy, with icons and files that exist."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

import vitalfew_web
from vitalfew_web.core.templatetags import look

PACKAGE = Path(vitalfew_web.__file__).parent
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
SHEETS = sorted((PACKAGE / "core" / "static" / "core").glob("*.css"))
INLINE = re.compile(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son(?!e=)[a-z]+=|hx-on|\bjs:|javascript:")
each_template = pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)


@each_template
def test_no_template_holds_inline_script_or_style(file: Path) -> None:
    assert INLINE.findall(file.read_text(encoding="utf-8")) == []


@each_template
def test_every_icon_and_every_file_named_in_a_template_exists(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    named = {*re.findall(r'{% icon "([^"]+)"', text), *re.findall(r'\bicon="([^"]+)"', text)}
    assert named - set(look.shapes()) == set()
    assert [name for name in re.findall(r"{% static '([^']+)'", text) if not finders.find(name)] == []


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_every_class_is_ours_and_every_colour_a_token(file: Path) -> None:
    rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"\.([a-z][\w-]*)", rules))
    assert {name for name in named if not name.startswith("vf-")} <= {"htmx-request", "errorlist"}
    if file.name != "tokens.css":
        assert set(re.findall(r"#[0-9a-f]{3,8}\b|rgb\(", rules)) <= {"#ffffff", "#7fb0ff"}
        own = set(re.findall(r"(--vf-[\w-]+)\s*:", (SHEETS[-1].parent / "tokens.css").read_text(encoding="utf-8")))
        assert set(re.findall(r"var\((--vf-[\w-]+)\)", rules)) - own == set()


def a_frame() -> SimpleNamespace:
    places = [
        SimpleNamespace(label=f"Place <{n}>", url=f"/{n}", icon="map-pin", active=n == 1, count=n or None, group=n // 4)
        for n in range(6)
    ]
    return SimpleNamespace(
        navigation=places,
        settings_url="/settings",
        search_url="/search",
        creations=[SimpleNamespace(label="Visit", url="/visits/new")],
        language_url="/language",
        person_name="Lin Yue",
        profile_url="/profile",
        logout_url="/logout",
    )


def test_the_frame_shows_what_the_person_may_use() -> None:
    request = RequestFactory().get("/customers?grade=A")
    page = render_to_string("core/base.html", {"frame": a_frame()}, request)
    assert page.count('href="/1" title="Place &lt;1&gt;" aria-current="page"') == 1
    assert page.count('<ul>\n      \n      <li><a class="vf-place"') == 2
    assert all(name in page for name in ("English", "简体中文", "繁體中文"))
    assert 'name="next" value="/customers?grade=A"' in page
    assert INLINE.findall(page) == []


def test_the_frame_stands_without_anything_in_it() -> None:
    assert 'id="main"' in render_to_string("core/base.html")


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html", "500.html"])
def test_a_page_of_an_error_needs_no_context_and_no_script(name: str) -> None:
    page = get_template(name).render()
    assert "vf-state-title" in page
    assert 'href="/"' in page
    assert "<script" not in page


class Form(forms.Form):
    name = forms.CharField(help_text="As on their invoices.")
    note = forms.CharField(required=False)
    key = forms.BooleanField(required=False, help_text="Shown by a crown.")
    kind = forms.ChoiceField(choices=[("a", "Distributor")], widget=forms.RadioSelect, help_text="How they buy.")


@pytest.mark.parametrize("name", ["name", "key", "kind"])
def test_a_field_is_tied_to_its_label_its_help_and_its_error(name: str) -> None:
    form = Form({})
    shown = render_to_string("core/parts/field.html", {"field": form[name]})
    described = re.search(r'aria-describedby="([^"]+)"', shown)
    assert described
    assert [part for part in described[1].split() if f'id="{part}"' not in shown] == []
    assert "</legend>" in shown if name == "kind" else f'<label for="id_{name}"' in shown


def test_only_a_field_that_may_stay_empty_says_so() -> None:
    assert "optional" in render_to_string("core/parts/field.html", {"field": Form()["note"]})
    assert "optional" not in render_to_string("core/parts/field.html", {"field": Form()["name"]})


def test_a_pager_links_only_where_there_is_a_page() -> None:
    page = {"start": 1, "end": 50, "count_text": "10,000+", "previous_url": "", "next_url": "?after=50"}
    shown = render_to_string("core/parts/pager.html", {"page": page})
    assert "<b>1 to 50</b> of 10,000+" in shown
    assert 'rel="next" href="?after=50"' in shown
    assert 'rel="prev"' not in shown


def test_what_a_person_wrote_is_escaped_in_every_part() -> None:
    evil = "<script>alert(1)</script>"
    entry = dict.fromkeys(("title", "when", "text", "actor"), evil)
    shown = render_to_string("core/parts/timeline.html", {"entries": [entry]})
    shown += render_to_string("core/parts/state.html", {"icon": "lock", "title": evil, "text": evil})
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 6
