"""What all lists share: columns, order, pages, files, and addresses that hold all of it.

A list is declared once, by its columns; from them come the table, the chooser of columns and the files.
"""

from vitalfew_web.core.listing.addresses import address_with, state_of, with_query
from vitalfew_web.core.listing.answers import answer, answer_views, asks_for_views
from vitalfew_web.core.listing.board import Lane, Layout, lanes_of, layouts_of
from vitalfew_web.core.listing.bulk import (
    ACTIONS,
    MOST,
    Action,
    Outcome,
    Selection,
    actions_for,
    carry_out,
    selected_in,
)
from vitalfew_web.core.listing.columns import Column, Heading, asked_in, chosen, headings, names_in
from vitalfew_web.core.listing.files import TooLong, as_csv, as_file, as_xlsx, without_formulas, write_file
from vitalfew_web.core.listing.pages import (
    COUNTED,
    PAGE,
    Page,
    Rows,
    count_text,
    counted,
    counted_where_few,
    page_found_whole,
    page_of,
    short_count,
)
from vitalfew_web.core.listing.table import Chip, Listing, Tab, Tabs, chips_of, row_of

__all__ = [
    "ACTIONS",
    "COUNTED",
    "MOST",
    "PAGE",
    "Action",
    "Chip",
    "Column",
    "Heading",
    "Lane",
    "Layout",
    "Listing",
    "Outcome",
    "Page",
    "Rows",
    "Selection",
    "Tab",
    "Tabs",
    "TooLong",
    "actions_for",
    "address_with",
    "answer",
    "answer_views",
    "as_csv",
    "as_file",
    "as_xlsx",
    "asked_in",
    "asks_for_views",
    "carry_out",
    "chips_of",
    "chosen",
    "count_text",
    "counted",
    "counted_where_few",
    "headings",
    "lanes_of",
    "layouts_of",
    "names_in",
    "page_found_whole",
    "page_of",
    "row_of",
    "selected_in",
    "short_count",
    "state_of",
    "with_query",
    "without_formulas",
    "write_file",
]
