"""What every form carries: the token against forgery, as Django draws it, and the key that makes it count once.

A built-in library of the templates (settings): `{% csrf_token %}` is this one everywhere, without a `load`.
"""

from __future__ import annotations

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from vitalfew_web.core.once import FIELD, new_key

register = template.Library()


class FormNode(CsrfTokenNode):
    """Token and key; the key only for somebody who is logged in, since it is kept with the person."""

    def render(self, context: Context) -> str:
        token = super().render(context)
        request = context.get("request")
        if not getattr(getattr(request, "user", None), "is_authenticated", False):
            return token
        return token + format_html('<input type="hidden" name="{}" value="{}">', FIELD, new_key())


@register.tag
def csrf_token(parser: Parser, token: Token) -> FormNode:  # noqa: ARG001  (as Django calls a tag)
    """Stand first in each form that changes something."""
    return FormNode()
