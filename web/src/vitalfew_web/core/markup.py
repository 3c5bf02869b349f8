"""Notes as people write them, in Markdown, to markup that is safe in a page.

HTML in a note is text. What comes out holds only the tags below; links go to pages, mail and telephones, and no picture
is fetched from anywhere. Made again from its own markup it stays the same.
"""

from __future__ import annotations

import functools

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "code", "pre", "blockquote", "hr", "h4", "a"}
SCHEMES = {"http", "https", "mailto", "tel"}


@functools.cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "html_block", "html_inline"])


def _without_heads(tokens: list[Token]) -> list[Token]:
    """Heads of a note stand below those of the page."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h4"
    return tokens


def rendered(text: str) -> SafeString:
    """A note as markup."""
    reader = _reader()
    made = reader.renderer.render(_without_heads(reader.parse(text)), reader.options, {})
    clean = nh3.clean(
        made, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"
    )
    return mark_safe(clean)  # noqa: S308 - cleaned with an allow list in the line above
