"""Parts of a customer's page, of its timeline and history, and of the palette."""

from vitalfew_web.accounts.panels.facts import Fact, item_words, sections_of
from vitalfew_web.accounts.panels.history import FieldChange, contact_words, field_changes, value_words
from vitalfew_web.accounts.panels.page import draw_facts, draw_known, draw_people, draw_timeline, draw_work
from vitalfew_web.accounts.panels.palette import actions_on, hits_for, preview_of
from vitalfew_web.accounts.panels.story import noted, recorded

__all__ = [
    "Fact",
    "FieldChange",
    "actions_on",
    "contact_words",
    "draw_facts",
    "draw_known",
    "draw_people",
    "draw_timeline",
    "draw_work",
    "field_changes",
    "hits_for",
    "item_words",
    "noted",
    "preview_of",
    "recorded",
    "sections_of",
    "value_words",
]
