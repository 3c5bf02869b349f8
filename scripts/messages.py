"""`make messages`: the translations of the web application, without the gettext of a system.

messages.py extract | update | compile: print what the source asks for; bring the catalogues in line with it; write what
Django reads. The same source and the same translations give the same bytes, on any day and with any version of Babel.
"""

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "web" / "src" / "vitalfew_web"
LANGUAGES = ("zh_Hans", "zh_Hant")
HEADERS = {"Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
COMMENT = "# The msgids come from the source (make messages), the translations stand here."
NOTES = ("Translators",)
"""What a comment in the source begins with that a translator should read."""

PLURAL, CONTEXT, BOTH = (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), PLURAL),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), BOTH),
}
"""Function → which of its arguments are texts; c is the context."""


class Steady(Catalog):
    """A catalogue whose header names no time and no tool."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in super()._get_mime_headers() if name in HEADERS]


def main(arguments: list[str]) -> int:
    """Do what is asked for; return the exit code."""
    commands: dict[str, Callable[[], None]] = {"extract": show, "update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"messages: say one of {', '.join(commands)}", file=sys.stderr)
        return 2
    commands[arguments[0]]()
    return 0


def show() -> None:
    """Print the texts of the source, one a line."""
    for message in texts(wanted()):
        print(" | ".join(filter(None, (message.context, *ids(message)))))


def update() -> None:
    """Write both catalogues anew: new texts come in, texts that are gone go, translations stay."""
    template = wanted()
    for language in LANGUAGES:
        catalogue = merged(template, stored(language), language)
        path(language).parent.mkdir(parents=True, exist_ok=True)
        path(language).write_bytes(written(catalogue))
        blank = sum(not all(strings(message)) for message in texts(catalogue))
        print(f"{language}: {len(catalogue)} texts, {blank} without a translation")


def compile_all() -> None:
    """Write the compiled form beside each catalogue."""
    for language in LANGUAGES:
        path(language).with_suffix(".mo").write_bytes(compiled(language))


def wanted(package: Path = PACKAGE) -> Catalog:
    """Every text that the source of a package marks for translation."""
    template = Steady()
    for _, text, comments, context in found_in(package):
        template.add(text, context=context, auto_comments=comments)
    return template


Found = tuple[int, str | tuple[str, ...], list[str], str | None]
"""Line, text or its singular and plural, notes to translators, context."""


def found_in(package: Path) -> Iterator[Found]:
    """The texts of all modules and templates, file by file."""
    for module in sorted(package.rglob("*.py")):
        yield from of_python(module.read_bytes())
    for kind in ("html", "txt"):
        for template in sorted(package.rglob(f"templates/**/*.{kind}")):
            yield from of_template(template.read_text(encoding="utf-8"))


def of_python(source: bytes) -> Iterator[Found]:
    """The texts of one module."""
    yield from extract("python", BytesIO(source), keywords=KEYWORDS, comment_tags=NOTES)


def of_template(source: str) -> Iterator[Found]:
    """The texts of one template. Its indentation means nothing, and would stop a reader of Python."""
    code = "\n".join(line.strip() for line in templatize(source).splitlines())
    yield from of_python(code.encode())


def merged(template: Catalog, old: Catalog, language: str) -> Catalog:
    """The texts of the template with the translations of the old catalogue; nothing is guessed."""
    catalogue = Steady(locale=language, header_comment=COMMENT, fuzzy=False)
    for message in texts(template):
        kept = old.get(message.id, message.context) or Message("")
        same = ids(kept) == ids(message)
        catalogue.add(
            message.id,
            kept.string if same else "",
            flags=kept.flags & {"fuzzy"},
            auto_comments=message.auto_comments,
            user_comments=kept.user_comments,
            context=message.context,
        )
    return catalogue


def stored(language: str) -> Catalog:
    """The catalogue as it stands, or an empty one."""
    source = path(language).read_bytes() if path(language).is_file() else b""
    return parsed(source, language)


def parsed(source: bytes, language: str) -> Catalog:
    """A catalogue from its file; one that is not well formed is an error."""
    return read_po(BytesIO(source), locale=language, abort_invalid=True)


def written(catalogue: Catalog) -> bytes:
    """The file of a catalogue: sorted, a text on one line, no place of the source."""
    file = BytesIO()
    write_po(file, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue().rstrip() + b"\n"


def compiled(language: str) -> bytes:
    """What Django reads, from the catalogue as it stands."""
    file, catalogue = BytesIO(), stored(language)
    write_mo(file, merged(catalogue, catalogue, language))
    return file.getvalue()


def path(language: str) -> Path:
    """The file of a catalogue."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def texts(catalogue: Catalog) -> list[Message]:
    """The messages without the header, in the order of their text."""
    return sorted((message for message in catalogue if message.id), key=lambda one: (ids(one), one.context or ""))


def ids(message: Message) -> tuple[str, ...]:
    """The text, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    """The translation, one for each form of the language."""
    translation = message.string or ""
    return (translation,) if isinstance(translation, str) else tuple(translation)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
