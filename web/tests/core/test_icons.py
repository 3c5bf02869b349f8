"""Icons, grade chips and initials."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Template, TemplateSyntaxError
from pytest_django import Settings

from vitalfew_web.core.templatetags import look


def render(source: str, **values: object) -> str:
    return Template("{% load look %}" + source).render(Context(values))


@pytest.fixture
def no_icons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(look, "ICONS", tmp_path / "absent.json")
    look.shapes.cache_clear()
    yield
    look.shapes.cache_clear()


def test_an_icon_is_drawn_in_place_and_silent() -> None:
    drawn = render('{% icon "plus" %}')
    assert drawn.startswith('<svg class="vf-icon" width="18" height="18"')
    assert 'aria-hidden="true"' in drawn
    assert '<path d="M12 5l0 14" />' in drawn


def test_an_unknown_icon_is_an_error_for_the_developer_and_nothing_for_the_reader(settings: Settings) -> None:
    assert render('{% icon "no-such" %}') == ""
    settings.DEBUG = True
    with pytest.raises(TemplateSyntaxError, match=r"icons\.txt"):
        render('{% icon "no-such" %}')


@pytest.mark.usefixtures("no_icons")
def test_pages_open_where_set_up_could_not_get_icons(settings: Settings) -> None:
    settings.DEBUG = True
    assert render('{% icon "plus" %}') == ""


@pytest.mark.parametrize(
    ("grade", "kind"), [("A", "a"), ("D", "d"), ("S", "c"), ("<b>", "c")], ids=["A", "D", "other", "hostile"]
)
def test_a_grade_keeps_its_letter_and_its_colour(grade: str, kind: str) -> None:
    chip = render("{% grade_chip grade %}", grade=grade)
    assert chip.startswith(f'<span class="vf-grade vf-grade-{kind}">')
    assert "<b>" not in chip


@pytest.mark.parametrize("grade", [None, ""])
def test_no_grade_shows_nothing(grade: str | None) -> None:
    assert render("{% grade_chip grade %}", grade=grade) == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *[("Lin Yue", "LY"), ("Anna Maria Keller", "AK"), ("Élodie", "É"), ("ßmith", "SS"), ("", "?"), ("  ", "?")],
        *[("罗建", "罗"), ("歐陽 娜", "歐"), ("李 Wei", "李"), ("<Ada> Byron", "<B")],
    ],
)
def test_initials_of_names_in_all_scripts(name: str, expected: str) -> None:
    assert look.letters(name) == expected


def test_initials_are_escaped_and_take_a_person() -> None:
    class Ada:
        def get_full_name(self) -> str:
            return ""

        def get_username(self) -> str:
            return "ada"

    assert ">A</span>" in render("{% initials person %}", person=Ada())
    assert ">&lt;B</span>" in render('{% initials "<Ada> Byron" "soft" %}')
