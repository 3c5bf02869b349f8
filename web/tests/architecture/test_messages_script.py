"""The script of the translations, over sources and catalogues made up here; and each check over one that breaks it."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

import check_messages
import messages

MODULE = """
from django.utils.translation import gettext_lazy as _, ngettext_lazy, npgettext, pgettext
# Translators: on the button
SAVE = _("Save "
         "all")
PLURAL = ngettext_lazy("%(n)s visit", "%(n)s visits", "n")
LEAD = pgettext("metal", "lead")
BOTH = npgettext("time", "%s hour", "%s hours", 2)
NOT = other("not this")
"""
TEMPLATE = """{% load i18n %}
<div>
      <p title='{% translate "Half of 100 %" %}'>it's "so"
  {% blocktranslate count n=list|length trimmed context "road" %}
      {{ n }} way
    {% plural %}
      {{ n }} ways
  {% endblocktranslate %}
 {{ x|default:_("none") }} {% comment %} {% translate "hidden" %} {% endcomment %}
</div>
"""


def catalogue(text: str, language: str = "zh_Hant") -> Catalog:
    return messages.parsed(text.encode(), language)


def pair(text: str, translated: str, *, context: str = "") -> str:
    lines = [f'msgctxt "{context}"'] if context else []
    return "\n".join([*lines, f'msgid "{text}"', f'msgstr "{translated}"', "", ""])


def template(*sources: str) -> Catalog:
    result = Catalog()
    for source in sources:
        for _, text, _, context in messages.of_python(source.encode()):
            result.add(text, context=context)
    return result


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "app" / "templates" / "app"
    folder.mkdir(parents=True)
    (tmp_path / "app" / "views.py").write_text(MODULE, encoding="utf-8")
    (folder / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (folder / "mail.txt").write_text("{% load i18n %}{% translate 'Dear reader' %}", encoding="utf-8")
    (folder / "notes.md").write_text("{% translate 'not this' %}", encoding="utf-8")
    return tmp_path


def test_all_marked_texts_are_found_and_no_other(package: Path) -> None:
    assert {(message.context, messages.ids(message)) for message in messages.texts(messages.wanted(package))} == {
        (None, ("Save all",)),
        (None, ("%(n)s visit", "%(n)s visits")),
        ("metal", ("lead",)),
        ("time", ("%s hour", "%s hours")),
        (None, ("Half of 100 %%",)),
        ("road", ("%(n)s way", "%(n)s ways")),
        (None, ("none",)),
        (None, ("Dear reader",)),
    }


def test_translations_stay_what_is_gone_goes_and_nothing_is_guessed() -> None:
    old = catalogue(pair("Save", "儲存") + pair("Deleted", "已刪除") + '#~ msgid "Older"\n#~ msgstr "更舊"\n')
    merged = messages.merged(template('_("Save")\n_("Delete")'), old, "zh_Hant")
    assert [(one.id, one.string) for one in messages.texts(merged)] == [("Delete", ""), ("Save", "儲存")]
    assert b"#~" not in messages.written(merged)


def test_a_text_that_becomes_a_plural_is_translated_anew() -> None:
    merged = messages.merged(template('ngettext("visit", "visits", 2)'), catalogue(pair("visit", "拜訪")), "zh_Hant")
    (message,) = messages.texts(merged)
    assert not any(messages.strings(message))


def test_the_same_text_under_two_contexts_keeps_two_translations() -> None:
    old = catalogue(pair("lead", "鉛", context="metal") + pair("lead", "銷售線索"))
    merged = messages.merged(template('pgettext("metal", "lead")\n_("lead")'), old, "zh_Hant")
    assert {(one.context, one.string) for one in messages.texts(merged)} == {("metal", "鉛"), (None, "銷售線索")}


def test_what_is_written_is_sorted_names_no_time_and_stays_the_same() -> None:
    merged = messages.merged(template('_("b")\n_("a")'), catalogue(pair("b", "乙")), "zh_Hant")
    text = messages.written(merged)
    assert text.index(b'"a"') < text.index(b'"b"')
    for word in (b"Date", b"Generated", b"Babel", b"EMAIL", b"#:"):
        assert word not in text
    again = messages.merged(template('_("a")\n_("b")'), messages.parsed(text, "zh_Hant"), "zh_Hant")
    assert messages.written(again) == text


def test_a_catalogue_that_is_not_well_formed_is_an_error() -> None:
    with pytest.raises(PoFileError, match="misformatted keyword"):
        catalogue('msgid "a"\nmsgtsr "b"\n')


@pytest.mark.parametrize("arguments", [[], ["publish"], ["update", "compile"]])
def test_wrong_use_names_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.main(arguments) == 2
    assert "extract, update, compile" in capsys.readouterr().err


def test_update_and_compile_write_what_django_reads(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(messages, "PACKAGE", package)
    monkeypatch.setattr(messages, "wanted", lambda: template('_("Save")'))
    assert messages.main(["update"]) == 0
    assert "zh_Hans: 1 texts, 1 without a translation" in capsys.readouterr().out
    file = messages.path("zh_Hans")
    file.write_bytes(file.read_bytes().replace(b'msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "保存"'.encode()))
    assert messages.main(["update"]) == messages.main(["compile"]) == 0
    assert "保存".encode() in file.with_suffix(".mo").read_bytes()
    assert b"Date" not in file.with_suffix(".mo").read_bytes()


# Each check finds what it is there for, and lets good catalogues pass.


@pytest.mark.parametrize("blank", ["", " "])
def test_a_text_without_translation_is_found(blank: str) -> None:
    assert len([*check_messages.untranslated(catalogue(pair("a", blank) + pair("b", "乙")))]) == 1


def test_a_plural_without_translation_is_found() -> None:
    assert [*check_messages.untranslated(catalogue('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\n'))]


def test_texts_of_one_side_alone_are_found() -> None:
    source = template('_("new")\n_("kept")\npgettext("c", "kept")')
    held = catalogue(pair("kept", "保留") + pair("gone", "消失") + '#~ msgid "older"\n#~ msgstr "更舊"\n')
    assert [line.split(" stands")[0] for line in check_messages.missing(held, source)] == [
        "'kept' (c)",
        "'new' (no context)",
    ]
    assert [line.split()[0] for line in check_messages.obsolete(held, source)] == ["'gone'", "'older'"]


def test_a_doubtful_translation_is_found() -> None:
    assert [*check_messages.doubtful(catalogue("#, fuzzy\n" + pair("a", "甲") + pair("b", "乙")))] == [
        "'a' is marked as fuzzy"
    ]


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("%(name)s visits", "%(nom)s 次拜訪"),
        ("%(name)s visits", "拜訪"),
        ("%s of %s", "%s"),
        ("%d rows", "%s 列"),
        ("{name} visits", "{ name } 次拜訪"),
        ("{} visits", "{0} 次拜訪"),
        ("visits", "{n} 次拜訪"),
        ("5 %% of {n}", "{n} 的 5%"),
        ("<b>all</b>", "<b>全部"),
        ("all", "<script>全部"),
    ],
)
def test_another_place_or_tag_is_found(text: str, translated: str) -> None:
    assert len([*check_messages.misplaced(catalogue(pair(text, translated)))]) == 1


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("%(a)s of %(b)s", "%(b)s 的 %(a)s"),
        ("{a} <b>{b:.1f}</b>", "<b>{b:.1f}</b> {a}"),
        ("20 % of customers", "20% 的客戶"),
        ("fewer than 5", "< 5"),
    ],
)
def test_places_may_move(text: str, translated: str) -> None:
    assert [*check_messages.misplaced(catalogue(pair(text, translated)))] == []


def test_a_plural_has_the_places_of_its_last_form() -> None:
    text = 'msgid "One visit"\nmsgid_plural "%(n)s visits"\nmsgstr[0] "{}次拜訪"\n'
    assert [*check_messages.misplaced(catalogue(text.format("%(n)s ")))] == []
    assert [*check_messages.misplaced(catalogue(text.format("一")))]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("客户", "户"), ("客戶数", "数"), ("然后", "后"), ("這里", "里"), ("%(n)s 个", "个"), ("干净", "干净")],
)
def test_letters_of_simplified_are_found(text: str, letters: str) -> None:
    assert check_messages.simplified_letters(text) == letters
    assert [*check_messages.simplified(catalogue(pair("a", text)))]


@pytest.mark.parametrize(
    "text", ["皇后", "公里", "干預", "占比", "了解", "台灣", "發布", "系統", "面對", "群組", "ABC"]
)
def test_letters_that_both_have_pass(text: str) -> None:
    assert check_messages.simplified_letters(text) == ""


def test_the_traditional_terms_of_the_glossary_pass(root: Path) -> None:
    terms = check_messages.glossary((root / "GLOSSARY.md").read_text(encoding="utf-8"))
    words = [word for term in terms for word in term.traditional]
    assert [word for word in words if check_messages.simplified_letters(word)] == []


GLOSSARY = """
| English | 简体 | 繁體 | meaning |
|---|---|---|---|
| user | 用户 | 使用者 | who logs in |
| account | 客户（账户） | 客戶（帳戶） | the customer |
| policy | 分级政策 | 分級政策 | what a grade is entitled to |
| column, row | 列、行 | 欄、列 | of a table |
| classifier, grading method | 分类器 | 分類器 | a function |
"""
TERMS = check_messages.glossary(GLOSSARY)


def test_the_glossary_is_read_term_by_term() -> None:
    assert [(term.english, term.simplified, term.traditional) for term in TERMS] == [
        ("user", ("用户",), ("使用者",)),
        ("account", ("客户", "账户"), ("客戶", "帳戶")),
        ("policy", ("分级政策",), ("分級政策",)),
        ("column", ("列",), ("欄",)),
        ("row", ("行",), ("列",)),
        ("classifier", ("分类器",), ("分類器",)),
        ("grading method", ("分类器",), ("分類器",)),
    ]


def test_no_row_of_the_glossary_is_passed_over(root: Path) -> None:
    page = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| English")]
    assert len(check_messages.ROW.findall(page)) - page.count("| English") == len(rows) > 100


@pytest.mark.parametrize(
    ("text", "translated"), [("User", "用戶"), ("users", "人員"), ("Policies", "政策"), ("Account:", "賬戶")]
)
def test_another_word_than_the_glossary_has_is_found(text: str, translated: str) -> None:
    assert len([*check_messages.off_glossary(catalogue(pair(text, translated)), "zh_Hant", TERMS)]) == 1


@pytest.mark.parametrize(
    ("text", "translated"),
    [("User", "使用者"), ("Accounts", "所有帳戶"), ("account", "客戶"), ("Used", "用過"), ("Rows", "列"), ("User", "")],
)
def test_the_word_of_the_glossary_passes(text: str, translated: str) -> None:
    assert [*check_messages.off_glossary(catalogue(pair(text, translated)), "zh_Hant", TERMS)] == []


def test_each_language_has_its_own_word() -> None:
    assert [*check_messages.off_glossary(catalogue(pair("User", "用户"), "zh_Hans"), "zh_Hans", TERMS)] == []
    assert [*check_messages.off_glossary(catalogue(pair("User", "使用者"), "zh_Hans"), "zh_Hans", TERMS)]


def test_a_context_frees_a_text_from_the_glossary() -> None:
    assert [*check_messages.off_glossary(catalogue(pair("User", "成癮者", context="drugs")), "zh_Hant", TERMS)] == []


@pytest.mark.parametrize(
    ("text", "translated"), [("All users of it", "所有用戶"), ("Open a user", "開設用戶"), ("No row", "沒有行")]
)
def test_a_simplified_word_in_traditional_letters_is_found(text: str, translated: str) -> None:
    assert len([*check_messages.merely_converted(catalogue(pair(text, translated)), TERMS)]) == 1


@pytest.mark.parametrize(
    ("text", "translated"),
    [("All users", "所有使用者"), ("Accounts", "客戶"), ("Used", "用戶"), ("Rows of a run", "執行的列")],
)
def test_words_of_traditional_pass(text: str, translated: str) -> None:
    assert [*check_messages.merely_converted(catalogue(pair(text, translated)), TERMS)] == []


@pytest.mark.parametrize(
    "line",
    [
        "from django.utils.translation import gettext as tr",
        "from django.utils.translation import ngettext as _",
        "_(f'{n} visits')",
        "_(name)",
        "_('a' + name)",
        "gettext(message='a')",
        "translation.gettext(name)",
        "ngettext('visit', name, 2)",
    ],
)
def test_what_hides_a_text_is_found(line: str) -> None:
    assert len([*check_messages.unreadable(line)]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "from django.utils.translation import gettext_lazy as _, override as speaking",
        "from gettext import ngettext as n",
        "_('a' 'b')",
        "ngettext('visit', 'visits', count)",
        "pgettext('metal', 'lead')",
        "say(name)",
    ],
)
def test_what_can_be_read_passes(line: str) -> None:
    assert [*check_messages.unreadable(line)] == []
