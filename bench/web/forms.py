"""What a browser sends of the form of a page: every field as it stands there."""

from __future__ import annotations

from html.parser import HTMLParser

UNSENT = frozenset({"submit", "button", "reset", "file", "image"})
"""Kinds of input that say nothing of themselves."""

Attributes = list[tuple[str, str | None]]


class Fields(HTMLParser):
    """The fields of the sheet of a page: name → value."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._inside = False
        self._choice = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """A field begins; of a choice the first option counts until another says that it is chosen."""
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self._inside = "vf-sheet" in given.get("class", "").split()
        if not self._inside:
            return
        if tag == "input" and name and given.get("type") not in UNSENT and _is_sent(given):
            self.found[name] = given.get("value", "")
        elif tag == "select":
            self._choice = name
        elif tag == "option" and (self._choice not in self.found or "selected" in given):
            self.found[self._choice] = given.get("value", "")
        elif tag == "textarea":
            self._text, self.found[name] = name, ""

    def handle_endtag(self, tag: str) -> None:
        """A form or a long text ends."""
        if tag == "form":
            self._inside = False
        elif tag == "textarea":
            self._text = ""

    def handle_data(self, data: str) -> None:
        """What stands in a long text; the line break after its tag is none of it."""
        if self._text:
            self.found[self._text] += data if self.found[self._text] else data.removeprefix("\n")


def _is_sent(given: dict[str, str]) -> bool:
    return given.get("type") not in {"checkbox", "radio"} or "checked" in given


def fields_of(text: str) -> dict[str, str]:
    """The fields of a page's sheet; empty where it has none."""
    reader = Fields()
    reader.feed(text)
    return reader.found
